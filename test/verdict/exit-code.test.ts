import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCodeFor, EXIT_CODES, type ExitCode, type GateOutcome } from '../../src/verdict/exit-code.ts';

type Judged = Extract<GateOutcome, { kind: 'judged' }>;

const USUAL: Judged = {
  kind: 'judged',
  verdict: 'pass',
  failOn: ['breach', 'regression', 'inconclusive'],
  lacksBaseline: false,
  isWritten: true,
};
const STRICT = [...USUAL.failOn, 'no-baseline'] as const;

const CODES: readonly (readonly [name: string, outcome: GateOutcome, code: ExitCode])[] = [
  ['a command that judges nothing', { kind: 'done' }, 0],
  ['what the user got wrong', { kind: 'user-error' }, 2],
  ['nothing was measured', { kind: 'not-measured' }, 3],
  ['a bug', { kind: 'bug' }, 70],
  ['a pass', USUAL, 0],
  ['a breach', { ...USUAL, verdict: 'breach' }, 1],
  ['a regression', { ...USUAL, verdict: 'regression' }, 1],
  ['inconclusive', { ...USUAL, verdict: 'inconclusive' }, 3],
  ['a regression that is excused', { ...USUAL, verdict: 'regression', failOn: ['breach'] }, 0],
  ['a pass that is not written', { ...USUAL, isWritten: false }, 4],
  ['an excused verdict that is not written', { ...USUAL, verdict: 'breach', failOn: ['regression'], isWritten: false }, 4],
  ['a breach that is not written', { ...USUAL, verdict: 'breach', isWritten: false }, 1],
  ['no baseline, where nobody asks for one', { ...USUAL, lacksBaseline: true }, 0],
  ['no baseline, where one is asked for', { ...USUAL, lacksBaseline: true, failOn: STRICT }, 1],
  ['a baseline, where one is asked for', { ...USUAL, failOn: STRICT }, 0],
  ['no baseline and nothing written', { ...USUAL, lacksBaseline: true, failOn: STRICT, isWritten: false }, 1],
  ['no baseline and inconclusive', { ...USUAL, verdict: 'inconclusive', lacksBaseline: true, failOn: STRICT }, 3],
  ['no baseline and an excused breach', { ...USUAL, verdict: 'breach', lacksBaseline: true, failOn: ['no-baseline'] }, 1],
];

for (const [name, outcome, code] of CODES) {
  test(`The exit code of ${name} is ${code}.`, () => {
    assert.equal(exitCodeFor(outcome), code);
    assert.ok(EXIT_CODES.some((row) => row.code === code));
  });
}
