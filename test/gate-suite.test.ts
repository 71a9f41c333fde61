import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { nameFolder } from '../src/baseline/name-files.ts';
import { parseResults } from '../src/report/parse-results.ts';
import { renderResults } from '../src/report/render-results.ts';
import { exitCodeFor } from '../src/verdict/exit-code.ts';
import { startTarget, type Target } from './e2e/start-target.ts';
import { breaks, holds, runSuite, shortPlan, statesOf, suiteOf, type SuiteEnded } from './support/run-suite.ts';

let target: Target;
let seen: string[];

before(async () => {
  const answer = (path: string) =>
    [path, (_: unknown, response: { end(text: string): void }) => (seen.push(path), response.end('ok'))] as const;
  target = await startTarget({
    ...Object.fromEntries(['/ok', '/first', '/second', '/version'].map(answer)),
    '/large': (_, response) => response.end('x'.repeat(20_000)),
  });
});
beforeEach(() => {
  seen = [];
});
after(() => target.stop());

const codeOf = (ended: SuiteEnded): number => exitCodeFor(suiteOf(ended).outcome);
const COMBINED = ['badge.json', 'junit.xml', 'report.html', 'results.json', 'run.log', 'summary.md'];

/** Two parts that hold, with what the test wants to be different. */
function twoParts(files: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    'suite.yaml': 'suite: [{ scenario: a.yaml }, { scenario: b.yaml }]\n',
    'a.yaml': shortPlan(target.url, '/first'),
    'a.sla.yaml': holds('/first'),
    'b.yaml': shortPlan(target.url, '/second'),
    'b.sla.yaml': holds('/second'),
    ...files,
  };
}

describe('a suite', () => {
  test('runs its parts one after the other, and leaves one set of reports, and a folder for each part', async (context) => {
    const ended = await runSuite(context, { files: twoParts() });
    const { report, reportPath, files } = suiteOf(ended);
    assert.deepEqual([codeOf(ended), report.verdict.state, reportPath], [0, 'pass', 'out']);
    assert.deepEqual(statesOf(ended), ['a: pass', 'b: pass']);
    assert.ok(seen.lastIndexOf('/first') < seen.indexOf('/second'), 'no part begins before the one before it has ended');
    const out = join(ended.folder, 'out');
    assert.deepEqual((await readdir(out)).toSorted(), ['a', 'b', ...COMBINED].toSorted());
    for (const [name, text] of files) assert.equal(await readFile(join(out, name), 'utf8'), text);
    for (const [place, part] of report.parts.entries()) {
      assert.ok(part.state === 'ran');
      const alone = parseResults(await readFile(join(out, part.folder, 'results.json'), 'utf8'));
      const combined: unknown = JSON.parse(files.get('results.json') ?? '');
      const { parts } = combined as { readonly parts: readonly { readonly results: unknown }[] };
      const whole = parseResults(JSON.stringify(parts[place]?.results));
      assert.ok(alone.ok && whole.ok);
      assert.equal(renderResults(whole.report), renderResults(alone.report));
    }
  });

  test('of several scenarios is the same', async (context) => {
    const ended = await runSuite(context, { files: twoParts(), args: ['run', 'b.yaml', 'a.yaml'] });
    assert.deepEqual(statesOf(ended), ['b: pass', 'a: pass']);
    assert.ok(seen.lastIndexOf('/second') < seen.indexOf('/first'));
  });

  test('of one file is no suite', async (context) => {
    const { result } = await runSuite(context, { files: twoParts(), args: ['run', 'a*.yaml'] });
    assert.equal(result.kind, 'judged');
  });

  test('pauses between its parts, and not after the last', async (context) => {
    const suite = 'suite: [{ scenario: a.yaml }, { pause: 400ms }, { scenario: b.yaml }, { pause: 1h }]\n';
    const times = new Map<string, number>();
    const onNote = (note: string): void => void times.set(note, performance.now());
    const ended = await runSuite(context, {
      files: twoParts({ 'suite.yaml': suite }),
      args: ['run', 'suite.yaml', '--max-duration', '2h'],
      ports: { onNote },
    });
    assert.equal(codeOf(ended), 0);
    const [paused, began] = [times.get('A pause of 400 ms.'), times.get('Part 2 of 2: b')];
    assert.ok(paused !== undefined && began !== undefined && began - paused > 390);
    assert.equal(ended.notes.filter((note) => note.startsWith('A pause')).length, 1);
  });

  test('goes on after a breach, which is its verdict', async (context) => {
    const ended = await runSuite(context, { files: twoParts({ 'a.sla.yaml': breaks('/first') }) });
    assert.deepEqual(statesOf(ended), ['a: breach', 'b: pass']);
    assert.deepEqual([suiteOf(ended).report.verdict.state, codeOf(ended)], ['breach', 1]);
  });

  test('with stop_on leaves out what comes after a breach, pauses too, and nothing of an earlier run stands in its place', async (context) => {
    const suite = 'stop_on: breach\nsuite: [{ scenario: a.yaml }, { pause: 20m }, { scenario: b.yaml }]\n';
    const ended = await runSuite(context, {
      files: twoParts({
        'suite.yaml': suite,
        'a.sla.yaml': breaks('/first'),
        'out/b/results.json': 'earlier',
        'out/metrics.prom': 'earlier',
      }),
    });
    assert.deepEqual(statesOf(ended), ['a: breach', 'b: left-out']);
    assert.ok(!seen.includes('/second'));
    assert.equal(codeOf(ended), 1);
    for (const name of ['b/results.json', 'metrics.prom']) assert.ok(!existsSync(join(ended.folder, 'out', name)), name);
  });

  test('whose breach is excused is red all the same when that leaves parts out', async (context) => {
    const suite = 'stop_on: breach\nsuite: [{ scenario: a.yaml }, { scenario: b.yaml }]\n';
    const ended = await runSuite(context, {
      files: twoParts({ 'suite.yaml': suite, 'a.sla.yaml': breaks('/first') }),
      args: ['run', 'suite.yaml', '--fail-on', 'inconclusive'],
    });
    assert.equal(codeOf(ended), 3);
  });

  test('has a part whose target is dead, and runs the others', async (context) => {
    const closed = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => closed.once('listening', resolve));
    const address = closed.address();
    await new Promise((resolve) => closed.close(resolve));
    assert.ok(typeof address === 'object' && address !== null);
    const dead = shortPlan(`http://127.0.0.1:${address.port}`, '/first');
    const ended = await runSuite(context, { files: twoParts({ 'a.yaml': dead }) });
    assert.deepEqual(statesOf(ended), ['a: breach', 'b: pass']);
    assert.equal(codeOf(ended), 1);
  });
});

