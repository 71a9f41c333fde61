import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { renderMarker } from '../../src/report/render-comment.ts';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { buildComment, buildPull, type GithubState } from '../github-server/github-state.ts';
import { startGithubFor, type Github } from '../github-server/start-github.ts';
import { ofPull, openShop, scenario, SLA, type JobEnded, type Shop } from './open-shop.ts';
import { readZip } from './read-zip.ts';

/** The built action on pull requests of the repository itself, as a process of its own, with the real libraries against GitHub's server side. */
let product: Product;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

const BOT = { author: 'github-actions[bot]', authorType: 'Bot' } as const;

const open = (context: TestContext): Promise<Shop<Github>> => openShop(context, product, startGithubFor);

/** What is on the pull request that begins with a marker of ours. */
function listMarked({ comments }: GithubState, issue = 7): GithubState['comments'] {
  return comments.filter(({ issue: of, body }) => of === issue && body.startsWith('<!-- load-gate '));
}

function checkEnded({ code, stdout, stderr, outputs }: JobEnded, verdict: 'pass' | 'breach'): void {
  assert.deepEqual([code, outputs.get('verdict')], [verdict === 'pass' ? 0 : 1, verdict], stdout + stderr);
  assert.equal(stderr, '');
}

/** The words are in the text, in this order. */
function checkOrder(text: string, words: readonly string[]): void {
  const places = words.map((word) => text.indexOf(word));
  assert.ok(!places.includes(-1), `${words.join(', ')} in:\n${text}`);
  assert.deepEqual(
    places.toSorted((left, right) => left - right),
    places,
    text,
  );
}

