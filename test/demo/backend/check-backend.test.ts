import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Figure, QueueDials } from '../../../src/demo/backend/backend-dials.ts';
import { checkDials } from '../../../src/demo/check-dials.ts';
import type { Answer, Dials, RouteDials } from '../../../src/demo/dials.ts';

const route = (rest: Partial<RouteDials>): Partial<Dials> => ({ routes: [{ method: 'GET', path: '/a', ...rest }] });
const answer = (of: Answer): Partial<Dials> => route({ answer: of });
const figure = (of: Figure): Partial<Dials> => answer({ kind: 'figures', figures: { x: of } });
const queue = (rest: Partial<QueueDials>): Partial<Dials> => ({ queues: [{ name: 'q', workers: 1, ...rest }] });
const constant: Figure = { figure: 'constant', value: 1 };
const nan: Figure = { figure: 'constant', value: Number.NaN };
const metric = (name: string, labels: Record<string, string> = {}, type: 'gauge' | 'counter' = 'gauge') =>
  ({ name, help: 'Help.', type, labels, value: constant }) as const;

const WRONG: readonly (readonly [what: string, dials: Partial<Dials>, problem: RegExp])[] = [
  ['a queue with half a worker', queue({ workers: 0.5 }), /queue q: workers/],
  ['a batch of nothing', queue({ batch: 0 }), /batch: 1 or more/],
  ['a wait that is no time', queue({ batchWaitMs: -1 }), /batchWaitMs/],
  ['work that is no latency', queue({ work: { kind: 'constant', ms: -5 } }), /work: latency/],
  ['a failure each zeroth time', queue({ failEvery: 0 }), /failEvery, loseEvery/],
  ['less than nothing held', queue({ held: -1 }), /capacity, held/],
  [
    'two queues of one name',
    {
      queues: [
        { name: 'q', workers: 1 },
        { name: 'q', workers: 2 },
      ],
    },
    /q: the name is taken/,
  ],
  ['a cache without tiers', { caches: [{ name: 'c', tiers: [] }] }, /tiers: at least one/],
  ['a tier with less than no room', { caches: [{ name: 'c', tiers: [{ name: 'l1', capacity: -1 }] }] }, /capacity and ttlMs/],
  ['a pool whose connections are all held', { pools: [{ name: 'p', size: 5, held: 5 }] }, /held: less than that/],
  ['half an object', { collections: [{ name: 'c', seeded: { count: 0.5 } }] }, /seeded.count/],
  ['a header in upper case', { tenants: { header: 'X-Tenant', plans: {} } }, /lower case/],
  ['a plan without end', { tenants: { header: 'x', plans: { a: Infinity } } }, /tenant a/],
  ['a tenant where there are none', route({ tenant: 'known' }), /there are no tenants/],
  ['the usage of nobody', answer({ kind: 'usage' }), /there are no tenants/],
  ['a cache that is not there', route({ cache: 'c' }), /GET \/a: there is no cache c/],
  ['a pool that is not there', route({ query: { pool: 'p', latency: { kind: 'constant', ms: 1 } } }), /there is no pool p/],
  ['a queue that is not there', answer({ kind: 'enqueue', queue: 'q' }), /there is no queue q/],
  ['tasks of a queue that is not there', answer({ kind: 'task', queue: 'q' }), /there is no queue q/],
  ['clearing a cache that is not there', answer({ kind: 'cache', cache: 'c', do: 'clear' }), /there is no cache c/],
  ['a collection that is not there', answer({ kind: 'collection', collection: 'c', do: 'get' }), /there is no collection c/],
  ['a list of half an object', answer({ kind: 'collection', collection: 'c', do: 'list', limit: 0.5 }), /answer.limit/],
  ['a merge in the past', answer({ kind: 'upload-complete', mergeMs: -1 }), /mergeMs/],
  ['the figure of a missing queue', figure({ figure: 'queue', queue: 'q', of: 'length' }), /there is no queue q/],
  [
    'the figure of a missing tier',
    { ...figure({ figure: 'cache', cache: 'c', tier: 'l9', of: 'hits' }), caches: [{ name: 'c', tiers: [{ name: 'l1', capacity: 1 }] }] },
    /there is no tier c l9/,
  ],
  ['the figure of a missing route', figure({ figure: 'requests', route: 'GET /b', of: 'received' }), /there is no route GET \/b/],
  ['the figure of a missing socket', figure({ figure: 'sockets', socket: '/ws' }), /there is no socket/],
  [
    'a sum with something missing',
    figure({ figure: 'sum', terms: [{ of: { figure: 'pool', pool: 'p', of: 'size' } }] }),
    /there is no pool p/,
  ],
  ['a sum with no number', figure({ figure: 'sum', terms: [{ times: Number.NaN, of: constant }] }), /times: a number/],
  ['a constant that is no number', figure(nan), /a constant is a number/],
  [
    'a push with something missing',
    { sockets: [{ path: '/ws', push: { everyMs: 1, figures: { x: { figure: 'pool', pool: 'p', of: 'size' } } } }] },
    /push: there is no pool/,
  ],
  ['half a connection', { sockets: [{ path: '/ws', maxOpen: 0.5 }] }, /maxOpen/],
  ['a metric with a dash', { ...route({}), metrics: [metric('a-b')] }, /a name of/],
  [
    'a metric of two types',
    { ...route({}), metrics: [metric('a', { x: '1' }), metric('a', { x: '2' }, 'counter')] },
    /one name has one type/,
  ],
  [
    'a metric twice',
    { ...route({}), metrics: [metric('a', { x: '1', y: '2' }), metric('a', { y: '2', x: '1' })] },
    /the same labels twice/,
  ],
  ['a label that histograms need', { ...route({}), metrics: [metric('a', { le: '1' })] }, /labels/],
  [
    'a histogram of nothing',
    { ...route({}), metrics: [{ name: 'a', help: 'H.', type: 'histogram', of: { pool: 'p' } }] },
    /there is no pool p/,
  ],
];

for (const [what, dials, problem] of WRONG) {
  test(`dials are refused: ${what}`, () => {
    const problems = checkDials({ ...route({}), ...dials } as Dials);
    assert.ok(problems.length > 0);
    assert.match(problems.join('; '), problem);
  });
}