describe('a suite that is interrupted', () => {
  test('in a pause ends at once, and the rest is left out', async (context) => {
    const suite = 'suite: [{ scenario: a.yaml }, { pause: 20m }, { scenario: b.yaml }]\n';
    const stop = new AbortController();
    const onNote = (note: string): void => {
      if (note.startsWith('A pause')) setTimeout(() => stop.abort('SIGINT'), 20);
    };
    const ended = await runSuite(context, { files: twoParts({ 'suite.yaml': suite }), ports: { stopped: stop.signal, onNote } });
    assert.deepEqual(statesOf(ended), ['a: pass', 'b: left-out']);
    assert.deepEqual([suiteOf(ended).report.verdict.state, codeOf(ended)], ['inconclusive', 3]);
    assert.match(suiteOf(ended).report.verdict.reasons.join(), /b: It was left out: SIGINT\./);
  });

  test('in a part ends that one, whose reports are written, and leaves out the rest', async (context) => {
    const stop = new AbortController();
    const long = shortPlan(target.url, '/first').replace('500ms', '60s');
    void target.received(target.count() + 10).then(() => stop.abort('SIGINT'));
    const ended = await runSuite(context, { files: twoParts({ 'a.yaml': long }), ports: { stopped: stop.signal } });
    assert.deepEqual(statesOf(ended), ['a: inconclusive', 'b: left-out']);
    assert.equal(codeOf(ended), 3);
    const { report } = suiteOf(ended);
    assert.ok(report.parts[0]?.state === 'ran' && report.parts[0].report.run.ending.state === 'cut-short');
    assert.ok(existsSync(join(ended.folder, 'out/a/results.json')) && existsSync(join(ended.folder, 'out/results.json')));
  });

  test('before it began has reports that say so', async (context) => {
    const ended = await runSuite(context, { files: twoParts(), ports: { stopped: AbortSignal.abort('SIGTERM') } });
    assert.deepEqual(statesOf(ended), ['a: left-out', 'b: left-out']);
    assert.equal(codeOf(ended), 3);
    assert.deepEqual(seen, []);
    assert.match(await readFile(join(ended.folder, 'out/summary.md'), 'utf8'), /left out: SIGTERM/);
  });
});

