import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import { errorChart } from '../../src/report/html/error-chart.ts';
import { heatMap } from '../../src/report/html/heat-map.ts';
import { latencyChart, type Place } from '../../src/report/html/latency-chart.ts';
import { throughputChart, usersChart } from '../../src/report/html/load-charts.ts';
import { percentileChart } from '../../src/report/html/percentile-chart.ts';
import { summarizeEndpoints } from '../../src/report/summarize-endpoints.ts';
import { LiveRun } from '../../src/terminal/web/client/live-run.ts';
import { LIVE_CHARTS } from '../../src/terminal/web/client/live-charts.ts';
import type { LiveBurst, ToPage } from '../../src/terminal/web/live-messages.ts';
import { buildChatRun } from '../support/build-chat-run.ts';
import { buildLongReport } from '../support/build-long-run.ts';
import { buildShopReport } from '../support/build-report.ts';
import { buildRunSummary, everySecond, times } from '../support/build-run-summary.ts';
import { playRun } from './play-run.ts';

/** Told everything, in order. */
function follow(messages: readonly ToPage[]): LiveRun {
  let run: LiveRun | undefined;
  for (const message of messages) {
    if (message.kind === 'begin') run = new LiveRun(message.burst);
    if (message.kind === 'second') run?.add(message.second, message.snapshot);
  }
  assert.ok(run);
  return run;
}

const PLACE: Place = { id: 'chart', size: 'tall', mostSteps: 300 };

/** What each chart reads: the run with all series, or with one of them. */
const CHARTS: Readonly<Record<string, (run: RunSummary) => string>> = {
  latency: (run) => latencyChart(run, run.series, PLACE).toString(),
  throughput: (run) => throughputChart(run, run.series, PLACE).toString(),
  heat: (run) => heatMap(run, run.series, { ...PLACE, mostSteps: 150 }).toString(),
  users: (run) => usersChart(run, PLACE).toString(),
  percentiles: (run) => {
    const { total } = summarizeEndpoints(run);
    return percentileChart([{ label: 'now', tone: 'now', find: () => total }], undefined, PLACE).toString();
  },
};

const RUNS: Readonly<Record<string, () => RunSummary>> = {
  'a run of ten minutes with failures of several classes': () => buildLongReport({ minutes: 10, endpoints: 4, rate: 4 }).run,
  'a run of a minute': () => buildLongReport({ minutes: 1, endpoints: 6, rate: 8 }).run,
  'a shop with an open and a closed phase, drains and what was filtered out': () => buildShopReport().run,
  'a chat over WebSockets': () => buildChatRun(),
  'a run without a success': () => buildRunSummary({ series: [{ name: 'GET /', seconds: everySecond(5, { failed: 2, timedOut: 1 }) }] }),
};

describe('a live run of which everything has come', () => {
  for (const [name, build] of Object.entries(RUNS)) {
    test(`${name} has the charts of its report, all together and one by one`, () => {
      const run = build();
      const live = follow(playRun(run));
      for (const [chart, draw] of Object.entries(CHARTS)) {
        assert.equal(draw(live.summarize()), draw(run), chart);
        assert.equal(draw(live.summarizeTogether()), draw(run), `${chart}, merged`);
        for (const [index, series] of run.series.entries()) {
          assert.equal(
            draw(live.summarizeOne(index)),
            draw({ ...run, series: [series], durationMs: live.seconds * 1_000 }),
            `${chart} of ${series.name}`,
          );
        }
      }
      assert.equal(errorChart(live.summarize(), PLACE).toString(), errorChart(run, PLACE).toString());
    });
  }

  test('every request is counted once, whatever became of it', () => {
    const run = buildShopReport().run;
    const live = follow(playRun(run)).summarize();
    for (const [index, series] of run.series.entries()) {
      for (const [place, { counts }] of series.perPhase.entries()) {
        const { ok, failed, timedOut, cut, dropped, drops, started } = counts;
        assert.partialDeepStrictEqual(live.series[index]?.perPhase[place]?.counts, { started, ok, failed, timedOut, cut, dropped, drops });
      }
    }
  });
});

