import type { Band, Chart, Curve, Plot } from './chart.ts';
import { markup, pathData, type Content, type Html } from './markup.ts';
import type { Tick } from './scale.ts';

/** The inner canvas is stretched to the width that there is, so that text beside it keeps its size on every screen. */
const WIDTH = 2_000;
const HEIGHT = 1_000;

/** What is drawn of a chart. */
export type Drawing = Pick<Chart, 'scale' | 'showTick' | 'ticks' | 'bands' | 'drawn' | 'size'>;

/** Bands, grid and curves of a chart, without the `svg` around them. */
export function drawMarks({ scale, showTick, ticks, bands, drawn, size }: Drawing): Html {
  return markup`${bands.map(drawBand)}${drawGrid(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${openCanvas(
    WIDTH,
    HEIGHT,
    drawCurves(drawn, (value) => scale.toShare(value)),
  )}${drawLabels(scale.ticks.map((value) => ({ share: scale.toShare(value), label: showTick(value) })))}${bands.map((band) => labelBand(band, size === 'tall'))}${drawTicks(ticks)}`;
}

/** What is stretched, above the labels of the axis. */
export function openCanvas(width: number, height: number, inside: Content): Html {
  return markup`<svg width="100%" height="${percent(1, TALL)}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none">${inside}</svg>`;
}

/** A line across for each mark of the upright axis. */
export function drawGrid(ticks: readonly Tick[]): Html {
  return markup`<g class="grid">${ticks.map(({ share }) => markup`<line x2="100%" y1="${percent(1 - share, TALL)}" y2="${percent(1 - share, TALL)}"/>`)}</g>`;
}

/** The values of the upright axis: beside their lines, or on them on a narrow screen, which the style decides. The uppermost stands below its line. */
export function drawLabels(ticks: readonly Tick[]): Html {
  const spaced = ticks.filter(({ share }, index) => index === 0 || Math.abs(share - (ticks[index - 1]?.share ?? 0)) > 0.02);
  return markup`<g class="scale">${spaced.map(({ share, label }) => markup`<text${share > 0.97 ? markup` class="top"` : undefined} y="${percent(1 - share, TALL)}" dy="${share > 0.97 ? 11 : -3}">${label}</text>`)}</g>`;
}

/** Below the canvas. The first and the last label stay within the picture. */
export function drawTicks(ticks: readonly Tick[]): Html {
  let last = -1;
  const shown = ticks.filter(({ share }) => {
    // Closer together they would run into each other on a narrow screen; what stands at the start gives way.
    const isShown = share <= 1 && share - last >= CLOSEST;
    if (isShown) last = share;
    return isShown;
  });
  return markup`<g class="axis">${shown.map(({ share, label }) => {
    const anchor = share < 0.03 ? 'start' : share > 0.95 ? 'end' : 'middle';
    return markup`<text x="${percent(share)}" y="100%" dy="-4" text-anchor="${anchor}">${label}</text>`;
  })}</g>`;
}

const CLOSEST = 0.1;

/** A stretch of the axis as a shade behind the curves. */
export function drawBand({ from, to, kind, label }: Band): Html {
  return markup`<rect class="band ${kind}" x="${percent(from)}" width="${percent(to - from)}" height="${percent(1, TALL)}"><title>${label}</title></rect><line class="edge" x1="${percent(from)}" x2="${percent(from)}" y2="${percent(1, TALL)}"/>`;
}

/** The narrowest screen has room for so many characters across a picture, and a wide one for so many. */
const NARROW = 42;
const WIDE = 100;

/** The name of a stretch at its upper end, as far as there is room; `isWide` where the picture has the whole width of the page. */
export function labelBand({ from, to, label }: Band, isWide: boolean): Html | undefined {
  const isRoomy = isWide && Array.from(label).length > (to - from) * NARROW;
  const room = Math.floor((to - from) * (isRoomy ? WIDE : NARROW));
  const points = Array.from(label);
  const text = points.length <= room ? label : `${points.slice(0, room - 1).join('')}…`;
  if (room < Math.min(5, points.length)) return undefined;
  return markup`<text class="${isRoomy ? 'phase roomy' : 'phase'}" x="${percent((from + to) / 2)}" y="0" dy="10" text-anchor="middle">${text}</text>`;
}

/** Where something stands on a picture that is not stretched with its canvas: shares of the axes as lengths of the whole. */
export function placeAt(across: number, up: number): { readonly x: string; readonly y: string } {
  return { x: percent(across), y: percent(1 - up, TALL) };
}

/** The part of a picture above the labels of its axis; the style of the cursor says the same. */
const TALL = 0.9;

function percent(share: number, of = 1): string {
  return `${Math.round(share * of * 100_00) / 100}%`;
}

function drawCurves({ at, width, curves }: Plot, toShare: (value: number) => number): readonly Html[] {
  const layers = curves.filter(({ form }) => form === 'layer');
  // From the top of the stack down, each over the one above it and down to the ground.
  const stack = layers.toReversed().map(({ tone }, index) => {
    const below = layers.slice(0, layers.length - index);
    const sums = at.map((_, place) => below.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
    return markup`<path class="fill ${tone}" d="${pathData(drawStairs(at, width, sums.map(toShare)))}"/>`;
  });
  return [...stack, ...curves.filter(({ form }) => form !== 'layer').flatMap((curve) => drawCurve(curve, at, toShare))];
}

function drawCurve({ tone, form, values }: Curve, at: readonly number[], toShare: (value: number) => number): readonly Html[] {
  const runs = splitRuns(at, values).map((run) => run.map(({ share, value }) => [toX(share), toY(toShare(value))] as const));
  // A single point between gaps is a dot: a line of no length with a round end.
  const d = runs
    .map(([first, ...rest]) => (first ? `M${first.join(' ')}${rest.length === 0 ? 'h0' : `L${rest.flat().join(' ')}`}` : ''))
    .join('');
  const areas = runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)];
    return form === 'area' && first && last ? [`M${first[0]} ${HEIGHT}L${run.flat().join(' ')}V${HEIGHT}Z`] : [];
  });
  const line = markup`<path class="line ${tone}" d="${pathData(d)}"/>`;
  return areas.length > 0 ? [markup`<path class="shade ${tone}" d="${pathData(areas.join(''))}"/>`, line] : [line];
}

interface Placed {
  readonly share: number;
  readonly value: number;
}

/** What was measured without a gap belongs together. */
function splitRuns(at: readonly number[], values: readonly (number | undefined)[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  let open = false;
  for (const [index, share] of at.entries()) {
    const value = values[index];
    if (value !== undefined && !open) runs.push([]);
    open = value !== undefined;
    if (value !== undefined) runs.at(-1)?.push({ share, value });
  }
  return runs;
}

/** Levels of equal width side by side, down to the ground; nothing where they are all 0. */
function drawStairs(at: readonly number[], width: number, shares: readonly number[]): string {
  let d = '';
  let y = HEIGHT;
  for (const [index, share] of shares.entries()) {
    const level = toY(share);
    if (level === y) continue;
    const x = toX((at[index] ?? 0) - width / 2);
    d += d === '' ? `M${x} ${HEIGHT}V${level}` : `H${x}V${level}`;
    y = level;
  }
  return d === '' ? '' : `${d}H${WIDTH}V${HEIGHT}Z`;
}

function toX(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
}

function toY(share: number): number {
  return Math.round((1 - share) * HEIGHT);
}
