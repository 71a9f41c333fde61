import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocustTerms } from '../../../src/engine/locust/locust-terms.ts';
import type { RunSummary } from '../../../src/metrics/run-summary.ts';
import { checkSla } from '../../../src/verdict/check-sla.ts';
import { decide } from '../../../src/verdict/decide.ts';
import { listInvalidities } from '../../../src/verdict/generator-validity.ts';
import { buildSla, GENERATOR_LIMITS } from '../../support/build-sla.ts';
import { runOnFake } from './fake-locust.ts';

const HEALTHY = 'hello(); begin(); seconds(0, 0, 1); seconds(1, 0, 1); report(0); report(1); end();';

function stateOf(run: RunSummary): string {
  const checks = checkSla(run, buildSla(), 1);
  return decide({ run, checks, invalidities: listInvalidities(run, GENERATOR_LIMITS) }).state;
}

function reasonOf({ ending }: RunSummary): string {
  return ending.state === 'complete' ? 'complete' : ending.reason;
}

describe('A Locust that does what was planned', () => {
  it('gives a whole run: its seconds, its reports, its versions, what its workers took', async (context) => {
    const seen: number[] = [];
    const { run } = await runOnFake(context, HEALTHY, {
      onSecond: ({ second, users }) => {
        seen.push(second, users);
        return undefined;
      },
    });
    assert.deepEqual(run.ending, { state: 'complete' });
    assert.deepEqual(run.imbalances, []);
    assert.deepEqual(seen, [0, 2, 1, 2]);
    assert.deepEqual(run.engine, { kind: 'locust', version: '2.47.0', python: '3.11.7' });
    assert.equal(run.transport.connectionsOpened, 6);
    assert.equal(run.health.busiestWorkerCpu, 0.25);
    assert.ok(run.health.processCpuSeconds >= 3 && run.health.peakMemoryBytes >= 2_000_000);
    assert.equal(run.phases[0]?.endMs, 1_000);
  });

  it('need not end by itself once all is said', async (context) => {
    const { run } = await runOnFake(context, `stay(); on('SIGINT', () => undefined); on('SIGTERM', () => undefined); ${HEALTHY}`);
    assert.deepEqual(run.ending, { state: 'complete' });
  });

  it('gets a file that nobody else can read, a port that no other machine reaches, and none of the variables that steer Locust', async (context) => {
    const { log, run } = await runOnFake(
      context,
      `const { statSync } = require('node:fs');
       const path = process.argv[process.argv.indexOf("-f") + 1];
       const mode = (place) => (statSync(place).mode & 0o777).toString(8);
       log('modes ' + mode(path) + ' ' + mode(require('node:path').dirname(path)) + ' ' + path);
       log('flags ' + process.argv.slice(2).join(' '));
       log('text ' + file + ' ' + String(process.env.LOCUST_RUN_TIME));
       ${HEALTHY}`,
    );
    assert.equal(run.ending.state, 'complete');
    assert.match(log[0] ?? '', /^modes 600 700 /);
    assert.match(
      log[1] ?? '',
      /--headless .*--processes 2 --master-bind-host 127\.0\.0\.1 --master-bind-port (\d+) --master-host 127\.0\.0\.1 --master-port \1$/,
    );
    assert.equal(log[2], 'text # a locustfile undefined');
    assert.equal(existsSync(log[0]?.split(' ')[3] ?? ''), false, 'the file is gone');
  });

  it('finds rows with secrets in a file that nobody else can read, and that goes with it', async (context) => {
    const code = `const path = process.env.LOAD_GATE_DATA;
       log(path && (require('node:fs').statSync(path).mode & 0o777).toString(8) + ' ' + readFileSync(path, 'utf8') + ' ' + path);
       ${HEALTHY}`;
    const { log } = await runOnFake(context, code, { data: '{"pin":[11223]}' });
    assert.match(log[0] ?? '', /^600 \{"pin":\[11223\]\} \//);
    assert.equal(existsSync(log[0]?.split(' ')[2] ?? ''), false, 'the file is gone');
    const afar = await runOnFake(context, code, { data: '{"pin":[11223]}', workers: 'expected' });
    assert.equal(afar.log[0], 'undefined', 'a master alone needs none');
    assert.match(afar.notes.join(), /On each machine: LOAD_GATE_DATA=FILE locust /);
  });

  it('tells what to type on the other machines, where workers come from there', async (context) => {
    const { notes } = await runOnFake(context, `${HEALTHY} log(process.argv.join(' '));`, { workers: 'expected' });
    assert.match(
      notes.join(),
      /^Waiting for 2 Locust workers on port 5557\. On each machine: locust -f - --worker --master-host \S+ --master-port 5557/,
    );
  });
});

/** What must never pass. */
const BROKEN: readonly { readonly name: string; readonly code: string; readonly says: RegExp; readonly terms?: Partial<LocustTerms> }[] = [
  {
    name: 'loses a worker',
    code: `stay(); hello(); begin(); seconds(0, 0); say({ kind: 'lost', id: 'box_' + '2'.repeat(32), worker: 1, why: 'silent' });`,
    says: /^worker 2 of 2 \(box 222222\) was lost after 0 s: /,
  },
  {
    name: 'loses a worker that it does not know',
    code: `stay(); hello(); begin(); say({ kind: 'lost', id: 'stranger', worker: null, why: 'silent' });`,
    says: /^worker stranger was lost/,
  },
  {
    name: 'has a worker too many',
    code: `stay(); hello(); begin(); say({ kind: 'surplus', id: 'third' });`,
    says: /^a worker more than the 2 that were expected came: third$/,
  },
  {
    name: 'has a worker too few',
    code: `stay(); hello(); say({ kind: 'begin', workers: ['a'], inMs: 0 });`,
    says: /^Locust began with 1 workers in place of 2$/,
  },
  {
    name: 'has one worker twice',
    code: `stay(); hello(); say({ kind: 'begin', workers: ['a', 'a'], inMs: 0 });`,
    says: /^Locust began with 2 workers in place of 2$/,
  },
  { name: 'begins twice', code: 'stay(); hello(); begin(); begin();', says: /^Locust began out of turn$/ },
  { name: 'begins without a word before', code: 'stay(); begin();', says: /^Locust began out of turn$/ },
  {
    name: 'runs another file',
    code: `stay(); say({ kind: 'hello', locust: '2', python: '3', plan: 'b' });`,
    says: /^Locust did not begin with the file of this run$/,
  },
  {
    name: 'has a worker with another file',
    code: `stay(); hello(); begin(); say({ kind: 'seconds', worker: 1, plan: 'b', deltas: [delta(0)] });`,
    says: /^worker 2 of 2 .* follows another plan/,
  },
  {
    name: 'has a report of another file',
    code: `stay(); hello(); begin(); say({ kind: 'report', worker: 0, plan: 'b', report: own, cpuSeconds: 0, peakMemoryBytes: 0 });`,
    says: /follows another plan/,
  },
  {
    name: 'doubles a second',
    code: 'stay(); hello(); begin(); seconds(0, 0); seconds(0, 0);',
    says: /^worker 1 of 2 .* handed in second 0 twice$/,
  },
  { name: 'skips a second', code: 'stay(); hello(); begin(); seconds(0, 0, 2);', says: /^worker 1 of 2 .* skipped second 1$/ },
  { name: 'does not begin with second 0', code: 'stay(); hello(); begin(); seconds(0, 1);', says: /skipped second 0$/ },
  {
    name: 'is ahead of time',
    code: 'stay(); hello(); begin(); seconds(0, ...Array.from({ length: 60 }, (_, n) => n));',
    says: /before its time$/,
  },
  {
    name: 'speaks of a worker that is not there',
    code: 'stay(); hello(); begin(); seconds(2, 0);',
    says: /^Locust speaks of a worker 3, and there are 2$/,
  },
  { name: 'hands in a second before it begins', code: 'stay(); hello(); seconds(0, 0);', says: /before it began$/ },
  { name: 'goes on after its report', code: 'stay(); hello(); begin(); report(0); seconds(0, 0);', says: /went on after its report$/ },
  { name: 'reports twice', code: 'stay(); hello(); begin(); report(0); report(0);', says: /went on after its report$/ },
  { name: 'ends without a report', code: 'stay(); hello(); begin(); report(0); end();', says: /^worker 2 of 2 .* did not report$/ },
  { name: 'ends before it began', code: 'stay(); hello(); end();', says: /^Locust ended before it began$/ },
  {
    name: 'was stopped by somebody else, and says so',
    code: `stay(); hello(); begin(); report(0); report(1); say({ kind: 'end', complete: false });`,
    says: /^Locust was stopped from outside before the burst was over$/,
  },
  {
    name: 'says what is no JSON',
    code: `stay(); hello(); begin(); tell('{"kind": NaN}\\n');`,
    says: /^Locust reported what cannot be: it is no JSON$/,
  },
  {
    name: 'says what nobody knows',
    code: `stay(); hello(); begin(); say({ kind: 'pass' });`,
    says: /^Locust reported what cannot be: line\.kind must be one of/,
  },
  {
    name: 'hands in half a histogram',
    code: `stay(); hello(); begin(); say({ kind: 'seconds', worker: 0, plan, deltas: [delta(0, { scheduleLag: { ...empty, count: 1 } })] });`,
    says: /scheduleLag must be a histogram/,
  },
  {
    name: 'never ends its line',
    code: `stay(); hello(); begin(); for (let n = 0; n < 70; n++) tell('x'.repeat(1024 * 1024));`,
    says: /the line is too long/,
  },
  {
    name: 'dies',
    code: `hello(); begin(); seconds(0, 0); log('[2026-01-01 00:00:00,000] box/ERROR/locust.main: no memory'); process.exit(3);`,
    says: /^Locust ended with exit code 3 before the burst was over; its last words: no memory$/,
  },
  {
    name: 'is killed',
    code: `hello(); begin(); process.kill(process.pid, 'SIGKILL');`,
    says: /^Locust ended with SIGKILL before the burst was over$/,
  },
  { name: 'ends well, and says nothing at all', code: '', says: /^Locust ended with exit code 0 before the burst was over$/ },
  { name: 'hangs before its first word', code: 'stay();', says: /^Locust did not start within 500 ms/, terms: { startMs: 500 } },
  {
    name: 'waits for workers that do not come',
    code: `stay(); hello(); log('Waiting for workers to be ready, 1 of 2 connected');`,
    says: /^the 2 Locust workers were not all there within 500 ms; its last words: Waiting for workers to be ready, 1 of 2 connected$/,
    terms: { waitMs: { processes: 500, expected: 500 } },
  },
  {
    name: 'hangs in the burst',
    code: 'stay(); hello(); begin(); seconds(0, 0); seconds(1, 0);',
    says: /^Locust has reported nothing for 500 ms/,
    terms: { silentMs: 500 },
  },
  {
    name: 'hears of one worker alone',
    code: 'stay(); hello(); begin(); let n = 0; setInterval(() => seconds(0, n++), 900);',
    says: /^worker 2 of 2 .* has handed in nothing for 1\.5 s$/,
    terms: { silentMs: 1_500 },
  },
];

describe('A Locust that breaks is inconclusive, says why, and leaves nothing behind', () => {
  for (const { name, code, says, terms } of BROKEN) {
    it(`when it ${name}`, async (context) => {
      const { run, log } = await runOnFake(context, `log('[now] box/INFO/test: pid ' + process.pid); ${code}`, { ...(terms && { terms }) });
      assert.equal(run.ending.state, 'cut-short');
      assert.match(reasonOf(run), says);
      assert.equal(stateOf(run), 'inconclusive');
      const pid = Number(/pid (\d+)$/.exec(log[0] ?? '')?.[1]);
      assert.ok(pid > 0);
      assert.ok(await isGone(pid), 'its process is gone');
    });
  }
});

/** A process that was killed takes a moment to be. */
async function isGone(pid: number): Promise<boolean> {
  for (let attempt = 0; attempt < 100 && isAlive(pid); attempt++) await sleep(50);
  return !isAlive(pid);
}

/** A process that is dead and not yet waited for counts as gone. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('A Locust that is to end', () => {
  const obeys = `on('SIGINT', () => { report(0); report(1); end(); process.exit(0); }); stay(); hello(); begin(); seconds(0, 0); seconds(1, 0);`;

  it('hands in what it has, and the run is cut short with the reason', async (context) => {
    const { run } = await runOnFake(context, obeys, {
      onSecond: (_second, burst) => {
        burst.stop('Ctrl-C');
        return undefined;
      },
    });
    assert.deepEqual(run.ending, { state: 'cut-short', reason: 'Ctrl-C' });
    assert.deepEqual(run.imbalances, []);
  });

  it('is aborted by a window', async (context) => {
    const { run } = await runOnFake(context, obeys, { onSecond: () => 'total: p99 for 3' });
    assert.deepEqual(run.ending, { state: 'aborted', reason: 'total: p99 for 3' });
  });

  it('ends at the cap on bytes', async (context) => {
    const big = `on('SIGINT', () => process.exit(0)); stay(); hello(); begin(); say({ kind: 'seconds', worker: 0, plan, deltas: [delta(0, { cells: [cell({ bytesReceived: 600, bytesSent: 600 })] })] });`;
    const { run } = await runOnFake(context, big, { maxBytes: 1_000 });
    assert.match(reasonOf(run), /--max-bytes/);
  });

  it('is ended when it does not listen, with its children', async (context) => {
    const deaf = `on('SIGINT', () => log('INT')); on('SIGTERM', () => log('TERM')); stay(); hello(); begin(); seconds(0, 0); seconds(1, 0);
      const child = require('node:child_process').spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1e3)"], { stdio: 'ignore' });
      log('child ' + child.pid);`;
    const { run, log } = await runOnFake(context, deaf, {
      onStart: (burst) => void sleep(1_500).then(() => burst.stop('enough')),
    });
    assert.equal(reasonOf(run), 'enough');
    assert.deepEqual(log.slice(1), ['INT', 'TERM']);
    assert.deepEqual(run.imbalances, ['workers that reported: 0 is not 2']);
    assert.ok(await isGone(Number(/\d+/.exec(log[0] ?? '')?.[0])));
  });

  it('before it began has made no load', async (context) => {
    const { run } = await runOnFake(context, 'stay(); hello(); log("here");', {
      onStart: (burst) => void sleep(500).then(() => burst.stop('the user')),
    });
    assert.deepEqual(run.ending, { state: 'cut-short', reason: 'the user' });
    assert.equal(run.phases[0]?.startMs, undefined);
  });

  it('cannot be steered', async (context) => {
    let moved: boolean | undefined;
    await runOnFake(context, HEALTHY, {
      onStart: (burst) => {
        moved = burst.setLevel({ phase: 0, users: 1, spawnRatePerSec: 1 });
      },
    });
    assert.equal(moved, false);
  });

  it('fails with what a listener throws: that is a bug, and not a run', async (context) => {
    const thrown = runOnFake(context, obeys, {
      onSecond: () => {
        throw new TypeError('a bug');
      },
    });
    await assert.rejects(thrown, TypeError);
  });
});
