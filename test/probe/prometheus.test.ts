import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SideChannel } from '../../src/load/side-channel.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { Prometheus } from '../../src/probe/prometheus.ts';
import { RangeReader } from '../../src/probe/range-reader.ts';
import { planOf } from '../support/build-plan.ts';
import { serveFakePrometheus, type Evaluate, type FakePrometheus } from '../support/fake-prometheus.ts';
import { buildServerRow } from '../support/build-server.ts';

const NEVER = new AbortController().signal;
const ORIGIN = 1_700_000_000_000;

function planFor(url: string): Plan {
  return planOf('steps: [ { get: / } ]\nphases: [ { users: 1, duration: 1s } ]', {
    server: { rows: [buildServerRow({ source: { kind: 'promql', query: 'lag' } })], prometheusUrl: url, allowCommands: false },
  });
}

async function withPrometheus(fake: FakePrometheus, use: (client: Prometheus) => Promise<void>): Promise<void> {
  const { server, program } = planFor(fake.url);
  const line = new SideChannel({ connections: server.connections, allowedHosts: program.allowedHosts, env: {} });
  assert.ok(server.prometheus);
  try {
    await use(new Prometheus(line, server.prometheus));
  } finally {
    line.close();
  }
}

describe('a range of PromQL', () => {
  it('has every planted value at its moment, infinite ones too, and leaves out what is no number', async () => {
    const planted = (second: number): number | string => (second % 3 === 0 ? 'NaN' : second % 3 === 1 ? '+Inf' : second - ORIGIN / 1_000);
    await using fake = await serveFakePrometheus((_, second) => ({ '{"job":"x"}': planted(second) }));
    await withPrometheus(fake, async (client) => {
      const points = await client.readRange('lag', { fromMs: ORIGIN, toMs: ORIGIN + 9_000, stepMs: 1_000 }, NEVER);
      const expected = Array.from({ length: 10 }, (_, index) => ORIGIN / 1_000 + index).filter((second) => second % 3 !== 0);
      assert.deepEqual(
        points,
        expected.map((second) => ({ atMs: second * 1_000, value: second % 3 === 1 ? Number.POSITIVE_INFINITY : second - ORIGIN / 1_000 })),
      );
    });
  });

  it('has a value at its very end, and one at its begin or less than a step before it', async () => {
    await using fake = await serveFakePrometheus((_, second) => ({ '{}': second }));
    await withPrometheus(fake, async (client) => {
      const points = await client.readRange('lag', { fromMs: ORIGIN, toMs: ORIGIN + 40_000, stepMs: 15_000 }, NEVER);
      assert.deepEqual(
        points.map(({ atMs }) => atMs - ORIGIN),
        [-5_000, 10_000, 25_000, 40_000],
      );
    });
  });

  it('is taken whole where Prometheus remarks on the expression alone', async () => {
    const data = { resultType: 'matrix', result: [{ metric: {}, values: [[1, '2']] }] };
    const warnings = ['PromQL info: metric might not be a counter, name does not end in _total: "hits" (1:6)'];
    await using fake = await serveFakePrometheus(
      () => ({}),
      (_, response) => {
        response.end(JSON.stringify({ status: 'success', warnings, data }));
        return true;
      },
    );
    await withPrometheus(fake, async (client) => {
      const points = await client.readRange('lag', { fromMs: ORIGIN, toMs: ORIGIN, stepMs: 1_000 }, NEVER);
      assert.deepEqual(points, [{ atMs: 1_000, value: 2 }]);
    });
  });

  it('takes coarser steps where there would be more than 11,000 points', async () => {
    await using fake = await serveFakePrometheus(() => ({ '{}': 1 }));
    await withPrometheus(fake, async (client) => {
      const points = await client.readRange('lag', { fromMs: ORIGIN, toMs: ORIGIN + 86_400_000, stepMs: 1_000 }, NEVER);
      assert.ok(points.length <= 11_000 && points.length > 10_000, String(points.length));
    });
  });

  const answers: readonly (readonly [string, Evaluate, string | undefined, RegExp])[] = [
    ['several series', () => ({ '{"pod":"a"}': 1, '{"pod":"b"}': 2 }), undefined, /2 series: \{pod="a"\}, \{pod="b"\}; aggregate/],
    ['an expression that is wrong', () => new Error('1:5: parse error'), undefined, /refuses the expression: 1:5: parse error/],
    ['no JSON', () => ({}), '<html>proxy</html>', /answered 200/],
    ['JSON of another form', () => ({}), '{"status":"success","data":{"resultType":"vector","result":[]}}', /no range of values/],
    [
      'values that are none',
      () => ({}),
      '{"status":"success","data":{"resultType":"matrix","result":[{"values":[[1,2]]}]}}',
      /a value that is none/,
    ],
    [
      'that of a part of its stores',
      () => ({}),
      '{"status":"success","warnings":["receive series from 10.0.0.2: rpc error"],"data":{"resultType":"matrix","result":[]}}',
      /answered in part: receive series/,
    ],
    ['success without data', () => ({}), '{"status":"success"}', /no range of values/],
  ];
  for (const [name, evaluate, body, problem] of answers)
    it(`is refused in words where the answer is ${name}`, async () => {
      await using fake = await serveFakePrometheus(evaluate, (_, response) => {
        if (body !== undefined) response.end(body);
        return body !== undefined;
      });
      await withPrometheus(fake, async (client) => {
        await assert.rejects(client.readRange('lag', { fromMs: ORIGIN, toMs: ORIGIN + 2_000, stepMs: 1_000 }, NEVER), problem);
      });
    });
});

