import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planOf } from '../../support/build-plan.ts';
import { runEngines, type Answer, type EngineRun, type Sent } from '../../support/run-engines.ts';

const ONCE = 'phases: [ { iterations: 1, users: 1, max_duration: 20s } ]';

/** The requests of one iteration, `/path` at its time in ms. */
function flow(
  steps: string,
  options: { readonly top?: string; readonly phases?: string; readonly answer?: (request: Sent) => Answer } = {},
): EngineRun {
  return runEngines(planOf(`${options.top ?? ''}\nsteps: ${steps}\n${options.phases ?? ONCE}`), {
    answer: options.answer ?? (() => ({ afterMs: 10 })),
  });
}

const paths = ({ sent }: EngineRun): readonly string[] => sent.map(({ path }) => path);
const book = ({ run }: EngineRun): string => {
  const { ok, failed, interrupted, cut } = run.phases[0]?.iterations ?? { ok: -1, failed: -1, interrupted: -1, cut: -1 };
  return `${ok} ok, ${failed} failed, ${interrupted + cut} other`;
};
const body = (value: unknown): Answer => ({ afterMs: 10, body: JSON.stringify(value) });

describe('a flow', () => {
  for (const { name, steps, top, sends } of [
    { name: 'runs its steps in order', steps: '[ { get: /a }, { get: /b }, { get: /c } ]', sends: ['/a', '/b', '/c'] },
    {
      name: 'repeats',
      steps: '[ { repeat: 3, as: n, steps: [ { get: "/p?n=${n}" , name: p } ] }, { get: /end } ]',
      sends: ['/p?n=0', '/p?n=1', '/p?n=2', '/end'],
    },
    { name: 'repeats once', steps: '[ { repeat: 1, steps: [ { get: /p } ] } ]', sends: ['/p'] },
    {
      name: 'repeats in a repeat',
      steps:
        '[ { repeat: 2, as: i, steps: [ { repeat: 2, as: k, steps: [ { get: "/${i}-${k}", name: in } ] }, { get: "/after-${i}", name: after } ] } ]',
      sends: ['/0-0', '/0-1', '/after-0', '/1-0', '/1-1', '/after-1'],
    },
    {
      name: 'goes through the rows of a list',
      top: 'data: { word: [x, y] }',
      steps: '[ { for_each: word, steps: [ { get: "/${word}", name: w } ] }, { get: /end } ]',
      sends: ['/x', '/y', '/end'],
    },
    {
      name: 'goes through rows with columns, under another name',
      top: 'data: { who: { values: [ { id: 1, at: a }, { id: 2, at: b } ] } }',
      steps: '[ { for_each: who, as: row, steps: [ { get: "/${row.at}/${row.id}", name: w } ] } ]',
      sends: ['/a/1', '/b/2'],
    },
    {
      name: 'sends what is parallel together',
      steps: '[ { parallel: [ { get: /a }, { get: /b } ] }, { get: /c } ]',
      sends: ['/a', '/b', '/c'],
    },
  ] as const) {
    it(name, () => {
      const result = flow(steps, { top: top ?? '' });
      assert.deepEqual(paths(result), sends);
      assert.equal(book(result), '1 ok, 0 failed, 0 other');
      assert.deepEqual(result.run.imbalances, []);
    });
  }

  it('thinks between its steps, and counts the next from the end of the thought', () => {
    const { sent, run } = flow('[ { get: /a }, { think: 500ms }, { get: /b } ]');
    const [first, second] = sent;
    assert.ok(first && second && Math.abs(second.atMs - first.atMs - 510) <= 3);
    const latency = run.series[1]?.perPhase[0]?.latency.highestUs ?? 0;
    assert.ok(latency >= 9_000 && latency <= 13_000, 'the thought is not in the latency');
  });

  it('awaits all that is parallel: the next step comes after the slowest', () => {
    const { sent } = flow('[ { parallel: [ { get: /slow }, { get: /quick } ] }, { get: /c } ]', {
      answer: ({ path }) => ({ afterMs: path === '/slow' ? 300 : 10 }),
    });
    assert.deepEqual(
      sent.map(({ path, atMs }) => `${path} ${Math.round(atMs / 100) * 100}`),
      ['/slow 0', '/quick 0', '/c 300'],
    );
  });

  it('goes on after a failed step, and its iteration has failed', () => {
    const result = flow('[ { get: /a }, { get: /b } ]', { answer: ({ path }) => ({ afterMs: 5, status: path === '/a' ? 500 : 200 }) });
    assert.deepEqual(paths(result), ['/a', '/b']);
    assert.equal(book(result), '0 ok, 1 failed, 0 other');
  });

  it('ends where a capture finds nothing: the step failed by its check', () => {
    const result = flow('[ { get: /a, capture: { id: $.id } }, { get: "/b/${id}", name: b } ]', { answer: () => body({}) });
    assert.deepEqual(paths(result), ['/a']);
    assert.equal(book(result), '0 ok, 1 failed, 0 other');
    const failures = result.run.series[0]?.perPhase[0]?.failures ?? [];
    assert.deepEqual(
      failures.map((failure) => [failure.class, failure.count]),
      [['check', 1]],
    );
    assert.deepEqual(result.run.imbalances, []);
  });

  it('ends where a failed step left a variable unset, after what was started in parallel has come', () => {
    const result = flow(
      '[ { get: /a, capture: { id: $.id } }, { parallel: [ { get: /p }, { get: "/b/${id}", name: b } ] }, { get: /c } ]',
      {
        answer: ({ path }) => ({ afterMs: path === '/p' ? 200 : 5, status: path === '/a' ? 500 : 200 }),
      },
    );
    assert.ok(!paths(result).includes('/c'));
    assert.equal(book(result), '0 ok, 1 failed, 0 other');
    assert.deepEqual(result.run.imbalances, []);
  });

  it('counts the step after a poll from the end of that poll, with a time limit of its own', () => {
    let asked = 0;
    const steps =
      '[ { think: 3s }, { poll: { get: /job, every: 100ms, within: 5s, until: { json: { $.state: done } } }, name: job }, { get: /next, timeout: 2s } ]';
    const { run } = flow(steps, { answer: ({ path }) => body(path === '/job' && ++asked < 3 ? { state: 'busy' } : { state: 'done' }) });
    const next = run.series[1]?.perPhase[0];
    assert.equal(next?.counts.ok, 1, 'its time limit does not count from the start of the run');
    const latency = next.latency.highestUs;
    assert.ok(latency >= 9_000 && latency <= 13_000, `${latency} us are its own 10 ms`);
  });

  it('polls until it is so, as one sample from its start', () => {
    let asked = 0;
    const result = flow('[ { poll: { get: /job, every: 100ms, within: 5s, until: { json: { $.state: done } } }, name: job } ]', {
      answer: () => body({ state: ++asked === 4 ? 'done' : 'busy' }),
    });
    assert.equal(result.sent.length, 4);
    const phase = result.run.series[0]?.perPhase[0];
    assert.equal(phase?.counts.ok, 1);
    assert.ok(phase.latency.highestUs >= 305_000 && phase.latency.highestUs <= 325_000);
  });
});

