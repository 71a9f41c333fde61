import { medianOf } from '../../src/verdict/regression/median-of.ts';
import { exactInterval } from '../sim/clopper-pearson.ts';
import { listJudged, type LabHead, type LabLine, type LabRow } from './lab-lines.ts';
import { LAB_ENDPOINTS, PLANTED_CHANGE, WARM_UP_SECONDS } from './lab-scenario.ts';

type Judged = ReturnType<typeof listJudged>[number];

interface Figure {
  readonly name: string;
  /** Of verdict.md 3.3, for looks of 60 s and 120 s. */
  readonly goal: string;
  /** The runs that it counts over; undefined: all. */
  readonly among?: (run: Judged) => boolean;
  readonly counts: (run: Judged) => boolean;
}

const PLANTED = `+${Math.round(100 * PLANTED_CHANGE)} %`;

const UNCHANGED_FIGURES: readonly Figure[] = [
  { name: 'unchanged: fails', goal: '≤ 1 %', counts: ({ outcome }) => outcome.verdict !== 'pass' },
  { name: 'unchanged: ends after look 1', goal: '≥ 85 %', counts: ({ outcome }) => outcome.looks === 1 },
];

const PLANTED_FIGURES: readonly Figure[] = [
  { name: `${PLANTED} on one of ${LAB_ENDPOINTS.length}: seen, and there`, goal: '≥ 95 %', counts: isLocated },
  {
    name: `the same, where look 1 says that it can see ${PLANTED}`,
    goal: '≥ 95 %',
    among: (run) => (findRow(run)?.reach ?? Number.POSITIVE_INFINITY) <= PLANTED_CHANGE,
    counts: isLocated,
  },
  {
    name: `${PLANTED} on one of ${LAB_ENDPOINTS.length}: another one blamed`,
    goal: '≤ 1 %',
    counts: (run) => run.outcome.regressed.some((name) => name !== nameOf(run.planted)),
  },
];

function isLocated({ planted, outcome }: Judged): boolean {
  return outcome.verdict === 'regression' && outcome.regressed.includes(nameOf(planted));
}

/** That of the planted endpoint. */
function findRow({ planted, outcome }: Judged): LabRow | undefined {
  return outcome.rows.find(({ name }) => name === nameOf(planted));
}

function nameOf(path: string | undefined): string {
  return `GET ${path ?? ''} p95`;
}

/** The table of a lab as Markdown, with what is to be read beside it. Parts without a run are left out. */
export function renderLab(head: LabHead, lines: readonly LabLine[]): string {
  const judged = listJudged(lines);
  const unchanged = judged.filter(({ planted }) => planted === undefined);
  const planted = judged.filter((run) => run.planted !== undefined);
  const rows = [
    ...UNCHANGED_FIGURES.map((figure) => renderRow(figure, unchanged)),
    ...PLANTED_FIGURES.map((figure) => renderRow(figure, planted)),
  ];
  return [
    `| figure | goal | measured | exact 95 % interval |`,
    `|---|---|---|---|`,
    ...rows.filter((row) => row !== ''),
    '',
    ...describeRuns(head, lines).map((sentence) => `- ${sentence}`),
    '',
  ].join('\n');
}

function renderRow({ name, goal, among, counts }: Figure, all: readonly Judged[]): string {
  const runs = among ? all.filter(among) : all;
  if (runs.length === 0) return '';
  const count = runs.filter(counts).length;
  const { low, high } = exactInterval(count, runs.length);
  const share = `${count} of ${runs.length} (${percent(count / runs.length)})`;
  return `| ${name} | ${goal} | ${share} | ${percent(low)} – ${percent(high)} |`;
}

function describeRuns({ seconds, machine, seed }: LabHead, lines: readonly LabLine[]): readonly string[] {
  const judged = listJudged(lines);
  const unchanged = judged.filter(({ planted }) => planted === undefined).flatMap(({ outcome }) => outcome.rows);
  const shown = judged.flatMap(({ planted, outcome }) =>
    outcome.rows.filter(({ name }) => name === nameOf(planted)).map((row) => row.shown),
  );
  const repeated = lines.length - judged.length;
  return [
    `Looks of ${seconds} s and 2 × ${seconds} s (the goals are for 60 s and 120 s), each after a warm-up of ${WARM_UP_SECONDS} s; seed ${seed}; ${machine}.`,
    repeated === 0 ? 'No run was inconclusive.' : `${repeated} inconclusive ${repeated === 1 ? 'run was' : 'runs were'} repeated.`,
    ...describeReach(unchanged),
    ...(shown.length === 0
      ? []
      : [
          `The ${PLANTED} were shown as ${signed(medianOf(shown))} (median; ${signed(Math.min(...shown))} to ${signed(Math.max(...shown))}).`,
        ]),
  ];
}

/** What the reports of unchanged runs say of themselves. */
function describeReach(rows: readonly LabRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const reaches = rows.map(({ reach }) => reach ?? Number.POSITIVE_INFINITY);
  const spread = Math.sqrt(rows.reduce((sum, { change }) => sum + change ** 2, 0) / rows.length);
  const said = Math.sqrt(rows.reduce((sum, { error }) => sum + error ** 2, 0) / rows.length);
  return [
    `The reports of unchanged runs say that they could have seen changes from ${signed(medianOf(reaches))} (median of all p95).`,
    `Between unchanged sides ln p95 differed by ${percent(spread)} (root mean square, look 1); the reports reckon with ${percent(said)}.`,
  ];
}

function signed(change: number): string {
  return change === Number.POSITIVE_INFINITY ? 'a factor of ten' : `${change < 0 ? '−' : '+'}${percent(Math.abs(change))}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
