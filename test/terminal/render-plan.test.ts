import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { paintColour, paintPlain } from '../../src/terminal/paint.ts';
import { renderPlan, type PlanView } from '../../src/terminal/render-plan.ts';
import { NO_WISHES, planOf } from '../support/build-plan.ts';
import { atMostMs, budget, buildRow, buildSla, buildWindow } from '../support/build-sla.ts';

const YAML = `
name: Shop
time_box: 4m
before: [ { wait_for: { get: /health, every: 1s, within: 2m, until: { status: 200 } } }, { get: /warm } ]
users:
  buyer:
    weight: 3
    think: 1s..5s
    start: [ { post: /login } ]
    tasks:
      look: { weight: 3, steps: [ { get: /list }, { think: 500ms }, { repeat: 20, steps: [ { get: /item } ] } ] }
      buy: { weight: 1, steps: [ { parallel: [ { get: /a }, { get: /b } ] }, { poll: { get: /job, every: 500ms, within: 30s, until: { status: 200 } } } ] }
  robot: { weight: 1, steps: [ { get: /feed } ] }
phases:
  - { name: warm-up, users: 10, duration: 10s, warmup: true }
  - { name: steady, users: 40, spawn_rate: 3/s, duration: 30s }
  - { name: climb, arrival_rate: 20/s, ramp: 10s, duration: 40s, arrivals: poisson, max_users: 70 }
  - { name: volume, iterations: 1000, users: 20, max_duration: 30s }
  - { name: rest, pause: 5s }
`;

function textOf(yaml: string, view: Partial<PlanView> = {}, wishes: Partial<PlanRequest> = {}): string {
  const sla = buildSla({ endpoints: [buildRow('GET /feed', atMostMs(99, 100), budget(0.01)), buildRow('GET /item', atMostMs(95, 50))] });
  const { caps } = NO_WISHES;
  return renderPlan({ plan: planOf(yaml, wishes), sla, hasSla: true, caps, isSeedGiven: true, width: 100, paint: paintPlain, ...view });
}

describe('a plan with WebSockets', () => {
  const text = textOf(`
users:
  chatter:
    start: [ { ws: /inbox, as: inbox } ]
    steps: [ { ws: /chat, as: chat }, { send: hi, on: chat }, { receive: hi, on: chat, within: 2s, name: echo }, { hold: 30s }, { close: chat } ]
phases: [ { users: 5000, duration: 60s } ]`);
  it('says how many are open at once', () => assert.match(text, /^ {2}sockets {2}up to 10,000 WebSockets at once$/m));
  it('says what is done with them', () => {
    for (const words of ['start, once  ws /inbox', 'ws /chat, send to chat, echo within 2 s, hold for 30 s, close chat'])
      assert.ok(text.includes(words), text);
  });
  it('says nothing of them where there are none', () => assert.ok(!textOf(YAML).includes('WebSocket')));
});

