import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentileUs } from '../../src/metrics/distribution.ts';
import { renderHlog } from '../../src/report/render-hlog.ts';
import { summarizeEndpoints } from '../../src/report/summarize-endpoints.ts';
import { makeFolder } from '../e2e/make-folder.ts';
import { buildShopReport } from '../support/build-report.ts';
import { evaluatePython } from './run-python.ts';

/** All intervals of a tag added up by the reader of the HdrHistogram project in C and Python. */
const READ = `
import json
from hdrh.histogram import HdrHistogram
from hdrh.log import HistogramLogReader

reader = HistogramLogReader("latency.hlog", HdrHistogram(1, 3600000000, 3))
by_tag, spans = {}, []
while (interval := reader.get_next_interval_histogram()) is not None:
    total = by_tag.setdefault(interval.get_tag(), HdrHistogram(1, 3600000000, 3))
    total.add(interval)
    spans.append([interval.get_tag(), interval.get_start_time_stamp(), interval.get_end_time_stamp()])
read = {tag: [h.get_total_count(), *[h.get_value_at_percentile(p) for p in (50, 90, 95, 99)]] for tag, h in by_tag.items()}
print(json.dumps({"read": read, "spans": spans, "start": reader.get_start_time_sec()}))
`;

test("the HdrHistogram project's reader for Python gets the counts, percentiles and times of every endpoint", async (context) => {
  const report = buildShopReport();
  const folder = await makeFolder(context, { 'latency.hlog': renderHlog(report) });
  const { rows } = summarizeEndpoints(report.run);
  const measured = rows.filter(({ latency }) => latency.count > 0);
  const startMs = Date.parse(report.run.startedAt);
  const endOfBucket = (us: number | undefined): number => (us === undefined ? 0 : widen(us));
  const read = Object.fromEntries(
    measured.map(({ name, latency }) => [
      name.replaceAll(' ', '_'),
      [latency.count, ...[50, 90, 95, 99].map((percentile) => endOfBucket(percentileUs(latency, percentile)))],
    ]),
  );
  const spans = measured.flatMap(({ name, slices }) =>
    slices
      .filter(({ latency }) => latency.count > 0)
      .map(({ second }) => [name.replaceAll(' ', '_'), startMs + second * 1_000, startMs + (second + 1) * 1_000]),
  );
  const answer = evaluatePython(folder, READ);
  assert.deepEqual(sortSpans(answer), sortSpans({ read, spans, start: startMs / 1_000 }));
});

/** The highest value of the bucket: readers do not know that nothing above the greatest value was measured. */
function widen(us: number): number {
  const width = 2 ** Math.max(0, Math.floor(Math.log2(us)) - 10);
  return Math.floor(us / width) * width + width - 1;
}

function sortSpans(answer: unknown): unknown {
  assert.ok(typeof answer === 'object' && answer !== null && 'spans' in answer && Array.isArray(answer.spans));
  return { ...answer, spans: answer.spans.map(String).toSorted() };
}
