import { cleanText } from '../report/clean-text.ts';
import { formatNumber } from '../units.ts';
import { formatSigned } from '../verdict/regression/format-change.ts';
import { LEAST_TAU, type DeploymentNoise, type NoiseRow } from '../verdict/regression/estimate-deployment-noise.ts';
import type { Paint } from './paint.ts';
import { renderTable, type Cell, type Column } from './render-table.ts';
import { wrapText } from './wrap-text.ts';

/** A file that tells nothing of the noise, and why. */
export interface LeftOut {
  readonly file: string;
  readonly reason: string;
}

/** Two deployments that differ by more than this cannot be gated, and the SLA refuses it. */
const MOST_TAU = 0.5;

const COLUMNS: readonly Column[] = [
  { title: 'latency', align: 'left', shrinksTo: 18 },
  { title: 'runs', align: 'right', goes: 1 },
  { title: 'mean change', align: 'right' },
  { title: 'spread', align: 'right' },
  { title: 'spread within runs', align: 'right', goes: 2 },
];

/** What `calibrate` found: the table, the noise with its interval, and the line for the SLA file; ends with a line break. */
export function renderCalibration(noise: DeploymentNoise, leftOut: readonly LeftOut[], width: number, paint: Paint): string {
  const { tau, runs, rows } = noise;
  const line = renderRule(tau);
  const sections = [
    [paint('strong', `Deployment noise, from ${formatNumber(runs, 0)} runs of one commit against itself`)],
    renderTable(COLUMNS, rows.map(rowCells), width, paint),
    wrapText(`${describeNoise(noise)} As far as ${formatNumber(runs, 0)} runs can tell, it is ${describeInterval(noise)}.`, width),
    line === undefined
      ? wrapText('Against so much noise nothing can be gated: find out what the deployments differ in.', width)
      : ['For the SLA file:', '', `  ${paint('strong', line)}`],
    listLeftOut(leftOut, width, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** Each with its reason; none: no lines. */
export function listLeftOut(leftOut: readonly LeftOut[], width: number, paint: Paint): readonly string[] {
  if (leftOut.length === 0) return [];
  const head = leftOut.length === 1 ? '1 result is left out:' : `${formatNumber(leftOut.length, 0)} results are left out:`;
  const lines = leftOut.flatMap(({ file, reason }) => wrapText(`- ${cleanText(file)}: ${cleanText(reason, 600)}`, width, '  '));
  return [head, ...lines].map((line) => paint('warning', line));
}

/** `regression: { deployment_noise: 2.3% }`, rounded up to a tenth; undefined beyond what an SLA may say. */
export function renderRule(tau: number): string | undefined {
  return tau > MOST_TAU ? undefined : `regression: { deployment_noise: ${formatPercent(tau)}% }`;
}

function describeNoise({ tau }: DeploymentNoise): string {
  if (tau <= LEAST_TAU)
    return `The deployments did not differ by more than ${formatPercent(LEAST_TAU)} %, which is the least that is assumed.`;
  return `From one deployment of the same commit to the next the latency varies by ${formatPercent(tau)} %.`;
}

function describeInterval({ interval: { low, high } }: DeploymentNoise): string {
  return low <= LEAST_TAU ? `at most ${formatPercent(high)} %` : `between ${formatPercent(low)} and ${formatPercent(high)} %`;
}

/** In percent, rounded up to a tenth: too small a figure would raise false alarms. */
function formatPercent(tau: number): string {
  return formatNumber(Math.ceil(Math.round(tau * 1e7) / 1e4) / 10, 1);
}

function rowCells({ name, runs, meanChange, spread, error }: NoiseRow): readonly Cell[] {
  return [
    { text: name },
    { text: formatNumber(runs, 0) },
    { text: formatSigned(Math.expm1(meanChange)) },
    { text: `${formatNumber(100 * spread, 1)} %` },
    { text: `${formatNumber(100 * error, 1)} %`, style: 'quiet' },
  ];
}