describe('the clock of Prometheus', () => {
  for (const [name, leadMs] of [
    ['an hour ahead', 3_600_000],
    ['a minute behind', -60_000],
  ] as const)
    it(`is known to be ${name}`, async () => {
      await using fake = await serveFakePrometheus(
        () => ({}),
        ({ path }, response) => {
          const now = (Date.now() + leadMs) / 1_000;
          response.end(JSON.stringify({ status: 'success', data: { resultType: 'scalar', result: [now, String(now)] } }));
          return path.endsWith('/query');
        },
      );
      await withPrometheus(fake, async (client) => {
        const lead = await client.readClockLead(NEVER);
        assert.ok(Math.abs(lead - leadMs) < 5_000, String(lead));
      });
    });
  it('is taken for ours where the way there explains the difference', async () => {
    await using fake = await serveFakePrometheus(() => ({}));
    await withPrometheus(fake, async (client) => assert.equal(await client.readClockLead(NEVER), 0));
  });
});

describe('what is made of a range', () => {
  it('has the time of the oldest scrape behind each value', async () => {
    // One metric is scraped every 5 s, the other every 2 s.
    const scrape = (second: number, every: number): number => Math.floor(second / every) * every;
    await using fake = await serveFakePrometheus((expression, second) => {
      if (expression === 'a / b') return { '{}': second };
      const every = expression === 'min(timestamp(a))' ? 5 : 2;
      return { '{}': scrape(second, every) };
    });
    await withPrometheus(fake, async (prometheus) => {
      const reader = new RangeReader('a / b', { prometheus, originMs: ORIGIN, signal: NEVER, now: () => 0 });
      const values = await reader.read(0, 10_000, 1_000);
      assert.deepEqual(
        values.map(({ atMs, asOfMs }) => [atMs, asOfMs]),
        Array.from({ length: 11 }, (_, second) => [second * 1_000, Math.min(scrape(second, 5), scrape(second, 2)) * 1_000]),
      );
    });
  });

  it('is tried again when Prometheus fails, and counted; what it refuses is not', async () => {
    let times = 0;
    await using fake = await serveFakePrometheus(
      (expression) => (expression === 'wrong' ? new Error('parse error') : { '{}': 1 }),
      ({ form }, response) => {
        const fails = form['query'] === 'shaky' && ++times < 3;
        if (fails) response.writeHead(503).end('busy');
        return fails;
      },
    );
    await withPrometheus(fake, async (prometheus) => {
      const options = { prometheus, originMs: ORIGIN, signal: NEVER, now: () => 0 };
      const shaky = new RangeReader('shaky', options);
      assert.equal((await shaky.read(0, 1_000, 1_000)).length, 2);
      assert.equal(shaky.lost, 2);
      const wrong = new RangeReader('wrong', options);
      assert.deepEqual(await wrong.read(0, 1_000, 1_000), []);
      assert.equal(wrong.lost, 1);
      assert.match(wrong.problem ?? '', /parse error/);
    });
  });
});
