import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBaseline, type OpenBaseline } from '../src/gate-baseline.ts';
import { lookAtBaseline, lookOnce, type LooksInput } from '../src/gate-looks.ts';
import { createMasker, maskDeep } from '../src/mask-secrets.ts';
import type { RunSummary } from '../src/metrics/run-summary.ts';
import { buildRunSummary } from './support/build-run-summary.ts';
import { planOf } from './support/build-plan.ts';
import { buildSla } from './support/build-sla.ts';
import { burstOf, storeRuns } from './support/build-stored-runs.ts';
import { steerRun } from './support/steer-run.ts';
import type { TestContext } from 'node:test';

const NOWHERE = { event: undefined, branch: undefined, commit: undefined, defaultBranch: undefined, isCi: false };
const SLOW = 3;

async function openStored(context: TestContext, count = 4): Promise<OpenBaseline> {
  const { folder } = await storeRuns(
    context,
    Array.from({ length: count }, (_, day) => ({ day })),
  );
  const opened = await openBaseline({ kind: 'file', path: folder }, 'default', { cwd: folder, env: {}, onNote: () => undefined });
  assert.ok(opened);
  return opened;
}

interface Bench {
  readonly input: LooksInput;
  readonly notes: string[];
  /** Bursts that were asked for. */
  readonly count: () => number;
}

/** `bursts` are those after the first, in order; none but them may be made. */
function bench(
  baseline: OpenBaseline,
  bursts: readonly RunSummary[],
  more: Partial<LooksInput> & { readonly timeBox?: string } = {},
): Bench {
  const notes: string[] = [];
  let count = 0;
  const { timeBox = '60s', ...rest } = more;
  const input: LooksInput = {
    plan: planOf(`time_box: ${timeBox}\nsteps:\n  - get: /items\nphases:\n  - { arrival_rate: 60/s, duration: 10s }\n`),
    sla: buildSla(),
    baseline,
    origin: NOWHERE,
    storesBursts: false,
    maxDurationMs: 60_000,
    runBurst: () => {
      const burst = bursts[count++];
      return burst ? Promise.resolve(burst) : Promise.reject(new Error('one burst too many'));
    },
    mask: (burst) => burst,
    onNote: (note) => notes.push(note),
    ...rest,
  };
  return { input, notes, count: () => count };
}

const slow = (number: number): RunSummary => burstOf(9, number, SLOW);
const dead = buildRunSummary({ series: [{ name: 'GET /items', seconds: [{ failed: 5 }] }] });
const cut: RunSummary = { ...slow(2), ending: { state: 'cut-short', reason: 'interrupted (SIGINT)' } };

const steered = steerRun(slow(2));

test('a suspicion is looked at once more, at two fresh bursts', async (context) => {
  const { input, count } = bench(await openStored(context), [slow(1), slow(2)]);
  const { further, made, comparison } = await lookAtBaseline(slow(0), input);
  assert.deepEqual([further.length, made.length, count()], [2, 2, 2]);
  assert.equal(comparison?.result.state, 'decided');
  assert.deepEqual(comparison.result.regressed, ['GET /items p95']);
});

for (const { name, bursts, says } of [
  { name: 'is cut short', bursts: [slow(1), cut], says: /It cannot be used: the burst was cut short: interrupted \(SIGINT\)\./ },
  {
    name: 'was steered by hand',
    bursts: [slow(1), steered],
    says: /It cannot be used: its users were set by hand \(from 10 to 25 at 4 s\)\./,
  },
  { name: 'is all failures', bursts: [slow(1), dead], says: /It cannot be used: nothing succeeded\./ },
]) {
  test(`a second look of which a burst ${name} leaves the suspicion, and the burst is part of the verdict`, async (context) => {
    const { input, notes } = bench(await openStored(context), bursts);
    const { further, made, comparison } = await lookAtBaseline(slow(0), input);
    assert.deepEqual([further.length, made.length], [1, 2]);
    assert.equal(comparison?.result.state, 'second-look');
    assert.match(notes.join('\n'), says);
  });
}

test('a second look that does not fit into the time box as a whole is not begun', async (context) => {
  const { input, notes, count } = bench(await openStored(context), [], { timeBox: '40s' });
  const { made, comparison } = await lookAtBaseline(slow(0), input);
  assert.deepEqual([made.length, count(), comparison?.result.state], [0, 0, 'second-look']);
  assert.match(notes.join('\n'), /3 bursts take 45 s, the time box is 40 s; set `time_box: 47s`/);
});

test('a second look that the cap on the duration has no room for is not begun', async (context) => {
  const { input, notes, count } = bench(await openStored(context), [], { maxDurationMs: 44_000 });
  const { made, comparison } = await lookAtBaseline(slow(0), input);
  assert.deepEqual([made.length, count(), comparison?.result.state], [0, 0, 'second-look']);
  assert.match(notes.join('\n'), /3 bursts take 45 s, --max-duration leaves 44 s; raise it/);
});

test('a baseline stores a second burst, and none that is all failures', async (context) => {
  const baseline = await openStored(context);
  for (const [burst, stored] of [
    [burstOf(9, 1, 1), 1],
    [dead, 0],
  ] as const) {
    const { input } = bench(baseline, [burst], { storesBursts: true });
    const { further, made } = await lookAtBaseline(burstOf(9, 0, 1), input);
    assert.deepEqual([further.length, made.length], [stored, 1]);
  }
});

for (const [what, run] of [
  ['was not whole', cut],
  ['was steered by hand', steered],
] as const) {
  test(`a run that ${what} is compared with nothing`, async (context) => {
    const { input } = bench(await openStored(context), []);
    assert.deepEqual(await lookAtBaseline(run, input), { further: [], made: [], comparison: undefined });
  });
}

test('an endpoint whose name holds a secret is compared with itself: stored names are masked', async (context) => {
  const opened = await openStored(context);
  const mask = createMasker(['items']);
  assert.equal(opened.history.state, 'found');
  const [first, ...others] = opened.history.runs.map((run) => ({ ...run, report: maskDeep(run.report, mask) }));
  assert.ok(first);
  const baseline: OpenBaseline = { ...opened, history: { ...opened.history, runs: [first, ...others] } };
  const { input } = bench(baseline, [slow(1), slow(2)], { mask: (burst) => maskDeep(burst, mask) });
  const { comparison } = await lookAtBaseline(slow(0), input);
  assert.equal(comparison?.result.state, 'decided');
  assert.deepEqual(comparison.result.regressed, ['GET /*** p95']);
  const once = bench(baseline, [], { mask: (burst) => maskDeep(burst, mask) });
  assert.equal(lookOnce(slow(0), { ...once.input, noSecondLook: 'the workers are gone. Run it again' })?.result.state, 'second-look');
  assert.deepEqual(once.notes, [
    'GET /*** p95 may be worse than the baseline, and there is no second look: the workers are gone. Run it again.',
  ]);
});
