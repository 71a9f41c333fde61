import type { RunSummary } from '../metrics/run-summary.ts';
import type { ServerSeries } from '../metrics/server-series.ts';
import { endOfLoad } from '../metrics/summarize-recoveries.ts';
import type { Patience, ServerReading, TimedValue } from '../metrics/server-reading.ts';
import { summarizeServer } from '../metrics/summarize-server.ts';
import type { ServerProgram, ServerRowProgram } from '../plan/server-program.ts';
import { holds } from '../verdict/compare-value.ts';
import { askAgain } from './ask-again.ts';
import { openRowProbe } from './open-row-probe.ts';
import { Prometheus } from './prometheus.ts';
import { RangeReader } from './range-reader.ts';
import { pause, probeNow, type RowProbe } from './row-probe.ts';
import type { TargetLine } from './target-line.ts';

/** What the watch needs of the outside. */
export interface WatchPorts {
  readonly line: TargetLine;
  /** Of commands. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly mask: (text: string) => string;
  /** Told in a sentence what cannot be read at the start, and what is waited for at the end. */
  readonly onNote: (note: string) => void;
}

/** The burst that was watched. */
export interface WatchedRun {
  readonly run: Pick<RunSummary, 'phases' | 'ending' | 'startedAt' | 'durationMs'>;
  /** When it began on the clock of `probeNow`, ms. */
  readonly originMs: number;
  /** Aborted: nothing is waited for any more. */
  readonly signal: AbortSignal;
}

const CHECK_MS = 50;
const END_ATTEMPTS = 3;

/** What the target says of itself, from before a burst until it is back to normal. Nothing of it is measured as load. */
export class ServerWatch {
  readonly #program: ServerProgram;
  readonly #ports: WatchPorts;
  readonly #probes: ReadonlyMap<ServerRowProgram, RowProbe>;

