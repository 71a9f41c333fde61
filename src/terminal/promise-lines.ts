import type { Sla } from '../config/sla.ts';
import type { Plan } from '../plan/plan.ts';
import { cleanText } from '../report/clean-text.ts';
import { NOTHING } from '../report/format-reading.ts';
import { formatDuration, formatLatency, formatNumber } from '../units.ts';
import { expectRequestTimes } from '../verdict/expect-request-times.ts';
import { forecastRows, type ExpectedSamples, type RowForecast } from '../verdict/forecast-rows.ts';
import { alignedLines, indent } from './aligned-lines.ts';
import { describePrometheus, describeServer } from './describe-server.ts';
import { describeWindows } from './describe-windows.ts';
import { measureWidth } from './measure-width.ts';
import type { Paint, Style } from './paint.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

export interface PromiseView {
  readonly plan: Plan;
  readonly sla: Sla;
  /** False: nothing is promised. */
  readonly hasSla: boolean;
  readonly width: number;
  readonly paint: Paint;
}

/** What a request is taken to last where the number of samples depends on it. */
const REQUEST_MS = 100;

/** All that an SLA promises, in blocks: its rows with the samples that the plan gives them, what would give them enough, windows, the target's own values, values written by hand. */
export function promiseBlocks(view: PromiseView): readonly (readonly string[])[] {
  const { plan, sla, width, paint } = view;
  const rows = forecastRows(plan, sla, REQUEST_MS);
  const block = (title: string, lines: readonly (readonly [string, string])[]): readonly string[] =>
    lines.length === 0 ? [] : [...quietly(title, view), ...alignedLines(lines, width)];
  return [
    rows.length > 0 ? rowLines(rows, view) : emptyLines(view),
    shortSentences(rows).flatMap((text) => wrapText(text, width, '  ').map((line) => paint('warning', line))),
    block('what must not last', describeWindows(sla, plan)),
    [
      ...block('what the target says of itself, beside the load and on connections of its own', describeServer(sla)),
      ...prometheusLines(view),
    ],
    block('values that were written by hand: compared in the reports, without a noise model', describeValues(sla)),
  ];
}

function prometheusLines({ plan, sla, width }: PromiseView): readonly string[] {
  const text = describePrometheus(sla, plan.server.prometheus?.origin);
  return text === '' ? [] : indent(wrapText(text, width - 2), '  ');
}

function quietly(text: string, { width, paint }: PromiseView): readonly string[] {
  return wrapText(text, width).map((line) => paint('quiet', line));
}

function emptyLines({ sla, hasSla, width, paint }: PromiseView): readonly string[] {
  const why = hasSla ? 'the SLA promises nothing of the endpoints' : 'there is no SLA, so nothing is promised';
  const rest = [...(sla.windows.length > 0 ? ['its windows'] : []), ...(sla.server.length > 0 ? ['what the target says of itself'] : [])];
  const so = rest.length > 0 ? `only ${rest.join(' and ')} is judged` : 'the verdict will be inconclusive';
  return wrapText(`${why}: ${so}`, width).map((line) => paint('warning', line));
}

const COLUMNS: readonly Column[] = [
  { title: 'endpoint', align: 'left', shrinksTo: 20 },
  { title: 'in', align: 'left', goes: 1 },
  { title: 'promised', align: 'left', shrinksTo: 16 },
  { title: 'samples', align: 'right' },
  { title: 'needs', align: 'right' },
];

function rowLines(rows: readonly RowForecast[], view: PromiseView): readonly string[] {
  const { plan, sla, width, paint } = view;
  const isAssumed = plan.phases.some((phase) => phase.model === 'closed');
  const isLess = expectRequestTimes(plan, sla, REQUEST_MS).some((ms) => ms < REQUEST_MS);
  const assumed = `, if a request takes ${REQUEST_MS} ms${isLess ? ' or, where that is less, its promised p50 or mean' : ''}`;
  const title = `what the SLA promises, and the samples that each row will get${isAssumed ? assumed : ''}`;
  const widthOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(measureWidth));
  const numbers = widthOf(rows.map(({ fate }) => describeFate(fate)[0]?.text ?? '')) + 5;
  const others = widthOf(rows.map(({ name }) => name)) + widthOf(rows.map(({ phase }) => phase ?? '')) + Math.max(12, numbers) + 8;
  const shape = { promisedWidth: Math.max(24, width - others), nowhere: rows.some(({ phase }) => phase !== undefined) ? '' : NOTHING };
  return [
    ...quietly(title, view),
    ...renderTable(
      COLUMNS,
      rows.flatMap((row) => rowCells(row, shape)),
      width,
      paint,
    ),
  ];
}

