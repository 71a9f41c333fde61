import type { Check, Verdict } from '../../verdict/verdict.ts';
import type { ComparedRow } from '../../verdict/regression/format-change.ts';
import { markup, type Html } from './markup.ts';

/** What a sign says by its shape as well as by its colour. */
export type Sign = 'good' | 'bad' | 'doubt' | 'none';

/** The shapes, once on a page: a tick, a cross, an exclamation mark, a dash. */
export const SIGN_SHAPES = markup`<svg class="unseen" aria-hidden="true"><symbol id="s-good" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/><path d="M4.5 8.2l2.4 2.4 4.7-5"/></symbol><symbol id="s-bad" viewBox="0 0 16 16"><path class="body" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/></symbol><symbol id="s-doubt" viewBox="0 0 16 16"><path class="body" d="M8 .8l8 14.4H0z"/><path d="M8 6v4.2M8 12.6v.2"/></symbol><symbol id="s-none" viewBox="0 0 16 16"><circle class="ring" cx="8" cy="8" r="7"/><path d="M5 8h6"/></symbol></svg> `;

/** A sign with its word beside it, which is what a screen reader reads. */
export function showState(sign: Sign, word: string): Html {
  return markup`<span class="state ${sign}">${drawSign(sign)}${word}</span>`;
}

/** The shape alone. */
export function drawSign(sign: Sign): Html {
  return markup`<svg class="sign ${sign}" width="16" height="16" aria-hidden="true"><use href="#s-${sign}"/></svg>`;
}

/** Of a verdict. */
export function signVerdict({ state }: Pick<Verdict, 'state'>): Sign {
  return state === 'pass' ? 'good' : state === 'inconclusive' ? 'doubt' : 'bad';
}

/** Of a promise: one that only warns is never bad. */
export function signCheck(check: Check): Sign {
  switch (check.state) {
    case 'passed':
      return 'good';
    case 'breached':
      return check.severity === 'warn' ? 'doubt' : 'bad';
    case 'no-data':
      return 'doubt';
    case 'skipped':
      return 'none';
  }
}

/** Of a metric that was compared with its baseline. */
export function signRow({ state }: ComparedRow): Sign {
  switch (state) {
    case 'regressed':
      return 'bad';
    case 'suspect':
      return 'doubt';
    case 'not-confirmed':
    case 'improved':
      return 'good';
    case 'unchanged':
      return 'none';
  }
}