  constructor(program: ServerProgram, ports: WatchPorts) {
    this.#program = program;
    this.#ports = ports;
    this.#probes = new Map(
      program.rows.flatMap((row) => {
        const probe = openRowProbe(row, ports);
        return probe ? [[row, probe] as const] : [];
      }),
    );
  }

  /** Begins to ask; what cannot be reached at all is told early. */
  start(): void {
    for (const [row, probe] of this.#probes) {
      void this.#tellFirst(row, probe);
      probe.start();
    }
  }

  async #tellFirst(row: ServerRowProgram, probe: RowProbe): Promise<void> {
    await probe.refresh();
    if (probe.samples.length > 0 || probe.problem === undefined) return;
    this.#ports.onNote(this.#ports.mask(`server ${row.name}: no value yet: ${probe.problem}`));
  }

  /** Stays until values are back to normal or their time is up, and answers what came of each row. */
  async finish(watched: WatchedRun): Promise<readonly ServerSeries[]> {
    const { run } = watched;
    try {
      const readings = await Promise.all(this.#program.rows.map((row) => this.#conclude(row, watched)));
      return readings.map((reading) => summarizeServer(reading, run.phases));
    } finally {
      await this.close();
    }
  }

  /** Ends everything that is still open. */
  async close(): Promise<void> {
    await Promise.all([...this.#probes.values()].map((probe) => probe.stop()));
    this.#ports.line.close();
  }

  async #conclude(row: ServerRowProgram, watched: WatchedRun): Promise<ServerReading> {
    const { mask } = this.#ports;
    const probe = this.#probes.get(row);
    const read = probe ? await this.#concludeProbe(row, probe, watched) : await this.#concludeRange(row, watched);
    const { name, unit, recovers, wantsEnd } = row;
    const problem = read.problem === undefined ? undefined : shorten(mask(read.problem));
    const own = { name, unit, recovers, wantsEnd, source: mask(row.shown), patience: patienceOf(row) };
    return { ...own, ...read, problem, watchedUntilMs: nowOf(watched) };
  }

  async #concludeProbe(row: ServerRowProgram, probe: RowProbe, watched: WatchedRun): Promise<Outcome> {
    const endMs = endOfLoad(watched.run.phases);
    const collect = (): readonly TimedValue[] =>
      probe.samples.map(({ askedMs, atMs, value }) => ({ asOfMs: askedMs - watched.originMs, atMs: atMs - watched.originMs, value }));
    if (endMs !== undefined && isWhole(watched)) {
      if (row.wantsEnd || row.recovers) await this.#awaitEnd(row, probe, watched);
      if (row.recovers) await this.#awaitRecovery(row, watched, () => Promise.resolve(collect()));
    }
    await probe.stop();
    const lostMs = probe.lostMs.map((atMs) => atMs - watched.originMs);
    return { samples: collect(), lost: lostMs.length, lostMs, problem: probe.problem };
  }

  /** Until there is a value from after the load; a moment of trouble must not cost the run its promises. */
  async #awaitEnd({ everyMs }: ServerRowProgram, probe: RowProbe, { signal }: WatchedRun): Promise<void> {
    const [beganMs, had] = [probeNow(), probe.samples.length];
    for (let attempt = 1; attempt <= END_ATTEMPTS && !signal.aborted; attempt++) {
      await orAborted(probe.refresh(), signal);
      if (probe.samples.slice(had).some(({ askedMs }) => askedMs >= beganMs)) return;
      await pause(attempt < END_ATTEMPTS ? Math.min(everyMs, 1_000) : 0, signal);
    }
  }

  /** PromQL is asked when all is over: Prometheus has kept what there was. */
  async #concludeRange(row: ServerRowProgram, watched: WatchedRun): Promise<Outcome> {
    const { prometheus } = this.#program;
    const { run, signal } = watched;
    const [fromMs, endMs] = [firstJudgedMs(run.phases), endOfLoad(run.phases)];
    const nothing = { samples: [], lost: 0, lostMs: [], problem: undefined };
    if (row.kind !== 'promql' || !prometheus) return { ...nothing, problem: 'nobody said where Prometheus is' };
    if (fromMs === undefined || endMs === undefined || signal.aborted) return nothing;
    const client = new Prometheus(this.#ports.line, prometheus);
    const lead = await askAgain(() => client.readClockLead(signal), signal);
    if (!lead.ok) return { ...nothing, lost: lead.problems.length, problem: lead.problems.at(-1) };
    const originMs = Date.parse(run.startedAt) + lead.value;
    const reader = new RangeReader(row.query, { prometheus: client, originMs, signal, now: () => nowOf(watched) });
    await reader.awaitScrape(endMs, row.everyMs);
    if (isWhole(watched)) await this.#awaitRecovery(row, watched, () => reader.read(endMs, nowOf(watched), row.everyMs));
    const samples = await reader.read(fromMs, nowOf(watched), row.everyMs);
    return { ...nothing, samples, lost: reader.lost, problem: reader.problem };
  }

  /** Until the value is back, or the time for it is up. */
  async #awaitRecovery(row: ServerRowProgram, watched: WatchedRun, read: () => Promise<readonly TimedValue[]>): Promise<void> {
    const { recovers } = row;
    const endMs = endOfLoad(watched.run.phases);
    if (!recovers || endMs === undefined) return;
    const isBack = (values: readonly TimedValue[]): boolean =>
      values.some(({ asOfMs, value }) => asOfMs >= endMs && Number.isFinite(value) && holds(value, recovers.comparison, recovers.to));
    const deadlineMs = endMs + recovers.withinMs;
    let isTold = false;
    while (!watched.signal.aborted) {
      const askedMs = nowOf(watched);
      if (isBack(await read()) || askedMs > deadlineMs + GRACE_MS) return;
      if (!isTold)
        this.#ports.onNote(`server ${row.name}: waiting until it is back to normal, for at most ${Math.ceil(recovers.withinMs / 1_000)} s`);
      isTold = true;
      await pause(row.kind === 'promql' ? row.everyMs : CHECK_MS, watched.signal);
    }
  }
}

/** An answer that was asked for in time may come a little later. */
const GRACE_MS = 200;

const MOST_TOLD = 300;

/** Of what is masked already: half a secret would be shown. */
function shorten(text: string): string {
  return text.length > MOST_TOLD ? `${text.slice(0, MOST_TOLD)} …` : text;
}

type Outcome = Pick<ServerReading, 'samples' | 'lost' | 'lostMs' | 'problem'>;

/** Run time, ms. */
function nowOf({ originMs }: WatchedRun): number {
  return probeNow() - originMs;
}

/** A burst that did not come to its end is not waited for: its promises of recovery stay open. */
function isWhole({ run, signal }: WatchedRun): boolean {
  return run.ending.state === 'complete' && !signal.aborted;
}

function firstJudgedMs(phases: RunSummary['phases']): number | undefined {
  return phases.find(({ plan, startMs }) => !plan.warmup && plan.model !== 'pause' && startMs !== undefined)?.startMs;
}

const LEAST_PATIENCE_MS = 10_000;
/** Three scrapes of the usual 15 s and a bit: Prometheus marks a series as gone with each that fails. */
const SCRAPE_PATIENCE_MS = 60_000;

function patienceOf({ kind, everyMs }: ServerRowProgram): Patience {
  const own = Math.max(3 * everyMs, LEAST_PATIENCE_MS);
  if (kind !== 'promql') return { beforeMs: own, betweenMs: own, afterMs: own };
  const scrape = Math.max(own, SCRAPE_PATIENCE_MS);
  return { beforeMs: scrape, betweenMs: scrape, afterMs: own };
}

function orAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  return Promise.race([
    work,
    new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }))),
  ]);
}
