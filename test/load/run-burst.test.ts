import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GateError } from '../../src/gate-error.ts';
import { runBurst } from '../../src/load/run-burst.ts';
import type { Burst, BurstOptions } from '../../src/metrics/burst.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { checkSla } from '../../src/verdict/check-sla.ts';
import { decide } from '../../src/verdict/decide.ts';
import { listInvalidities } from '../../src/verdict/generator-validity.ts';
import { planOf } from '../support/build-plan.ts';
import { buildSla, GENERATOR_LIMITS } from '../support/build-sla.ts';

/** What a pretended worker knows: `start`, `post`, `report(phases)`, `second(n)`, `on(kind, act)`; `index` is its place. */
const PRELUDE = `
import { parentPort, workerData as start } from 'node:worker_threads';
const index = start.place.worker.index;
const post = (message) => parentPort.postMessage(message);
const acts = {};
const on = (kind, act) => { acts[kind] = act; };
parentPort.on('message', (message) => acts[message.kind]?.(message));
const empty = { count: 0, lowestUs: 0, highestUs: 0, sumUs: 0, buckets: [], counts: [] };
const requests = { started: 0, ok: 0, failed: 0, timedOut: 0, cut: 0, dropped: 0, interrupted: 0, okBeforeEnd: 0, sentBeforeEnd: 0, receivedBeforeEnd: 0, drops: 0 };
const sockets = { opened: 0, ended: 0 };
const iterations = { planned: 0, started: 0, dropped: 0, missed: 0, ok: 0, failed: 0, cut: 0, interrupted: 0 };
const second = (n) => post({ kind: 'delta', side: 0, delta: { second: n, cells: [], iterations: [], scheduleLag: empty, users: 0, phase: 0, clamped: 0 } });
const report = (phases = []) => {
  const times = start.sides[0].phases.map((_phase, n) => ({ startUs: phases[n], endUs: phases[n], peakUsers: 0 }));
  const transport = { connectionsOpened: 0, requestsOnReusedConnections: 0, protocols: {} };
  post({ kind: 'done', reports: [{ requestsStarted: 0, requests, iterations, sockets, phases: times, eventLoopDelay: empty, cpuRatio: 0.1, transport, slowRequests: [] }] });
  parentPort.close();
};
const hang = () => { for (;;); };
on('stop', () => report([0]));
`;

interface Tried {
  readonly run: RunSummary | undefined;
  readonly error: unknown;
}

/** A burst on pretended workers. */
async function tryBurst(
  code: string,
  wishes: {
    readonly workers?: number;
    readonly phases?: string;
    readonly stopAtOnce?: string;
    readonly onSecond?: BurstOptions['onSecond'];
    readonly onBegin?: (burst: Burst) => void;
  } = {},
): Promise<Tried> {
  const plan = planOf(`steps: [ { get: / } ]\nphases: [ ${wishes.phases ?? '{ users: 1, duration: 1s }'} ]`);
  const burst = runBurst(
    [{ ...plan, workers: wishes.workers ?? 1 }],
    { env: {}, scenarioHash: '', version: '0', onSecond: wishes.onSecond ?? (() => undefined) },
    { entry: new URL(`data:text/javascript,${encodeURIComponent(PRELUDE + code)}`), silentMs: 700 },
  );
  wishes.onBegin?.(burst);
  if (wishes.stopAtOnce !== undefined) burst.stop(wishes.stopAtOnce);
  try {
    const [run] = await burst.done;
    return { run, error: undefined };
  } catch (error) {
    return { run: undefined, error };
  }
}

function stateOf(run: RunSummary): string {
  const checks = checkSla(run, buildSla(), 1);
  return decide({ run, checks, invalidities: listInvalidities(run, GENERATOR_LIMITS) }).state;
}