describe('a job on a pull request', { concurrency: 3 }, () => {
  test('a first clean pass is silent on the pull request, and its reports are an artifact with all that is in their folder', async (context) => {
    const shop = await open(context);
    const ended = await shop.run({ run: ofPull(shop.pull) });
    checkEnded(ended, 'pass');
    assert.deepEqual([shop.state.comments, ended.outputs.get('comment-url')], [[], '']);
    assert.match(ended.stdout, /a first run without news needs none/);
    const [artifact, page, ...others] = ended.artifacts;
    assert.ok(artifact && page);
    assert.deepEqual(
      [artifact.name, page.name, page.mimeType, others],
      ['load-gate-load-gate-gate', 'load-gate-load-gate-gate.html', 'text/html', []],
    );
    assert.equal(Buffer.from((await shop.github.readArtifact(page)) ?? []).toString(), ended.reports.get('report.html'));
    const files = readZip((await shop.github.readArtifact(artifact)) ?? new Uint8Array());
    assert.deepEqual([...files.keys()].toSorted(), [...ended.reports.keys()].toSorted());
    for (const [name, text] of ended.reports) if (name !== 'run.log') assert.equal(files.get(name), text, name);
    assert.equal(ended.outputs.get('artifact-id'), `${artifact.id}`);
    assert.equal(ended.outputs.get('artifact-url'), `https://github.com/octo/shop/actions/runs/${ended.run.id}/artifacts/${artifact.id}`);
    assert.match(ended.summary, /^## ✅ Pass/);
  });

  test('a breach is a comment with what failed first, and the runs after it keep that one comment up to date', async (context) => {
    const shop = await open(context);
    const { state, pull, dial, target } = shop;
    const files = {
      'load-gate.yaml': scenario(target.url).replace('steps:\n', 'steps:\n  - get: /fine\n'),
      'load-gate.sla.yaml': SLA.replace('endpoints:\n', 'endpoints:\n  GET /fine: { p95: 30s }\n'),
    };
    dial.status = 503;
    const broken = await shop.run({ run: ofPull(pull), files });
    checkEnded(broken, 'breach');
    const [comment, ...others] = state.comments;
    assert.ok(comment);
    assert.deepEqual([comment.issue, comment.author, others], [7, BOT.author, []]);
    checkOrder(comment.body, [
      '<!-- load-gate key=load%20gate%20%2F%20gate -->',
      'Breach',
      '| ❌ | `GET /items` |',
      '| ✅ | `GET /fine` |',
      '<details>',
    ]);
    // The page opens from there; the files of the artifact are packed.
    const page = broken.artifacts.find(({ name }) => name.endsWith('.html'));
    assert.ok(comment.body.includes(`](https://github.com/octo/shop/actions/runs/${broken.run.id}/artifacts/${page?.id})`), comment.body);
    assert.ok(comment.body.includes(`](https://github.com/octo/shop/actions/runs/${broken.run.id})`), comment.body);
    assert.ok(comment.body.includes(`\`${pull.head.sha.slice(0, 7)}\``), comment.body);
    assert.match(broken.outputs.get('comment-url') ?? '', new RegExp(`#issuecomment-${comment.id}$`));

    dial.status = 200;
    const fixed = await shop.run({ run: ofPull(pull), files });
    checkEnded(fixed, 'pass');
    assert.equal(state.comments.length, 1);
    assert.match(state.comments[0]?.body ?? '', /Pass/);
    assert.match(fixed.outputs.get('comment-url') ?? '', new RegExp(`#issuecomment-${comment.id}$`));
  });

  test('the comment is found among 600, and one of a stranger with the same first line is left alone', async (context) => {
    const shop = await open(context);
    const { state, pull, dial } = shop;
    const marker = renderMarker('load gate / gate');
    for (let nth = 1; nth <= 600; nth++) state.comments.push(buildComment(state));
    const forged = Object.assign(state.comments[550] ?? {}, { body: `${marker}\nforged` });
    Object.assign(state.comments[596] ?? {}, { ...BOT, body: `${marker}\nof an earlier run` });
    const own = state.comments[596]?.id;
    dial.status = 503;
    checkEnded(await shop.run({ run: ofPull(pull) }), 'breach');
    assert.equal(state.comments.length, 600);
    assert.equal(forged.body, `${marker}\nforged`);
    assert.match(state.comments.find(({ id }) => id === own)?.body ?? '', /Breach/);
  });

  test('three jobs at once with one key leave one comment', async (context) => {
    const shop = await open(context);
    shop.dial.status = 503;
    const [first, ...others] = await Promise.all([
      shop.start({ run: ofPull(shop.pull), inputs: { key: 'same' } }),
      shop.start({ run: ofPull(shop.pull, { id: 9_001 }), inputs: { key: 'same' } }),
      shop.start({ run: ofPull(shop.pull, { id: 9_002 }), inputs: { key: 'same' } }),
    ]);
    for (const { ended } of [first, ...others]) checkEnded(await ended, 'breach');
    assert.equal(listMarked(shop.state).length, 1);
  });

  test('jobs with keys of their own have comments of their own, and the same name in one run gets a number', async (context) => {
    const shop = await open(context);
    shop.dial.status = 503;
    const run = ofPull(shop.pull, { id: 9_003 });
    const jobs = ['one', 'two'].map((key) => shop.run({ run, job: key, inputs: { key, 'artifact-name': 'reports' } }));
    for (const ended of await Promise.all(jobs)) checkEnded(ended, 'breach');
    const found = new Set(listMarked(shop.state).map(({ body }) => body.split('\n', 1)[0]));
    assert.deepEqual([found, listMarked(shop.state).length], [new Set([renderMarker('one'), renderMarker('two')]), 2]);
    const names = shop.state.artifacts.map(({ name }) => name).toSorted();
    assert.deepEqual(names, ['reports', 'reports-2', 'reports-2.html', 'reports.html']);
  });

  test('a pull request that has moved on hears nothing of older commits', async (context) => {
    const shop = await open(context);
    const { pull, state } = shop;
    shop.dial.status = 503;
    const started = await shop.start({ run: ofPull(pull) });
    Object.assign(pull, buildPull(state, { head: { ...pull.head, sha: 'd'.repeat(40) } }));
    const ended = await started.ended;
    checkEnded(ended, 'breach');
    assert.deepEqual([state.comments, ended.outputs.get('comment-url')], [[], '']);
    assert.match(ended.stdout, /it has moved on to ddddddd, and this run measured bbbbbbb/);
  });

  test('another run of the workflow in progress is warned of before the burst', async (context) => {
    const shop = await open(context);
    const [first, second] = [await shop.start({ run: ofPull(shop.pull) }), await shop.start({ run: ofPull(shop.pull) })];
    const [, ended] = await Promise.all([first.ended, second.ended]);
    checkEnded(ended, 'pass');
    checkOrder(ended.stdout, ['Another run of this workflow is in progress', 'PASS']);
  });

  test('comment: never and comment: always are obeyed, on a clean pass and on a breach', async (context) => {
    const shop = await open(context);
    checkEnded(await shop.run({ run: ofPull(shop.pull), inputs: { comment: 'always' } }), 'pass');
    assert.equal(shop.state.comments.length, 1);
    shop.state.comments.length = 0;
    shop.dial.status = 503;
    checkEnded(await shop.run({ run: ofPull(shop.pull), inputs: { comment: 'never' } }), 'breach');
    assert.equal(shop.state.comments.length, 0);
  });
});
