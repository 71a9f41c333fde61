import type { HistoryRun } from '../run-history.ts';
import type { MeasuredLevel } from '../../verdict/regression/measure-levels.ts';
import { formatLatency } from '../../units.ts';
import { cleanText } from '../clean-text.ts';
import type { Curve, Plot } from './chart.ts';
import { drawMarks, placeAt } from './draw-marks.ts';
import { markup, NOTHING_TO_SHOW, type Html } from './markup.ts';
import { renderFigure, renderKey, renderReading } from './render-chart.ts';
import type { Scale, Tick } from './scale.ts';
import { drawMark, isNormal, listMarks, wordOf, type MarkKind } from './standing-marks.ts';
import { describeRange } from './time-chart.ts';

/** One figure of one endpoint through the runs. */
export interface Trend {
  /** Of the element, unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly size: 'tall' | 'low';
  readonly curve: Curve;
  readonly scale: Scale;
  readonly showTick: (value: number) => string;
  /** Of what is drawn; `none`: no run that counts has enough samples for one; undefined: it has none by its nature. */
  readonly level: MeasuredLevel | 'none' | undefined;
  /** Runs of which only a lower bound is known, and which are not drawn. */
  readonly lost: number;
}

/** Each run has the same room, in the order of time: a line through what is normal, and a mark for every run. Nothing where nothing was measured. */
export function trendChart(runs: readonly HistoryRun[], trend: Trend): Html {
  const { id, title, size, curve, scale, showTick, lost } = trend;
  const level = trend.level === 'none' ? undefined : trend.level;
  const kinds = listMarks(runs, level);
  const at = runs.map((_, place) => (place + 0.5) / runs.length);
  const all: Plot = { at, moments: runs.map((run, place) => nameMoment(run, kinds[place])), width: 1 / runs.length, curves: [curve] };
  if (curve.values.every((value) => value === undefined)) return NOTHING_TO_SHOW;
  const ticks = listDateTicks(runs);
  const marks = drawMarks({ scale, showTick, ticks, bands: [], size, drawn: pickNormal(all, kinds) });
  return renderFigure(
    {
      id,
      title,
      size,
      summary: summarize(all, kinds),
      note: trend.level || lost > 0 ? markup`${trend.level && describeLevel(trend.level)}${describeLost(lost)}` : undefined,
      legend: [renderKey(curve), ...(level ? [LEVEL_KEY] : [])],
      marks: markup`${level && drawFence(level, runs, scale)}${marks}${level && drawLevel(level, runs, scale)}${drawRuns(all, kinds, scale)}`,
    },
    renderReading(title, all),
  );
}

/** The values in a scale that holds the level, too. */
export function listShown(values: readonly (number | undefined)[], level: MeasuredLevel | undefined): readonly number[] {
  const known = values.filter((value) => value !== undefined);
  return level ? [...known, level.us, ...(level.fence ? [level.fence.highUs] : [])] : known;
}

/** `2026-03-05 12:00` of an ISO time. */
export function showMinute(startedAt: string): string {
  return cleanText(startedAt.slice(0, 16).replace('T', ' '));
}

/** `2026-03-05 12:00: counts`. */
function nameMoment({ startedAt }: HistoryRun, kind: MarkKind = 'counts'): string {
  return `${showMinute(startedAt)}: ${wordOf(kind)}`;
}

/** Only what the line goes through: it goes on behind a run that is left out. */
function pickNormal({ at, moments, width, curves }: Plot, kinds: readonly MarkKind[]): Plot {
  const places = at.flatMap((_, place) => {
    const kind = kinds[place];
    return kind !== undefined && isNormal(kind) && curves.every(({ values }) => values[place] !== undefined) ? [place] : [];
  });
  const pick = <T>(list: readonly T[]): readonly T[] => places.flatMap((place) => list.slice(place, place + 1));
  return { at: pick(at), moments: pick(moments), width, curves: curves.map((curve) => ({ ...curve, values: pick(curve.values) })) };
}

