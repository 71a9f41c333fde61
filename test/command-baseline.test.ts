import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { nameFolder } from '../src/baseline/name-files.ts';
import { changeBaseline } from '../src/command-baseline.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { percentileOf, summarizeEndpoints } from '../src/report/summarize-endpoints.ts';
import { formatLatency } from '../src/units.ts';
import { burstOf, collectPorts, storeRuns, type StoredInput } from './support/build-stored-runs.ts';

const HISTORY = { baseline: { kind: 'file', path: '.' }, key: 'default' } as const;
const SHOW = { command: 'baseline show', ...HISTORY, html: undefined } as const;
const ACCEPT = { command: 'baseline accept', ...HISTORY, id: undefined, why: 'a bigger page' } as const;

function days(count: number, from = 0): readonly StoredInput[] {
  return Array.from({ length: count }, (_, index) => ({ day: from + index, further: 0 }));
}

test('An empty place says that it is empty, and is no error.', async (context) => {
  const { folder } = await storeRuns(context, []);
  const ports = collectPorts(folder);
  assert.equal(exitCodeFor(await changeBaseline(SHOW, ports)), 0);
  assert.match(ports.out(), /No run is stored in .*\(key default\) yet/);
});

test('The table says which runs count, and why the others do not.', async (context) => {
  const { folder, ids } = await storeRuns(context, [
    { day: 1 },
    { day: 2, origin: { event: 'pull_request' } },
    { day: 3, state: 'regression', factor: 2 },
    { day: 4, state: 'inconclusive' },
    { day: 5, state: 'breach' },
  ]);
  const ports = { ...collectPorts(folder), width: 160 };
  assert.equal(exitCodeFor(await changeBaseline(SHOW, ports)), 0);
  const lineOf = (id: string | undefined): string =>
    ports
      .out()
      .split('\n')
      .find((line) => line.startsWith(id ?? '?')) ?? '';
  assert.match(ports.out(), /^5 stored runs in .*, 2 of which count$/m);
  assert.match(lineOf(ids[0]), /2026-03-02 12:00 {2}aaaaaaaa {2}push +pass +yes$/);
  assert.match(lineOf(ids[1]), /no: started by pull_request, not by a push or a schedule$/);
  assert.match(lineOf(ids[2]), /regression +no: judged a regression, and not accepted yet$/);
  assert.match(lineOf(ids[3]), /inconclusive +no: its measurement is not valid$/);
  assert.match(lineOf(ids[4]), /breach +yes$/);
  assert.match(ports.out(), /^GET \/items +[▁▂▃▄▅▆▇█]{2} +\S+ ms +\S+ ms +\S+ ms$/m);
});

test('A key without a run is told which others have some.', async (context) => {
  const { folder } = await storeRuns(context, [{ day: 1 }]);
  const ports = collectPorts(folder);
  assert.equal(exitCodeFor(await changeBaseline({ ...SHOW, key: 'ci / gate' }, ports)), 0);
  assert.match(
    ports.out(),
    /^No stored run has the key `ci \/ gate`; there are runs of `default`: set `key` to compare with one of them\.$/m,
  );
});

test('A run that is too far from the others is named below the table.', async (context) => {
  const { folder, ids } = await storeRuns(context, [...days(7), { day: 7, factor: 4 }, ...days(1, 8)]);
  const ports = { ...collectPorts(folder), width: 200 };
  await changeBaseline(SHOW, ports);
  assert.ok(ports.out().includes(`- Too far from the other runs to count there: run ${ids[7]} in GET /items p95 (+`), ports.out());
});

test('In CI only runs of the default branch count, and the table says so.', async (context) => {
  const { folder, ids } = await storeRuns(context, [{ day: 1 }, { day: 2, origin: { branch: 'feature' } }]);
  await writeFile(join(folder, 'event.json'), '{"repository":{"default_branch":"main"}}');
  const ports = collectPorts(folder, { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: join(folder, 'event.json') });
  await changeBaseline(SHOW, ports);
  assert.match(ports.out(), new RegExp(`^${ids[1] ?? '?'}.*no: not from the default branch$`, 'm'));
});

