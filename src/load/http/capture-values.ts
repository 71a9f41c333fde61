import type { SeededRandom } from '../../seeded-random.ts';
import { listTexts, type UserValues } from '../flow/user-values.ts';
import { tooDeep, type Failure, type ResponseBody } from './check-response.ts';
import type { HttpCall } from './http-call.ts';
import type { PreparedCapture, PreparedRequest } from './prepare-request.ts';

/** Deeper values would be a danger to all that walks them later; no API needs them as a variable. */
const MOST_LEVELS = 200;

/** Takes the step's captures from an answer; the first that finds nothing is the step's failure, and leaves the others as they were. */
export function captureValues(
  call: HttpCall,
  request: PreparedRequest,
  context: { readonly body: ResponseBody; readonly values: UserValues; readonly random: SeededRandom },
): Failure | undefined {
  const taken: { readonly slot: number; readonly value: unknown }[] = [];
  for (const capture of request.captures) {
    let found: readonly unknown[];
    try {
      found = findValues(call, capture, context.body);
    } catch (thrown) {
      return tooDeep(thrown);
    }
    const isDrawn = found.length > 1 && capture.program.pick !== 'first';
    const value = found[isDrawn ? context.random.nextInt(0, found.length - 1) : 0];
    if (value === undefined || value === null) {
      const { name, from } = capture.program;
      const where = from.kind === 'json' ? from.path : from.kind === 'header' ? `header ${from.name}` : `/${from.source}/`;
      return {
        class: 'check',
        reason: `check capture ${name} found nothing`,
        sample: `${where} finds nothing in the answer (status ${call.status}, ${call.bytesReceived} bytes)`,
      };
    }
    if (isDeeper(value, MOST_LEVELS)) return tooDeep(new RangeError('nested too deeply'));
    taken.push({ slot: capture.program.slot, value });
  }
  for (const { slot, value } of taken) context.values.set(slot, value);
  return undefined;
}

/** All texts that the step's captures could take from an answer, for masking: a check may fail before they are taken. */
export function listCapturable(call: HttpCall, request: PreparedRequest, body: ResponseBody): readonly string[] {
  return request.captures.flatMap((capture) => {
    try {
      return findValues(call, capture, body).flatMap(listTexts);
    } catch (thrown) {
      tooDeep(thrown);
      return [];
    }
  });
}

function findValues(call: HttpCall, { program, find, regex }: PreparedCapture, body: ResponseBody): readonly unknown[] {
  if (program.from.kind === 'header') {
    const name = program.from.name.toLowerCase();
    const value = Object.hasOwn(call.responseHeaders, name) ? call.responseHeaders[name] : undefined;
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  }
  if (find) {
    const document = body.json();
    return document === undefined ? [] : find(document);
  }
  const match = regex?.exec(body.text());
  return match ? [match[1] ?? match[0]] : [];
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isDeeper(child, levels - 1));
}
