import type { LiveCheck } from '../../../metrics/live-snapshot.ts';
import { cleanText } from '../../../report/clean-text.ts';
import { markup, NOTHING_TO_SHOW, showName, type Html } from '../../../report/html/markup.ts';
import { drawSign, type Sign } from '../../../report/html/state-sign.ts';
import { formatNumber } from '../../../units.ts';
import type { PageState } from './page-state.ts';
import type { View } from './view.ts';

/** Shown before somebody asks for all of them; those that are broken are always shown. */
const MOST_SOUND = 12;

/** In this order. */
const STATES: Readonly<Record<LiveCheck['state'], { readonly sign: Sign; readonly word: string; readonly isAlways: boolean }>> = {
  broken: { sign: 'bad', word: 'broken', isAlways: true },
  warning: { sign: 'doubt', word: 'broken as a warning', isAlways: true },
  holding: { sign: 'good', word: 'so far', isAlways: false },
  waiting: { sign: 'none', word: 'not to be told yet', isAlways: false },
};

interface Placed extends LiveCheck {
  /** In the order of the SLA. */
  readonly place: number;
}

/** The promises as they stand while the burst runs, the broken first; nothing where there are none. */
export function renderPromises({ run, stage }: PageState, { showsAll }: View): Html {
  const isOver = stage.kind === 'ended';
  const placed = (run?.snapshot?.checks ?? []).map((check, place) => ({ ...check, place }));
  if (placed.length === 0) return NOTHING_TO_SHOW;
  const byState = Map.groupBy(placed, ({ state }) => state);
  const groups = Object.keys(STATES).map((state) => byState.get(state as LiveCheck['state']) ?? []);
  const sorted = groups.flat();
  const bad = sorted.filter(({ state }) => STATES[state].isAlways);
  const sound = sorted.filter(({ state }) => !STATES[state].isAlways);
  const shown = [...bad, ...(showsAll ? sound : sound.slice(0, MOST_SOUND))];
  const left = sorted.length - shown.length;
  const note = isOver ? markup`<p class="note">As last seen while it ran. The verdict is made of the whole run.</p>` : undefined;
  return markup`<h2 id="promises-h">Promises</h2><p class="lead tallies">${groups.map((group) => renderTally(group, isOver))}</p><ul class="promises">${shown.map(renderPromise)}</ul>${
    left > 0
      ? markup`<p class="note">${formatNumber(left, 0)} more. <button type="button" class="plain" data-do="all">Show all</button></p>`
      : undefined
  }${note}`;
}

/** `3 broken`, `9 hold so far`; nothing of a state that no promise is in. */
function renderTally(group: readonly LiveCheck[], isOver: boolean): Html | undefined {
  const [first] = group;
  if (!first) return undefined;
  const { sign, word } = STATES[first.state];
  const count = formatNumber(group.length, 0);
  if (first.state === 'holding')
    return markup`<span>${count} ${isOver ? 'held' : group.length === 1 ? 'holds so far' : 'hold so far'}</span>`;
  return first.state === 'waiting'
    ? markup`<span>${count} ${word}</span>`
    : markup`<strong class="state ${sign}">${count} ${word}</strong>`;
}

function renderPromise({ name, state, limit, observed, place }: Placed): Html {
  const { sign, word } = STATES[state];
  return markup`<li class="${sign}" data-key="${place}">${drawSign(sign)}<span class="unseen">${state === 'holding' ? 'holds so far' : word}: </span><span class="promise">${showName(name)}</span><span class="reading-of"><strong>${cleanText(observed, LONGEST)}</strong> <small>${cleanText(limit, LONGEST)}</small></span></li>`;
}

const LONGEST = 40;