test('A broken file is named beside the runs that can be read; a place of nothing but broken files exits 3.', async (context) => {
  const { folder } = await storeRuns(context, [{ day: 1 }]);
  const inner = join(folder, nameFolder('default'));
  await writeFile(join(inner, '20260305T120000000Z-00000000.json'), '{"baseline_version": 1,');
  const ports = collectPorts(folder);
  assert.equal(exitCodeFor(await changeBaseline(SHOW, ports)), 0);
  assert.match(ports.out(), /1 file is set aside:\n- 20260305T120000000Z-00000000\.json: the file is not JSON/);

  const other = await storeRuns(context, [{ day: 1 }]);
  const [name = ''] = await readdir(join(other.folder, nameFolder('default')));
  await writeFile(join(other.folder, nameFolder('default'), name), '{}');
  const broken = collectPorts(other.folder);
  assert.equal(exitCodeFor(await changeBaseline(SHOW, broken)), 3);
  assert.match(broken.out(), /None of the files can be used\.\n1 file is set aside:/);
  await assert.rejects(changeBaseline(ACCEPT, broken), { code: 'LOAD_GATE_BASELINE_UNREADABLE' });
  await assert.rejects(changeBaseline({ command: 'baseline prune', ...HISTORY, keep: 1 }, broken), {
    code: 'LOAD_GATE_BASELINE_UNREADABLE',
  });
});

test('The newest run that waits is accepted, says by whom, and then there is none left.', async (context) => {
  const { folder, ids } = await storeRuns(context, [
    { day: 1 },
    { day: 2, state: 'regression', factor: 2 },
    { day: 3, state: 'regression', factor: 2 },
    { day: 4 },
  ]);
  const ports = collectPorts(folder, { GITHUB_ACTOR: 'ada', USER: 'root' });
  assert.equal(exitCodeFor(await changeBaseline(ACCEPT, ports)), 0);
  assert.equal(ports.out(), `Run ${ids[2]} counts from now on, accepted by ada.\n`);
  const second = collectPorts(folder);
  await changeBaseline(ACCEPT, second);
  assert.equal(second.out(), `Run ${ids[1]} counts from now on, accepted by unknown.\n`);
  await assert.rejects(changeBaseline(ACCEPT, ports), { code: 'LOAD_GATE_BASELINE_NO_RUN' });

  const again = collectPorts(folder);
  assert.equal(exitCodeFor(await changeBaseline({ ...ACCEPT, id: ids[2] }, again)), 0);
  assert.equal(again.out(), `Run ${ids[2]} was accepted already.\n`);
  await assert.rejects(changeBaseline({ ...ACCEPT, id: '../../etc/passwd' }, ports), { code: 'LOAD_GATE_BASELINE_NO_RUN' });

  const shown = collectPorts(folder);
  await changeBaseline(SHOW, shown);
  assert.match(shown.out(), new RegExp(`^${ids[2] ?? '?'}.*regression +yes, accepted by ada$`, 'm'));
});

const PRUNED: readonly (readonly [name: string, runs: readonly StoredInput[], keep: number, left: readonly number[]])[] = [
  ['fewer than are kept stay', days(5), 50, [0, 1, 2, 3, 4]],
  [
    'the window of 20 and the anchor of 10 stay however few are kept',
    days(35),
    1,
    [...Array.from({ length: 10 }, (_, index) => index), ...Array.from({ length: 20 }, (_, index) => index + 15)],
  ],
  ['runs that do not count go', [...days(3).map((run) => ({ ...run, origin: { event: 'pull_request' } })), ...days(2, 3)], 1, [3, 4]],
  [
    'another branch keeps its own',
    [{ day: 0, further: 0, origin: { branch: 'release' } }, ...days(21, 1)],
    1,
    Array.from({ length: 22 }, (_, index) => index),
  ],
];

for (const [name, inputs, keep, left] of PRUNED) {
  test(`Of ${inputs.length} runs, ${name}.`, async (context) => {
    const { folder, ids } = await storeRuns(context, inputs);
    const ports = collectPorts(folder);
    assert.equal(exitCodeFor(await changeBaseline({ command: 'baseline prune', ...HISTORY, keep }, ports)), 0);
    const files = (await readdir(join(folder, nameFolder('default')))).sort();
    assert.deepEqual(
      files,
      left.map((index) => `${ids[index]}.json`),
    );
    assert.match(ports.out(), new RegExp(`^Took out ${inputs.length - left.length} runs? of `));
  });
}

