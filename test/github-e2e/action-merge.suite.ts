import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nameShardArtifact } from '../../src/github/name-artifact.ts';
import type { RunSummary } from '../../src/metrics/run-summary.ts';
import type { ShardInfo } from '../../src/metrics/shard-info.ts';
import { renderMarker } from '../../src/report/render-comment.ts';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { buildComment, buildRun, type CommentState, type RunState } from '../github-server/github-state.ts';
import { startGithubFor, type Github } from '../github-server/start-github.ts';
import { buildShardRun, renderShard } from '../support/build-shards.ts';
import { ofPull, openShop, type JobEnded, type Shop } from './open-shop.ts';

/** `mode: merge` of the built action, with what shards have uploaded planted on GitHub's side: it makes no load. */
let product: Product;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

const SHARDS = 3;
const KEY = 'burst';
const LATE = { offsetMs: 2_500, withinMs: 5 };
const SLA = 'endpoints: { GET /health: { p95: 1s, error_budget: 1% } }\nmin_samples: 10\n';

/** An artifact of a shard: the place that its name says, and what is in it. */
interface Upload {
  readonly place: number;
  /** Undefined: the same as the name says. */
  readonly holds?: number;
  readonly info?: (run: RunState) => Partial<ShardInfo>;
  readonly more?: Partial<RunSummary>;
  readonly edit?: (text: string) => string;
  /** Of the artifact's name and entry; undefined: the attempt that merges. */
  readonly attempt?: number;
  readonly digest?: string;
}

const [FIRST, SECOND, THIRD] = [{ place: 0 }, { place: 1 }, { place: 2 }] as const;
const ALL: readonly Upload[] = [FIRST, SECOND, THIRD];
/** The third in place of the usual one. */
const withThird = (third: Omit<Upload, 'place'>): readonly Upload[] => [FIRST, SECOND, { ...third, place: 2 }];
const CUT_SHORT = { state: 'cut-short', reason: 'ended from outside (SIGTERM)' } as const;

/** What is not all shards of one plan in one attempt, each once, and what is said of it. */
const UNFIT: readonly (readonly [name: string, uploads: readonly Upload[], says: RegExp, attempt?: number])[] = [
  ['that are none', [], /^- No shard has left a result\.$/m],
  ['of which one is lost', [FIRST, THIRD], /^- Shard 2 of 3 is missing\.$/m],
  ['of which one is there twice', [...ALL, SECOND], /^- Shard 2 of 3 is there 2 times: /m],
  ['of which one stands in the place of another', withThird({ holds: 1 }), /Shard 3 of 3 is missing\.\n- Shard 2 of 3 is there 2 times: /],
  ['of which one is of another plan', withThird({ info: () => ({ planHash: 'f'.repeat(64) }) }), /3-of-3\.json .*they differ in the plan/],
  ['of which one has another seed', withThird({ more: { seed: 99 } }), /3-of-3\.json .*they differ in the seed/],
  ['of which one is a quarter', withThird({ info: () => ({ count: 4 }) }), /3-of-3\.json .*they differ in the number of shards/],
  [
    'of which one is of another attempt',
    withThird({ info: ({ id }) => ({ attempt: `${id}/7` }) }),
    /3-of-3\.json .*they differ in the attempt.*\n- .*3-of-3\.json is of another attempt\./,
  ],
  [
    'that are all of another run',
    ALL.map((one) => ({ ...one, info: () => ({ attempt: '99/1' }) })),
    /1-of-3\.json is of another attempt\.\n- .*2-of-3\.json is of another attempt\.\n- .*3-of-3\.json is of another attempt\./,
  ],
  ['that are all of the attempt before', ALL.map((one) => ({ ...one, attempt: 1 })), /No shard has left a result/, 2],
  ['of which two were made again', [FIRST, SECOND, { ...THIRD, attempt: 1 }], /^- Shard 3 of 3 is missing\.$/m, 2],
  ['of which one was cut short', withThird({ more: { ending: CUT_SHORT } }), /Shard 3 of 3 was cut short: ended from outside/],
  ['of which one is torn', withThird({ edit: (text) => text.slice(0, text.length / 2) }), /3-of-3\.json cannot be used/],
  ['of which one is a run of its own', withThird({ more: { shards: [] } }), /3-of-3\.json is not the result of one shard/],
  ['of which one is not what was uploaded', withThird({ digest: `sha256:${'0'.repeat(64)}` }), /3-of-3\.json cannot be used: .*digest/],
  ['whose clocks were too far apart', withThird({ info: () => ({ clock: LATE }) }), /The clocks of the shards were 2500 ms apart/],
];

