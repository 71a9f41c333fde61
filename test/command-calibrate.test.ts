import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { calibrate } from '../src/command-calibrate.ts';
import { parseSla } from '../src/config/parse-sla.ts';
import type { CalibrateRequest } from '../src/options/stored-request.ts';
import { renderResults } from '../src/report/render-results.ts';
import type { Report } from '../src/report/report.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { createFileReader } from '../src/workspace/file-reader.ts';
import { fastRandom } from './sim/fast-random.ts';
import { buildLiveRuns, type LiveInput } from './support/build-live-report.ts';
import { collectPorts } from './support/build-stored-runs.ts';
import { steerRun } from './support/steer-run.ts';

interface Calibrated {
  readonly code: number;
  readonly out: string;
  readonly aside: string;
  readonly folder: string;
}

/** Two deployments of one commit, each up to some 10 % slower or faster than the other. */
function selfRun(seed: number, parts: Partial<LiveInput> = {}): Report {
  const { normal } = fastRandom(seed);
  const side = (): LiveInput['baseline'] => [
    { ms: 40 * Math.exp(0.05 * normal()) },
    { name: 'POST /orders', ms: 60 * Math.exp(0.05 * normal()) },
  ];
  return buildLiveRuns({ candidate: side(), baseline: side(), seed, ...parts });
}

const TEN: readonly Report[] = Array.from({ length: 10 }, (_, index) => selfRun(index + 1));

/** `calibrate runs` in a folder of its own, with these reports in `runs`. */
async function run(context: TestContext, reports: readonly Report[], request: Partial<CalibrateRequest> = {}): Promise<Calibrated> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-calibrate-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'runs'));
  for (const [index, report] of reports.entries())
    await writeFile(join(folder, 'runs', `${String(index).padStart(2, '0')}.json`), renderResults(report));
  await writeFile(join(folder, 'runs', 'broken.json'), '{"schema_version": 1,');
  const ports = collectPorts(folder);
  const asked = { command: 'calibrate', results: ['runs'], sla: undefined, json: false, ...request } as const;
  return { code: exitCodeFor(await calibrate(asked, ports)), out: ports.out(), aside: ports.aside(), folder };
}

test('Ten runs give the noise of deployments, its interval, and a line that the SLA takes.', async (context) => {
  const { code, out, aside } = await run(context, TEN);
  assert.deepEqual({ code, aside }, { code: 0, aside: '' });
  assert.match(
    out,
    /^Deployment noise, from 10 runs of one commit against itself\n\nlatency +runs +mean change +spread +spread within runs\n/,
  );
  assert.match(out, /^GET \/items p95 +10 +[+−]\d+(\.\d)? % +\d+\.\d % +\d+\.\d %$/m);
  assert.match(out, /^POST \/orders p95 +10 /m);
  assert.match(
    out,
    /the latency varies by \d+(\.\d)? %\.\s+As far as 10 runs can tell,\s+it\s+is\s+between \d+(\.\d)? and \d+(\.\d)? %\.$/m,
  );
  const line = /^ {2}(regression: \{ deployment_noise: (\d+(?:\.\d)?)% \})$/m.exec(out);
  assert.ok(line?.[1] !== undefined);
  // 5 % was planted on each side of each endpoint.
  assert.ok(Number(line[2]) > 2.5 && Number(line[2]) < 9, line[2]);
  const files = createFileReader({ workingDirectory: '.', root: undefined }, '.');
  const sla = parseSla({ file: 'x.sla.yaml', text: line[1], env: {}, files, sets: [], requireSecrets: false });
  assert.ok(sla.ok && Math.abs(sla.value.regression.deploymentNoise - Number(line[2]) / 100) < 1e-12);
  assert.match(out, /1 result is left out:\n- runs\/broken\.json: the file is not JSON/);
});