describe('what is wrong is told before anything is sent:', () => {
  const REFUSED: readonly (readonly [what: string, files: Readonly<Record<string, string>>, args: readonly string[], issue: RegExp])[] = [
    [
      'mistakes in all files at once',
      { 'a.yaml': 'stepss: []\n', 'b.sla.yaml': 'endpionts: {}\n' },
      [],
      /a\.yaml:1 .*stepss[^]*b\.sla\.yaml:1 .*endpionts/,
    ],
    ['a suite in a suite', { 'b.yaml': 'suite: [{ scenario: a.yaml }]\n' }, [], /b\.yaml:1 .*no suites in it/],
    ['a profile that one part does not have', {}, ['--profile', 'peak'], /a\.yaml.*peak|--profile.*peak/],
    [
      'parts that are together longer than the cap',
      {},
      ['--max-duration', '900ms'],
      /suite\.yaml:1 the suite takes 1 s, more than the cap of 900 ms/,
    ],
    [
      'parts and pauses that are together longer than the cap',
      { 'suite.yaml': 'suite: [{ scenario: a.yaml }, { pause: 30m }, { scenario: b.yaml }]\n' },
      [],
      /the suite takes 30 m 1 s, more than the cap of 30 m/,
    ],
    ['a start from the live page', {}, ['--ui', '--wait'], /--wait.*one scenario, not several/],
  ];
  for (const [what, files, args, issue] of REFUSED) {
    test(what, async (context) => {
      const { result, folder } = await runSuite(context, { files: twoParts(files), args: ['run', 'suite.yaml', ...args] });
      assert.ok(result.kind === 'issues');
      assert.match(result.issues.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'), issue);
      assert.deepEqual(seen, []);
      assert.ok(!existsSync(join(folder, 'out')));
    });
  }

  test('a folder of a part that leads out of the checkout', async (context) => {
    const prepare = async (folder: string): Promise<{ readonly root: string }> => {
      await mkdir(join(folder, 'out'));
      await symlink('/tmp', join(folder, 'out/b'));
      return { root: folder };
    };
    await assert.rejects(runSuite(context, { files: twoParts(), prepare }), { code: 'LOAD_GATE_UNSAFE_PATH' });
    assert.deepEqual(seen, []);
  });
});

describe('what was asked for', () => {
  test('holds for each part: target, seed, values, profile, what must answer before', async (context) => {
    const plan = (path: string): string =>
      `${shortPlan('http://127.0.0.1:1', path)}profiles: { brief: [{ name: burst, users: 1, duration: 300ms }] }\n`;
    const ended = await runSuite(context, {
      files: twoParts({ 'a.yaml': plan('/first'), 'b.yaml': plan('/second') }),
      args: [
        ...['run', 'suite.yaml', '--target', target.url, '--seed', '5', '--profile', 'brief'],
        ...['--set', 'name=renamed', '--wait-for', '/version contains ok'],
      ],
    });
    for (const part of suiteOf(ended).report.parts) {
      assert.ok(part.state === 'ran');
      const { run } = part.report;
      assert.deepEqual([run.target, run.seed, run.scenario.name, run.scenario.profile], [target.url, 5, 'renamed', 'brief']);
    }
    assert.equal(seen.filter((path) => path === '/version').length, 2);
    assert.ok(seen.indexOf('/version') < seen.indexOf('/first') && seen.lastIndexOf('/version') < seen.indexOf('/second'));
  });

  for (const { cap, bursts } of [
    { cap: '1s', bursts: [1, 1] },
    { cap: '30m', bursts: [2, 2] },
  ]) {
    test(`with --max-duration ${cap} leaves each part ${bursts.join(' and ')} bursts: further ones take no time that other parts need`, async (context) => {
      const ended = await runSuite(context, {
        files: twoParts(),
        args: ['baseline', 'update', 'suite.yaml', '--baseline', 'file:runs', '--max-duration', cap],
      });
      const made = suiteOf(ended).report.parts.map((part) => (part.state === 'ran' ? 1 + (part.report.further ?? []).length : 0));
      assert.deepEqual(made, bursts);
      const refused = ended.notes.filter((note) => /2 bursts take .*, --max-duration leaves \d+ ms; raise it/.test(note));
      assert.equal(refused.length, bursts.filter((count) => count === 1).length, ended.notes.join('\n'));
    });
  }

  test('is what runs, whatever becomes of the files meanwhile', async (context) => {
    let folder = '';
    const spoilt: Promise<void>[] = [];
    const onNote = (note: string): void => {
      if (note.startsWith('Part 1'))
        for (const name of ['b.yaml', 'b.sla.yaml', 'suite.yaml']) spoilt.push(writeFile(join(folder, name), '{}'));
    };
    const prepare = (made: string): Promise<undefined> => {
      folder = made;
      return Promise.resolve(undefined);
    };
    const ended = await runSuite(context, { files: twoParts({ 'b.sla.yaml': breaks('/second') }), ports: { onNote }, prepare });
    await Promise.all(spoilt);
    assert.deepEqual(statesOf(ended), ['a: pass', 'b: breach']);
  });

  test('is one cap on bytes for all parts together', async (context) => {
    const files = twoParts({ 'a.yaml': shortPlan(target.url, '/large'), 'a.sla.yaml': holds('/large') });
    const ended = await runSuite(context, { files, args: ['run', 'suite.yaml', '--max-bytes', '100KB'] });
    assert.equal(statesOf(ended)[1], 'b: left-out');
    assert.match(
      suiteOf(ended).report.verdict.reasons.join('\n'),
      /b: It was left out: the parts before it have moved the 100 KB of --max-bytes\./,
    );
    assert.notEqual(codeOf(ended), 0);
    assert.deepEqual(seen, []);
  });

  test('is a prefix of CSV files, with that of each part behind it', async (context) => {
    const ended = await runSuite(context, { files: twoParts(), args: ['run', 'suite.yaml', '--csv-prefix', 'csv/test'] });
    const names = ['exceptions', 'failures', 'stats', 'stats_history'];
    assert.deepEqual(
      (await readdir(join(ended.folder, 'csv'))).toSorted(),
      ['a', 'b'].flatMap((part) => names.map((name) => `test_${part}_${name}.csv`)),
    );
  });
});

describe('the history of a part', () => {
  test('has the key of the suite and the name of the part', async (context) => {
    const suite = 'suite: [{ scenario: a.yaml }, { scenario: b.yaml, name: the second }]\n';
    const ended = await runSuite(context, {
      files: twoParts({ 'suite.yaml': suite }),
      args: ['baseline', 'update', 'suite.yaml', '--baseline', 'file:history', '--key', 'nightly'],
    });
    assert.equal(codeOf(ended), 0, ended.notes.join('\n'));
    assert.deepEqual(
      (await readdir(join(ended.folder, 'history'))).toSorted(),
      ['nightly / a', 'nightly / the second'].map(nameFolder).toSorted(),
    );
  });

  test('that cannot be read loses that part alone: it is told, the others run, and nothing excuses it', async (context) => {
    const prepare = async (folder: string): Promise<undefined> => {
      const place = join(folder, 'history', nameFolder('default / a'));
      await mkdir(place, { recursive: true });
      await writeFile(join(place, '20260301T120000000Z-1a2b3c4d.json'), 'broken');
      return undefined;
    };
    const ended = await runSuite(context, {
      files: twoParts(),
      args: ['run', 'suite.yaml', '--baseline', 'file:history', '--fail-on', 'breach'],
      prepare,
    });
    assert.deepEqual(statesOf(ended), ['a: lost', 'b: pass']);
    assert.deepEqual([suiteOf(ended).report.verdict.state, codeOf(ended)], ['inconclusive', 3]);
    assert.match(ended.notes.join('\n'), /^a could not be measured: none of the stored runs .*\(LOAD_GATE_BASELINE_UNREADABLE\)$/m);
    assert.ok(existsSync(join(ended.folder, 'out/b/results.json')) && existsSync(join(ended.folder, 'out/junit.xml')));
  });
});

describe('folders of parts', () => {
  test('are unlike in any file system, are none of the reports, and stay where they are', async (context) => {
    const names = ['API', 'api', '..', '../../etc', 'results.json', 'report.html', 'CON', 'a.', '.git', 'ü', '*'];
    const suite = `suite:\n${names.map((name) => `  - { scenario: a.yaml, name: ${JSON.stringify(name)} }\n`).join('')}`;
    const ended = await runSuite(context, { files: twoParts({ 'suite.yaml': suite }), ports: { stopped: AbortSignal.abort('enough') } });
    const folders = suiteOf(ended).report.parts.map(({ folder }) => folder);
    assert.deepEqual(folders, ['api', 'api-2', 'run', 'etc', 'results-json', 'report-html', 'part-con', 'a', 'git', 'run-2', 'run-3']);
    assert.equal(codeOf(ended), 3);
    assert.ok(existsSync(join(ended.folder, 'out/results.json')));
  });
});

describe('the secrets of one part', () => {
  test('are told before anything else, and are in no report of any other', async (context) => {
    const secret = 'kd83hs-9f';
    const withSecret = shortPlan(target.url, '/first', 'http: { headers: { authorization: "${secret.TOKEN}" } }\n');
    const files = twoParts({
      'suite.yaml': 'name: "suite ${env.LEAK}"\nsuite: [{ scenario: b.yaml, name: "b ${env.LEAK}" }, { scenario: a.yaml }]\n',
      'a.yaml': withSecret,
      'b.yaml': shortPlan(target.url, '/second', 'name: "plan ${env.LEAK}"\n'),
    });
    let told = 0;
    const ended = await runSuite(context, {
      files,
      env: { TOKEN: secret, LEAK: secret },
      ports: { onNote: () => assert.ok(told > 0), onSecrets: (all) => Promise.resolve(void (all.includes(secret) && told++)) },
    });
    assert.equal(told, 1);
    assert.deepEqual(statesOf(ended), ['b ***: pass', 'a: pass']);
    for (const [name, text] of suiteOf(ended).files) assert.ok(!text.includes(secret), name);
  });
});
