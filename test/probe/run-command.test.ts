import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand, type CommandOptions } from '../../src/probe/run-command.ts';

const NEVER = new AbortController().signal;
const OPTIONS: CommandOptions = { cwd: process.cwd(), env: { PATH: process.env['PATH'] }, timeoutMs: 10_000 };
const node = (code: string): readonly string[] => [process.execPath, '-e', code];
const run = (argv: readonly string[], options: Partial<CommandOptions> = {}, signal = NEVER): Promise<number> =>
  runCommand(argv, { ...OPTIONS, ...options }, signal);

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-command-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Of the grandchild, once it runs. */
async function readPid(file: string): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const text = existsSync(file) ? await readFile(file, 'utf8') : '';
    if (text !== '') return Number(text);
    await sleep(20);
  }
  assert.fail('the grandchild never began');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a command that prints a number', () => {
  for (const [text, expected] of [
    ['9900', 9_900],
    [' -1.5e3 \n', -1_500],
    ['+0.25', 0.25],
  ] as const)
    it(`${JSON.stringify(text)} is read`, async () =>
      assert.equal(await run(node(`process.stdout.write(${JSON.stringify(text)})`)), expected));

  for (const [name, code, problem] of [
    ['prints nothing', '', /did not print one number: ""/],
    ['prints a sentence', 'console.log("12 rows")', /did not print one number: "12 rows"/],
    ['prints two numbers', 'console.log("1 2")', /did not print one number/],
    ['prints NaN', 'console.log(NaN)', /did not print one number/],
    ['fails, whatever it prints', 'console.log(5); console.error("no such table"); process.exit(3)', /exit code 3: no such table/],
    ['prints too much', 'process.stdout.write("1".repeat(70000)); setTimeout(() => {}, 60000)', /more than 65536 bytes/],
  ] as const)
    it(`has no value where it ${name}`, async () => assert.rejects(run(node(code)), problem));

  it('has no value where there is no such program', async () =>
    assert.rejects(run(['load-gate-has-no-such-program']), /could not be started: ENOENT/));
  it('has no value where it is given up before it begins', async () => assert.rejects(run(node('1'), {}, AbortSignal.abort()), /given up/));

  it('sees no shell: what a shell would expand stays as it is', async () => {
    const argv = [process.execPath, '-e', 'console.log(process.argv[1].length)', '$(echo 1); `id` && *'];
    assert.equal(await run(argv), '$(echo 1); `id` && *'.length);
  });

  it('runs in the folder, with the environment but for what the runner gave to the action alone', async (context) => {
    const folder = await makeFolder(context);
    const env = {
      PATH: process.env['PATH'],
      PGHOST: 'db',
      GITHUB_SHA: 'abc',
      INPUT_SLA: 'x',
      'INPUT_GITHUB-TOKEN': 't',
      GITHUB_TOKEN: 't',
      ACTIONS_RUNTIME_TOKEN: 't',
      GITHUB_ENV: '/f',
    };
    const code = `require('node:fs').writeFileSync('seen.json', JSON.stringify(Object.keys(process.env))); console.log(1)`;
    await run(node(code), { cwd: folder, env });
    const seen = JSON.parse(await readFile(join(folder, 'seen.json'), 'utf8')) as readonly string[];
    const own = Object.keys(env);
    assert.deepEqual(
      own.filter((name) => seen.includes(name)),
      ['PATH', 'PGHOST', 'GITHUB_SHA'],
    );
  });

  for (const name of ['its time is up', 'the watch is over'] as const)
    it(`is killed with all that it has started when ${name}`, async (context) => {
      const folder = await makeFolder(context);
      const child = `require('node:fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000)`;
      const code = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
      const over = new AbortController();
      const running = run(node(code), { cwd: folder, timeoutMs: name === 'its time is up' ? 5_000 : 60_000 }, over.signal);
      const ended = assert.rejects(running, /did not end within 5 s|given up/);
      const pid = await readPid(join(folder, 'pid'));
      assert.ok(isAlive(pid), 'the grandchild runs');
      if (name === 'the watch is over') over.abort();
      await ended;
      for (let attempt = 0; attempt < 100 && isAlive(pid); attempt++) await sleep(50);
      assert.equal(isAlive(pid), false);
    });
});
