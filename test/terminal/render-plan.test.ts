import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { paintColour, paintPlain } from '../../src/terminal/paint.ts';
import { renderPlan, type PlanView } from '../../src/terminal/render-plan.ts';
import { NO_WISHES, planOf } from '../support/build-plan.ts';
import { atMostMs, budget, buildRow, buildSla } from '../support/build-sla.ts';

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
    'wait_for GET /health  every 1 s, for at most 2 m',
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
    'look 75 %    GET /list, a pause of 500 ms, GET /item (20 times)',
    'buy 25 %     GET /a + GET /b, GET /job (poll), asked every 500 ms for at most 30 s',
    'robot: 25 % of the users or arrivals; no think time between tasks',
    "samples that the SLA's rows will get, if a request takes 100 ms",
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
    assert.match(short, /GET \/feed +p99, error_budget +400 +1,000\n/);
    assert.ok(!short.includes('GET /item will') && !short.includes('100 ms'));
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
