import assert from 'node:assert/strict';
import type http from 'node:http';
import { test } from 'node:test';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { runBurst } from '../../src/load/run-burst.ts';
import type { Burst } from '../../src/metrics/burst.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { planLive, type LivePlans } from '../../src/plan/plan-live.ts';
import { sourceOf } from '../config/read-fixtures.ts';
import { NO_WISHES } from '../support/build-plan.ts';
import { serveHttp } from '../support/serve.ts';

/** A request as one of two servers saw it. */
interface Seen {
  readonly side: 'candidate' | 'baseline';
  readonly url: string;
  readonly cookie: string;
  /** Its place among the requests of both. */
  readonly order: number;
  readonly atMs: number;
}

interface Tried {
  readonly seen: readonly Seen[];
  readonly runs: readonly RunSummary[];
  readonly connections: Readonly<Record<Seen['side'], number>>;
}

type Answer = (response: http.ServerResponse, seen: Seen) => void;

/** Two servers in this process, and one burst at both. */
async function measureBoth(
  yaml: string,
  wishes: { readonly answer?: Answer; readonly takesTurns?: boolean; readonly workers?: number; readonly onStart?: (burst: Burst) => void },
): Promise<Tried> {
  const seen: Seen[] = [];
  const listen = (side: Seen['side']) =>
    serveHttp((request, response) => {
      const own = { side, url: request.url ?? '', cookie: request.headers.cookie ?? '', order: seen.length, atMs: performance.now() };
      seen.push(own);
      if (wishes.answer) wishes.answer(response, own);
      else response.end('{}');
    });
  await using candidate = await listen('candidate');
  await using baseline = await listen('baseline');
  const plans = plansOf(`target: ${candidate.url}\n${yaml}`, { url: baseline.url, ...wishes });
  const burst = runBurst([plans.candidate, plans.baseline], { env: {}, scenarioHash: '', version: '0', onSecond: () => undefined });
  wishes.onStart?.(burst);
  const runs = await burst.done;
  return { seen, runs, connections: { candidate: candidate.connections(), baseline: baseline.connections() } };
}

function plansOf(yaml: string, wishes: { readonly url: string; readonly takesTurns?: boolean; readonly workers?: number }): LivePlans {
  const parsed = parseScenario(sourceOf(yaml, { env: {} }));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const { url, takesTurns = false, workers = 1 } = wishes;
  const planned = planLive(parsed.value, { ...NO_WISHES, workers }, { url, takesTurns });
  assert.ok(planned.ok, JSON.stringify(planned));
  return planned.value;
}

function urlsOf({ seen }: Tried, side: Seen['side']): readonly string[] {
  return seen.flatMap((one) => (one.side === side ? [one.url] : []));
}

const PHASES = 'phases: [ { name: warm, arrival_rate: 100/s, duration: 500ms, warmup: true }, { arrival_rate: 100/s, duration: 3s } ]';

for (const workers of [1, 2]) {
  test(`two targets get the same requests at the same times, from ${workers} of the workers`, async () => {
    const tried = await measureBoth(
      `data: { row: { values: [${Array.from({ length: 400 }, (_, index) => index).join(', ')}], pick: unique } }
vars: { id: { int: [1, 1000000] } }
steps: [ { get: "/a?id=\${id}&row=\${row}" } ]
${PHASES}`,
      { workers },
    );
    const [candidate, baseline] = [urlsOf(tried, 'candidate'), urlsOf(tried, 'baseline')];
    assert.equal(candidate.length, 350);
    assert.equal(new Set(candidate).size, 350);
    const withoutRows = (urls: readonly string[]): readonly string[] => urls.map((url) => url.replace(/&row=.*/, '')).sort();
    assert.deepEqual(withoutRows(candidate), withoutRows(baseline));
    // Which worker takes which row is a race of its own; each side uses every row once.
    const rows = (urls: readonly string[]): readonly string[] => urls.map((url) => url.replace(/.*&row=/, '')).sort();
    assert.deepEqual(rows(candidate), rows(baseline));
    for (const run of tried.runs) assert.deepEqual(run.imbalances, []);
    assert.deepEqual(
      tried.runs.map(({ phases }) => phases.map(({ iterations }) => iterations.started)),
      [
        [50, 300],
        [50, 300],
      ],
    );
  });
}

