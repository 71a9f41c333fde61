import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Suite, SuiteStep } from './config/suite.ts';
import { usageIssue } from './config/usage-issue.ts';
import { GateError } from './gate-error.ts';
import { forgetEarlier, forgetReports, resolvePlaces } from './gate-files.ts';
import { durationOf, listSecrets, narrowRequest, prepareParts, type Part } from './gate-parts.ts';
import type { GatePorts } from './gate-ports.ts';
import { tryWriting, type GateRun } from './gate-publish.ts';
import { runGate, runPrepared, type GateResult } from './gate.ts';
import { createMasker } from './mask-secrets.ts';
import type { RunRequest } from './options/request.ts';
import { cleanText } from './report/clean-text.ts';
import { countBytes } from './report/suite/count-bytes.ts';
import { renderSuiteReports } from './report/suite/render-suite-reports.ts';
import { verdictOf, type SuitePart, type SuiteReport } from './report/suite/suite-report.ts';
import { formatBytes, formatDuration } from './units.ts';
import { decideSuite } from './verdict/decide-suite.ts';
import { outcomeOfError, type GateOutcome } from './verdict/exit-code.ts';
import { resolveScenarios } from './workspace/resolve-scenarios.ts';
import { resolveOut, writeReports } from './workspace/write-reports.ts';

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

/** The gate of one scenario, or of each of several one after the other, with one verdict. Throws GateError when it cannot go on. */
export async function runGates(request: RunRequest, ports: GatePorts): Promise<GatesResult> {
  const { cwd, root, env } = ports;
  const asked = resolveScenarios(request, { workingDirectory: cwd, root, env, requireSecrets: true });
  if (!asked.ok) return { kind: 'issues', issues: asked.issues };
  const suite = asked.value;
  if (typeof suite === 'string') return runGate(narrowRequest(request, suite), ports);
  if (request.page?.waits === true)
    return { kind: 'issues', issues: [usageIssue('--wait', 'conflict', 'the live page begins one scenario, not several; leave wait out')] };
  // Everything that is wrong with any of the files is told before anything is sent.
  const parts = prepareParts(suite, request, { ...ports, workers: request.workers, requireSecrets: true });
  if (!parts.ok) return { kind: 'issues', issues: [...asked.warnings, ...parts.issues] };
  const secrets = listSecrets(parts.value);
  await ports.onSecrets(secrets);
  ports.onIssues(asked.warnings);
  const own = { ...ports, secrets, onSecrets: () => Promise.resolve() };
  return { kind: 'suite', ...(await new SuiteGate(suite, request, own).run(parts.value)) };
}

/** Runs the parts one after the other and puts together what they came to. */
class SuiteGate {
  readonly #suite: Suite;
  readonly #request: RunRequest;
  readonly #ports: GatePorts;
  readonly #done: SuitePart[] = [];
  readonly #outcomes: GateOutcome[] = [];
  readonly #files = new Map<string, string>();
  readonly #beganMs = performance.now();
  #bytesLeft: number;

  constructor(suite: Suite, request: RunRequest, ports: GatePorts) {
    this.#suite = suite;
    this.#request = request;
    this.#ports = ports;
    this.#bytesLeft = request.caps.maxBytes;
  }