describe('a scenario as its author knows it', () => {
  const text = textOf(
    `
before: [ { wait_for: { get: /health, every: 1s, within: 2m, until: { json: { $.status: healthy, $.queue: { max: 3 } } } } }, { get: /warm, name: warm up, expect: { body: { contains: ok } } } ]
data:
  account: { values: [ { user: a, password: b }, { user: c, password: d } ], secret: [password] }
  word: { values: [x, y, z], pick: sequential }
  row: { values: [r], pick: unique }
vars: { n: { int: [1, 10000] }, id: { uuid: true }, suffix: { string: 8 }, at: { now: ms }, idle: { uuid: true } }
users:
  sender:
    weight: 2
    start: [ { post: /login, json: { user: "\${account.user}" } } ]
    tasks:
      send: { weight: 1, steps: [ { ws: /in, as: in, heartbeat: 20s }, { post: /send, json: { n: "\${n}", t: "\${word} \${suffix} \${at}" }, expect: { status: [2xx, 429] } }, { receive: { id: "\${id}" }, on: in, since: POST /send, within: 2s, name: told } ] }
      upload: { weight: 1, steps: [ { repeat: 100, steps: [ { post: /chunk, bytes: 10MB, name: chunk } ] }, { for_each: word, as: it, steps: [ { get: "/w/\${it}" }, { get: /x } ] } ] }
  other:
    weight: 1
    think: 2s
    tasks:
      send: { weight: 1, steps: [ { ws: /in, as: in, heartbeat: 20s }, { post: /send, json: { n: "\${n}", t: "\${word} \${suffix} \${at}" }, expect: { status: [2xx, 429] } }, { receive: { id: "\${id}" }, on: in, since: POST /send, within: 2s, name: told } ] }
      upload: { weight: 1, steps: [ { repeat: 100, steps: [ { post: /chunk, bytes: 10MB, name: chunk } ] }, { for_each: word, as: it, steps: [ { get: "/w/\${it}" }, { get: /x } ] } ] }
phases: [ { users: 30, duration: 60s } ]`,
    {
      width: 300,
      sla: buildSla({
        endpoints: [buildRow('POST /send', atMostMs(50, 20), atMostMs(95, 150), budget(0.01))],
        windows: [buildWindow(), buildWindow({ endpoint: 'POST /*', forWindows: 3, then: 'abort' })],
        severity: [{ pattern: 'POST /send', severity: 'warn', at: { file: 'x', line: 1, column: 1 } }],
        baselineValues: [50, 95].map((percentile) => ({
          endpoint: 'POST /send',
          percentile,
          us: percentile * 1_000,
          at: { file: 'x', line: 1, column: 1 },
        })),
      }),
    },
  );
  const sentences = [
    'wait_for GET /health  asked every 1 s for at most 2 m until $.status is healthy and $.queue is at most 3',
    'warm up               once; GET /warm; the body contains "ok"',
    'sender: 66.7 % of the users; no think time between tasks',
    'start, once  POST /login',
    'send 50 %    ws /in (a ping every 20 s), POST /send (2xx or 429), told within 2 s (timed from POST /send)',
    'upload 50 %  100 times chunk (10 MB), for each of 3 in word: (GET /w/${it}, GET /x)',
    'other: 33.3 % of the users; 2 s between tasks',
    'tasks  those of sender',
    'what they draw, anew for each iteration',
    'n        a whole number from 1 to 10,000',
    'id       a random UUID',
    'suffix   8 random letters and digits',
    'at       the time, ms since 1970',
    'account  one of 2 rows (user, password) at random, which a virtual user keeps',
    'word     3 values in turn',
    'if a request takes 100 ms or, where that is less, its promised p50 or mean',
    'POST /send  p50 ≤ 20 ms (warns), p95 ≤ 150 ms (warns), error_budget ≤ 1 % (warns)',
    'total    error_rate ≤ 50 %; after a window of 5 s beyond that the run fails',
    'POST /*  error_rate ≤ 50 %; after 3 windows in a row of 5 s beyond that the run is aborted',
    'POST /send  p50 50.0 ms, p95 95.0 ms',
  ];
  for (const sentence of sentences) it(`reads: ${sentence}`, () => assert.ok(text.includes(sentence), text));
  it('says nothing of what nobody draws', () => assert.ok(!text.includes('idle') && !/^ {2}row /m.test(text), text));
});

describe('an open phase', () => {
  const ofRate = (rest: string, hold: string): string =>
    textOf(`steps: [ { ws: /chat }, { hold: ${hold} }, { close: ws } ]\nphases: [ { arrival_rate: 20/s, duration: 60s${rest} } ]`, {
      width: 300,
    });
  it('says when its virtual users are busy by themselves with more than it may have', () => {
    const has = 'has at most 40: the rest of its arrivals is dropped and counts as failed; raise max_users';
    assert.ok(ofRate('', '30s').includes(`phase-1 keeps about 600 virtual users busy with think and hold alone, and ${has}`));
  });
  it('says nothing when they suffice, to the last one', () => {
    assert.ok(!ofRate(', max_users: 600', '30s').includes('keeps about'));
    assert.ok(ofRate(', max_users: 599', '30s').includes('keeps about'));
    assert.ok(!ofRate(', max_users: 1200', '5m').includes('keeps about'), 'as many as arrive are enough');
  });
});