test('a seeded coin says which target is asked first, and half of the time it is the one', async () => {
  const tried = await measureBoth(`vars: { n: { int: [1, 1000000000] } }\nsteps: [ { get: "/\${n}" } ]\n${PHASES}`, {});
  const firsts = new Map<string, Seen['side']>();
  for (const { url, side } of tried.seen) if (!firsts.has(url)) firsts.set(url, side);
  const share = [...firsts.values()].filter((side) => side === 'candidate').length / firsts.size;
  assert.ok(share > 0.35 && share < 0.65, `${share}`);
});

test('captures and cookies of the two targets never meet', async () => {
  const tried = await measureBoth(
    `steps:
  - { get: /new, capture: { id: $.id } }
  - get: "/use/\${id}"
${PHASES}`,
    {
      answer: (response, { side, order }) => {
        response.setHeader('set-cookie', `who=${side}; path=/`);
        response.end(JSON.stringify({ id: `${side}-${order}` }));
      },
    },
  );
  const uses = tried.seen.filter(({ url }) => url.startsWith('/use/'));
  assert.ok(uses.length > 600, `${uses.length}`);
  for (const { side, url, cookie } of uses) {
    assert.ok(url.startsWith(`/use/${side}-`), `${side} was asked for ${url}`);
    assert.equal(cookie, `who=${side}`);
  }
});

test('a target that is slower makes both open more connections', async () => {
  const tried = await measureBoth(`steps: [ { get: / } ]\n${PHASES}`, {
    answer: (response, { side }) => void setTimeout(() => response.end(), side === 'baseline' ? 120 : 0),
  });
  const { candidate, baseline } = tried.connections;
  assert.ok(baseline >= 10, `${baseline}`);
  assert.ok(Math.abs(candidate - baseline) <= 2, `${candidate} and ${baseline}`);
  assert.deepEqual(
    tried.runs.map(({ transport }) => transport.connectionsOpened),
    [candidate, baseline],
  );
});

test('a burst that is stopped hands in what both sides have', async () => {
  const { runs } = await measureBoth(`steps: [ { get: / } ]\n${PHASES}`, {
    onStart: (burst) => void setTimeout(() => burst.stop('a test'), 1_500),
  });
  assert.equal(runs.length, 2);
  for (const run of runs) {
    assert.deepEqual(run.ending, { state: 'cut-short', reason: 'a test' });
    assert.ok(run.series[0]?.perPhase.some(({ counts }) => counts.ok > 0));
  }
});

test('a target that is dead takes nothing from the other', async () => {
  const { runs } = await measureBoth(`steps: [ { get: / } ]\n${PHASES}`, {
    answer: (response, { side }) => (side === 'baseline' ? response.destroy() : response.end()),
  });
  const counts = runs.map((run) => run.series[0]?.perPhase[1]?.counts);
  assert.deepEqual([counts[0]?.ok, counts[0]?.failed, counts[1]?.ok, counts[1]?.failed], [300, 0, 0, 300]);
});

test('targets that take turns never have load at the same time, and get the same requests', async () => {
  const tried = await measureBoth(
    `time_box: 3m\nvars: { id: { int: [1, 1000000] } }\nsteps: [ { get: "/\${id}" } ]
phases: [ { name: warm, arrival_rate: 20/s, duration: 500ms, warmup: true }, { name: steady, arrival_rate: 30/s, duration: 3s, arrivals: poisson } ]`,
    { takesTurns: true },
  );
  // Two that are due in the same millisecond may come in either order.
  assert.deepEqual(urlsOf(tried, 'candidate').toSorted(), urlsOf(tried, 'baseline').toSorted());
  // A B of the warm-up, then B A of the one segment that 3 s make.
  const turns = tried.seen.flatMap(({ side }, index) => (tried.seen[index - 1]?.side === side ? [] : [side]));
  assert.deepEqual(turns, ['candidate', 'baseline', 'candidate']);
  for (const run of tried.runs) {
    assert.deepEqual(run.imbalances, []);
    assert.deepEqual(run.health.silentStretchesMs, []);
  }
});