/** Puts them where the shards of a run have uploaded them. */
async function plant(github: Github, run: RunState, uploads: readonly Upload[]): Promise<void> {
  for (const { place, holds = place, info, more, edit = String, digest, attempt = run.attempt } of uploads) {
    const part = buildShardRun(holds, SHARDS, { attempt: `${run.id}/${attempt}`, ...info?.(run) }, more);
    const name = nameShardArtifact({ key: `${KEY} ${run.id}`, attempt, shard: { index: place, count: SHARDS } });
    await github.addArtifact({ runId: run.id, name, attempt, content: edit(renderShard(part)), ...(digest !== undefined && { digest }) });
  }
}

/** The job that has merged, and the comment that was there before. */
interface Merged {
  readonly ended: JobEnded;
  readonly comment: CommentState;
}

/** A merge of them, on a pull request that shows what came of an older commit. */
async function merge({ state, github, pull, run }: Shop<Github>, uploads: readonly Upload[], attempt = 1): Promise<Merged> {
  const about = buildRun(state, { status: 'in_progress', conclusion: null, ...ofPull(pull, { attempt }) });
  state.runs.push(about);
  await plant(github, about, uploads);
  const key = `${KEY} ${about.id}`;
  const comment = buildComment(state, { author: 'github-actions[bot]', authorType: 'Bot', body: `${renderMarker(key)}\n## ✅ Pass` });
  state.comments.push(comment);
  const inputs = { mode: 'merge', key, 'fail-on': 'breach' };
  const ended = await run({ run: { id: about.id }, inputs, files: { 'load-gate.sla.yaml': SLA } });
  return { ended, comment };
}

// Most of them wait for what is not listed yet.
test('shards', { concurrency: 6 }, async (context) => {
  const shop = await openShop(context, product, startGithubFor);
  const cases = UNFIT.map(([name, uploads, says, attempt]) =>
    context.test(`${name} are inconclusive, and the pull request, the summary and the outputs say why`, async () => {
      const { ended, comment } = await merge(shop, uploads, attempt);
      // Nothing excuses what cannot be merged.
      assert.deepEqual([ended.code, ended.stderr], [3, ''], ended.stdout);
      assert.deepEqual(
        ['verdict', 'breaches', 'regressions', 'results-path'].map((output) => ended.outputs.get(output) ?? ''),
        ['inconclusive', '0', '0', ''],
      );
      for (const text of [comment.body, ended.summary, ended.outputs.get('summary') ?? '']) {
        assert.match(text, /^## ⚠️ Inconclusive: nothing was judged$/m);
        assert.match(text, says);
        assert.match(text, /^What to do: .*Re-run all jobs/m);
        assert.doesNotMatch(text, /Pass/);
      }
      assert.match(comment.body, /commit .*bbbbbbb/);
      assert.ok(ended.outputs.get('comment-url')?.endsWith(`#issuecomment-${comment.id}`));
      assert.deepEqual([...ended.reports.keys()], []);
    }),
  );
  const sound = context.test('of one plan and this attempt, each once, are judged, whatever else the run has left', async () => {
    const { ended, comment } = await merge(shop, [...ALL, { place: 0, attempt: 2, info: () => ({ planHash: 'f'.repeat(64) }) }]);
    assert.deepEqual([ended.code, ended.outputs.get('verdict')], [0, 'pass'], ended.stdout);
    assert.match(ended.summary, /3 shards, started within 8 ms of each other/);
    assert.match(comment.body, /## ✅ Pass/);
  });
  await Promise.all([...cases, sound]);
  assert.equal(shop.state.comments.length, cases.length + 1);
});

test('that shards cannot be merged is told on a pull request that has no comment yet, unless none is wanted', async (context) => {
  const shop = await openShop(context, product, startGithubFor);
  shop.state.faults.push({ route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', kind: 'forbidden' });
  for (const comment of ['never', 'auto'] as const) {
    const ended = await shop.run({ run: ofPull(shop.pull), inputs: { mode: 'merge', key: KEY, comment } });
    assert.deepEqual([ended.code, ended.outputs.get('verdict')], [3, 'inconclusive'], ended.stdout);
    assert.equal(shop.state.comments.length, comment === 'auto' ? 1 : 0);
  }
  assert.match(shop.state.comments[0]?.body ?? '', /nothing was judged.*actions: read/s);
});

test('a gate that was stopped before it measured tells its pull request so, too', async (context) => {
  const shop = await openShop(context, product, startGithubFor);
  shop.state.faults.push({ route: 'GET /repos/{owner}/{repo}/actions/artifacts', kind: 'forbidden' });
  const ended = await shop.run({ run: ofPull(shop.pull), inputs: { baseline: 'artifact' } });
  assert.deepEqual([ended.code, ended.outputs.get('verdict')], [3, 'inconclusive'], ended.stdout);
  assert.match(shop.state.comments[0]?.body ?? '', /Inconclusive: nothing was measured.*actions: read/s);
  assert.match(ended.outputs.get('comment-url') ?? '', /issuecomment/);
});
