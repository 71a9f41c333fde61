import type { Scenario } from '../config/scenario.ts';
import type { BeforeStep, Expectations } from '../config/step.ts';
import type { WaitFor } from '../options/request.ts';
import { NO_OPTIONS } from './no-options.ts';

const EVERY_MS = 2_000;

/**
 * The scenario with `--wait-for` as its first step of `before`: a GET every 2 s until the answer is 2xx and its body as wanted. Undefined: the scenario as it is.
 * What makes two runs the same test is the scenario without it, since most often it names a commit.
 */
export function addWait(scenario: Scenario, waitFor: WaitFor | undefined): Scenario {
  return waitFor === undefined ? scenario : { ...scenario, before: [buildWait(waitFor), ...scenario.before] };
}

function buildWait({ path, test, withinMs }: WaitFor): BeforeStep {
  return {
    kind: 'wait-for',
    request: { method: 'GET', url: path, query: [], body: { kind: 'none' }, options: NO_OPTIONS },
    until: { status: [{ from: 200, to: 299 }], headers: [], body: buildBody(test), json: [], maxSizeBytes: undefined },
    everyMs: Math.min(EVERY_MS, withinMs),
    withinMs,
    at: { file: '--wait-for', line: 1, column: 1 },
  };
}

/** `equals` lets white space around the text be: files of a version end in a line break. */
function buildBody(test: WaitFor['test']): Expectations['body'] {
  switch (test.kind) {
    case 'answers':
      return [];
    case 'contains':
      return [{ kind: 'contains', text: test.text }];
    case 'equals':
      return [{ kind: 'matches', source: `^\\s*${test.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}\\s*$`, flags: '' }];
  }
}
