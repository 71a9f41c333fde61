import { relative } from 'node:path';
import { buildStoredRun, explainUnfit, isSlower, type OpenBaseline } from './gate-baseline.ts';
import { GateError } from './gate-error.ts';
import { resolvePlaces, writeLocustFiles } from './gate-files.ts';
import type { JudgedRequest } from './options/judged-request.ts';
import { renderReports } from './report/render-reports.ts';
import type { Report } from './report/report.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { readOrigin } from './workspace/read-origin.ts';
import { writeReports } from './workspace/write-reports.ts';

/** A gate that went through to its verdict. */
export interface GateRun {
  readonly report: Report;
  /** The folder of the reports, relative to where the process runs; undefined: they could not be written. */
  readonly reportPath: string | undefined;
  readonly files: ReadonlyMap<string, string>;
  readonly outcome: GateOutcome;
}

/** What publishing takes from the outside. */
export interface PublishPorts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The checkout of a workflow, outside of which nothing is read or written; undefined: the user's own machine, where the user says what. */
  readonly root?: string;
  /** A sentence about what happens now. */
  onNote(note: string): void;
  /** The text of run.log so far. */
  log(): string;
}

export interface PublishTo {
  readonly ports: PublishPorts;
  readonly baseline: OpenBaseline | undefined;
}

/** Writes the reports, and the run into the baseline when it is to become part of it; what could not be written is told, and is part of the outcome. */
export async function publishRun(report: Report, request: JudgedRequest, { ports, baseline }: PublishTo): Promise<GateRun> {
  const { run, verdict } = report;
  const { folder, prefix } = resolvePlaces(request, ports, {
    time: run.startedAt,
    name: run.scenario.name,
    profile: run.scenario.profile ?? 'default',
  });
  const files = new Map(renderReports(report));
  const shown = relative(ports.cwd, folder) || '.';
  let isWritten = await tryWriting(() => writeReports(folder, new Map([...files, ['run.log', ports.log()]])), ports);
  const hasReports = isWritten;
  if (prefix) isWritten = (await tryWriting(() => writeLocustFiles(prefix, files), ports)) && isWritten;
  if (baseline && request.mode === 'update-baseline') isWritten = (await store(report, request, { ports, baseline })) && isWritten;
  const lacksBaseline = !isCompared(report);
  if (lacksBaseline && request.failOn.includes('no-baseline'))
    ports.onNote('There was no baseline to compare with, which fails the build, because --fail-on has no-baseline.');
  return {
    report,
    reportPath: hasReports ? (shown.startsWith('..') ? folder : shown) : undefined,
    files,
    outcome: { kind: 'judged', verdict: verdict.state, failOn: request.failOn, lacksBaseline, isWritten },
  };
}

/** There was a baseline, and it could be compared with. */
function isCompared({ comparison }: Report): boolean {
  return comparison !== undefined && comparison.result.state !== 'not-judged';
}

/** The verdict stands and is shown; that something could not be written is part of the outcome. */
export async function tryWriting(write: () => Promise<unknown>, ports: Pick<PublishPorts, 'onNote'>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    ports.onNote(`${error.message}. ${error.hint ?? ''}`.trim());
    return false;
  }
}

/** Only what was measured soundly becomes part of a baseline. */
async function store(
  report: Report,
  request: JudgedRequest,
  { ports, baseline }: PublishTo & { readonly baseline: OpenBaseline },
): Promise<boolean> {
  const unfit = explainUnfit(report);
  if (unfit !== undefined) {
    ports.onNote(`The baseline stays as it is: ${unfit}.`);
    return true;
  }
  return tryWriting(async () => {
    const file = buildStoredRun(report, request.key, readOrigin(ports.env));
    const written = await baseline.store.add(file);
    const kept = isSlower(report) ? '; it is slower, and does not count until it is accepted' : '';
    ports.onNote(`${written === 'added' ? 'Stored' : 'Was stored already'} as ${file.id} in ${baseline.store.where}${kept}.`);
  }, ports);
}