/** One line, and more where the promises do not fit; `nowhere` keeps the column of phases out where no row has one. */
function rowCells(
  { name, phase, promises, fate }: RowForecast,
  { promisedWidth, nowhere }: { readonly promisedWidth: number; readonly nowhere: string },
): readonly (readonly Cell[])[] {
  const [first = '', ...others] = wrapPromises(promises, promisedWidth);
  const start: readonly Cell[] = [{ text: name }, { text: phase ?? NOTHING }, { text: first }];
  const rest = others.map((text): readonly Cell[] => [{ text: '' }, { text: nowhere }, { text }, { text: '' }, { text: '' }]);
  return [[...start, ...describeFate(fate)], ...rest];
}

function wrapPromises(promises: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const [place, promise] of promises.entries()) {
    const text = place === promises.length - 1 ? promise : `${promise},`;
    const last = lines.at(-1);
    if (last !== undefined && measureWidth(`${last} ${text}`) <= width) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines;
}

function describeFate(fate: RowForecast['fate']): readonly Cell[] {
  if (fate.state !== 'expected')
    return [fate.state === 'skipped' ? { text: 'skipped', style: 'quiet' } : { text: 'none', style: 'warning' }, { text: NOTHING }];
  const style: Style = fate.outlook === 'enough' ? 'plain' : 'warning';
  return [{ text: formatNumber(Math.floor(fate.samples + 1e-6), 0), style }, { text: formatNumber(fate.needed, 0) }];
}

/** What to do about the rows that may not get their samples: one sentence for all that have the same remedy. */
function shortSentences(rows: readonly RowForecast[]): readonly string[] {
  const short = rows.flatMap(({ name, phase, fate }) => {
    if (fate.state === 'skipped' || (fate.state === 'expected' && fate.outlook === 'enough')) return [];
    return [{ subject: cleanText(`${name}${phase === undefined ? '' : ` in ${phase}`}`), fate }];
  });
  const groups = Map.groupBy(short, ({ fate }) => {
    if (fate.state !== 'expected') return fate.reason;
    return `${fate.outlook} ${fate.dependsOnTimes} ${fate.remedy ? `${fate.remedy.kind} ${fate.remedy.phase}` : adviseNone([fate])}`;
  });
  return [...groups.values()].map((group) => {
    const subjects = group.map(({ subject }) => subject).join(', ');
    const fates = group.flatMap(({ fate }) => (fate.state === 'expected' ? [fate] : []));
    const [first] = group;
    if (first && first.fate.state !== 'expected') return `${subjects} can never be measured: ${cleanText(first.fate.reason)}`;
    const what = fates.some(({ outlook }) => outlook === 'short') ? 'will not get enough samples' : 'may get too few samples by chance';
    const condition = fates.some(({ dependsOnTimes }) => dependsOnTimes) ? ' if requests take that long' : '';
    return `${subjects} ${what}${condition}: ${cleanText(adviseAll(fates))}`;
  });
}

/** What suffices for the one that misses most suffices for all. */
function adviseAll(fates: readonly ExpectedSamples[]): string {
  const remedies = fates.flatMap(({ remedy }) => remedy ?? []);
  const [first] = remedies;
  if (!first) return adviseNone(fates);
  if (first.kind === 'duration') {
    const longestMs = Math.max(...remedies.map((remedy) => (remedy.kind === 'duration' ? remedy.durationMs : 0)));
    return `${formatDuration(longestMs)} of ${first.phase} would suffice`;
  }
  const most = Math.max(...remedies.map((remedy) => (remedy.kind === 'iterations' ? remedy.iterations : 0)));
  return `${formatNumber(most, 0)} iterations in ${first.phase} would suffice`;
}

function adviseNone(fates: readonly ExpectedSamples[]): string {
  const [comes, it] = fates.length === 1 ? ['it comes', 'it'] : ['they come', 'them'];
  return fates.some(({ samples }) => samples > 0)
    ? `${comes} once for each virtual user, however long a phase lasts`
    : `no judged phase reaches ${it}`;
}

function describeValues({ baselineValues }: Sla): readonly (readonly [string, string])[] {
  const groups = Map.groupBy(baselineValues, ({ endpoint }) => endpoint);
  return [...groups].map(([endpoint, values]) => [
    endpoint,
    values.map(({ percentile, us }) => `p${percentile} ${formatLatency(us)}`).join(', '),
  ]);
}
