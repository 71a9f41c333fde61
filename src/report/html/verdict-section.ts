import { formatDuration, formatRate, formatRatio } from '../../units.ts';
import { describeLevelChanges } from '../../verdict/describe-level-changes.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { listReasons } from '../describe-comparison.ts';
import { describeSeed } from '../describe-engine.ts';
import { formatCount, formatReading, NOTHING } from '../format-reading.ts';
import type { Report } from '../report.ts';
import { percentileOf, type EndpointSummaries } from '../summarize-endpoints.ts';
import { markup, showName, type Html } from './markup.ts';
import { listNames, markNames } from './mark-names.ts';
import { drawSign, signVerdict } from './state-sign.ts';

/** The word of each verdict. */
export const VERDICT_WORDS: Readonly<Record<Verdict['state'], string>> = {
  pass: 'Pass',
  breach: 'Breach',
  regression: 'Regression',
  inconclusive: 'Inconclusive',
};

/** The top of the page: the verdict in one sentence, what else led to it, what was run, and the figures that everybody asks for. */
export function renderVerdict(report: Report, endpoints: EndpointSummaries): Html {
  const { run, verdict } = report;
  const names = listNames(report);
  const [first = '', ...others] = listReasons(report);
  const word = VERDICT_WORDS[verdict.state];
  const sentence = first.startsWith(`${word}: `) ? first.slice(word.length + 2) : first;
  const { ending } = run;
  const end =
    ending.state === 'complete'
      ? undefined
      : markup`<p class="ending"><strong>${ending.state === 'aborted' ? 'Aborted' : 'Cut short'}:</strong> ${ending.reason}</p>`;
  const steered =
    run.levelChanges.length === 0
      ? undefined
      : markup`<p class="ending"><strong>Users set by hand:</strong> ${describeLevelChanges(run.levelChanges)}. Such a run is compared with no baseline.</p>`;
  const more =
    others.length > 0
      ? markup`<ul class="reasons">${others.map((reason) => markup`<li>${markNames(reason, names)}</li>`)}</ul>`
      : undefined;
  return markup`<header class="top ${signVerdict(verdict)}"><p class="what">${showName(run.scenario.name, 80)} <span class="tool">load-gate report</span></p>
<h1>${drawSign(signVerdict(verdict))}<span><strong>${word}:</strong> ${markNames(sentence, names)}</span></h1>
${end}${steered}${more}<p class="about">${aboutRun(report)}</p>
${renderFigures(endpoints)}</header>`;
}

function aboutRun({ run }: Report): readonly Html[] {
  const facts = [
    run.scenario.profile === undefined ? undefined : markup`profile ${showName(run.scenario.profile, 60)}`,
    run.target === '' ? undefined : markup`target ${showName(run.target, 120)}`,
    markup`started ${formatInstant(run.startedAt)}`,
    formatDuration(run.durationMs),
    ...(describeSeed(run) === '' ? [] : [markup`${describeSeed(run)}`]),
  ];
  return facts.flatMap((fact) => (fact ? [markup`<span>${fact}</span> `] : []));
}

/** `2026-03-01 12:00:05 UTC` of an ISO time; any other text as it is. */
function formatInstant(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
}

function renderFigures({ total }: EndpointSummaries): Html {
  const share = total.failedRatio === undefined ? NOTHING : formatRatio(total.failedRatio);
  const figures = [
    ['requests', formatCount(total.attempts)],
    ['failed', share],
    ['successes per s', total.okPerSec === undefined ? NOTHING : formatRate(total.okPerSec)],
    ...[50, 95, 99].map((percentile) => [`p${percentile}, all endpoints`, formatReading(percentileOf(total, percentile))] as const),
  ] as const;
  return markup`<dl class="figures">${figures.map(([word, figure]) => markup`<div><dt>${word}</dt><dd>${figure}</dd></div>`)}</dl>`;
}