test('As JSON it has the unrounded figures, and the table is beside it.', async (context) => {
  const { code, out, aside } = await run(context, TEN, { json: true });
  assert.equal(code, 0);
  const parsed = JSON.parse(out) as Readonly<Record<string, unknown>>;
  assert.deepEqual(Object.keys(parsed), ['calibrate_version', 'deployment_noise', 'interval', 'runs', 'rule', 'latencies', 'left_out']);
  assert.deepEqual([parsed['calibrate_version'], parsed['runs']], [1, 10]);
  assert.match(String(parsed['rule']), /^regression: \{ deployment_noise: /);
  assert.match(aside, /^Deployment noise, from 10 runs/);
});

test('The same files give the same figures, however often and in which order they are named.', async (context) => {
  const whole = await run(context, TEN, { json: true });
  const names = TEN.map((_, index) => join('runs', `${String(index).padStart(2, '0')}.json`));
  const single = await run(context, TEN, { json: true, results: [...names.toReversed(), ...names] });
  const figures = (text: string): unknown => ({ ...(JSON.parse(text) as object), left_out: [] });
  assert.deepEqual(figures(single.out), figures(whole.out));
});

const hash = (report: Report): Report => ({
  ...report,
  run: { ...report.run, scenario: { ...report.run.scenario, hash: 'f'.repeat(64) } },
});
const alone = (report: Report): Report => {
  const { live: _, ...rest } = report;
  return rest;
};
const strained = (report: Report): Report => ({ ...report, run: { ...report.run, health: { ...report.run.health, busiestWorkerCpu: 1 } } });
const missed = (report: Report): Report => {
  const { live } = report;
  assert.ok(live);
  const runs = live.runs.map((side) => ({ ...side, health: { ...side.health, missedRatio: 0.3 } }));
  return { ...report, live: { ...live, runs } };
};
const LEFT_OUT: readonly (readonly [what: string, report: Report, reason: RegExp])[] = [
  ['without another side', alone(selfRun(21)), /it was not compared with another target: run it with --baseline url:URL/],
  ['of another scenario', hash(selfRun(21)), /not the same test: another scenario/],
  [
    'of another profile',
    selfRun(21, { with: { scenario: { ...selfRun(21).run.scenario, profile: 'peak' } } }),
    /not the same test: profile peak/,
  ],
  ['that was cut short', selfRun(21, { with: { ending: { state: 'cut-short', reason: 'Ctrl-C' } } }), /its burst was cut short: Ctrl-C/],
  ['whose users were set by hand', { ...selfRun(21), run: steerRun(selfRun(21).run) }, /its users were set by hand/],
  ['of a strained generator', strained(selfRun(21)), /its measurement is not valid: The busiest worker used 100 %/],
  ['with missed starts on the other side', missed(selfRun(21)), /its measurement is not valid: The generator missed 30 %/],
  ['with a dead baseline', selfRun(21, { baseline: [{ ms: 1, perSecond: 0, failedPerSecond: 9 }] }), /the baseline did not answer soundly/],
  [
    'with a dead candidate',
    selfRun(21, { candidate: [{ ms: 1, perSecond: 0, failedPerSecond: 9 }] }),
    /the candidate did not answer soundly/,
  ],
  ['with too few samples', selfRun(21, { candidate: [{ ms: 1, perSecond: 1 }], baseline: [{ ms: 1, perSecond: 1 }] }), /enough samples/],
];
for (const [what, report, reason] of LEFT_OUT) {
  test(`A result ${what} is left out with its reason, and does not count among the ten.`, async (context) => {
    const enough = await run(context, [report, ...TEN]);
    assert.equal(enough.code, 0);
    const text = enough.out.replaceAll(/\n {2}/g, ' ');
    assert.match(text, /2 results are left out:/);
    assert.match(text.split('\n').find((line) => line.startsWith('- runs/00.json: ')) ?? '', reason);
    const few = await run(context, [report, ...TEN.slice(0, 8)]);
    assert.equal(few.code, 2);
    assert.equal(few.out, '');
    assert.match(few.aside, /calibrate needs 10 runs .* and 8 can be used: make 2 more/);
    assert.match(few.aside.replaceAll(/\n {2}/g, ' '), reason);
  });
}

test('Results without any other side are a mistake of the command line.', async (context) => {
  const { code, aside } = await run(context, TEN.map(alone));
  assert.equal(code, 2);
  assert.match(aside, /and none can be used: make 10 more/);
});

test('An SLA with a mistake is shown as everywhere else, and its percentiles are measured.', async (context) => {
  const { folder } = await run(context, TEN);
  await writeFile(join(folder, 'sla.yaml'), 'regression: { p50: 10%, p95: 10% }\n');
  await writeFile(join(folder, 'wrong.yaml'), 'regression: { deployment_noise: 2 }\n');
  const ports = collectPorts(folder);
  const asked = { command: 'calibrate', results: ['runs'], sla: 'sla.yaml', json: false } as const;
  assert.equal(exitCodeFor(await calibrate(asked, ports)), 0);
  assert.match(ports.out(), /^GET \/items p50 +10 /m);
  assert.equal(exitCodeFor(await calibrate({ ...asked, sla: 'wrong.yaml' }, ports)), 2);
  assert.match(ports.aside(), /^wrong\.yaml:1:/);
});
