import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { nameFolder } from '../src/baseline/name-files.ts';
import { compareStored } from '../src/command-compare.ts';
import type { CompareRequest } from '../src/options/stored-request.ts';
import { renderResults } from '../src/report/render-results.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { collectPorts, reportOf, storeRuns, type StoredInput } from './support/build-stored-runs.ts';
import { steerRun } from './support/steer-run.ts';

const FOLDER = nameFolder('default');
const HISTORY: readonly StoredInput[] = Array.from({ length: 8 }, (_, day) => ({ day }));

interface Compared {
  readonly code: number;
  readonly out: string;
  readonly aside: string;
}

/** `compare` in that folder, with the candidate as result.json. */
async function compare(folder: string, candidate: StoredInput, request: Partial<CompareRequest> = {}): Promise<Compared> {
  await writeFile(join(folder, 'result.json'), renderResults(reportOf(candidate)));
  const ports = collectPorts(folder);
  const asked = { command: 'compare', result: 'result.json', baselines: [FOLDER], sla: undefined, json: false, ...request } as const;
  const code = exitCodeFor(await compareStored(asked, ports));
  return { code, out: ports.out(), aside: ports.aside() };
}

const VERDICTS: readonly (readonly [name: string, candidate: StoredInput, code: number, words: RegExp])[] = [
  ['the same speed', { day: 20, further: 0 }, 0, /^PASS {2}Regression: none; this run could see changes from \+\d/],
  [
    'one and a half times as slow, seen twice',
    { day: 20, factor: 1.5, further: 2 },
    1,
    /^REGRESSION {2}Regression: GET \/items p95 .* confirmed on fresh data/,
  ],
  [
    'one and a half times as slow, seen once',
    { day: 20, factor: 1.5, further: 0 },
    3,
    /^NOT JUDGED {2}Regression: not decided; GET \/items p95 needs a second look/,
  ],
  ['slower, and the burst of a baseline is no second look', { day: 20, factor: 1.5, further: 1 }, 3, /^NOT JUDGED/],
];

for (const [name, candidate, code, words] of VERDICTS) {
  test(`A result with ${name} exits ${code}.`, async (context) => {
    const { folder } = await storeRuns(context, HISTORY);
    const compared = await compare(folder, candidate);
    assert.match(compared.out, words);
    assert.match(compared.out, /^Against the baseline \(8 runs in default-[0-9a-f]{8}\)$/m);
    assert.deepEqual({ code: compared.code, aside: compared.aside }, { code, aside: '' });
  });
}

test('The same files give the same answer bit for bit, in any order and however often they are named.', async (context) => {
  const { folder } = await storeRuns(context, HISTORY);
  const candidate = { day: 20, factor: 1.5, further: 2 };
  const files = (await readdir(join(folder, FOLDER))).map((name) => join(FOLDER, name));
  const whole = await compare(folder, candidate, { json: true });
  const single = await compare(folder, candidate, { json: true, baselines: [...files.toReversed(), FOLDER, ...files] });
  assert.equal(single.out, whole.out);
  assert.equal(whole.code, 1);
  assert.match(whole.aside, /^REGRESSION/);
  const parsed: unknown = JSON.parse(whole.out);
  assert.ok(typeof parsed === 'object' && parsed !== null && 'state' in parsed && parsed.state === 'regression');
});

test('A results.json is a baseline, whatever its SLA came to, and its regression: counts.', async (context) => {
  const { folder } = await storeRuns(context, []);
  await writeFile(join(folder, 'old.json'), renderResults(reportOf({ day: 1, state: 'inconclusive' })));
  await writeFile(join(folder, 'wide.yaml'), 'regression: { p95: 90% }\n');
  const slow = { day: 20, factor: 1.5, further: 2 };
  assert.equal((await compare(folder, slow, { baselines: ['old.json'], sla: 'wide.yaml' })).code, 0);
  assert.match((await compare(folder, slow, { baselines: ['old.json'] })).out, /Against the baseline \(1 run in old\.json\)/);
});

test('A regression counts where it is named, where it was accepted, and nowhere else.', async (context) => {
  const { folder } = await storeRuns(context, []);
  await mkdir(join(folder, 'many'));
  const slow = renderResults(reportOf({ day: 1, state: 'regression', factor: 1.5 }));
  await writeFile(join(folder, 'many', 'slow.json'), slow);
  const candidate = { day: 20, factor: 1.5 };
  assert.match((await compare(folder, candidate, { baselines: ['many'] })).out, /none of the 1 stored runs counts/);
  assert.equal((await compare(folder, candidate, { baselines: ['many'] })).code, 3);
  assert.equal((await compare(folder, candidate, { baselines: ['many/slow.json'] })).code, 0);
});

