import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LiveCheck } from '../../src/metrics/live-snapshot.ts';
import { describeState, describeTab } from '../../src/terminal/web/client/describe-state.ts';
import { describeNews, PageState } from '../../src/terminal/web/client/page-state.ts';
import { readLevel, readStart } from '../../src/terminal/web/client/read-choice.ts';
import type { ToPage } from '../../src/terminal/web/live-messages.ts';
import { buildRunSummary, everySecond } from '../support/build-run-summary.ts';
import { endWithBreach, FORM } from './made-runs.ts';
import { playRun } from './play-run.ts';

const RUN = buildRunSummary({
  phases: [
    { name: 'warm', seconds: 1, warmup: true },
    { name: 'steady', seconds: 2 },
    { name: 'rest', seconds: 1, model: 'pause' },
    { name: 'last', seconds: 1 },
  ],
  series: [
    {
      name: 'GET /',
      in: { warm: everySecond(1, { okMs: [5] }), steady: everySecond(2, { okMs: [5] }), last: everySecond(1, { okMs: [5] }) },
    },
  ],
});
const [BEGIN, ...SECONDS] = playRun(RUN);
const ASK: ToPage = { kind: 'ask', form: FORM, issues: [] };

function stateAfter(messages: readonly (ToPage | undefined)[]): PageState {
  const state = new PageState();
  state.link = 'open';
  for (const message of messages) if (message) state.receive(message);
  return state;
}

const ending = (verdict: 'pass' | 'breach' | 'regression' | 'inconclusive' | undefined): ToPage => ({
  kind: 'end',
  end: { verdict: verdict && { state: verdict, reasons: ['Because.'] }, reason: verdict ? undefined : 'it was stopped', files: {} },
});

describe('the state of the page', () => {
  const rows: readonly (readonly [name: string, state: PageState, word: string, sign: string])[] = [
    ['nothing has come', stateAfter([]), 'Waiting', 'none'],
    ['the server asks', stateAfter([ASK]), 'Waiting', 'none'],
    ['a burst has begun', stateAfter([BEGIN]), 'Starting', 'live'],
    ['the first second ends in the next phase', stateAfter([BEGIN, SECONDS[0]]), 'Running', 'live'],
    ['a pause', stateAfter([BEGIN, ...SECONDS.slice(0, 3)]), 'Pause', 'live'],
    ['all phases are over', stateAfter([BEGIN, ...SECONDS]), 'Draining', 'live'],
    ['it held', stateAfter([BEGIN, ...SECONDS, ending('pass')]), 'Pass', 'good'],
    ['it broke', stateAfter([BEGIN, ending('breach')]), 'Breach', 'bad'],
    ['it is slower', stateAfter([BEGIN, ending('regression')]), 'Regression', 'bad'],
    ['nobody can tell', stateAfter([BEGIN, ending('inconclusive')]), 'Inconclusive', 'doubt'],
    ['no verdict came', stateAfter([BEGIN, ending(undefined)]), 'Ended without a verdict', 'doubt'],
    ['it ended before it began', stateAfter([ASK, ending(undefined)]), 'Ended without a verdict', 'doubt'],
  ];
  for (const [name, state, word, sign] of rows) {
    test(`${name}: ${word}`, () => {
      assert.deepEqual(describeState(state), { word, sign });
    });
  }

  test('without a connection nothing is said of a run that goes on, and the verdict of one that is over stays', () => {
    const going = stateAfter([BEGIN, ...SECONDS]);
    going.link = 'lost';
    assert.deepEqual(describeState(going), { word: 'Connection lost', sign: 'doubt' });
    const over = stateAfter([BEGIN, ending('pass')]);
    over.link = 'lost';
    assert.deepEqual(describeState(over), { word: 'Pass', sign: 'good' });
  });

  test('a form that was sent is starting until it is asked for again', () => {
    const state = stateAfter([{ kind: 'ask', form: FORM, issues: ['no'] }]);
    state.markSent();
    assert.equal(describeState(state).word, 'Starting');
    assert.equal(state.receive({ kind: 'ask', form: FORM, issues: ['One.', 'Two.'] }), 'Not started: One. Two.');
    assert.equal(describeState(state).word, 'Waiting');
  });

  test('another burst takes the place of the one before, and the notes stay', () => {
    const state = stateAfter([BEGIN, ...SECONDS, { kind: 'note', text: 'A second look.' }]);
    const [second] = playRun(RUN, { number: 2 });
    assert.ok(second);
    assert.equal(state.receive(second), 'Burst 2 begins.');
    assert.equal(state.run?.seconds, 0);
    assert.deepEqual(state.notes, ['A second look.']);
  });

  test('nothing goes on after the end, and seconds without a burst are nothing', () => {
    const over = stateAfter([BEGIN, SECONDS[0], ending('breach'), SECONDS[1]]);
    assert.equal(over.run?.seconds, 1);
    assert.equal(stateAfter([SECONDS[0]]).run, undefined);
  });

  test('notes are bounded, and the latest stay', () => {
    const notes = Array.from({ length: 500 }, (_, index): ToPage => ({ kind: 'note', text: `note ${index}` }));
    const { notes: kept } = stateAfter(notes);
    assert.equal(kept.length, 200);
    assert.equal(kept.at(-1), 'note 499');
  });

  test('a message of a kind that nobody knows is marked', () => {
    const state = stateAfter([{ kind: 'riddle' } as unknown as ToPage]);
    assert.equal(state.isForeign, true);
    state.begin();
    assert.equal(state.isForeign, false);
  });

  test('the end tells its first reason to those who do not see the page, and the tab its state first', () => {
    const state = stateAfter([BEGIN]);
    const { verdict } = endWithBreach();
    assert.equal(state.receive({ kind: 'end', end: endWithBreach() }), `The run is over: ${verdict?.reasons[0] ?? ''}`);
    assert.equal(describeTab(state), 'Breach: Example');
    assert.equal(describeTab(stateAfter([ASK])), 'Waiting: Shop under load');
  });
});

