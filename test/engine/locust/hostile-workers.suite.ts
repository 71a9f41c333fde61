/** Workers that join as any other and hand in what cannot be: never green, and told in a sentence. Needs Locust (`node .ci/install-tools.ts python`). */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { findTool } from '../../../.ci/install-tools.ts';
import type { Report } from '../../../src/report/report.ts';
import { startProcess, type Ended } from '../../e2e/start-process.ts';
import { readFolder } from '../../e2e/make-folder.ts';
import { drawPort } from '../../support/truth-server.ts';
import { assertCode, makeGate, readReport, runGateIn, startGate } from './start-gate.ts';

const SCRIPT = join(import.meta.dirname, 'hostile-worker.py');
const SCENARIO = { target: 'http://127.0.0.1:9', steps: [{ get: '/a' }], phases: [{ users: 1, duration: '2s' }] };

interface Row {
  readonly what: string;
  /** What it hands in, one message after the other, in Python. */
  readonly parts: string;
  /** Why there is no verdict. */
  readonly reason: RegExp;
  readonly id?: string;
}

const MARKUP = '<script>alert(1)</script>';

const FOREIGN = /^worker 1 of 1 \(hostile 012345\) follows another plan: its file is not the one of this run/;
const UNREADABLE = /^Locust reported what cannot be: line\.deltas must be a list/;

/** Two seconds, as long as the plan. */
const WHOLE = '[part([second(0)]), part([second(1)]), ';

const ROWS: readonly Row[] = [
  { what: 'bytes in place of a number', parts: '[part([second(0, users=b"1")])]', reason: UNREADABLE },
  { what: 'bytes as a key', parts: '[part([second(0, cells=[{b"a": 1}])])]', reason: UNREADABLE },
  { what: 'a number that is none', parts: '[part([second(0, users=float("nan"))])]', reason: UNREADABLE },
  { what: 'infinity', parts: '[part([second(0, users=float("inf"))])]', reason: UNREADABLE },
  { what: 'a number beyond all', parts: '[part([second(0, users=2**64 - 1)])]', reason: /deltas\[0\]\.users must be a whole number/ },
  {
    what: 'lists in lists',
    parts: '[part([second(0, cells=nested(900))])]',
    reason: /deltas\[0\]\.cells\[0\] must be an object|deltas must be a list/,
  },
  {
    what: 'what Locust itself cannot unpack',
    parts: '[part([second(0, cells=nested(2000))])]',
    reason: /has (reported|handed in) nothing for 15 s/,
  },
  { what: 'nothing of load-gate', parts: '[None]', reason: FOREIGN },
  { what: 'a text in place of its part', parts: '["part"]', reason: FOREIGN },
  { what: 'the seconds of another plan', parts: '[{**part([second(0)]), "plan": "f00d"}]', reason: FOREIGN },
  { what: 'a plan that is no text', parts: '[{**part([second(0)]), "plan": [1]}]', reason: /line\.plan must be text/ },
  { what: 'seconds that are no list', parts: '[{**part(), "deltas": {"a": 1}}]', reason: UNREADABLE },
  { what: 'a series that nobody has', parts: '[part([second(0, [cell(series=7)])])]', reason: /cells\[0\]\.series must be below 1/ },
  { what: 'a second twice', parts: '[part([second(0)]), part([second(0)])]', reason: /handed in second 0 twice/ },
  { what: 'seconds that are still to come', parts: '[part([second(n) for n in range(6)])]', reason: /handed in second \d before its time/ },
  {
    what: 'its report before the plan is over',
    parts: '[over([second(0)])]',
    reason: /^worker 1 of 1 \(hostile 012345\) reported after \d+ s, before the plan was over$/,
  },
  { what: 'a report, and has done nothing', parts: `${WHOLE}over()]`, reason: /no request was made/ },
  { what: 'a report of what it did not do', parts: `${WHOLE}over([second(2)], requestsStarted=5)]`, reason: /The books do not balance/ },
  {
    what: 'its report twice',
    parts: `${WHOLE}over([second(2)]), over([second(3)])]`,
    reason: /no request was made|went on after its report/,
  },
  { what: 'a report of bytes', parts: `${WHOLE}over([second(2)], requestsStarted=b"5")]`, reason: /line\.report must be an object/ },
  { what: 'a report that is none', parts: `${WHOLE}{**over([second(2)]), "report": "fine"}]`, reason: /line\.report must be an object/ },
  {
    what: 'markup and control characters in its words and its name',
    id: `${MARKUP}_\u001b[31m`,
    parts: `[part([second(0, [cell([failure("${MARKUP}\\x1b[31m")], started=1, failed=1)])]), part([second(0)])]`,
    reason: /^worker 1 of 1 \(<script>alert\(1\)<\/script>_\) handed in second 0 twice/,
  },
];

/** The hash of the file that this run has, without which nobody is listened to. */
async function hashOf(context: TestContext, folder: string): Promise<string> {
  const { stdout } = await runGateIn(context, folder, ['export', 'locust', '--seed', '7']);
  const hash = /["']hash["']: ["']([0-9a-f]{64})/.exec(stdout)?.[1];
  assert.ok(hash, stdout.slice(0, 2_000));
  return hash;
}

/** A gate that waits for one worker, and has this one; to its end. */
async function judge(
  context: TestContext,
  { parts, id }: Row,
): Promise<{ readonly report: Report; readonly ended: Ended; readonly folder: string }> {
  const folder = await makeGate(context, SCENARIO);
  const hash = await hashOf(context, folder);
  const port = String(drawPort());
  const env = { LOCUST_MASTER_BIND_HOST: '127.0.0.1', LOCUST_MASTER_BIND_PORT: port };
  const gate = startGate(context, folder, ['run', '--engine', 'locust', '--out', 'out', '--seed', '7', '--expect-workers', '1'], { env });
  const args = [port, hash, parts, ...(id === undefined ? [] : [id])];
  const worker = startProcess(SCRIPT, args, { cwd: folder, node: findTool('python') });
  const ended = await gate.ended;
  worker.kill('SIGKILL');
  await worker.ended;
  return { report: await readReport(folder), ended, folder };
}

suite('A worker that joins as any other is never believed when it hands in', { concurrency: 4 }, () => {
  for (const row of ROWS)
    test(row.what, async (context) => {
      const { report, ended, folder } = await judge(context, row);
      const { run, verdict } = report;
      assertCode(ended, 3);
      assert.equal(verdict.state, 'inconclusive');
      const why = run.ending.state === 'complete' ? verdict.reasons.join('\n') : run.ending.reason;
      assert.match(why, row.reason);
      const said = `${ended.stdout}\n${ended.stderr}`;
      assert.doesNotMatch(said, /^ {4}at |load-gate.*Traceback/m, 'no stack of ours');
      for (const [name, text] of [['the log', said], ...(await readFolder(join(folder, 'out')))] as const) {
        assert.ok(!text.includes('\u001b[31m'), `${name} has no control characters of a worker`);
        if (name.endsWith('.html')) assert.ok(!text.includes(MARKUP), `${name} has no markup of a worker`);
        // In Markdown it stands as code.
        if (name.endsWith('.md')) assert.ok(!text.replaceAll(`\`${MARKUP}\``, '').includes(MARKUP), `${name} has no markup of a worker`);
      }
    });
});
