import assert from 'node:assert/strict';
import { after, before, describe, test, type TestContext } from 'node:test';
import { renderMarker } from '../../src/report/render-comment.ts';
import { buildProduct, type Product } from '../e2e/build-product.ts';
import { buildComment, buildPull, type GithubState } from '../github-server/github-state.ts';
import { startGithubFor, type Github } from '../github-server/start-github.ts';
import { ofPull, openShop, type JobEnded, type Shop } from './open-shop.ts';
import { readZip } from './read-zip.ts';

/** The built action on pull requests, as a process of its own, with the real libraries against GitHub's server side. */
let product: Product;

before(async () => {
  product = await buildProduct();
});

after(() => product.remove());

const open = (context: TestContext): Promise<Shop<Github>> => openShop(context, product, startGithubFor);
const PULL = { number: 7, head: buildPull({} as GithubState, { head: { ref: 'feature', sha: 'b'.repeat(40), repository: undefined as never } }).head };

function bodiesOf({ state }: Shop<Github>, issue = 7): readonly string[] {
  return state.comments.filter((comment) => comment.issue === issue).map(({ body }) => body);
}

/** The first places of these words in a text, which must come in this order. */
function checkOrder(text: string, words: readonly string[]): void {
  const places = words.map((word) => text.indexOf(word));
  assert.ok(!places.includes(-1), `${words.join(', ')} in:\n${text}`);
  assert.deepEqual(places.toSorted((left, right) => left - right), places, text);
}

describe('a job on a pull request', { concurrency: 2 }, () => {
  test('x', () => {});
});