describe('what is said of promises', () => {
  const check = (name: string, state: LiveCheck['state']): LiveCheck => ({
    name,
    state,
    observed: '',
    limit: '',
    series: 'total',
    metric: 'p95',
    scope: 'run',
  });
  const many = Array.from({ length: 8 }, (_, index) => check(`e${index} p95`, 'broken'));
  const rows: readonly (readonly [string, readonly LiveCheck[], readonly LiveCheck[], string | undefined])[] = [
    [
      'nothing where nothing changed',
      [check('a', 'broken'), check('b', 'holding')],
      [check('a', 'broken'), check('b', 'holding')],
      undefined,
    ],
    ['nothing of those that hold from the start', [], [check('a', 'holding')], undefined],
    ['one that broke', [check('a', 'holding')], [check('a', 'broken')], 'Broken: a.'],
    ['one that is broken when it is first seen', [], [check('a', 'broken')], 'Broken: a.'],
    ['one that holds again', [check('a', 'broken')], [check('a', 'holding')], 'Holds again: a.'],
    ['one that waits says nothing', [], [check('a', 'waiting')], undefined],
    ['one that waited and holds says nothing', [check('a', 'waiting')], [check('a', 'holding')], undefined],
    ['one that only warns', [check('a', 'holding')], [check('a', 'warning')], 'Broken, as a warning: a.'],
    ['several kinds together', [check('b', 'broken')], [check('a', 'broken'), check('b', 'holding')], 'Broken: a. Holds again: b.'],
    ['many are counted', [], many, 'Broken: e0 p95, e1 p95, e2 p95, e3 p95, e4 p95, and 3 more.'],
  ];
  for (const [name, before, after, said] of rows) {
    test(name, () => {
      assert.equal(describeNews(before, after), said);
    });
  }
});

describe('the start form', () => {
  const filled: Readonly<Record<string, string>> = {
    target: FORM.target,
    'rate-0': '50',
    'users-1': '40',
    'spawn-1': '2',
    'users-2': '200',
    'spawn-2': '',
  };
  const read = (changes: Readonly<Record<string, string>>, form = FORM): ReturnType<typeof readStart> =>
    readStart(form, (name) => ({ ...filled, ...changes })[name]);

  test('says nothing of what was left as it is', () => {
    assert.deepEqual(read({}), { kind: 'start', target: FORM.target, levels: [] });
  });

  const rows: readonly (readonly [string, Readonly<Record<string, string>>, unknown])[] = [
    ['users alone', { 'users-1': '41' }, [{ phase: 'steady', users: 41 }]],
    ['no users at all', { 'users-1': '0' }, [{ phase: 'steady', users: 0 }]],
    ['a spawn rate alone', { 'spawn-1': '0.5' }, [{ phase: 'steady', spawnRatePerSec: 0.5 }]],
    ['a spawn rate where the file has none', { 'spawn-2': '10' }, [{ phase: 'all at once', spawnRatePerSec: 10 }]],
    ['an arrival rate', { 'rate-0': '12.5' }, [{ phase: 'warm-up', arrivalRatePerSec: 12.5 }]],
    ['an emptied field stays as the file has it', { 'users-1': '', 'rate-0': ' ' }, []],
    ['what is no number stays as the file has it', { 'users-1': 'many', 'rate-0': '-1', 'spawn-1': '1e999' }, []],
  ];
  for (const [name, changes, levels] of rows) {
    test(name, () => {
      assert.deepEqual(read(changes).levels, levels);
    });
  }

  test('sends the target without blanks around it, and never one that is fixed', () => {
    assert.equal(read({ target: ' http://127.0.0.1:1 ' }).target, 'http://127.0.0.1:1');
    assert.equal(read({ target: 'http://evil' }, { ...FORM, isTargetFixed: true }).target, FORM.target);
  });
});

describe('the level form', () => {
  const read = (users: string, spawn: string): ReturnType<typeof readLevel> => readLevel(3, (name) => ({ users, spawn })[name]);
  test('sends whole users from 0 and a rate above 0', () => {
    assert.deepEqual(read('0', '0.5'), { kind: 'level', phase: 3, users: 0, spawnRatePerSec: 0.5 });
  });
  for (const [users, spawn] of [
    ['', '1'],
    ['2.5', '1'],
    ['-1', '1'],
    ['5', '0'],
    ['5', ''],
    ['x', '1'],
    ['5', 'Infinity'],
  ] as const) {
    test(`sends nothing for ${users || 'no'} users at ${spawn || 'no rate'}`, () => {
      assert.equal(read(users, spawn), undefined);
    });
  }
});
