import type { StoredRun } from './baseline/baseline-store.ts';
import type { CommandPorts } from './command-ports.ts';
import { readStoredResults, type StoredResults } from './command-stored-results.ts';
import type { Sla } from './config/sla.ts';
import { readSla } from './command-sla.ts';
import { buildFingerprint } from './metrics/build-fingerprint.ts';
import type { CalibrateRequest } from './options/stored-request.ts';
import { listLeftOut, renderCalibration, renderRule, type LeftOut } from './terminal/render-calibration.ts';
import { renderIssues } from './terminal/render-issues.ts';
import { formatNumber } from './units.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { listInvalidities, listSharedInvalidities } from './verdict/generator-validity.ts';
import { listDifferences } from './verdict/regression/admit-runs.ts';
import {
  estimateDeploymentNoise,
  LEAST_RUNS,
  type DeploymentNoise,
  type NoisePoint,
} from './verdict/regression/estimate-deployment-noise.ts';
import { measureNoise } from './verdict/regression/measure-noise.ts';

/** `calibrate`: how much two deployments of one commit differ, from live comparisons of one with the other. */
export async function calibrate(request: CalibrateRequest, ports: CommandPorts): Promise<GateOutcome> {
  const sla = readSla(request.sla, ports);
  if (!sla.ok) {
    ports.writeAside(renderIssues(sla.issues, ports.paint));
    return { kind: 'user-error' };
  }
  const stored = await readStoredResults(ports.cwd, request.results);
  const measured = measureAll(stored, sla.value);
  const leftOut = [...stored.setAside, ...measured.leftOut];
  const missing = LEAST_RUNS - measured.runs.length;
  if (missing > 0) {
    // Closed: a spread of a few runs may be anything, and too small a one would be taken for the truth.
    const lines = [
      ...listLeftOut(leftOut, ports.width, ports.paint),
      `calibrate needs ${LEAST_RUNS} runs with --baseline url: of one commit against itself, and ${describeCount(measured.runs.length)} can be used: make ${formatNumber(missing, 0)} more, deployed anew each time`,
    ];
    ports.writeAside(`${lines.join('\n')}\n`);
    return { kind: 'user-error' };
  }
  const noise = estimateDeploymentNoise(measured.runs);
  const text = renderCalibration(noise, leftOut, ports.width, ports.paint);
  if (request.json) {
    ports.writeAside(text);
    ports.write(renderJson(noise, leftOut));
  } else ports.write(text);
  return { kind: 'done' };
}

function describeCount(count: number): string {
  return count === 0 ? 'none' : formatNumber(count, 0);
}

interface MeasuredRuns {
  /** One entry for each result that can be used. */
  readonly runs: readonly (readonly NoisePoint[])[];
  readonly leftOut: readonly LeftOut[];
}

function measureAll({ runs: stored, names }: StoredResults, sla: Sla): MeasuredRuns {
  const common = findCommonScenario(stored);
  const runs: (readonly NoisePoint[])[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of stored) {
    const measured = measureRun(one, common, sla);
    if (typeof measured === 'string') leftOut.push({ file: names.get(one.id) ?? one.fileName, reason: measured });
    else runs.push(measured);
  }
  return { runs, leftOut };
}

/** The run's latencies, or why it has none to tell. */
function measureRun({ report }: StoredRun, common: StoredRun | undefined, sla: Sla): readonly NoisePoint[] | string {
  const { run, live } = report;
  const [side] = live?.runs ?? [];
  if (side === undefined || common === undefined) return 'it was not compared with another target: run it with --baseline url:URL';
  const differences = listDifferences(fingerprintOf(report.run), fingerprintOf(common.report.run));
  if (differences.length > 0) return `not the same test: ${differences.join(', ')}`;
  const [doubt] = [...listInvalidities(run, sla.generator), ...listSharedInvalidities(side, sla.generator)];
  if (doubt !== undefined) return `its measurement is not valid: ${doubt}`;
  if ([run, side].some(({ levelChanges }) => levelChanges.length > 0)) return 'its users were set by hand';
  const measured = measureNoise(run, side, sla.regression);
  return measured.state === 'measured' ? measured.points : measured.reason;
}

/** The test that most of the live comparisons made; of equally many the one of the newest. Undefined when there are none. */
function findCommonScenario(stored: readonly StoredRun[]): StoredRun | undefined {
  const live = stored.filter(({ report }) => report.live !== undefined);
  const groups = Map.groupBy(live, ({ report }) => JSON.stringify(fingerprintOf(report.run)));
  const sorted = [...groups.values()].sort((left, right) => right.length - left.length || (isBefore(left, right) ? 1 : -1));
  return sorted[0]?.at(-1);
}

function isBefore(left: readonly StoredRun[], right: readonly StoredRun[]): boolean {
  return (left.at(-1)?.id ?? '') < (right.at(-1)?.id ?? '');
}

/** Each deployment may have an address of its own. */
function fingerprintOf(run: StoredRun['report']['run']): ReturnType<typeof buildFingerprint> {
  return buildFingerprint(run, '');
}

function renderJson({ tau, interval, runs, rows }: DeploymentNoise, leftOut: readonly LeftOut[]): string {
  const document = {
    calibrate_version: 1,
    deployment_noise: tau,
    interval,
    runs,
    rule: renderRule(tau),
    latencies: rows.map(({ name, runs: own, meanChange, spread, error }) => ({ name, runs: own, mean_change: meanChange, spread, error })),
    left_out: leftOut.map(({ file, reason }) => ({ file, reason })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