describe('a worker that is lost before the burst', () => {
  for (const { name, code, says } of [
    { name: 'throws', code: 'throw new Error("no memory");', says: /no memory/ },
    { name: 'exits', code: 'process.exit(0);', says: /it exited/ },
    { name: 'hangs', code: 'hang();', says: /silent/ },
    {
      name: 'throws while the other is ready',
      code: 'if (index === 1) throw new Error("only me"); post({ kind: "ready" });',
      says: /only me/,
    },
  ]) {
    it(`and ${name} is an error of its own, not a result`, async () => {
      const { run, error } = await tryBurst(code, { workers: 2 });
      assert.equal(run, undefined);
      assert.ok(error instanceof GateError);
      assert.equal(error.code, 'LOAD_GATE_WORKER_LOST');
      assert.match(error.message, says);
    });
  }
});

describe('a worker that is lost in the burst', () => {
  for (const { name, code, says } of [
    { name: 'throws', code: 'on("begin", () => { throw new Error("out of handles"); });', says: /worker 1 was lost: out of handles/ },
    { name: 'exits', code: 'on("begin", () => process.exit(0));', says: /worker 1 was lost: it exited/ },
    { name: 'hangs', code: 'on("begin", hang);', says: /worker 1 was lost: it has been silent/ },
    {
      name: 'says nothing any more',
      code: 'on("stop", () => undefined); on("begin", () => undefined);',
      says: /worker 1 was lost: it has been silent/,
    },
  ]) {
    it(`and ${name} cuts the run short, with books that cannot balance, and the others hand in what they have`, async () => {
      const { run } = await tryBurst(
        `if (index === 1) { ${code} } else on("begin", () => setInterval(() => second(0), 100)); post({ kind: "ready" });`,
        { workers: 2 },
      );
      assert.ok(run?.ending.state === 'cut-short');
      assert.match(run.ending.reason, says);
      assert.deepEqual(run.imbalances, ['workers that reported: 1 is not 2']);
      assert.equal(stateOf(run), 'inconclusive');
    });
  }

  it('and was the only one ends the run all the same', async () => {
    const { run } = await tryBurst('on("begin", hang); post({ kind: "ready" });');
    assert.equal(run?.ending.state, 'cut-short');
  });
});

