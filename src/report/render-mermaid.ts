/** Two percentiles of one moment, µs. */
export interface Point {
  readonly p50Us: number;
  readonly p95Us: number;
}

/** Equal steps of time, two or more; undefined where nothing was measured, but for the first and the last. */
export interface Curve {
  /** Seconds since the start of the run. */
  readonly fromSec: number;
  readonly stepSec: number;
  readonly points: readonly (Point | undefined)[];
}

/** Told apart on white and on black, at a contrast of 3 or more against both. */
const COLOURS = { p95: '#db6d28', p50: '#388bfd' } as const;
const SECOND_US = 1e6;
/** So that a line never runs along the upper edge. */
const HEADROOM = 1.02;

/**
 * Both percentiles as lines over time in a fenced block of Mermaid (https://mermaid.js.org/syntax/xyChart.html), as GitHub draws it. It knows neither a legend nor a
 * gap: the text beside it says which line is which, and where nothing was measured a line runs straight across.
 */
export function drawLines({ fromSec, stepSec, points }: Curve): readonly string[] {
  const highest = points.reduce((high, point) => Math.max(high, point?.p95Us ?? 0), 0);
  const [unit, unitUs] = highest >= 10 * SECOND_US ? (['s', SECOND_US] as const) : (['ms', 1_000] as const);
  const line = (of: (point: Point) => number): string =>
    `  line [${fillGaps(points.map((point) => point && of(point) / unitUs))
      .map(shorten)
      .join(', ')}]`;
  return [
    '```mermaid',
    '---',
    'config:',
    '  xyChart: { width: 720, height: 260, showTitle: false }',
    `  themeVariables: { xyChart: { backgroundColor: "transparent", plotColorPalette: "${COLOURS.p95}, ${COLOURS.p50}" } }`,
    '---',
    'xychart-beta',
    `  x-axis "seconds since the start of the run" ${fromSec} --> ${fromSec + (points.length - 1) * stepSec}`,
    `  y-axis "${unit}" 0 --> ${roundUp((highest * HEADROOM) / unitUs)}`,
    line(({ p95Us }) => p95Us),
    line(({ p50Us }) => p50Us),
    '```',
  ];
}

/** Straight lines between the neighbours that there are. */
function fillGaps(values: readonly (number | undefined)[]): readonly number[] {
  const filled: number[] = [];
  let next = 0;
  for (const [index, value] of values.entries()) {
    if (next <= index) next = values.findIndex((other, place) => place > index && other !== undefined);
    if (value !== undefined) filled.push(value);
    else {
      const before = filled.at(-1) ?? 0;
      const after = values[next] ?? before;
      filled.push(before + (after - before) / (next - index + 1));
    }
  }
  return filled;
}

/** Three digits are more than a line shows. */
function shorten(value: number): number {
  return Number(value.toPrecision(3));
}

/** The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 and 10 times a power of ten, so that the axis ends in a round number. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 0.001)));
  const factor = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8].find((step) => step * power >= value) ?? 10;
  return Number((factor * power).toPrecision(2));
}