test('With --html the history is drawn in a file beside what is printed, and the page says the same.', async (context) => {
  const { folder, ids } = await storeRuns(context, [
    ...days(3),
    { day: 3, state: 'regression', factor: 2 },
    { day: 4, origin: { event: 'pull_request' } },
  ]);
  const ports = { ...collectPorts(folder), width: 160 };
  assert.equal(exitCodeFor(await changeBaseline({ ...SHOW, html: 'pages/trend.html' }, ports)), 0);
  const page = await readFile(join(folder, 'pages', 'trend.html'), 'utf8');
  assert.match(page, /^<!doctype html>/);
  assert.match(ports.out(), /^5 stored runs in .*, 3 of which count$/m);
  assert.match(page, /<strong>5 stored runs<\/strong>, 3 of which count/);
  for (const id of ids) assert.ok(page.includes(`<code>${id}</code>`));
  assert.match(page, /judged a regression, and not accepted yet/);
  assert.match(page, /started by pull_request, not by a push or a schedule/);
  assert.equal(ports.aside(), 'The history is drawn in pages/trend.html.\n');
});

test('Of a run with several bursts the table has the same figures as the page: their mean.', async (context) => {
  const { folder } = await storeRuns(context, [{ day: 1, further: 3 }]);
  const ports = { ...collectPorts(folder), width: 160 };
  await changeBaseline({ ...SHOW, html: 'trend.html' }, ports);
  const logs = [0, 1, 2, 3].map((number) => {
    const reading = summarizeEndpoints(burstOf(1, number, 1)).rows.map((row) => percentileOf(row, 95))[0];
    return reading?.state === 'exact' ? Math.log(reading.us) : assert.fail('it was measured');
  });
  const mean = formatLatency(Math.exp(logs.reduce((sum, each) => sum + each, 0) / logs.length));
  assert.notEqual(mean, formatLatency(Math.exp(logs[0] ?? 0)));
  assert.ok(ports.out().endsWith(`${mean}  ${mean}  ${mean}\n`), ports.out());
  assert.ok((await readFile(join(folder, 'trend.html'), 'utf8')).includes(mean));
});

test('A page is drawn of an empty place, and of broken files, too; the exit codes stay.', async (context) => {
  const empty = await storeRuns(context, []);
  const ports = collectPorts(empty.folder);
  assert.equal(exitCodeFor(await changeBaseline({ ...SHOW, html: 'trend.html' }, ports)), 0);
  assert.match(await readFile(join(empty.folder, 'trend.html'), 'utf8'), /No run is stored here yet/);

  const { folder } = await storeRuns(context, [{ day: 1 }]);
  const [name = ''] = await readdir(join(folder, nameFolder('default')));
  await writeFile(join(folder, nameFolder('default'), name), '{}');
  // An earlier page must not stay as if it were of now.
  await writeFile(join(folder, 'trend.html'), 'of yesterday');
  assert.equal(exitCodeFor(await changeBaseline({ ...SHOW, html: 'trend.html' }, collectPorts(folder))), 3);
  assert.match(await readFile(join(folder, 'trend.html'), 'utf8'), /None of the stored files can be used/);
});

test('A page that cannot be written is an error that names the flag.', async (context) => {
  const { folder } = await storeRuns(context, [{ day: 1 }]);
  await writeFile(join(folder, 'taken'), '');
  await assert.rejects(changeBaseline({ ...SHOW, html: 'taken/trend.html' }, collectPorts(folder)), {
    code: 'LOAD_GATE_OUTPUT_UNWRITABLE',
    hint: 'name another file with --html=FILE',
  });
});

for (const html of ['there', 'there/', 'new/', '.', '/']) {
  test(`A folder is no file for a page: --html=${html} is a wrong flag.`, async (context) => {
    const { folder } = await storeRuns(context, [{ day: 1 }]);
    await mkdir(join(folder, 'there'));
    const ports = collectPorts(folder);
    await assert.rejects(changeBaseline({ ...SHOW, html }, ports), { code: 'LOAD_GATE_USAGE' });
    assert.equal(ports.out(), '');
  });
}