function drawRuns({ at, curves }: Plot, kinds: readonly MarkKind[], scale: Scale): readonly Html[] {
  const values = curves[0]?.values ?? [];
  return values.flatMap((value, place) => {
    const kind = kinds[place];
    return value === undefined || kind === undefined ? [] : [drawMark(kind, placeAt(at[place] ?? 0, scale.toShare(value)))];
  });
}

const LEVEL_KEY = markup`<li><svg class="key" width="14" height="12" aria-hidden="true"><path class="line plan" d="M1 6H13"/></svg>level now</li>`;

function describeLevel(level: MeasuredLevel | 'none'): Html {
  if (level === 'none') return markup`No level: no run that counts has enough samples for one.`;
  const { us, members, fence } = level;
  const runs = `${members.size} ${members.size === 1 ? 'run' : 'runs'}`;
  const beyond = fence
    ? markup` A run below ${formatLatency(fence.lowUs)} or above ${formatLatency(fence.highUs)} would be outlying.`
    : markup` Too few runs to tell which are outlying.`;
  return markup`Level now: ${formatLatency(us)}, of ${runs}.${beyond}`;
}

function describeLost(lost: number): Html | undefined {
  if (lost === 0) return undefined;
  return markup` Not drawn: ${lost === 1 ? '1 run' : `${lost} runs`} in which too many requests never came back to tell.`;
}

/** Where the first run of the present level stands. */
function startOf({ members }: MeasuredLevel, runs: readonly HistoryRun[]): number {
  return Math.max(
    0,
    runs.findIndex(({ id }) => members.has(id)),
  );
}

function drawLevel(level: MeasuredLevel, runs: readonly HistoryRun[], scale: Scale): Html {
  const { x, y } = placeAt(startOf(level, runs) / runs.length, scale.toShare(level.us));
  return markup`<line class="line plan" x1="${x}" x2="100%" y1="${y}" y2="${y}"/>`;
}

function drawFence(level: MeasuredLevel, runs: readonly HistoryRun[], scale: Scale): Html | undefined {
  if (!level.fence) return undefined;
  const start = startOf(level, runs) / runs.length;
  const [top, bottom] = [placeAt(start, scale.toShare(level.fence.highUs)), placeAt(1 - start, scale.toShare(level.fence.lowUs))];
  return markup`<rect class="fence" x="${top.x}" y="${top.y}" width="${bottom.x}" height="${Math.round((Number.parseFloat(bottom.y) - Number.parseFloat(top.y)) * 100) / 100}%"/>`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MOST_TICKS = 6;

/** Some of the runs by their day, or by their hour where all are of one day. */
function listDateTicks(runs: readonly HistoryRun[]): readonly Tick[] {
  const isOneDay = new Set(runs.map(({ startedAt }) => startedAt.slice(0, 10))).size === 1;
  const step = Math.ceil(runs.length / MOST_TICKS);
  return runs.flatMap(({ startedAt }, place): readonly Tick[] => {
    if (place % step !== 0) return [];
    const month = MONTHS[Number(startedAt.slice(5, 7)) - 1] ?? '';
    const label = isOneDay ? startedAt.slice(11, 16) : `${Number(startedAt.slice(8, 10))} ${month}`;
    return [{ share: (place + 0.5) / runs.length, label }];
  });
}

function summarize(plot: Plot, kinds: readonly MarkKind[]): string {
  const [curve] = plot.curves;
  if (!curve) return '';
  const last = curve.values.findLastIndex((value) => value !== undefined);
  const value = curve.values[last];
  const range = describeRange(plot, curve) ?? 'was not measured';
  const newest = value === undefined ? '' : ` The newest run that has it: ${curve.show(value)}, ${wordOf(kinds[last] ?? 'counts')}.`;
  return `${curve.label} ${range}.${newest}`;
}
