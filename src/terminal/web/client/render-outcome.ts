import { markNames } from '../../../report/html/mark-names.ts';
import { markup, NOTHING_TO_SHOW, type Html } from '../../../report/html/markup.ts';
import { drawSign, signVerdict } from '../../../report/html/state-sign.ts';
import { VERDICT_WORDS } from '../../../report/html/verdict-section.ts';
import { NOTHING } from '../../../report/format-reading.ts';
import { formatLatency, formatNumber, formatRate, formatRatio } from '../../../units.ts';
import type { PageState } from './page-state.ts';

/** What is wrong between page and server; nothing where nothing is. */
export function renderTrouble({ link, stage, isForeign }: PageState): Html {
  // After the end there is nothing more to come, so a server that has gone is no trouble.
  if (link === 'lost' && stage.kind !== 'ended') {
    return markup`<p class="banner"><strong>The connection to load-gate is lost.</strong> The run may be going on, or may have ended: the terminal knows. What was seen so far stays here, and the page tries to connect again.</p>`;
  }
  if (isForeign) {
    return markup`<p class="banner"><strong>Some of what load-gate sent is unknown to this page.</strong> Load it again; what it shows may not be all there is.</p>`;
  }
  return NOTHING_TO_SHOW;
}

/** The verdict with its reasons, or why there is none; nothing before the end. `reportUrl` opens report.html; undefined: there is none. */
export function renderOutcome({ stage }: PageState, reportUrl: string | undefined): Html {
  if (stage.kind !== 'ended') return NOTHING_TO_SHOW;
  const { verdict, reason } = stage.end;
  const names = (stage.run?.burst.series ?? []).map(({ name }) => name);
  const sign = verdict ? signVerdict(verdict) : 'doubt';
  const word = verdict ? VERDICT_WORDS[verdict.state] : 'No verdict';
  const [first = '', ...others] = verdict ? verdict.reasons : [reason ?? 'the run ended without one.'];
  const sentence = first.startsWith(`${word}: `) ? first.slice(word.length + 2) : first;
  return markup`<h2 class="verdict">${drawSign(sign)}<span><strong>${word}:</strong> ${markNames(sentence, names)}</span></h2>
${others.length > 0 ? markup`<ul class="reasons">${others.map((each) => markup`<li>${markNames(each, names)}</li>`)}</ul>` : undefined}${
    reportUrl === undefined
      ? undefined
      : markup`<p><a class="button" href="${reportUrl}" target="_blank" rel="noopener">Open report.html</a></p>`
  }`;
}

/** The figures that everybody asks for, of all endpoints so far. */
export function renderFigures({ run, stage }: PageState): Html {
  const snapshot = run?.snapshot;
  if (!snapshot) return NOTHING_TO_SHOW;
  const { total, elapsedMs } = snapshot;
  const isOver = stage.kind === 'ended';
  const latency = (us: number | undefined): string => (us === undefined ? NOTHING : formatLatency(us));
  const share = total.requests === 0 ? undefined : formatRatio(Math.min(1, total.failures / total.requests));
  const figures: readonly (readonly [string, Html | string])[] = [
    isOver && elapsedMs > 0
      ? ['requests per second, mean', formatRate(total.requests / (elapsedMs / 1_000))]
      : ['requests per second', formatRate(total.ratePerSec)],
    ['succeeded', formatNumber(Math.max(0, total.requests - total.failures), 0)],
    ['failed', markup`${formatNumber(total.failures, 0)}${share && total.failures > 0 ? markup` <small>${share}</small>` : undefined}`],
    ['p50', latency(total.p50Us)],
    ['p95', latency(total.p95Us)],
    ['p99', latency(total.p99Us)],
  ];
  return markup`<dl class="figures">${figures.map(([word, figure]) => markup`<div><dt>${word}</dt><dd>${figure}</dd></div>`)}</dl>`;
}