  async run(parts: readonly Part<RunRequest>[]): Promise<SuiteRun> {
    const folder = await this.#clear(parts);
    const queue = [...parts];
    for (const [index, step] of this.#suite.steps.entries()) {
      const ended = this.#endedBy();
      const part = step.kind === 'part' ? queue.shift() : undefined;
      if (part === undefined) await this.#pause(step, ended, queue.length);
      else if (ended === undefined) {
        const place = `Part ${parts.length - queue.length} of ${parts.length}`;
        const afterMs = durationOf({ steps: this.#suite.steps.slice(index + 1) }, queue);
        await this.#runPart(part, { folder, place, afterMs });
      } else this.#leaveOut(part, ended);
    }
    return this.#publish(folder);
  }

  /** Refuses places that may not be written to, and takes earlier files out of all of them: closed also for the parts that may never begin. */
  async #clear(parts: readonly Part<RunRequest>[]): Promise<string> {
    const { cwd, root } = this.#ports;
    const names = { time: new Date().toISOString(), name: this.#suite.name, profile: this.#request.profile ?? 'default' };
    const folder = resolveOut({ cwd, root }, this.#request.out, names);
    const places = parts.map((part) => {
      const own = this.#requestOf(part, folder);
      const { name, profile = 'default' } = part.ready.value.plan;
      return { own, of: resolvePlaces(own, this.#ports, { time: 'time', name, profile }) };
    });
    await forgetReports(folder);
    for (const { own, of } of places) {
      await forgetReports(of.folder);
      await forgetEarlier(own, of);
    }
    return folder;
  }

  #requestOf({ request, folder, name }: Part<RunRequest>, suiteFolder: string): RunRequest {
    const { csvPrefix, key } = this.#request;
    return {
      ...request,
      out: join(suiteFolder, folder),
      csvPrefix: csvPrefix === undefined ? undefined : `${csvPrefix}_${folder}`,
      key: `${key} / ${name}`,
    };
  }

  /** Why no further part begins; undefined: one does. */
  #endedBy(): string | undefined {
    if (this.#ports.stopped.aborted) return String(this.#ports.stopped.reason).replace(/\.$/, '');
    const broken = this.#done.find((part) => ['breach', 'regression'].includes(verdictOf(part).state));
    if (this.#suite.stopOn === 'breach' && broken) return `${broken.name} came to a ${verdictOf(broken).state}`;
    // Closed: a cap that held for each part alone would be none.
    return this.#bytesLeft > 0
      ? undefined
      : `the parts before it have moved the ${formatBytes(this.#request.caps.maxBytes)} of --max-bytes`;
  }

  async #pause(step: SuiteStep, ended: string | undefined, left: number): Promise<void> {
    if (step.kind !== 'pause' || ended !== undefined || left === 0) return;
    this.#ports.onNote(`A pause of ${formatDuration(step.ms)}.`);
    // Whoever stops the run is answered by the next part, which is left out.
    await sleep(step.ms, undefined, { signal: this.#ports.stopped }).catch(() => undefined);
  }

  /** `afterMs`: what pauses and other parts need after this one. */
  async #runPart(
    part: Part<RunRequest>,
    { folder, place, afterMs }: { readonly folder: string; readonly place: string; readonly afterMs: number },
  ): Promise<void> {
    const { name } = part;
    this.#ports.onNote(`${place}: ${cleanText(name)}`);
    const request = this.#requestOf(part, folder);
    // Closed: a second look of this part takes no time that others need, nor any beyond the cap.
    const leftMs = Math.max(0, request.caps.maxDurationMs - (performance.now() - this.#beganMs) - afterMs);
    const limited = { ...request, caps: { ...request.caps, maxDurationMs: leftMs } };
    try {
      const run = await runPrepared(limitBytes(part.ready, this.#bytesLeft), limited, this.#ports);
      this.#take(part, run);
      this.#ports.onNote(`${cleanText(name)}: ${run.report.verdict.state}`);
    } catch (thrown) {
      // What the other parts have measured is worth its verdict; a bug, or a wrong flag, is not one part's.
      if (!(thrown instanceof GateError) || outcomeOfError(thrown.code).kind !== 'not-measured') throw thrown;
      this.#lose(part, thrown);
    }
  }

  #take({ name, folder, request }: Part<RunRequest>, { report, files, outcome }: GateRun): void {
    this.#bytesLeft -= countBytes(report);
    this.#done.push({ name, scenario: request.scenario, folder, state: 'ran', report });
    this.#outcomes.push(outcome);
    for (const [file, text] of files) this.#files.set(`${folder}/${file}`, text);
  }

  /** Closed: it has its own exit code, which nothing excuses, and the suite is no pass. */
  #lose({ name, folder, request }: Part<RunRequest>, error: GateError): void {
    const reason = cleanText([error.message, error.hint].filter(Boolean).join('; '), 600).replace(/\.$/, '');
    this.#ports.onNote(`${cleanText(name)} could not be measured: ${reason} (${error.code})`);
    this.#done.push({ name, scenario: request.scenario, folder, state: 'lost', reason });
    this.#outcomes.push(outcomeOfError(error.code));
  }

  /** Closed: what was not measured is no pass, and was compared with nothing. */
  #leaveOut({ name, folder, request }: Part<RunRequest>, reason: string): void {
    const { failOn } = this.#request;
    this.#ports.onNote(`${cleanText(name)} is left out: ${cleanText(reason)}.`);
    this.#done.push({ name, scenario: request.scenario, folder, state: 'left-out', reason });
    this.#outcomes.push({ kind: 'judged', verdict: 'inconclusive', failOn, lacksBaseline: true, isWritten: true });
  }

  async #publish(folder: string): Promise<SuiteRun> {
    const report = this.#describe();
    const combined = renderSuiteReports(report, (part) => this.#files.get(`${part.folder}/results.json`));
    const files = new Map([...combined, ['run.log', this.#ports.log()]]);
    const isWritten = await tryWriting(() => writeReports(folder, files), this.#ports);
    const shown = relative(this.#ports.cwd, folder) || '.';
    return {
      report,
      reportPath: isWritten ? (shown.startsWith('..') ? folder : shown) : undefined,
      files: new Map([...combined, ...this.#files]),
      outcome: { kind: 'suite', parts: this.#outcomes, isWritten },
    };
  }

  /** The parts with one verdict; what a file or an error says is masked, as the reports of the parts are already. */
  #describe(): SuiteReport {
    const mask = createMasker(this.#ports.secrets ?? []);
    const parts = this.#done.map((part): SuitePart => {
      const shown = { ...part, name: mask(part.name), scenario: mask(part.scenario) };
      return shown.state === 'ran' ? shown : { ...shown, reason: mask(shown.reason) };
    });
    const verdict = decideSuite(parts.map((part) => ({ name: part.name, verdict: verdictOf(part) })));
    return { name: mask(this.#suite.name), file: this.#suite.file, parts, verdict };
  }
}

/** What is left of the cap for this part. */
function limitBytes(ready: Part<unknown>['ready'], maxBytes: number): Part<unknown>['ready'] {
  const { plan, against, ...rest } = ready.value;
  const limit = <P extends typeof plan>(one: P): P => ({
    ...one,
    program: { ...one.program, maxBytes: Math.min(one.program.maxBytes, maxBytes) },
  });
  return { ...ready, value: { ...rest, plan: limit(plan), against: against && limit(against) } };
}
