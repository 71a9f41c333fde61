import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ending, RunSummary } from '../../src/metrics/run-summary.ts';
import { decide, type OtherSide } from '../../src/verdict/decide.ts';
import { listInvalidities, listSharedInvalidities } from '../../src/verdict/generator-validity.ts';
import type { RegressionResult } from '../../src/verdict/regression/regression-result.ts';
import { EXIT_CODES, exitCodeOf } from '../../src/verdict/exit-code.ts';
import type { Check, Verdict } from '../../src/verdict/verdict.ts';
import { buildCheck } from '../support/build-check.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

const ABORTED: Ending = { state: 'aborted', reason: 'error_rate: 50% was broken in 2 windows in a row' };
const CUT: Ending = { state: 'cut-short', reason: 'Ctrl-C' };

function verdictOf(checks: readonly Check[], more: { readonly ending?: Ending; readonly invalidities?: readonly string[] } = {}): Verdict {
  return decide({
    run: buildRunSummary({ with: { ending: more.ending ?? { state: 'complete' } } }),
    checks,
    invalidities: more.invalidities ?? [],
  });
}

/** All 5 requests of the only phase failed. */
function dead(checks: readonly Check[]): Verdict {
  const run = buildRunSummary({ series: [{ name: 'GET /health', seconds: [{ failed: 5 }] }] });
  return decide({ run, checks, invalidities: [] });
}

/** No request was made. */
function idle(checks: readonly Check[]): Verdict {
  const run = buildRunSummary({ series: [{ name: 'GET /health', seconds: [] }] });
  return decide({ run, checks, invalidities: [] });
}

const pass = buildCheck('passed');
const ofServer = buildCheck('passed', 'fail', { kind: 'server' });
const breach = buildCheck('breached');
const missing = buildCheck('no-data');
const skip = buildCheck('skipped');
const cases: readonly { readonly name: string; readonly verdict: Verdict; readonly state: Verdict['state'] }[] = [
  { name: 'every promise measured and kept', verdict: verdictOf([pass, pass]), state: 'pass' },
  { name: 'a kept promise beside a skipped one', verdict: verdictOf([pass, skip]), state: 'pass' },
  { name: 'a kept promise beside a broken one that only warns', verdict: verdictOf([pass, buildCheck('breached', 'warn')]), state: 'pass' },
  {
    name: 'a kept promise beside one without data that only warns',
    verdict: verdictOf([pass, buildCheck('no-data', 'warn')]),
    state: 'pass',
  },
  { name: 'a measured warning and nothing else', verdict: verdictOf([buildCheck('breached', 'warn')]), state: 'pass' },
  { name: 'a broken promise', verdict: verdictOf([pass, breach]), state: 'breach' },
  { name: 'a broken promise beside one without data', verdict: verdictOf([missing, breach]), state: 'breach' },
  {
    name: 'an aborted run with its broken window',
    verdict: verdictOf([buildCheck('breached', 'fail', { kind: 'window' })], { ending: ABORTED }),
    state: 'breach',
  },
  { name: 'an aborted run whose slices no longer show it', verdict: verdictOf([pass], { ending: ABORTED }), state: 'breach' },
  { name: 'an aborted run without any check', verdict: verdictOf([], { ending: ABORTED }), state: 'breach' },
  { name: 'kept promises of a target of which no request succeeded', verdict: dead([pass]), state: 'breach' },
  { name: 'a kept warning about a target of which no request succeeded', verdict: dead([buildCheck('passed', 'warn')]), state: 'breach' },
  { name: 'no promise about a target of which no request succeeded', verdict: dead([]), state: 'inconclusive' },
  {
    name: 'kept promises of a run that was to be compared and was steered by hand',
    verdict: decide({ run: buildRunSummary(), checks: [pass], invalidities: [], notCompared: ['It was steered.'] }),
    state: 'inconclusive',
  },
  {
    name: 'a broken promise of such a run',
    verdict: decide({ run: buildRunSummary(), checks: [breach], invalidities: [], notCompared: ['It was steered.'] }),
    state: 'breach',
  },
  {
    name: 'such a run that was found slower all the same',
    verdict: decide({
      run: buildRunSummary(),
      checks: [pass],
      invalidities: [],
      notCompared: ['It was steered.'],
      regression: { state: 'decided', regressed: ['GET /a p95'], looks: 2, rows: [], notes: [] },
    }),
    state: 'inconclusive',
  },
  { name: 'what a target at rest promises of itself, where no request was made', verdict: idle([ofServer]), state: 'inconclusive' },
  { name: 'the same beside a promise about its load', verdict: idle([ofServer, breach]), state: 'breach' },
  { name: 'what a target promises of itself, under load', verdict: verdictOf([ofServer]), state: 'pass' },
  { name: 'a promise without data', verdict: verdictOf([pass, missing]), state: 'inconclusive' },
  { name: 'no check at all', verdict: verdictOf([]), state: 'inconclusive' },
  { name: 'nothing but skipped checks', verdict: verdictOf([skip, skip]), state: 'inconclusive' },
  { name: 'nothing but warnings without data', verdict: verdictOf([skip, buildCheck('no-data', 'warn')]), state: 'inconclusive' },
  { name: 'a run that was cut short, all kept', verdict: verdictOf([pass], { ending: CUT }), state: 'inconclusive' },
  { name: 'a run that was cut short with a broken promise', verdict: verdictOf([breach], { ending: CUT }), state: 'inconclusive' },
  { name: 'an invalid generator, all kept', verdict: verdictOf([pass], { invalidities: ['Too slow.'] }), state: 'inconclusive' },
  {
    name: 'an invalid generator and a broken promise',
    verdict: verdictOf([breach], { invalidities: ['Too slow.'] }),
    state: 'inconclusive',
  },
  {
    name: 'an invalid generator in an aborted run',
    verdict: verdictOf([breach], { invalidities: ['Too slow.'], ending: ABORTED }),
    state: 'inconclusive',
  },
];
for (const { name, verdict, state } of cases) {
  test(`${name}: ${state}`, () => {
    assert.equal(verdict.state, state);
    assert.ok(verdict.reasons.length > 0);
    for (const reason of verdict.reasons) assert.match(reason, /\.$/);
  });
}

