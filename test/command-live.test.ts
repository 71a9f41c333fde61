import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOnPage } from '../src/command-live.ts';
import type { GatePorts } from '../src/gate-ports.ts';
import type { GatesResult } from '../src/gate-suite.ts';
import { parseArgv } from '../src/options/parse-argv.ts';
import type { RunRequest } from '../src/options/request.ts';
import type { ToPage } from '../src/terminal/web/live-messages.ts';
import { planOf } from './support/build-plan.ts';
import { connectPage, type ConnectedPage } from './terminal/web/connect-page.ts';

const PLAN = planOf(`name: Watched\nsteps: [ { get: '/a' } ]\nphases: [ { name: steady, users: 2, duration: 3s } ]`);
const NOTHING_RAN: GatesResult = { kind: 'issues', issues: [] };

function requestRun(): RunRequest {
  const parsed = parseArgv(['run', '--ui'], {});
  assert.ok(parsed.ok && parsed.value.command === 'run');
  return parsed.value;
}

/** Runs `act` in the place of the gate, with the ports that the page has given it and one page that is connected; answers what the terminal and the page were told. */
async function watch(act: (ports: GatePorts, page: ConnectedPage, stop: AbortController) => Promise<void>): Promise<{
  readonly said: readonly string[];
  readonly notes: readonly string[];
}> {
  const said: string[] = [];
  const stop = new AbortController();
  let [url, notes]: [string, readonly string[]] = ['', []];
  const ports: GatePorts = {
    env: {},
    cwd: '/',
    onIssues: () => undefined,
    onSecrets: () => Promise.resolve(),
    onNote: (note) => void said.push(note),
    onProgress: () => undefined,
    stopped: stop.signal,
    log: () => '',
  };
  await runOnPage(
    requestRun(),
    { port: undefined, waits: false },
    {
      ports,
      mask: (text) => text,
      print: (line) => void (url = line.replace('live page: ', '')),
      run: async (_request, given) => {
        const page = await connectPage(url, { origin: new URL(url).origin });
        await act(given, page, stop);
        notes = page.messages
          .map((text) => JSON.parse(text) as ToPage)
          .flatMap((message) => (message.kind === 'note' ? [message.text] : []));
        return NOTHING_RAN;
      },
    },
  );
  return { said, notes };
}

const hasNote = ({ messages }: ConnectedPage, part: string): boolean => messages.some((text) => text.includes(part));

test('A burst that is ended on the terminal is ended on the page, too, with the reason.', async () => {
  const { said, notes } = await watch(async (_ports, page, stop) => {
    stop.abort('interrupted (SIGINT)');
    await page.until(() => hasNote(page, 'Ending'));
  });
  assert.deepEqual(notes, ['Ending the burst and writing the reports: interrupted (SIGINT).']);
  assert.deepEqual(said, []);
});

test('A burst that is ended on the page is ended once, and both are told so once.', async () => {
  const { said, notes } = await watch(async (ports, page) => {
    page.send('{"kind":"stop"}');
    page.send('{"kind":"stop"}');
    await page.until(() => ports.stopped.aborted && hasNote(page, 'Stopped'));
  });
  assert.deepEqual(notes, ['Stopped from the live page: ending the burst and writing the reports.']);
  assert.deepEqual(said, notes);
});

const LEVELS: readonly (readonly [users: number, spawnRatePerSec: number, told: string])[] = [
  [1, 0.001, 'From the live page: 1 user in steady, 0.001 a second.'],
  [1_200, 2.5, 'From the live page: 1,200 users in steady, 2.5 a second.'],
  [0, 1, 'From the live page: 0 users in steady, 1 a second.'],
];

for (const [users, spawnRatePerSec, told] of LEVELS) {
  test(`A level of ${users} is set and told on both, and one that the burst refuses on the page alone.`, async () => {
    const { said, notes } = await watch(async ({ live }, page) => {
      assert.ok(live);
      let isSet = false;
      live.onBurst({
        plan: PLAN,
        summarize: () => assert.fail('nobody asked for files'),
        setLevel: () => (isSet = !isSet),
      });
      for (let time = 0; time < 2; time++) page.send(JSON.stringify({ kind: 'level', phase: 0, users, spawnRatePerSec }));
      await page.until(() => hasNote(page, 'stays as it is'));
    });
    assert.deepEqual(said, [told]);
    assert.equal(notes[0], told);
    assert.match(notes[1] ?? '', /^The level stays as it is: /);
    assert.equal(notes.length, 2);
  });
}

test('A page that changes the level without end is told so once, and not kept for all that come later.', async () => {
  const { said, notes } = await watch(async ({ live }, page) => {
    assert.ok(live);
    let count = 0;
    live.onBurst({ plan: PLAN, summarize: () => assert.fail('nobody asked for files'), setLevel: () => ++count % 2 === 0 });
    for (let time = 0; time < 1_200; time++) page.send(JSON.stringify({ kind: 'level', phase: 0, users: 3, spawnRatePerSec: 1 }));
    await page.until(() => count === 1_200 && hasNote(page, 'Further changes'));
  });
  assert.deepEqual([notes.length, notes.at(-1)], [1_000, 'Further changes from the live page are not told one by one.']);
  assert.equal(said.length, 500);
});
