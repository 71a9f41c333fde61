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
  ['a shard that measured soundly', { kind: 'shard', isSound: true, isWritten: true }, 0],
  ['a shard that did not', { kind: 'shard', isSound: false, isWritten: true }, 3],
  ['a shard whose results are not written', { kind: 'shard', isSound: true, isWritten: false }, 4],
  ['a shard that is neither sound nor written', { kind: 'shard', isSound: false, isWritten: false }, 3],
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

function suiteOf(...parts: readonly GateOutcome[]): GateOutcome {
  return { kind: 'suite', parts, isWritten: true };
}

const EXCUSED: Judged = { ...USUAL, verdict: 'breach', failOn: ['inconclusive'] };
const SUITES: readonly (readonly [name: string, outcome: GateOutcome, code: ExitCode])[] = [
  ['without a part', suiteOf(), 3],
  ['that passes', suiteOf(USUAL, USUAL), 0],
  ['with a breach', suiteOf(USUAL, { ...USUAL, verdict: 'breach' }), 1],
  ['with a breach and an inconclusive part', suiteOf({ ...USUAL, verdict: 'inconclusive' }, { ...USUAL, verdict: 'breach' }), 1],
  ['whose breach is excused', suiteOf(USUAL, EXCUSED), 0],
  ['whose breach is excused while another part is inconclusive', suiteOf(EXCUSED, { ...EXCUSED, verdict: 'inconclusive' }), 3],
  [
    'whose inconclusive part is excused while another breaches',
    suiteOf({ ...USUAL, verdict: 'inconclusive', failOn: ['breach'] }, { ...USUAL, verdict: 'breach', failOn: ['breach'] }),
    1,
  ],
  [
    'with a part that could not be measured, whatever is excused',
    suiteOf({ ...EXCUSED, failOn: ['no-baseline'] }, { kind: 'not-measured' }),
    3,
  ],
  ['with a part that was compared with nothing, where that fails', suiteOf(USUAL, { ...USUAL, lacksBaseline: true, failOn: STRICT }), 1],
  ['with a part whose files were wrong, beside a breach', suiteOf({ ...USUAL, verdict: 'breach' }, { kind: 'user-error' }), 2],
  ['with a bug in a part', suiteOf({ ...USUAL, verdict: 'breach' }, { kind: 'bug' }), 70],
  ['with a part that was not written', suiteOf(USUAL, { ...USUAL, isWritten: false }), 4],
  ['that was not written itself', { kind: 'suite', parts: [USUAL], isWritten: false }, 4],
  ['with a breach that was not written', { kind: 'suite', parts: [{ ...USUAL, verdict: 'breach' }], isWritten: false }, 1],
];

for (const [name, outcome, code] of SUITES) {
  test(`The exit code of a suite ${name} is ${code}.`, () => assert.equal(exitCodeFor(outcome), code));
}

test('No suite is green in which one part alone would be red, whatever the others are.', () => {
  const verdicts = ['pass', 'breach', 'regression', 'inconclusive'] as const;
  const lists = [USUAL.failOn, STRICT, ['breach'], ['inconclusive'], ['no-baseline']] as const;
  const all: readonly GateOutcome[] = [
    { kind: 'not-measured' },
    { kind: 'user-error' },
    { kind: 'bug' },
    ...lists.flatMap((failOn) =>
      verdicts.flatMap((verdict) =>
        [true, false].flatMap((lacksBaseline) =>
          [true, false].map((isWritten): Judged => ({ kind: 'judged', verdict, failOn, lacksBaseline, isWritten })),
        ),
      ),
    ),
  ];
  for (const one of all)
    for (const other of all) {
      const isRed = exitCodeFor(one) !== 0 || exitCodeFor(other) !== 0;
      assert.equal(exitCodeFor(suiteOf(one, other)) !== 0, isRed, JSON.stringify([one, other]));
    }
});
