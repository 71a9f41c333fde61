import { buildFingerprint } from '../../metrics/build-fingerprint.ts';
import { formatDuration, formatNumber, formatRatio } from '../../units.ts';
import { describeLevelChanges } from '../../verdict/describe-level-changes.ts';
import { listDifferences } from '../../verdict/regression/admit-runs.ts';
import { formatCount, formatReading, NOTHING } from '../format-reading.ts';
import { percentileOf, summarizeEndpoints } from '../summarize-endpoints.ts';
import { markup, showName, type Content, type Html } from './markup.ts';
import { renderTable } from './render-html-table.ts';
import { showState, signVerdict } from './state-sign.ts';
import { VERDICT_WORDS } from './verdict-section.ts';
import { showTag, type ViewedRun } from './viewed-run.ts';

/** `isOptional`: said once above where it is the same for all. */
const COLUMNS = [
  { title: 'run' },
  { title: 'verdict' },
  { title: 'started (UTC)' },
  { title: 'target', isOptional: true },
  { title: 'commit' },
  { title: 'seed', isFigure: true },
  { title: 'lasted', isFigure: true },
  { title: 'requests', isFigure: true },
  { title: 'failed', isFigure: true },
  { title: 'p95', isFigure: true },
];

/** The top of the page: which runs stand side by side, what each of them came to by itself, and in what they are not alike. */
export function renderRunsHead(runs: readonly ViewedRun[]): Html {
  const [first, ...others] = runs;
  const names = [...new Set(runs.map(({ report }) => report.run.scenario.name))];
  const targets = new Set(runs.map(({ report }) => report.run.target));
  const [target = ''] = targets;
  const isShown = COLUMNS.map((column) => targets.size > 1 || !('isOptional' in column));
  const rows = runs.map((run) => runCells(run).filter((_, place) => isShown[place]));
  const bursts = runs.filter(({ report }) => (report.further ?? []).length > 0 || report.live);
  return markup`<header class="top"><p class="what">${names.map((name, place) => markup`${place > 0 ? COMMA : undefined}${showName(name, 80)}`)} <span class="tool">load-gate view</span></p>
<h1><span><strong>${formatNumber(runs.length, 0)} runs</strong> side by side</span></h1>
<p class="plain">A plain comparison, and no verdict: nothing on this page says whether a difference is more than noise. <code>load-gate compare RESULT BASELINE</code> does, with the statistics of the gate.</p>
${targets.size === 1 && target !== '' ? markup`<p class="about"><span>target ${showName(target, 120)}</span></p>` : undefined}
<div class="runs">${renderTable({ caption: 'The runs', columns: COLUMNS.filter((_, place) => isShown[place]), rows, asCards: true })}</div>
${first ? listUnlike(first, others) : undefined}
${bursts.length > 0 ? markup`<p class="note">Of a run with several bursts, and of a live comparison, the first burst of the candidate is shown: ${bursts.map(({ tag }) => tag).join(', ')}.</p>` : undefined}
</header>`;
}

function runCells(run: ViewedRun): readonly Content[] {
  const { report, name, commit, address } = run;
  const { run: burst, verdict } = report;
  const { total } = summarizeEndpoints(burst);
  const profile =
    burst.scenario.profile === undefined ? undefined : markup` <small>profile ${showName(burst.scenario.profile, 40)}</small>`;
  const ending = burst.ending.state === 'complete' ? undefined : markup` <small>${burst.ending.state}</small>`;
  const shown = showName(name, 100);
  return [
    markup`${showTag(run)} ${address === undefined ? shown : markup`<a href="${address}">${shown}</a>`}${profile}`,
    markup`${showState(signVerdict(verdict), VERDICT_WORDS[verdict.state])}${ending}`,
    markup`<span class="whole">${burst.startedAt.slice(0, 16).replace('T', ' ')}</span>`,
    burst.target === '' ? NOTHING : showName(burst.target, 80),
    commit === undefined ? NOTHING : markup`<span class="whole">${commit.slice(0, 8)}</span>`,
    burst.engine.kind === 'import' ? NOTHING : burst.seed,
    formatDuration(burst.durationMs),
    formatCount(total.attempts),
    total.failedRatio === undefined ? NOTHING : formatRatio(total.failedRatio),
    formatReading(percentileOf(total, 95)),
  ];
}

/** In what the others are not like the first, those together that differ alike; undefined: in nothing that is known. */
function listUnlike(first: ViewedRun, others: readonly ViewedRun[]): Html | undefined {
  const groups = Map.groupBy(others, (run) => describeDifferences(first.report.run, run.report.run).join('; '));
  const items = [...groups]
    .filter(([text]) => text !== '')
    .map(([text, runs]) => markup`<li>${runs.map(({ tag }) => tag).join(', ')} against ${first.tag}: <bdi>${text}</bdi></li>`);
  return items.length === 0
    ? undefined
    : markup`<p class="unlike"><strong>Not alike</strong>, so a difference may come from that:</p><ul class="reasons">${items}</ul>`;
}

function describeDifferences(base: Burst, run: Burst): readonly string[] {
  // A run that somebody else made may bear any version.
  const isKnown = [base, run].every(({ tool }) => /^\d{1,6}\./.test(tool.version));
  return [...(isKnown ? listDifferences(buildFingerprint(run), buildFingerprint(base)) : []), ...describeLoad(base, run)];
}

const COMMA = markup`, `;

type Burst = ViewedRun['report']['run'];

/** Two runs of one scenario may still have been asked for different loads, or have been made by different machines. */
function describeLoad(base: Burst, run: Burst): readonly string[] {
  const plansOf = ({ phases }: Burst): string => JSON.stringify(phases.map(({ plan }) => plan));
  const machineOf = ({ environment: { cores, cpuModel } }: Burst): string => `${cores} × ${cpuModel}`;
  return [
    ...(plansOf(base) === plansOf(run) ? [] : ['other phases']),
    ...describeSteering(base, run),
    ...(machineOf(base) === machineOf(run) ? [] : [`made on ${machineOf(run)} instead of ${machineOf(base)}`]),
  ];
}

/** Their verdicts may be of other loads than their plans are. */
function describeSteering(base: Burst, run: Burst): readonly string[] {
  if (base.levelChanges.length === 0 && run.levelChanges.length === 0) return [];
  const tell = ({ levelChanges }: Burst): string => describeLevelChanges(levelChanges) || 'never';
  return [`users set by hand ${tell(run)} instead of ${tell(base)}`];
}
