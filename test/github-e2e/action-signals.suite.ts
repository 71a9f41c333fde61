import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { PATIENT, readResults } from '../e2e/make-folder.ts';
import type { Fault } from '../github-server/faults.ts';
import { startGithubFor } from '../github-server/start-github.ts';
import { ofPull, openShop, type JobEnded, type StartedJob } from './open-shop.ts';

/** Workflows that are cancelled, as the runner does it. */
let product: Product;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

/** What the runner waits after SIGINT, and then after SIGTERM ("Canceling a workflow": 7,500 ms and 2,500 ms). */
const [BEFORE_SIGTERM_MS, BEFORE_SIGKILL_MS] = [7_500, 2_500];

/** SIGINT, and what follows for those who do not listen; `sent`: all of them. */
async function cancel({ kill, ended }: StartedJob): Promise<JobEnded & { readonly sent: readonly string[] }> {
  const sent: NodeJS.Signals[] = [];
  const send = (signal: NodeJS.Signals): void => {
    sent.push(signal);
    kill(signal);
  };
  const over = new AbortController();
  const follow = async (): Promise<void> => {
    send('SIGINT');
    await sleep(BEFORE_SIGTERM_MS, undefined, over);
    send('SIGTERM');
    await sleep(BEFORE_SIGKILL_MS, undefined, over);
    send('SIGKILL');
  };
  const following = follow().catch(() => undefined); // it has ended by then
  const end = await ended;
  over.abort();
  await following;
  return { ...end, sent };
}

/** Something is always in flight, and nobody waits for the end. */
function scenario(target: string): string {
  return `target: ${target}\nsteps:\n  - get: /items\n  - { get: /hang, timeout: 60s }\nphases:\n  - { name: burst, arrival_rate: 30/s, duration: 60s }\n`;
}

const SLA = `endpoints:\n  GET /items: { error_budget: 1% }\n${PATIENT}`;

const GITHUBS: readonly (readonly [name: string, faults: readonly Fault[], uploads: number])[] = [
  ['that is well', [], 2], // the files, and the page
  ['that does not answer any more', [{ route: '*', kind: 'hang' }], 0],
];

describe('a job that is cancelled', { concurrency: 2 }, () => {
  for (const [name, faults, uploads] of GITHUBS) {
    test(`in its burst leaves summary, outputs and reports on a GitHub ${name}, and ends by itself`, async (context) => {
      const shop = await openShop(context, product, startGithubFor);
      const files = { 'load-gate.yaml': scenario(shop.target.url), 'load-gate.sla.yaml': SLA };
      const started = await shop.start({ run: ofPull(shop.pull), files });
      await started.until(shop.target.received(60));
      shop.state.faults.push(...faults);
      const { code, signal, sent, summary, outputs, reports, artifacts, stdout } = await cancel(started);
      assert.deepEqual([code, signal, sent], [3, null, ['SIGINT']], stdout);
      assert.equal(outputs.get('verdict'), 'inconclusive');
      assert.match(summary, /Inconclusive[^]*SIGINT/);
      assert.equal(readResults(reports.get('results.json') ?? '').run.ending.state, 'cut-short');
      for (const file of ['summary.md', 'junit.xml', 'run.log']) assert.match(reports.get(file) ?? '', /SIGINT/, file);
      assert.deepEqual([artifacts.length, shop.state.comments], [uploads, []], stdout);
    });
  }

  for (const route of ['CreateArtifact', 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments']) {
    test(`while it waits for ${route} ends with its verdict`, async (context) => {
      const shop = await openShop(context, product, startGithubFor);
      shop.dial.status = 503;
      shop.state.faults.push({ route, kind: 'hang' });
      const started = await shop.start({ run: ofPull(shop.pull) });
      const isAsked = async (): Promise<void> => {
        while (!shop.github.log.some((call) => call.route === route)) await sleep(20);
      };
      await started.until(isAsked());
      const { code, sent, summary, outputs, reports, stdout } = await cancel(started);
      assert.deepEqual([code, sent, outputs.get('verdict')], [1, ['SIGINT'], 'breach'], stdout);
      assert.match(summary, /Breach/);
      assert.ok(reports.has('results.json'));
    });
  }
});