describe('a live run that goes on', () => {
  const run = buildRunSummary({
    phases: [
      { name: 'warm', seconds: 2, warmup: true },
      { name: 'steady', seconds: 4 },
      { name: 'rest', seconds: 2, model: 'pause' },
      { name: 'again', seconds: 4 },
    ],
    series: [
      {
        name: 'GET /',
        in: {
          warm: everySecond(2, { okMs: [5] }),
          steady: everySecond(4, { okMs: times(3, 5), dropped: 1 }),
          again: everySecond(4, { okMs: [7] }),
        },
      },
    ],
  });
  const messages = playRun(run);
  const [begin, ...seconds] = messages;
  assert.ok(begin);
  const phasesAfter = (count: number): readonly (readonly [string, number | undefined, number | undefined, number])[] =>
    follow([begin, ...seconds.slice(0, count)])
      .summarize()
      .phases.map(({ plan, startMs, endMs, iterations }) => [plan.name, startMs, endMs, iterations.started] as const);

  test('has the phases so far: those that are over, the one that goes on, and none of those to come', () => {
    assert.deepEqual(
      phasesAfter(0),
      ['warm', 'steady', 'rest', 'again'].map((name) => [name, undefined, undefined, 0]),
    );
    assert.deepEqual(phasesAfter(3), [
      ['warm', 0, 2_000, 2],
      ['steady', 2_000, 3_000, 3],
      ['rest', undefined, undefined, 0],
      ['again', undefined, undefined, 0],
    ]);
    assert.deepEqual(phasesAfter(12), [
      ['warm', 0, 2_000, 2],
      ['steady', 2_000, 6_000, 12],
      ['rest', 6_000, 8_000, 0],
      ['again', 8_000, 12_000, 4],
    ]);
  });

  test('that is stopped leaves its phase at once, and those to come never begin, however long the drain takes', () => {
    const stopped = seconds
      .slice(0, 9)
      .map((message, index) =>
        message.kind === 'second' && index >= 3
          ? { ...message, second: { ...message.second, phase: 4, slices: [], starts: 0, began: 0 } }
          : message,
      );
    const { phases, durationMs } = follow([begin, ...stopped]).summarize();
    assert.deepEqual(
      phases.map(({ startMs, endMs }) => [startMs, endMs]),
      [
        [0, 2_000],
        [2_000, 4_000],
        [undefined, undefined],
        [undefined, undefined],
      ],
    );
    assert.equal(durationMs, 9_000);
  });

  test('after fixed work knows the phases as it saw them', () => {
    const fixed = buildRunSummary({
      phases: [
        { name: 'work', seconds: 5, model: 'iterations' },
        { name: 'then', seconds: 3 },
      ],
      series: [],
    });
    const [first] = playRun(fixed);
    assert.ok(first?.kind === 'begin');
    const live = new LiveRun(first.burst);
    for (const [second, phase] of [0, 0, 1, 1, 2, 2].entries()) {
      live.add({ second, phase, users: 1, starts: 1, began: 1, slices: [], failures: [] }, NO_SNAPSHOT);
    }
    assert.deepEqual(
      live.summarize().phases.map(({ startMs, endMs }) => [startMs, endMs]),
      [
        [0, 2_000],
        [2_000, 5_000],
      ],
    );
  });

  test('counts a second that is told twice once', () => {
    const twice = follow([begin, ...seconds.slice(0, 5).flatMap((message) => [message, message])]);
    assert.deepEqual(twice.summarize(), follow([begin, ...seconds.slice(0, 5)]).summarize());
  });

  test('passes over series and phases that its plan does not have', () => {
    const live = new LiveRun((begin as { readonly burst: LiveBurst }).burst);
    const slice = {
      second: 0,
      ok: 1,
      failed: 0,
      censored: 0,
      latency: { count: 1, lowestUs: 1, highestUs: 1, sumUs: 1, buckets: [1], counts: [1] },
    };
    const failure = { class: 'reset', reason: 'r', count: 1, sample: '', firstMs: 0, lastMs: 0 } as const;
    live.add(
      {
        second: 0,
        phase: 0,
        users: 1,
        starts: 1,
        began: 1,
        slices: [{ series: 7, phase: 9, slice }],
        failures: [{ series: 7, phase: 9, failure }],
      },
      NO_SNAPSHOT,
    );
    assert.deepEqual(live.listFailures(), []);
    assert.equal(live.summarizeTogether().series[0]?.perPhase[0]?.slices.length, 0);
  });

  test('leaves out of what began what was dropped', () => {
    const { starts } = follow(messages);
    assert.deepEqual(
      starts.map(({ made }) => made),
      [1, 1, 3, 3, 3, 3, 0, 0, 1, 1, 1, 1],
    );
  });
});

describe('the charts of the page', () => {
  test('are all drawn once something has happened, those of one endpoint too, and none before', () => {
    const live = follow(playRun(buildChatRun()));
    const [begin] = playRun(buildChatRun());
    assert.ok(begin?.kind === 'begin');
    for (const { id, draw, isShown } of LIVE_CHARTS) {
      assert.equal(draw(new LiveRun(begin.burst), undefined).toString(), '', id);
      assert.match(draw(live, undefined).toString(), new RegExp(`^<figure class="chart tall" id="${id}">`));
      assert.equal(isShown(live.burst, undefined), true, id);
      if (isShown(live.burst, 2)) assert.match(draw(live, 2).toString(), /^<figure/, id);
    }
  });
});

const NO_SNAPSHOT = {
  elapsedMs: 0,
  plannedMs: 0,
  phase: '',
  users: 0,
  starts: 0,
  plannedStarts: undefined,
  rows: [],
  total: { name: 'total', requests: 0, failures: 0, ratePerSec: 0, p50Us: undefined, p95Us: undefined, p99Us: undefined },
};
