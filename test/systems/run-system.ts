import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnStagingServer, type SpawnedServer } from '../../src/demo/spawn-staging-server.ts';
import { startPrometheus } from '../support/start-prometheus.ts';
import { explainRepeat, listRed } from './explain-repeat.ts';
import { readObserved, readStates, runTarget, type TargetRun } from './run-target.ts';
import type { Fault, SystemCase, TargetCase } from './system-case.ts';

/** One criterion and what became of it, healthy and broken. */
export interface CriterionRow {
  readonly system: string;
  readonly scenario: string;
  readonly criterion: string;
  readonly healthy: string;
  readonly fault: string;
  readonly broken: string;
  /** What is wrong with the row; empty: it is green when healthy, and red alone when broken. */
  readonly troubles: readonly string[];
}

/** What one scenario came to. */
export interface TrialResult {
  readonly rows: readonly CriterionRow[];
  /** What was measured, healthy or with one fault, however often. */
  readonly runs: number;
  /** So many of them more than once. */
  readonly repeated: number;
}

export interface SystemOptions {
  /** Whether a fault is tried; the others are told as `not run`. */
  readonly isTried: (name: string) => boolean;
  readonly tell: (line: string) => void;
}

const REPEATS = 2;

/** Runs one scenario of a system healthy, then with one fault after the other. */
export async function runTrial(one: SystemCase, target: TargetCase, options: SystemOptions): Promise<TrialResult> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-systems-'));
  const server = await spawnStagingServer(one.dials);
  await using prometheus = target.needsPrometheus ? await startPrometheus(server.url) : undefined;
  try {
    const place = { system: one.system, url: server.url, out: folder, prometheusUrl: prometheus?.url };
    return await new TargetTrial(one, target, { server, place, options }).run();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Surroundings {
  readonly server: SpawnedServer;
  readonly place: { readonly system: string; readonly url: string; readonly out: string; readonly prometheusUrl: string | undefined };
  readonly options: SystemOptions;
}

/** One scenario: healthy in each of its profiles, then broken. */
class TargetTrial {
  readonly #system: SystemCase;
  readonly #target: TargetCase;
  readonly #around: Surroundings;
  #runs = 0;
  #repeated = 0;

  constructor(system: SystemCase, target: TargetCase, around: Surroundings) {
    this.#system = system;
    this.#target = target;
    this.#around = around;
  }

  async run(): Promise<TrialResult> {
    const rows = await this.#listRows();
    return { rows, runs: this.#runs, repeated: this.#repeated };
  }

  async #listRows(): Promise<readonly CriterionRow[]> {
    const healthy = new Map<string, string>();
    const troubles = new Map<string, string[]>();
    for (const profile of this.#target.healthy) {
      const { exitCode, report } = await this.#measure(this.#system.dials, profile, []);
      const states = readStates(report);
      for (const [name, state] of states) {
        if (state !== 'skipped') healthy.set(name, readObserved(report, name));
        else if (!healthy.has(name)) healthy.set(name, 'skipped');
        if (state !== 'passed' && state !== 'skipped')
          troubles.set(name, [...(troubles.get(name) ?? []), `healthy, in ${profile}: ${state}`]);
      }
      this.#tell(
        `healthy, ${profile}: ${report.verdict.state}${exitCode === 0 ? '' : ` (exit ${exitCode}: ${report.verdict.reasons.join(' ')})`}`,
      );
      if (exitCode !== 0 && [...states.values()].every((state) => state === 'passed' || state === 'skipped'))
        troubles.set('verdict', [`healthy, in ${profile}: ${report.verdict.reasons.join(' ')}`]);
    }
    const rows: CriterionRow[] = [];
    for (const [criterion, observed] of healthy) {
      const beyond = observed === 'skipped' ? this.#target.elsewhere?.find(({ row }) => row === criterion) : undefined;
      if (beyond) {
        rows.push(
          this.#describe(criterion, { healthy: observed, fault: beyond.why, broken: 'not here', troubles: troubles.get(criterion) ?? [] }),
        );
        continue;
      }
      const fault = this.#target.faults.find(({ row }) => row === criterion);
      const known = troubles.get(criterion) ?? [];
      if (observed === 'skipped') known.push('no profile ran it');
      rows.push(await this.#break(criterion, { observed, fault, known }));
    }
    const named = [...this.#target.faults, ...(this.#target.elsewhere ?? [])];
    const missing = named.filter(({ row }) => !healthy.has(row)).map(({ row }) => `${row}: there is no such row`);
    const whole = [...(troubles.get('verdict') ?? []), ...missing];
    return whole.length === 0 ? rows : [...rows, this.#describe('verdict', { healthy: '', fault: '', broken: '', troubles: whole })];
  }

  async #break(
    criterion: string,
    { observed, fault, known }: { observed: string; fault: Fault | undefined; known: readonly string[] },
  ): Promise<CriterionRow> {
    if (fault === undefined)
      return this.#describe(criterion, { healthy: observed, fault: 'none', broken: '', troubles: [...known, 'no fault turns it red'] });
    if (!this.#around.options.isTried(`${this.#system.system} ${criterion}`)) {
      return this.#describe(criterion, { healthy: observed, fault: fault.what, broken: 'not run', troubles: known });
    }
    const expected = [criterion, ...(fault.also ?? [])];
    const dials = fault.dials(this.#system.dials);
    const profile = fault.profile ?? this.#target.quick;
    const { exitCode, report } = await this.#measure(dials, profile, expected);
    const red = listRed(readStates(report));
    const troubles = [
      ...known,
      ...(exitCode === 1 ? [] : [`the run ended with ${exitCode}: ${report.verdict.reasons.join(' ')}`]),
      ...expected
        .filter((name) => readStates(report).get(name) !== 'breached')
        .map((name) => `${name} did not turn red (${readObserved(report, name)})`),
      ...red.filter((name) => !expected.includes(name)).map((name) => `${name} turned red, too (${readObserved(report, name)})`),
    ];
    this.#tell(`${criterion}: ${fault.what}: ${troubles.length === 0 ? 'red, alone' : troubles.join('; ')}`);
    return this.#describe(criterion, { healthy: observed, fault: fault.what, broken: readObserved(report, criterion), troubles });
  }

  /** The server forgets what was before. `expected` are the rows that a fault must turn red; none: it is healthy. */
  async #measure(dials: SystemCase['dials'], profile: string, expected: readonly string[]): Promise<TargetRun> {
    const { server, place } = this.#around;
    this.#runs++;
    for (let left = REPEATS; ; left--) {
      await server.setDials({ ...dials, port: server.port });
      await server.reset();
      const run = await runTarget(this.#target, { ...place, profile });
      const why = explainRepeat({ exitCode: run.exitCode, states: readStates(run.report), reasons: run.report.verdict.reasons }, expected);
      if (left === 0 || why === undefined) return run;
      if (left === REPEATS) this.#repeated++;
      this.#tell(`${profile} once more (${expected[0] ?? 'healthy'}): ${why}`);
    }
  }

  #describe(criterion: string, rest: Pick<CriterionRow, 'healthy' | 'fault' | 'broken' | 'troubles'>): CriterionRow {
    return { system: this.#system.system, scenario: this.#target.sla ?? this.#target.scenario, criterion, ...rest };
  }

  #tell(line: string): void {
    this.#around.options.tell(`${this.#system.system} ${this.#target.scenario}: ${line}`);
  }
}
