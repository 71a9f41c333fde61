import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { compareStored } from '../src/command-compare.ts';
import { DEFAULT_REGRESSION_RULES } from '../src/config/regression-rules.ts';
import type { CompareRequest } from '../src/options/stored-request.ts';
import { renderResults } from '../src/report/render-results.ts';
import type { Report } from '../src/report/report.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { compareLive, type LiveLook } from '../src/verdict/regression/compare-live.ts';
import { buildLiveRuns } from './support/build-live-report.ts';
import { collectPorts, reportOf } from './support/build-stored-runs.ts';

interface Compared {
  readonly code: number;
  readonly out: string;
  readonly aside: string;
}

/** `compare result.json` in a folder of its own. */
async function compare(context: TestContext, report: Report, request: Partial<CompareRequest> = {}): Promise<Compared> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-live-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'result.json'), renderResults(report));
  await writeFile(join(folder, 'old.json'), renderResults(reportOf({ day: 1 })));
  await writeFile(join(folder, 'noisy.yaml'), 'regression: { deployment_noise: 20% }\n');
  const ports = collectPorts(folder);
  const asked = { command: 'compare', result: 'result.json', baselines: [], sla: undefined, json: false, ...request } as const;
  const code = exitCodeFor(await compareStored(asked, ports));
  return { code, out: ports.out(), aside: ports.aside() };
}

const SAME = [{ ms: 40 }, { name: 'POST /orders', ms: 60 }];
const SLOW = [{ ms: 60 }, { name: 'POST /orders', ms: 60 }];
const CUT = { state: 'cut-short', reason: 'Ctrl-C' } as const;

/** The report with something else in one burst of the other side. */
function withSide(report: Report, place: number, parts: Partial<Report['run']>): Report {
  const { live } = report;
  assert.ok(live);
  return { ...report, live: { ...live, runs: live.runs.map((run, index) => (index === place ? { ...run, ...parts } : run)) } };
}

const VERDICTS: readonly (readonly [name: string, report: Report, code: number, words: RegExp])[] = [
  ['the same speed on both sides', buildLiveRuns({ candidate: SAME, baseline: SAME }), 0, /^PASS {2}Regression: none; this run could see/],
  [
    'a slower candidate, seen twice',
    buildLiveRuns({ candidate: SLOW, baseline: SAME, further: 2 }),
    1,
    /^REGRESSION {2}Regression: GET \/items p95 .* confirmed on fresh data/,
  ],
  [
    'a slower candidate, seen once',
    buildLiveRuns({ candidate: SLOW, baseline: SAME }),
    3,
    /^NOT JUDGED {2}Regression: not decided; GET \/items p95 needs a second look/,
  ],
  [
    'a slower candidate and half of a second look',
    buildLiveRuns({ candidate: SLOW, baseline: SAME, further: 1 }),
    3,
    /^NOT JUDGED {2}Regression: not decided/,
  ],
  [
    'a baseline of which nothing succeeded',
    buildLiveRuns({ candidate: SAME, baseline: [{ ms: 1, perSecond: 0, failedPerSecond: 50 }] }),
    3,
    /^NOT JUDGED {2}Regression: not judged; the baseline did not answer soundly/,
  ],
  ['a baseline that was cut short', withSide(buildLiveRuns({ candidate: SAME, baseline: SAME }), 0, { ending: CUT }), 3, /^NOT JUDGED/],
  [
    'books of the baseline that do not balance',
    withSide(buildLiveRuns({ candidate: SAME, baseline: SAME }), 0, { imbalances: ['planned 10 ≠ started 9'] }),
    3,
    /- On the baseline's side: The books do not balance: planned 10 ≠ started 9/,
  ],
];
for (const [name, report, code, words] of VERDICTS) {
  test(`A result with ${name} needs no baseline to be named, and exits ${code}.`, async (context) => {
    const compared = await compare(context, report);
    assert.match(compared.out, words);
    assert.match(compared.out, /^Against https:\/\/old\.example, at the same time \(A\/B\)$/m);
    assert.deepEqual({ code: compared.code, aside: compared.aside }, { code, aside: '' });
  });
}

for (const further of [0, 2]) {
  test(`With ${further} further bursts the answer is the gate's own, bit for bit.`, async (context) => {
    const report = buildLiveRuns({ candidate: SLOW, baseline: SAME, further });
    const looks = [report.run, ...(report.further ?? [])].map((candidate, index): LiveLook => ({
      candidate,
      baseline: report.live?.runs[index] ?? assert.fail(),
    }));
    const [first, ...second] = looks as [LiveLook, ...LiveLook[]];
    const expected = compareLive({ first, second, rules: DEFAULT_REGRESSION_RULES });
    const compared = await compare(context, report, { json: true });
    const parsed = JSON.parse(compared.out) as { readonly comparison: unknown; readonly live: unknown; readonly baselines: unknown };
    assert.equal(JSON.stringify(parsed.comparison), JSON.stringify(expected));
    assert.deepEqual(parsed.live, { where: 'https://old.example', interleave: 'simultaneous' });
    assert.deepEqual(parsed.baselines, []);
  });
}

test('A burst of the second look that cannot be used confirms nothing, as in the gate.', async (context) => {
  const report = buildLiveRuns({ candidate: SLOW, baseline: SAME, further: 2 });
  const [one, two] = report.further ?? [];
  assert.ok(one && two);
  const compared = await compare(context, { ...report, further: [one, { ...two, ending: CUT }] });
  assert.equal(compared.code, 3);
  assert.match(compared.out, /^NOT JUDGED {2}Regression: not decided/);
});

test('The noise of deployments is that of the SLA.', async (context) => {
  const report = buildLiveRuns({ candidate: [{ ms: 50 }], baseline: [{ ms: 40 }], further: 2 });
  assert.equal((await compare(context, report)).code, 1);
  assert.equal((await compare(context, report, { sla: 'noisy.yaml' })).code, 0);
});

test('With a baseline named, the other side has no part in it.', async (context) => {
  const report = buildLiveRuns({ candidate: SAME, baseline: [{ ms: 1, perSecond: 0, failedPerSecond: 50 }] });
  const compared = await compare(context, report, { baselines: ['old.json'] });
  assert.match(compared.out, /^Against the baseline \(\d+ runs? in old\.json\)$/m);
  assert.doesNotMatch(compared.out, /old\.example/);
});

test('A result without another side needs a baseline, and both ways are named.', async (context) => {
  const { live: _, ...report } = buildLiveRuns({ candidate: SAME, baseline: SAME });
  await assert.rejects(compare(context, report), {
    code: 'LOAD_GATE_USAGE',
    hint: /load-gate compare RESULT BASELINE….*--baseline url:URL/,
  });
});