test('Another scenario is not comparable, which is not judged.', async (context) => {
  const { folder } = await storeRuns(context, []);
  const report = reportOf({ day: 1 });
  const run = { ...report.run, scenario: { ...report.run.scenario, hash: 'f'.repeat(64) } };
  await writeFile(join(folder, 'old.json'), renderResults({ run, verdict: report.verdict }));
  const compared = await compare(folder, { day: 20 }, { baselines: ['old.json'] });
  assert.equal(compared.code, 3);
  assert.match(compared.out, /^NOT JUDGED {2}Regression: not judged; the baseline is not comparable \(another scenario\)/);
});

test('A result that was cut short is not judged, however fast it was.', async (context) => {
  const { folder } = await storeRuns(context, HISTORY);
  const report = reportOf({ day: 20 });
  const run = { ...report.run, ending: { state: 'cut-short', reason: 'Ctrl-C' } as const };
  await writeFile(join(folder, 'cut.json'), renderResults({ ...report, run }));
  const compared = await compare(folder, { day: 20 }, { result: 'cut.json' });
  assert.equal(compared.code, 3);
  assert.match(compared.out, /- A burst did not run to its end: Ctrl-C\./);
});

test('A result whose users were set by hand is not judged, and does not count among stored ones.', async (context) => {
  const { folder } = await storeRuns(context, []);
  const report = reportOf({ day: 20 });
  await writeFile(join(folder, 'steered.json'), renderResults({ ...report, run: steerRun(report.run) }));
  await writeFile(join(folder, 'plain.json'), renderResults(reportOf({ day: 21 })));
  const compared = await compare(folder, { day: 20 }, { result: 'steered.json', baselines: ['plain.json'] });
  assert.equal(compared.code, 3);
  assert.match(compared.out, /- The users of a burst were set by hand: from 10 to 25 at 4 s\./);
  const against = await compare(folder, { day: 20 }, { result: 'plain.json', baselines: ['steered.json'] });
  assert.equal(against.code, 3);
  assert.match(against.out, /none of the 1 stored runs counts/);
});

test('A broken file is named: among others it is set aside, alone or named it is an error.', async (context) => {
  const { folder } = await storeRuns(context, HISTORY);
  const [name = ''] = await readdir(join(folder, FOLDER));
  await writeFile(join(folder, FOLDER, name), '{"baseline_version": 1, "accepted": true');
  const compared = await compare(folder, { day: 20, further: 0 });
  assert.equal(compared.code, 0);
  assert.match(compared.out, new RegExp(`1 file is set aside:\\n- ${FOLDER}/${name}: the file is not JSON, or it was cut off`));
  const invalid = { code: 'LOAD_GATE_RESULT_INVALID' };
  await assert.rejects(compare(folder, { day: 20 }, { baselines: [join(FOLDER, name)] }), invalid);
  await mkdir(join(folder, 'alone'));
  await assert.rejects(compare(folder, { day: 20 }, { baselines: ['alone'] }), invalid);
  await writeFile(join(folder, 'alone', 'x.json'), '[]');
  await assert.rejects(compare(folder, { day: 20 }, { baselines: ['alone'] }), invalid);
  await assert.rejects(compare(folder, { day: 20 }, { baselines: ['nowhere.json'] }), invalid);
  await assert.rejects(compare(folder, { day: 20 }, { result: FOLDER }), invalid);
});

test('A file whose content is not what its name promises is not used.', async (context) => {
  const { folder, ids } = await storeRuns(context, HISTORY.slice(0, 2));
  const [first, second] = (await readdir(join(folder, FOLDER))).sort();
  await writeFile(join(folder, FOLDER, second ?? ''), renderResults(reportOf({ day: 0, factor: 9 })));
  const compared = await compare(folder, { day: 20, further: 0 });
  assert.match(compared.out, new RegExp(`${ids[1] ?? '?'}\\.json: `));
  assert.match(compared.out, /Against the baseline \(1 run in /);
  assert.ok(first !== undefined);
});

test('Nothing but the result itself is nothing to compare with.', async (context) => {
  const { folder } = await storeRuns(context, [{ day: 3 }]);
  await assert.rejects(compare(folder, { day: 3 }, { baselines: [FOLDER, 'result.json'] }), { code: 'LOAD_GATE_RESULT_INVALID' });
});

test('An SLA with a mistake is shown as everywhere else.', async (context) => {
  const { folder } = await storeRuns(context, HISTORY);
  await writeFile(join(folder, 'sla.yaml'), 'regression: { p95: 10 }\n');
  const compared = await compare(folder, { day: 20 }, { sla: 'sla.yaml' });
  assert.equal(compared.code, 2);
  assert.match(compared.aside, /^sla\.yaml:1:20 /);
});