describe('a burst', () => {
  const ready = 'post({ kind: "ready" });';

  it('is complete when every worker has reported, also when one exits right after', async () => {
    const { run } = await tryBurst(`on("begin", () => { second(0); report([0]); setTimeout(() => process.exit(), 20); }); ${ready}`, {
      workers: 3,
    });
    assert.deepEqual(run?.ending, { state: 'complete' });
    assert.deepEqual(run.imbalances, []);
  });

  it('that is stopped before its workers are ready ends with the reason, and without a phase', async () => {
    const { run } = await tryBurst(`on("stop", () => report()); setTimeout(() => ${ready.slice(0, -1)}, 150);`, {
      stopAtOnce: 'Ctrl-C',
      workers: 2,
    });
    assert.deepEqual(run?.ending, { state: 'cut-short', reason: 'Ctrl-C' });
    assert.equal(run.phases[0]?.startMs, undefined);
    assert.equal(stateOf(run), 'inconclusive');
  });

  it('ends when a window is broken, as aborted, and hears of no second of its own later', async () => {
    const { run } = await tryBurst(`on("begin", () => { second(0); second(1); }); ${ready}`, {
      onSecond: ({ second }) => (second === 1 ? 'total: p99 for 3' : undefined),
    });
    assert.deepEqual(run?.ending, { state: 'aborted', reason: 'total: p99 for 3' });
  });

  it('keeps its first reason', async () => {
    const { run } = await tryBurst(`on("begin", () => { second(0); post({ kind: "over-cap", bytes: 1 }); }); ${ready}`, {
      onSecond: () => 'the window',
    });
    assert.deepEqual(run?.ending, { state: 'aborted', reason: 'the window' });
  });

  it('ends at the cap on bytes, and says how to raise it', async () => {
    const { run } = await tryBurst(`on("begin", () => post({ kind: "over-cap", bytes: 1 })); ${ready}`);
    assert.ok(run?.ending.state === 'cut-short');
    assert.match(run.ending.reason, /--max-bytes/);
    assert.equal(stateOf(run), 'inconclusive');
  });

  it('fails with what a listener throws: that is a bug, and not a run', async () => {
    const { error } = await tryBurst(`on("begin", () => second(0)); ${ready}`, {
      onSecond: () => {
        throw new TypeError('a bug');
      },
    });
    assert.ok(error instanceof TypeError);
  });

  it('closes a second when the last worker has handed it in', async () => {
    const seen: number[] = [];
    const { run } = await tryBurst(
      `on("begin", () => { second(0); if (index === 0) second(1); setTimeout(() => { if (index === 1) second(1); report([0]); }, 60); }); ${ready}`,
      { workers: 2, onSecond: ({ second }) => void seen.push(second) },
    );
    assert.deepEqual(seen, [0, 1]);
    assert.equal(run?.ending.state, 'complete');
  });

  it('tells every worker of a level at one time, and says so in its summary', async () => {
    const told: boolean[] = [];
    // Each worker reports when the level is to hold, as the start of the phase: the earliest and the latest word are the same.
    const { run } = await tryBurst(
      `on("set-level", ({ atUs, phase, fromUsers, users, spawnRatePerSec }) => {
         if ([phase, fromUsers, users, spawnRatePerSec].join() === "0,3,9,2") report([atUs]);
       });
       on("begin", () => setTimeout(() => second(0), 60)); ${ready}`,
      {
        workers: 3,
        phases: '{ users: 3, duration: 9s }',
        onSecond: (_, burst) => {
          for (const users of [1_000_001, 9, 9.5]) told.push(burst.setLevel({ phase: 0, users, spawnRatePerSec: 2 }));
          told.push(burst.setLevel({ phase: 1, users: 4, spawnRatePerSec: 2 }));
          return undefined;
        },
      },
    );
    assert.deepEqual(told, [false, true, false, false]);
    const [change, ...more] = run?.levelChanges ?? [];
    assert.deepEqual([change?.phase, change?.fromUsers, change?.users, change?.spawnRatePerSec, more.length], [0, 3, 9, 2, 0]);
    assert.deepEqual([run?.phases[0]?.startMs, run?.phases[0]?.endMs], [change?.atMs, change?.atMs]);
  });

  it('takes no level before it began, nor after it was told to end', async () => {
    const told: boolean[] = [];
    const level = { phase: 0, users: 5, spawnRatePerSec: 5 };
    const { run } = await tryBurst(`on("begin", () => { second(0); second(1); }); ${ready}`, {
      phases: '{ users: 3, duration: 9s }',
      onBegin: (burst) => void told.push(burst.setLevel(level)),
      onSecond: ({ second }, burst) => {
        if (second === 0) burst.stop('enough');
        told.push(burst.setLevel(level));
        return undefined;
      },
    });
    assert.deepEqual(told.slice(0, 2), [false, false]);
    assert.ok(!told.includes(true));
    assert.deepEqual(run?.levelChanges, []);
  });

  it('begins the phase after fixed work when all workers are done with it, at one time for all', async () => {
    // The last is done 160 ms after it was told to begin, 30 ms ahead; each reports when it was told to begin, as the start of phase 2.
    const { run } = await tryBurst(
      `on("begin", () => setTimeout(() => post({ kind: "phase-done", phase: 0 }), index * 80));
       on("begin-phase", ({ phase, startUs }) => report([0, phase === 1 ? startUs : undefined])); ${ready}`,
      { workers: 3, phases: '{ iterations: 5, users: 3, max_duration: 1s }, { users: 1, duration: 1s }' },
    );
    const [, second] = run?.phases ?? [];
    assert.ok(second?.startMs !== undefined && second.startMs >= 128);
    assert.equal(second.startMs, second.endMs, 'the earliest and the latest word are the same');
  });
});