describe('the values of a flow', () => {
  const drawn = 'vars: { n: { int: [1, 1000000000] }, id: { uuid: true }, word: { string: 8 } }';

  it('are drawn once for an iteration, and anew for the next', () => {
    const { sent } = flow('[ { get: "/a?n=${n}&id=${id}", name: a }, { get: "/b?n=${n}&id=${id}", name: b } ]', {
      top: drawn,
      phases: 'phases: [ { iterations: 3, users: 1, max_duration: 20s } ]',
    });
    const queries = sent.map(({ path }) => path.slice(3));
    assert.deepEqual([queries[0], queries[2], queries[4]], [queries[1], queries[3], queries[5]]);
    assert.equal(new Set(queries).size, 3);
    for (const query of queries) assert.match(query, /^n=\d+&id=[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are drawn anew for each pass, and are what they were before when the loop is over', () => {
    const { sent } = flow(
      '[ { get: "/${n}", name: a }, { repeat: 2, steps: [ { get: "/${n}", name: b }, { repeat: 2, steps: [ { get: "/${n}", name: c } ] }, { get: "/${n}", name: d } ] }, { get: "/${n}", name: e } ]',
      { top: drawn },
    );
    const [before, b1, c1, c2, d1, b2, , , d2, after] = sent.map(({ path }) => path);
    assert.equal(before, after);
    assert.equal(b1, d1);
    assert.equal(b2, d2);
    assert.equal(new Set([before, b1, b2, c1, c2]).size, 5);
  });

  it('of unique rows are given out once over all workers, and then the step fails with class data', () => {
    const plan = planOf(
      'data: { account: { values: [a, b, c, d, e, f], pick: unique } }\nsteps: [ { get: "/${account}", name: x } ]\nphases: [ { users: 4, duration: 2s } ]',
    );
    for (const workers of [1, 2, 4]) {
      const { sent, run } = runEngines(plan, { workers, answer: () => ({ afterMs: 5 }) });
      assert.deepEqual(sent.map(({ path }) => path).toSorted(), ['/a', '/b', '/c', '/d', '/e', '/f']);
      const failures = run.series[0]?.perPhase[0]?.failures ?? [];
      assert.deepEqual(
        failures.map((failure) => failure.class),
        ['data'],
      );
      // Each of the four comes away with nothing at least once, and does not spin.
      const empty = failures[0]?.count ?? 0;
      assert.ok(empty >= 4 && empty <= 12, `${empty} iterations without a row`);
      assert.deepEqual(run.imbalances, []);
    }
  });

  it('of sequential rows come in turn over all workers', () => {
    const plan = planOf(
      'data: { t: { values: [a, b, c], pick: sequential } }\nsteps: [ { get: "/${t}", name: x } ]\nphases: [ { arrival_rate: 6/s, duration: 2s } ]',
    );
    const { sent } = runEngines(plan, { workers: 3, answer: () => ({ afterMs: 5 }) });
    for (const path of ['/a', '/b', '/c']) assert.equal(sent.filter((request) => request.path === path).length, 4);
  });

  it('of data in `start` stay with the virtual user', () => {
    const { sent } = runEngines(
      planOf(
        'data: { account: { values: [a, b, c], pick: unique } }\nusers: { one: { start: [ { post: "/login/${account}", name: login } ], steps: [ { get: "/me/${account}", name: me } ] } }\nphases: [ { users: 3, duration: 1s } ]',
      ),
      { answer: () => ({ afterMs: 100 }) },
    );
    for (const account of ['a', 'b', 'c']) {
      assert.equal(sent.filter(({ path }) => path === `/login/${account}`).length, 1);
      assert.ok(sent.filter(({ path }) => path === `/me/${account}`).length >= 8);
    }
  });

  it('that were captured stay with the virtual user, and a task that needs them is not drawn before', () => {
    const { sent } = runEngines(
      planOf(
        'users: { one: { think: 10ms, tasks: { list: { weight: 1, steps: [ { get: /list, capture: { id: $.id } } ] }, show: { weight: 50, steps: [ { get: "/show/${id}", name: show } ] } } } }\nphases: [ { users: 2, duration: 2s } ]',
      ),
      { answer: () => body({ id: 7 }) },
    );
    assert.equal(sent[0]?.path, '/list');
    assert.ok(sent.filter(({ path }) => path === '/show/7').length > 30);
  });
});
