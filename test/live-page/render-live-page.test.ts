import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import type { LiveCheck } from '../../src/metrics/live-snapshot.ts';
import type { Html } from '../../src/report/html/markup.ts';
import { PageState } from '../../src/terminal/web/client/page-state.ts';
import { LIVE_CHARTS } from '../../src/terminal/web/client/live-charts.ts';
import { renderDownloads } from '../../src/terminal/web/client/render-downloads.ts';
import { renderEndpoints } from '../../src/terminal/web/client/render-endpoints.ts';
import { renderFailing, renderNotes } from '../../src/terminal/web/client/render-failing.ts';
import { renderLevel, renderStartForm } from '../../src/terminal/web/client/render-forms.ts';
import { renderHead } from '../../src/terminal/web/client/render-head.ts';
import { renderFigures, renderOutcome, renderTrouble } from '../../src/terminal/web/client/render-outcome.ts';
import { renderPromises } from '../../src/terminal/web/client/render-promises.ts';
import { LivePageView, type View } from '../../src/terminal/web/client/view.ts';
import { LIVE_PAGE, LIVE_PAGE_POLICY } from '../../src/terminal/web/live-page.ts';
import type { ToPage } from '../../src/terminal/web/live-messages.ts';
import { FORM, HOSTILE, playHostile, playLong } from './made-runs.ts';

const VIEW: View = new LivePageView().now;

function stateAfter(messages: readonly ToPage[]): PageState {
  const state = new PageState();
  state.link = 'open';
  for (const message of messages) state.receive(message);
  return state;
}

/** Everything that a state can be drawn as. */
function renderAll(state: PageState, view: View = VIEW): readonly Html[] {
  const { run } = state;
  return [
    renderHead(state, view),
    renderTrouble(state),
    renderOutcome(state, 'blob:x'),
    renderStartForm(state),
    renderFigures(state),
    renderLevel(state, view),
    renderPromises(state, view),
    renderEndpoints(run, view),
    renderFailing(run, view),
    renderDownloads(state, new Map([['stats.csv', 'blob:y']])),
    renderNotes(state.notes),
    ...(run ? LIVE_CHARTS.map(({ draw }) => draw(run, undefined)) : []),
  ];
}

describe('what the live page draws', () => {
  const hostile: ToPage = {
    kind: 'end',
    end: { verdict: { state: 'breach', reasons: HOSTILE }, reason: undefined, files: {} },
  };
  const ask: ToPage = {
    kind: 'ask',
    form: {
      ...FORM,
      name: HOSTILE[0],
      target: HOSTILE[1],
      phases: HOSTILE.map((name) => ({ name, durationMs: 1, warmup: false, model: 'closed', users: 1, spawnRatePerSec: 1 })),
    },
    issues: HOSTILE,
  };
  for (const [name, messages] of [
    ['a run', playHostile()],
    ['its end', [...playHostile(), hostile]],
    ['the form', [ask]],
  ] as const) {
    test(`holds no markup that a name, a text of a server or a verdict brought: ${name}`, () => {
      const text = renderAll(stateAfter(messages)).join('');
      assert.doesNotMatch(text, /<(?:script(?! type="application\/json">)|img|iframe)\b/i);
      // What stands in the quotes of an attribute is text.
      assert.doesNotMatch(text.replace(/"[^"<>]*"/g, '""'), /<[^<>]*\s(?:onerror|onload|onmouseover)=/i);
      assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/);
      for (const [tag] of text.matchAll(/<[a-z][^<>]*>/gi)) assert.equal((tag.match(/"/g) ?? []).length % 2, 0, tag);
      assert.ok(text.length < 200_000);
    });
  }

  test('nothing but the head is there before anything has come', () => {
    const drawn = renderAll(stateAfter([])).filter((html) => html.toString() !== '');
    assert.equal(drawn.length, 1);
  });

  test('rows and promises beyond a dozen wait until they are asked for; broken ones and the chosen one do not', () => {
    const state = stateAfter(playLong(30, 1));
    const rowsOf = (view: Partial<View>): number =>
      renderEndpoints(state.run, { ...VIEW, ...view })
        .toString()
        .split('<tr').length - 2;
    assert.equal(rowsOf({}), 13);
    assert.equal(rowsOf({ focus: 29 }), 14);
    assert.equal(rowsOf({ showsAll: true }), 31);
    const promises = renderPromises(state, VIEW).toString();
    assert.equal(promises.split('<li class="bad"').length - 1, 3);
    assert.equal(promises.split('<li class="good"').length - 1, 11);
  });

  test('promises stand in the order of their trouble, and only what holds is good', () => {
    const [begin, second] = playLong(6, 1);
    assert.ok(begin && second?.kind === 'second');
    const check = { observed: '1 ms', limit: '≤ 2 ms', series: 'total', metric: 'p95', scope: 'run' } as const;
    const signsOf = (states: readonly LiveCheck['state'][]): readonly [string, string] => {
      const checks = states.map((state, index) => ({ ...check, name: `promise ${index}`, state }));
      const state = stateAfter([begin, { ...second, snapshot: { ...second.snapshot, checks } }]);
      const rows = [
        ...renderPromises(state, VIEW)
          .toString()
          .matchAll(/<li class="(\w+)" data-key="(\d)">/g),
      ].map(([, sign, place]) => `${sign} ${place}`);
      return [rows.join(', '), /class="tally state (\w+)"/.exec(renderHead(state, VIEW).toString())?.[1] ?? ''];
    };
    assert.deepEqual(signsOf(['waiting', 'holding', 'warning', 'broken']), ['bad 3, doubt 2, good 1, none 0', 'bad']);
    assert.deepEqual(signsOf(['waiting', 'holding', 'warning']), ['doubt 2, good 1, none 0', 'doubt']);
    assert.deepEqual(signsOf(['waiting', 'holding']), ['good 1, none 0', 'none']);
    assert.deepEqual(signsOf(['holding', 'holding']), ['good 0, good 1', 'good']);
    assert.deepEqual(signsOf(['waiting']), ['none 0', 'none']);
  });

  test('endpoints are ordered by a column, the highest first, and all of them together stay at the top', () => {
    const state = stateAfter(playLong(6, 1));
    const keys = [
      ...renderEndpoints(state.run, { ...VIEW, sort: 'p50' })
        .toString()
        .matchAll(/data-key="(\w+)"/g),
    ].map(([, key]) => key);
    assert.deepEqual(keys, ['all', '5', '4', '3', '2', '1', '0']);
  });
});

describe('the page itself', () => {
  test('has its two styles, no script in it, and a policy that allows these styles, its own script, and nothing from elsewhere', () => {
    const styles = [...LIVE_PAGE.matchAll(/<style>([^]*?)<\/style>/g)].map(
      ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    );
    assert.equal(styles.length, 2);
    const rules = new Map(LIVE_PAGE_POLICY.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
    assert.deepEqual(rules.get('style-src'), styles);
    assert.deepEqual(rules.get('default-src'), ["'none'"]);
    assert.match((rules.get('script-src') ?? []).join(' '), /^'self' 'sha256-[\w+/=]{44}'$/);
    assert.doesNotMatch(LIVE_PAGE_POLICY, /unsafe|https?:|\*/);
    assert.deepEqual(
      [...LIVE_PAGE.matchAll(/<script[^>]*>/g)].map(([tag]) => tag),
      ['<script src="page.js" defer>'],
    );
    assert.doesNotMatch(LIVE_PAGE, / style=| on\w+=/);
  });
});
