import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Sla } from '../../src/config/sla.ts';
import { forecastRows, type RowForecast } from '../../src/verdict/forecast-rows.ts';
import { planOf } from '../support/build-plan.ts';
import { atMostMs, budget, buildRow, buildSla } from '../support/build-sla.ts';

const ONE = 'steps: [ { get: /a } ]';
const TWO = 'users: { a: { weight: 1, tags: [x], steps: [ { get: /a } ] }, b: { weight: 1, tags: [y], steps: [ { get: /b } ] } }';

function forecast(yaml: string, sla: Partial<Sla>, skip: readonly string[] = []): readonly RowForecast[] {
  return forecastRows(planOf(yaml, { skip }), buildSla(sla), 100);
}

describe('the forecast of a row', () => {
  const rows: readonly {
    readonly name: string;
    readonly yaml: string;
    readonly limit: number;
    readonly fate: Partial<Record<string, unknown>>;
  }[] = [
    {
      name: 'is enough when nothing is left to chance and the samples are just those that it needs',
      yaml: `${ONE}\nphases: [ { arrival_rate: 20/s, duration: 10s } ]`,
      limit: 95,
      fate: { outlook: 'enough', samples: 200, needed: 200, remedy: undefined },
    },
    {
      name: 'is short below that, and says how long would suffice',
      yaml: `${ONE}\nphases: [ { arrival_rate: 20/s, duration: 10s } ]`,
      limit: 99,
      fate: { outlook: 'short', samples: 200, needed: 1_000, remedy: { kind: 'duration', phase: 'phase-1', durationMs: 50_000 } },
    },
    {
      name: 'leaves the ramp as it is: only the level grows',
      yaml: `${ONE}\nphases: [ { arrival_rate: 20/s, ramp: 10s } ]`,
      limit: 95,
      // 100 on the ramp, 100 more at 20/s.
      fate: { outlook: 'short', samples: 100, remedy: { kind: 'duration', phase: 'phase-1', durationMs: 15_000 } },
    },
    {
      name: 'lengthens the longest of the judged phases, never a warm-up',
      yaml: `${ONE}\nphases: [ { arrival_rate: 10/s, duration: 60s, warmup: true }, { arrival_rate: 10/s, duration: 4s }, { arrival_rate: 10/s, duration: 6s } ]`,
      limit: 95,
      fate: { samples: 100, remedy: { kind: 'duration', phase: 'phase-3', durationMs: 16_000 } },
    },
    {
      name: 'of fixed work asks for more of it',
      yaml: `${ONE}\nphases: [ { iterations: 50, max_duration: 10s } ]`,
      limit: 95,
      fate: { outlook: 'short', samples: 50, remedy: { kind: 'iterations', phase: 'phase-1', iterations: 200 } },
    },
    {
      name: 'has no remedy where no judged phase makes load',
      yaml: `${ONE}\nphases: [ { arrival_rate: 10/s, duration: 60s, warmup: true } ]`,
      limit: 95,
      fate: { outlook: 'short', samples: 0, remedy: undefined },
    },
    {
      name: 'is close when chance decides, and its remedy leaves three standard deviations',
      yaml: `${TWO}\nphases: [ { arrival_rate: 41/s, duration: 10s } ]`,
      limit: 95,
      // 205 of 200 + 3 √200 = 243; the rest at 20.5/s.
      fate: { outlook: 'close', samples: 205, needed: 200, remedy: { kind: 'duration', phase: 'phase-1', durationMs: 12_000 } },
    },
  ];
  for (const { name, yaml, limit, fate } of rows) {
    it(name, () => {
      const [row] = forecast(yaml, { endpoints: [buildRow('GET /a', atMostMs(limit, 50))] });
      assert.deepEqual(row?.fate, { ...row?.fate, ...fate });
    });
  }
  it('depends on how long requests take where users wait for them, but for what each of them does once', () => {
    const started = 'users: { a: { start: [ { post: /login } ], steps: [ { get: /a } ] } }';
    const dependsOf = (phase: string): unknown =>
      forecast(`${started}\nphases: [ ${phase} ]`, { endpoints: [buildRow('*', budget(0))] }).map(
        ({ name, fate }) => `${name} ${fate.state === 'expected' && fate.dependsOnTimes}`,
      );
    assert.deepEqual(dependsOf('{ users: 5, duration: 10s }'), ['POST /login false', 'GET /a true']);
    for (const phase of ['{ arrival_rate: 5/s, duration: 10s }', '{ iterations: 50, users: 5, max_duration: 10s }'])
      assert.deepEqual(dependsOf(phase), ['POST /login false', 'GET /a false']);
  });
  it('needs what its hardest promise needs, each endpoint and the total by itself', () => {
    const found = forecast(`${TWO}\nphases: [ { arrival_rate: 100/s, duration: 10s } ]`, {
      endpoints: [buildRow('*', atMostMs(50, 10), budget(0.01)), buildRow('GET /b', atMostMs(95, 20))],
      total: buildRow('total', atMostMs(99, 20)),
    });
    assert.deepEqual(
      found.map(
        ({ name, promises, fate }) =>
          `${name}: ${promises.join(', ')}: ${fate.state === 'expected' ? `${fate.samples}/${fate.needed}` : fate.state}`,
      ),
      [
        'GET /a: p50 ≤ 10 ms, error_budget ≤ 1 %: 500/20',
        'GET /b: p95 ≤ 20 ms, p50 ≤ 10 ms, error_budget ≤ 1 %: 500/200',
        'total: p99 ≤ 20 ms: 1000/1000',
      ],
    );
  });
  it('takes min_samples at its word', () => {
    const [row] = forecast(`${ONE}\nphases: [ { arrival_rate: 5/s, duration: 10s } ]`, {
      minSamples: 30,
      endpoints: [buildRow('GET /a', atMostMs(99, 50))],
    });
    assert.deepEqual(row?.fate.state === 'expected' && [row.fate.outlook, row.fate.needed], ['enough', 30]);
  });
  it('of a phase counts that phase alone; of a warm-up it says that it is never measured', () => {
    const rowsOf = (phase: string): Sla['phases'][number] => ({
      phase,
      endpoints: [buildRow('GET /a', atMostMs(95, 50))],
      total: undefined,
      at: { file: 'x', line: 1, column: 1 },
    });
    const found = forecast(
      `${ONE}\nphases: [ { arrival_rate: 10/s, duration: 5s, warmup: true }, { arrival_rate: 30/s, duration: 10s }, { arrival_rate: 10/s, duration: 30s } ]`,
      {
        phases: [rowsOf('phase-1'), rowsOf('phase-2')],
      },
    );
    assert.deepEqual(
      found.map(({ phase, fate }) => [phase, fate.state === 'expected' ? fate.samples : fate.reason]),
      [
        ['phase-1', 'phase-1 is a warm-up, which is never judged'],
        ['phase-2', 300],
      ],
    );
  });
  it('is skipped with its tasks', () => {
    const found = forecast(`${TWO}\nphases: [ { arrival_rate: 100/s, duration: 10s } ]`, { endpoints: [buildRow('GET /b', budget(0))] }, [
      'y',
    ]);
    assert.deepEqual(
      found.map(({ fate }) => fate.state),
      ['skipped'],
    );
  });
});
