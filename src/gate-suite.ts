import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultSlaFile } from './config/default-sla-file.ts';
import type { Checked, Issue } from './config/issue.ts';
import type { Suite, SuiteStep } from './config/suite.ts';
import { forgetFiles, resolveOut, safeName, writeReports } from './workspace/write-reports.ts';
import type { GatePorts } from './gate-ports.ts';
import { GateError } from './gate-error.ts';
import { prepareGate } from './gate-prepare.ts';
import type { GateRun } from './gate-publish.ts';
import { runGate, type GateResult } from './gate.ts';
import type { PlanRequest, RunRequest } from './options/request.ts';
import { cleanText } from './report/clean-text.ts';
import { renderSuiteReports } from './report/suite/render-suite-reports.ts';
import { verdictOf, type SuitePart, type SuiteReport } from './report/suite/suite-report.ts';
import { formatDuration } from './units.ts';
import { decideSuite } from './verdict/decide-suite.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';

/** A suite that went through to its verdict. */
export interface SuiteRun {
  readonly report: SuiteReport;
  /** The folder of the combined reports, relative to where the process runs; undefined: they could not be written. */
  readonly reportPath: string | undefined;
  /** The combined reports, and those of each part under the name of its folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly outcome: GateOutcome;
}

export type GatesResult = GateResult | ({ readonly kind: 'suite' } & SuiteRun);

/** A part of a suite as a request of its own. */
export interface PartRequest<R> {
  readonly name: string;
  /** Of its reports. */
  readonly folder: string;
  readonly request: R;
}

/** The gate of one scenario, or of each of several one after the other, with one verdict. Throws GateError when it cannot go on. */
export async function runGates(request: RunRequest, ports: GatePorts): Promise<GatesResult> {
  const asked = resolveScenarios(request, { workingDirectory: ports.cwd, root: ports.root, env: ports.env, requireSecrets: true });
  if (!asked.ok) return { kind: 'issues', issues: asked.issues };
  const suite = asked.value;
  if (typeof suite === 'string') return runGate(narrowRequest(request, suite), ports);
  if (request.page?.waits === true)
    return { kind: 'issues', issues: [usage('--wait', 'the live page begins one scenario, not several; leave wait out')] };
  const parts = splitRequest(suite, request);
  const issues = checkParts(parts, request, suite, ports);
  if (issues.some(({ severity }) => severity === 'error')) return { kind: 'issues', issues };
  return { kind: 'suite', ...(await new SuiteGate(suite, request, ports).run(parts)) };
}

/** The requests of the parts of a suite, in order. */
export function splitRequest<R extends PlanRequest>(suite: Suite, request: R): readonly PartRequest<R>[] {
  const folders = new Set<string>();
  return suite.steps.flatMap((step): readonly PartRequest<R>[] => {
    if (step.kind === 'pause') return [];
    const { scenario } = step;
    const sla = step.sla === undefined ? { file: defaultSlaFile(scenario), given: false } : { file: step.sla, given: true };
    const part = { ...request, scenario, scenarios: [scenario], sla, profile: request.profile ?? step.profile };
    return [{ name: step.name, folder: nameFolder(step.name, folders), request: part }];
  });
}

/** The request for one scenario of all that were asked for. */
export function narrowRequest<R extends PlanRequest>(request: R, scenario: string): R {
  const sla = request.sla.given ? request.sla : { file: defaultSlaFile(scenario), given: false };
  return { ...request, scenario, scenarios: [scenario], sla };
}

/** Letters that a file system may not have, or takes for the same, are no part of it. */
function nameFolder(name: string, taken: Set<string>): string {
  const plain = safeName(name).toLowerCase();
  let folder = plain;
  for (let number = 2; taken.has(folder); number++) folder = `${plain}-${number}`;
  taken.add(folder);
  return folder;
}

/** Everything that is wrong with any of the files, before anything is sent. */
function checkParts(
  parts: readonly PartRequest<RunRequest>[],
  { caps, workers }: RunRequest,
  suite: Suite,
  ports: GatePorts,
): readonly Issue[] {
  const prepared = parts.map(({ request }) => prepareGate(request, { ...ports, workers, requireSecrets: true }));
  const issues = prepared.flatMap((one) => (one.ok ? [] : one.issues));
  if (issues.length > 0) return dedupe(issues);
  const loadMs = prepared.reduce((sum, one) => sum + planMs(one), 0);
  const wholeMs = suite.steps.reduce((sum, step) => sum + (step.kind === 'pause' ? step.ms : 0), loadMs);
  // Closed: a cap that held for each part alone would be none.
  if (wholeMs <= caps.maxDurationMs) return [];
  const message = `the suite takes ${formatDuration(wholeMs)}, more than the cap of ${formatDuration(caps.maxDurationMs)}`;
  return [
    {
      file: suite.file,
      line: 1,
      column: 1,
      code: 'cap',
      severity: 'error',
      message,
      suggestion: `--max-duration ${Math.ceil(wholeMs / 60_000)}m`,
    },
  ];
}

function planMs(prepared: Checked<{ readonly plan: { readonly phases: readonly { readonly durationMs: number }[] } }>): number {
  return prepared.ok ? prepared.value.plan.phases.reduce((sum, { durationMs }) => sum + durationMs, 0) : 0;
}

/** Parts may share a file. */
function dedupe(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

function usage(file: string, message: string): Issue {
  return { file, line: 1, column: 1, code: 'conflict', severity: 'error', message };
}

/** Files of the suite itself that a tool could take for those of this run. */
const COMBINED = ['results.json', 'junit.xml', 'badge.json', 'summary.md', 'report.html'] as const;

/** Runs the parts one after the other and puts together what they came to. */
class SuiteGate {
  readonly #suite: Suite;
  readonly #request: RunRequest;
  readonly #ports: GatePorts;
  readonly #done: SuitePart[] = [];
  readonly #outcomes: GateOutcome[] = [];
  readonly #files = new Map<string, string>();

  constructor(suite: Suite, request: RunRequest, ports: GatePorts) {
    this.#suite = suite;
    this.#request = request;
    this.#ports = ports;
  }

  async run(parts: readonly PartRequest<RunRequest>[]): Promise<SuiteRun> {
    const { cwd, root } = this.#ports;
    const names = { time: new Date().toISOString(), name: this.#suite.name, profile: this.#request.profile ?? 'default' };
    const folder = resolveOut({ cwd, root }, this.#request.out, names);
    await forgetFiles(folder, COMBINED);
    const queue = [...parts];
    for (const step of this.#suite.steps) {
      const ended = this.#endedBy();
      const part = step.kind === 'part' ? queue.shift() : undefined;
      if (part === undefined) await this.#pause(step, ended, queue.length);
      else if (ended === undefined) await this.#runPart(part, { folder, number: parts.length - queue.length, count: parts.length });
      else this.#leaveOut(part, ended);
    }
    return this.#publish(folder);
  }

  /** Why no further part begins; undefined: one does. */
  #endedBy(): string | undefined {
    if (this.#ports.stopped.aborted) return String(this.#ports.stopped.reason).replace(/\.$/, '');
    const broken = this.#done.find((part) => ['breach', 'regression'].includes(verdictOf(part).state));
    return this.#suite.stopOn === 'breach' && broken ? `${broken.name} came to a ${verdictOf(broken).state}` : undefined;
  }

  async #pause(step: SuiteStep, ended: string | undefined, left: number): Promise<void> {
    if (step.kind !== 'pause' || ended !== undefined || left === 0) return;
    this.#ports.onNote(`A pause of ${formatDuration(step.ms)}.`);
    // Whoever stops the run is answered by the next part, which is left out.
    await sleep(step.ms, undefined, { signal: this.#ports.stopped }).catch(() => undefined);
  }

  async #runPart(
    part: PartRequest<RunRequest>,
    { folder, number, count }: { folder: string; number: number; count: number },
  ): Promise<void> {
    const { csvPrefix, key } = this.#request;
    this.#ports.onNote(`Part ${number} of ${count}: ${cleanText(part.name)}`);
    const own = {
      ...part.request,
      out: join(folder, part.folder),
      csvPrefix: csvPrefix === undefined ? undefined : `${csvPrefix}_${part.folder}`,
      key: `${key} / ${part.name}`,
    };
    const result = await runGate(own, this.#ports);
    // The files were right when the suite began.
    if (result.kind === 'issues')
      throw new GateError('LOAD_GATE_USAGE', `the files of ${cleanText(part.name)} were changed while the suite ran`, {
        hint: `run it again: ${result.issues[0]?.message ?? ''}`,
      });
    this.#take(part, result);
    this.#ports.onNote(`${cleanText(part.name)}: ${result.report.verdict.state}`);
  }

  #take({ name, folder, request }: PartRequest<RunRequest>, { report, files, outcome }: GateRun): void {
    this.#done.push({ name, scenario: request.scenario, folder, state: 'ran', report });
    this.#outcomes.push(outcome);
    for (const [file, text] of files) this.#files.set(`${folder}/${file}`, text);
  }

  /** Closed: what was not measured is no pass. */
  #leaveOut({ name, folder, request }: PartRequest<RunRequest>, reason: string): void {
    this.#done.push({ name, scenario: request.scenario, folder, state: 'left-out', reason });
    this.#outcomes.push({ kind: 'judged', verdict: 'inconclusive', failOn: this.#request.failOn, lacksBaseline: false, isWritten: true });
  }

  async #publish(folder: string): Promise<SuiteRun> {
    const { name, file } = this.#suite;
    const parts = this.#done;
    const report: SuiteReport = {
      name,
      file,
      parts,
      verdict: decideSuite(parts.map((part) => ({ name: part.name, verdict: verdictOf(part) }))),
    };
    const combined = renderSuiteReports(report, (part) => this.#files.get(`${part.folder}/results.json`));
    const { cwd, onNote } = this.#ports;
    let isWritten = true;
    try {
      await writeReports(folder, new Map([...combined, ['run.log', this.#ports.log()]]));
    } catch (error) {
      if (!(error instanceof GateError)) throw error;
      onNote(`${error.message}. ${error.hint ?? ''}`.trim());
      isWritten = false;
    }
    const shown = relative(cwd, folder) || '.';
    return {
      report,
      reportPath: isWritten ? (shown.startsWith('..') ? folder : shown) : undefined,
      files: new Map([...combined, ...this.#files]),
      outcome: { kind: 'suite', parts: this.#outcomes, isWritten },
    };
  }
}