const whole = buildRunSummary();
const deadRun = buildRunSummary({ series: [{ name: 'GET /health', seconds: [{ failed: 5 }] }] });
const others = [
  { name: 'was whole', further: whole, state: 'pass' },
  { name: 'was cut short', further: buildRunSummary({ with: { ending: CUT } }), state: 'inconclusive' },
  { name: 'was aborted', further: buildRunSummary({ with: { ending: ABORTED } }), state: 'breach' },
  {
    name: 'had not one success',
    further: buildRunSummary({ series: [{ name: 'GET /health', seconds: [{ failed: 5 }] }] }),
    state: 'breach',
  },
] as const;
for (const { name, further, state } of others) {
  test(`a kept promise beside a further burst that ${name}: ${state}`, () => {
    const verdict = decide({ run: whole, checks: [pass], invalidities: [], further: [whole, further] });
    assert.equal(verdict.state, state);
    if (state !== 'pass') assert.match(verdict.reasons.join(' '), /^In a further burst: .*\.$/);
  });
}

const unchanged: RegressionResult = { state: 'decided', regressed: [], looks: 1, rows: [], notes: [] };
const failedBaseline: RegressionResult = {
  state: 'not-judged',
  why: { reason: 'baseline-failed', why: 'not one of its 5 requests succeeded' },
  rows: [],
  notes: [],
};
const sides: readonly {
  readonly name: string;
  readonly input: Partial<Parameters<typeof decide>[0]>;
  readonly state: Verdict['state'];
  readonly first: RegExp;
}[] = [
  { name: 'whole', input: { others: [side(whole)], regression: unchanged }, state: 'pass', first: /^The one promise/ },
  {
    name: 'cut short',
    input: { others: [side(whole), side(buildRunSummary({ with: { ending: CUT } }))], regression: unchanged },
    state: 'inconclusive',
    first: /^On the baseline's side: The run was cut short: Ctrl-C\.$/,
  },
  {
    name: 'with a phase that never began',
    input: { others: [side(buildRunSummary({ phases: [{ name: 'one', seconds: 1, neverBegan: true }] }))], regression: unchanged },
    state: 'inconclusive',
    first: /^On the baseline's side: The phase one never began/,
  },
  {
    name: 'whose starts were missed, and a broken promise',
    input: { others: [side(whole, ['The generator missed 5 %.'])], regression: unchanged, checks: [breach] },
    state: 'inconclusive',
    first: /^On the baseline's side: The generator missed 5 %\.$/,
  },
  {
    name: 'whole, with too few samples on either',
    input: { others: [side(whole)], regression: { state: 'not-judged', why: { reason: 'nothing-eligible' }, rows: [], notes: [] } },
    state: 'inconclusive',
    first: /^Regression: not judged; no latency has enough samples/,
  },
  {
    name: 'that was dead',
    input: { others: [side(deadRun)], regression: failedBaseline },
    state: 'inconclusive',
    first: /^Regression: not judged; the baseline did not answer soundly \(not one of its 5 requests succeeded\)\.$/,
  },
  {
    name: 'that was dead, and nothing promised',
    input: { others: [side(deadRun)], regression: failedBaseline, checks: [] },
    state: 'inconclusive',
    first: /^Nothing was promised/,
  },
  {
    name: 'that was dead, and a broken promise',
    input: { others: [side(deadRun)], regression: failedBaseline, checks: [breach] },
    state: 'breach',
    first: /^POST \/v1\/messages p95 is 212 ms/,
  },
  {
    name: 'that was dead, and a candidate that was aborted',
    input: { run: buildRunSummary({ with: { ending: ABORTED } }), others: [side(deadRun)], regression: failedBaseline },
    state: 'breach',
    first: /^The run was aborted/,
  },
  {
    name: 'that was not compared with',
    input: { others: [side(whole)] },
    state: 'inconclusive',
    first: /^The two targets were not compared\.$/,
  },
];

