import type { Checked } from '../config/issue.ts';
import { OPTIONS } from '../options.ts';
import { buildRequest } from './build-request.ts';
import type { Given } from './build-request.ts';
import type { Env } from './values.ts';
import type { Request } from './request.ts';

/**
 * The inputs of the action by name → the same request that the command line gives. An empty text is an input that was not given,
 * because that is how GitHub passes an input without a default. `set` and `scenario` take one entry to a line. In an empty environment the defaults are those
 * outside of CI.
 */
export function parseInputs(inputs: Readonly<Record<string, string>>, env: Env = {}): Checked<Request> {
  const given: Given[] = [];
  for (const option of OPTIONS) {
    if (!option.input || !Object.hasOwn(inputs, option.name)) continue;
    const text = (inputs[option.name] ?? '').trim();
    const manyLines = option.kind === 'assignment' || option.name === 'scenario';
    for (const part of manyLines ? text.split('\n') : [text]) {
      if (part.trim() !== '') given.push({ option, text: part.trim(), at: `input ${option.name}` });
    }
  }
  return buildRequest('run', given, env);
}
