import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { nameFolder } from '../src/baseline/name-files.ts';
import { viewStored } from '../src/command-view.ts';
import { explainError } from '../src/explain-error.ts';
import { parseResults } from '../src/report/parse-results.ts';
import { renderReportHtml } from '../src/report/html/render-report-html.ts';
import { renderResults } from '../src/report/render-results.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { collectPorts, reportOf, storeRuns } from './support/build-stored-runs.ts';

/** A folder with reports as runs leave them: `a/results.json` of day 0, `b/results.json` of day 1, and so on. */
async function writeReports(context: TestContext, count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-view-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (let day = 0; day < count; day++) {
    const place = join(folder, String.fromCodePoint(97 + day));
    await mkdir(place);
    await writeFile(join(place, 'results.json'), renderResults(reportOf({ day, further: 0, state: day === 1 ? 'breach' : 'pass' })));
    // Beside it lies what is no result.
    await writeFile(join(place, 'badge.json'), '{}');
  }
  return folder;
}

/** Views the results, fetches what `paths` name below the page, and ends. */
async function view(cwd: string, results: readonly string[], paths: readonly string[] = ['']): Promise<readonly string[]> {
  const ports = collectPorts(cwd);
  const answers: string[] = [];
  let url = '';
  const outcome = await viewStored({ command: 'view', results, port: undefined }, ports, async () => {
    url = /http:\/\/127\.0\.0\.1:\d+\/\S+\//.exec(ports.out())?.[0] ?? assert.fail(ports.out());
    for (const path of paths) answers.push(await (await fetch(`${url}${path}`)).text());
  });
  assert.equal(exitCodeFor(outcome), 0);
  await assert.rejects(fetch(url), 'the server is gone');
  return answers;
}

/** What a command that throws says, and how it ends. */
async function explain(cwd: string, results: readonly string[]): Promise<{ readonly text: string; readonly code: number }> {
  const ports = collectPorts(cwd);
  try {
    await viewStored({ command: 'view', results, port: undefined }, ports, () => assert.fail('it was served'));
  } catch (thrown) {
    const { lines, outcome } = explainError(thrown);
    assert.equal(ports.out(), '');
    return { text: lines.join('\n'), code: exitCodeFor(outcome) };
  }
  return assert.fail('it did not throw');
}

const tagsOf = (page: string | undefined): readonly (readonly (string | undefined)[])[] =>
  [...(page ?? '').matchAll(/<\/svg>([A-H])<\/span> <a href="(report-\d\.html)"><bdi class="name">([^<]*)</g)].map(
    ([, tag, address, name]) => [tag, address, name],
  );

test('One result is its report, made anew, and a folder is the results.json in it.', async (context) => {
  const folder = await writeReports(context, 1);
  const stored = parseResults(renderResults(reportOf({ day: 0, further: 0 })));
  assert.ok(stored.ok);
  for (const name of ['a', 'a/', 'a/results.json', join(folder, 'a')]) {
    assert.deepEqual(await view(folder, [name]), [renderReportHtml(stored.report)]);
  }
});

test('Several are one page in the order in which they are named, each with its report below, and each once.', async (context) => {
  const folder = await writeReports(context, 3);
  const [page, second, gone] = await view(folder, ['b', 'a', 'b/results.json', 'c'], ['', 'report-2.html', 'report-4.html']);
  assert.deepEqual(tagsOf(page), [
    ['A', 'report-1.html', 'b/results.json'],
    ['B', 'report-2.html', 'a/results.json'],
    ['C', 'report-3.html', 'c/results.json'],
  ]);
  assert.match(second ?? '', /<title>Pass: Example<\/title>/);
  assert.equal(gone, 'There is nothing here.\n');
});

test('The runs of a baseline stand side by side, the oldest first, with their commits.', async (context) => {
  const { folder } = await storeRuns(context, [{ day: 2 }, { day: 1, factor: 2 }]);
  const [page] = await view(folder, [nameFolder('default')]);
  assert.deepEqual(
    tagsOf(page).map(([tag]) => tag),
    ['A', 'B'],
  );
  const commits = [...(page ?? '').matchAll(/data-label="commit"><span class="whole">([^<]*)</g)].map(([, commit]) => commit);
  assert.deepEqual(commits, ['aaaaaaaa', 'aaaaaaaa']);
  const started = [...(page ?? '').matchAll(/data-label="started \(UTC\)"><span class="whole">([^<]*)</g)].map(([, time]) => time);
  assert.deepEqual(started, ['2026-03-02 12:00', '2026-03-03 12:00']);
});

const BAD: readonly (readonly [what: string, names: readonly string[], says: RegExp])[] = [
  ['a file that is not there', ['a', 'nothing.json'], /nothing\.json cannot be used: it cannot be read: ENOENT/],
  ['a file that is no result', ['a/badge.json'], /badge\.json cannot be used: schema_version must be/],
  ['a file that was cut off', ['cut.json'], /cut\.json cannot be used: the file is not JSON, or it was cut off/],
  ['a result of a newer load-gate', ['newer.json'], /newer\.json cannot be used: .*update load-gate/],
  ['a pipe that nobody writes to', ['pipe.json'], /pipe\.json cannot be used: it is not a file/],
  ['a folder without a result', ['empty'], /empty cannot be used: the folder holds no \.json file/],
  ['a folder with a broken file among others', ['mixed'], /mixed\/x\.json cannot be used: the file is not JSON/],
  ['a name that would write on the terminal', ['\u001b[31mx'], /^load-gate: x cannot be used/],
];

for (const [what, names, says] of BAD) {
  test(`It explains ${what}, serves nothing, and exits 2.`, async (context) => {
    const folder = await writeReports(context, 1);
    await writeFile(join(folder, 'cut.json'), renderResults(reportOf({ day: 0 })).slice(0, 1_000));
    await writeFile(join(folder, 'newer.json'), '{"schema_version": 99}');
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    for (const name of ['empty', 'mixed']) await mkdir(join(folder, name));
    await writeFile(join(folder, 'mixed', 'a.json'), renderResults(reportOf({ day: 0 })));
    await writeFile(join(folder, 'mixed', 'x.json'), '{');
    const { text, code } = await explain(folder, names);
    assert.match(text, says);
    assert.equal(code, 2);
  });
}

test('More than eight runs in a folder are too many, and it says so.', async (context) => {
  const { folder } = await storeRuns(
    context,
    Array.from({ length: 9 }, (_, day) => ({ day, further: 0 })),
  );
  const { text, code } = await explain(folder, [nameFolder('default')]);
  assert.match(text, /view shows at most 8 runs side by side; here are 9/);
  assert.equal(code, 2);
});

test('A port that is taken is an error that says so.', async (context) => {
  const folder = await writeReports(context, 1);
  const first = collectPorts(folder);
  await viewStored({ command: 'view', results: ['a'], port: undefined }, first, async () => {
    const port = Number(/:(\d+)\//.exec(first.out())?.[1]);
    const second = viewStored({ command: 'view', results: ['a'], port }, collectPorts(folder), () => assert.fail('it was served'));
    await assert.rejects(second, { code: 'LOAD_GATE_PORT_TAKEN' });
  });
});