function side(run: RunSummary, invalidities: readonly string[] = []): OtherSide {
  return { run, invalidities };
}

for (const { name, input, state, first } of sides) {
  test(`a live comparison with a side ${name}: ${state}`, () => {
    const verdict = decide({ run: whole, checks: [pass], invalidities: [], ...input });
    assert.equal(verdict.state, state);
    assert.match(verdict.reasons[0] ?? '', first);
    assert.equal(new Set(verdict.reasons).size, verdict.reasons.length);
  });
}

test('the strain of the workers is told once, the books and the starts of each side for itself', () => {
  const strained = buildRunSummary({ health: { busiestWorkerCpu: 1, missedRatio: 0.2 }, with: { imbalances: ['planned 10 ≠ started 9'] } });
  const limits = { scheduleLagP99Us: 20_000, eventLoopP99Us: 20_000, cpuRatio: 0.9, missedRatio: 0.01 };
  assert.equal(listInvalidities(strained, limits).length, 3);
  const shared = listSharedInvalidities(strained, limits);
  assert.deepEqual(
    shared.map((sentence) => sentence.split(' ').slice(0, 3).join(' ')),
    ['The books do', 'The generator missed'],
  );
});

test('a phase that never began makes a run that calls itself complete inconclusive', () => {
  const run = buildRunSummary({
    phases: [
      { name: 'one', seconds: 1 },
      { name: 'two', seconds: 1, neverBegan: true },
    ],
  });
  assert.deepEqual(
    decide({ run, checks: [pass], invalidities: [] }).reasons.at(0),
    'The phase two never began, although the run says that it is complete.',
  );
});

test('the reason of a breach is a calm sentence with value, limit and samples', () => {
  assert.deepEqual(verdictOf([breach]).reasons, ['POST /v1/messages p95 is 212 ms; the limit is 150 ms (1,204 samples).']);
  const throughput = buildCheck('breached', 'fail', { name: 'total throughput', limit: '≥ 100/s', observed: { text: '80/s', samples: 1 } });
  const failures = buildCheck('breached', 'fail', { name: 'total failures', limit: '< 100', observed: { text: '100' } });
  assert.deepEqual(verdictOf([throughput, failures]).reasons, [
    'total throughput is 80/s; at least 100/s is promised (1 sample).',
    'total failures is 100; the promise is < 100 (1,204 samples).',
  ]);
});

test('a value of which only a bound is known says why it breaks even a limit above it', () => {
  const lost = buildCheck('breached', 'fail', { observed: { text: '> 42.0 ms', censored: true, samples: 9 } });
  assert.deepEqual(verdictOf([lost]).reasons, [
    'POST /v1/messages p95 is > 42.0 ms, because it falls among requests that failed or never came back; the limit is 150 ms (9 samples).',
  ]);
});

test('fixed work that was not finished says so', () => {
  const late = buildCheck('breached', 'fail', {
    name: 'total duration',
    metric: 'duration',
    observed: { text: '> 2 s', censored: true, samples: 9 },
  });
  assert.match(verdictOf([late]).reasons.join(), /^total duration is > 2 s, because the work was not finished when its time was up; /);
});

test('reasons come most important first: doubts, breaches, missing data, warnings, skipped rows', () => {
  const checks = [skip, buildCheck('breached', 'warn'), missing, breach];
  assert.deepEqual(verdictOf(checks, { invalidities: ['The clock jumped.'], ending: CUT }).reasons, [
    'The clock jumped.',
    'The run was cut short: Ctrl-C.',
    'POST /v1/messages p95 is 212 ms; the limit is 150 ms (1,204 samples).',
    'POST /v1/messages p95 could not be judged: only 12 samples; p95 needs 200.',
    'Warning only: POST /v1/messages p95 is 212 ms; the limit is 150 ms (1,204 samples).',
    '1 promise was skipped, because it is not part of this run.',
  ]);
});

test('the exit code follows the verdict', () => {
  assert.deepEqual((['pass', 'breach', 'regression', 'inconclusive'] as const).map(exitCodeOf), [0, 1, 1, 3]);
  assert.deepEqual(
    EXIT_CODES.map(({ code }) => code),
    [0, 1, 2, 3, 4, 70],
  );
});