describe('a plan in sentences', () => {
  const text = textOf(YAML);
  const sentences = [
    'Shop (load.yaml)',
    'target   http://target.test',
    'hosts    target.test, and no other',
    'seed     7',
    'time     1 m 55 s of phases and up to 30 s for the last answers; the time box is 4 m',
    'wait_for GET /health  asked every 1 s for at most 2 m until the status is 200',
    'GET /warm             once',
    'warm-up  10 virtual users for 10 s; a warm-up: recorded, never judged',
    'steady   from 10 to 40 virtual users in 10 s, then level for 20 s',
    'climb    from 0/s to 20/s in 10 s, then level for 30 s, a Poisson process:',
    '70 virtual users',
    'volume   1,000 iterations by 20 virtual users, for at most 30 s',
    'rest     no load for 5 s',
    'think time between tasks does not hold in climb, volume: it belongs to the closed model',
    'buyer: 75 % of the users or arrivals; 1 s to 5 s between tasks',
    'start, once  POST /login',
    'look 75 %    GET /list, a pause of 500 ms, 20 times GET /item',
    'buy 25 %     GET /a + GET /b, GET /job (poll) (asked every 500 ms for at most 30 s until the',
    'robot: 25 % of the users or arrivals; no think time between iterations',
    'what the SLA promises, and the samples that each row will get, if a request takes 100 ms',
    'GET /feed  p99 ≤ 100 ms, error_budget ≤ 1 %    3,669  1,000',
  ];
  for (const sentence of sentences) it(`says: ${sentence}`, () => assert.ok(text.includes(sentence), text));

  it('has no line that is wider than the terminal, and no colour where none is wanted', () => {
    for (const width of [60, 80, 140]) {
      for (const line of textOf(YAML, { width }).split('\n')) assert.ok(measureWidth(line) <= width, `${width}: ${line}`);
    }
    assert.ok(!text.includes('\u001b'));
    assert.ok(textOf(YAML, { paint: paintColour }).includes('\u001b'));
  });
  it('says what would give a row its samples', () => {
    const short = textOf('steps: [ { get: /feed }, { get: /item } ]\nphases: [ { arrival_rate: 20/s, duration: 20s } ]');
    assert.match(short, /GET \/feed will not get enough samples: 50 s of phase-1 would suffice/);
    assert.match(short, /GET \/feed +p99 ≤ 100 ms, error_budget ≤ 1 % +400 +1,000\n/);
    assert.ok(!short.includes('GET /item will') && !short.includes('takes 100 ms'));
  });
  it('says so of users who wait for their answers only as far as these take so long', () => {
    const short = textOf('steps: [ { get: /feed } ]\nphases: [ { users: 5, duration: 10s } ]', { width: 200 });
    assert.match(short, /, if a request takes 100 ms\n/);
    // 50 a second, and three standard deviations more than 1,000.
    assert.match(short, /^GET \/feed will not get enough samples if requests take that long: 22 s of phase-1 would suffice$/m);
  });
  it('says the same of several rows once, and takes the one that misses most', () => {
    const sla = buildSla({ endpoints: [buildRow('GET /feed', atMostMs(99, 100)), buildRow('GET /item', atMostMs(95, 50))] });
    const short = textOf('steps: [ { get: /feed }, { get: /item } ]\nphases: [ { arrival_rate: 10/s, duration: 5s } ]', { sla });
    assert.match(short, /^GET \/feed, GET \/item will not get enough samples: 1 m 40 s of phase-1 would suffice$/m);
  });
  it('breaks long promises between two of them', () => {
    const many = [50, 90, 95, 99].map((percentile) => atMostMs(percentile, 100));
    const lines = textOf(YAML, { sla: buildSla({ endpoints: [buildRow('GET /feed', ...many)] }), width: 60 }).split('\n');
    const at = lines.findIndex((line) => line.startsWith('GET /feed'));
    assert.match(lines[at] ?? '', /^GET \/feed {2}p50 ≤ 100 ms, p90 ≤ 100 ms, +3,669 {2}1,000$/);
    assert.match(lines[at + 1] ?? '', /^ {11}p95 ≤ 100 ms, p99 ≤ 100 ms$/);
  });
  it('says why time does not help a row of `start`, or one that no judged phase reaches', () => {
    const sla = buildSla({ endpoints: [buildRow('POST /login', atMostMs(95, 100))] });
    const users = 'users: { u: { start: [ { post: /login } ], steps: [ { get: /item } ] } }';
    assert.match(textOf(`${users}\nphases: [ { users: 5, duration: 20s } ]`, { sla }), /it comes once for each virtual user/);
    assert.match(textOf(`${users}\nphases: [ { users: 5, duration: 20s, warmup: true } ]`, { sla }), /no judged phase reaches it/);
  });
  it('says when nothing is promised', () => {
    assert.match(
      textOf(YAML, { sla: buildSla(), hasSla: false }),
      /there is no SLA, so nothing is promised: the verdict will be inconclusive/,
    );
    assert.match(textOf(YAML, { sla: buildSla() }), /the SLA promises nothing of the endpoints: the verdict will be inconclusive/);
  });
  it('says that a seed was drawn', () => assert.match(textOf(YAML, { isSeedGiven: false }), /seed +7 for this look; a run draws its own/));
  it('shows no secret, wherever it stands', () => {
    const yaml =
      'target: "https://${secret.HOST}"\nname: of ${env.X:-hidden.test}\nsteps: [ { get: "/feed?k=${secret.KEY}" , name: GET /feed }, { get: /item } ]\nphases: [ { users: 1, duration: 1s } ]';
    const shown = textOf(yaml, {}, { secrets: { HOST: 'hidden.test', KEY: 'k-123456' } });
    assert.ok(!shown.includes('hidden') && !shown.includes('k-123456'), shown);
    assert.match(shown, /target +\(from a secret\)\n +hosts +\*\*\*, and no other/);
  });
  it('lets no name of a file write to the terminal', () => {
    const yaml =
      'name: "a\\e[31mb"\nusers: { "u\\e]0;x\\a": { steps: [ { get: /feed, name: GET /feed }, { get: "/item" } ] } }\nphases: [ { name: "p\\nq", users: 1, duration: 1s } ]';
    assert.ok(!textOf(yaml).includes('\u001b') && !textOf(yaml).includes('p\nq'));
  });
});
