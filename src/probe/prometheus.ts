import type { RequestProgram } from '../plan/program.ts';
import { showLabels } from './show-labels.ts';
import type { TargetLine } from './target-line.ts';

/** Prometheus refuses a range of more points for one series (its `query_range` answers 400). */
const MOST_POINTS = 11_000;
const MOST_TOLD = 10_000;
const MOST_SHOWN = 4;
/** What Prometheus remarks on an expression that it could evaluate. */
const ABOUT_EXPRESSION = /^PromQL (?:info|warning):/;

/** A moment and the value then; ms since 1970 on Prometheus's clock. */
export interface RangePoint {
  readonly atMs: number;
  readonly value: number;
}

/** A stretch of time on Prometheus's clock, ms since 1970. */
export interface TimeRange {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
}

/** The HTTP API of a Prometheus (`/api/v1/query_range`, `/api/v1/query`), or of what speaks like one. */
export class Prometheus {
  readonly #line: TargetLine;
  readonly #request: RequestProgram;

  /** `request` is the range query with an empty form. */
  constructor(line: TargetLine, request: RequestProgram) {
    this.#line = line;
    this.#request = request;
  }

  /**
   * The values of an expression that are no NaN, step by step up to `toMs`, the first at `fromMs` or less than a step before it; a coarser step where there would be too
   * many. None where it had none. Fails where it has several series.
   */
  async readRange(expression: string, { fromMs, toMs, stepMs }: TimeRange, signal: AbortSignal): Promise<readonly RangePoint[]> {
    const spanMs = Math.max(0, toMs - fromMs);
    const step = Math.max(stepMs, Math.ceil(spanMs / (MOST_POINTS - 1)));
    // Prometheus counts its steps from the start: so that the end is one of them, it is counted from there.
    const endMs = fromMs + spanMs;
    const startMs = endMs - Math.ceil(spanMs / step) * step;
    const form = { query: expression, start: seconds(startMs), end: seconds(endMs), step: seconds(step) };
    const series = parseMatrix(await this.#ask(this.#request, form, signal));
    if (series.length > 1) {
      const shown = series.slice(0, MOST_SHOWN).map(({ labels }) => labels);
      const more = series.length > MOST_SHOWN ? ` and ${series.length - MOST_SHOWN} more` : '';
      throw new QueryRefused(`it has ${series.length} series: ${shown.join(', ')}${more}; aggregate them, such as max(…) or sum(…)`);
    }
    return (series[0]?.points ?? []).filter(({ value }) => !Number.isNaN(value));
  }

  /** How far its clock is ahead of ours, ms; 0 where that is within what the question itself takes. */
  async readClockLead(signal: AbortSignal): Promise<number> {
    const { path } = this.#request;
    if (typeof path !== 'string') return 0;
    const askedMs = Date.now();
    const answer = await this.#ask({ ...this.#request, path: path.replace(/query_range$/, 'query') }, { query: 'time()' }, signal);
    const tookMs = Date.now() - askedMs;
    const [, word] = isRecord(answer) && Array.isArray(answer['result']) ? answer['result'] : [];
    const leadMs = Number(word) * 1_000 - (askedMs + tookMs / 2);
    return Number.isFinite(leadMs) && Math.abs(leadMs) > Math.max(LEAST_LEAD_MS, tookMs) ? leadMs : 0;
  }

  /** `data` of a successful answer; fails with what Prometheus says otherwise. */
  async #ask(request: RequestProgram, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<unknown> {
    const { status, text } = await this.#line.ask(request, new URLSearchParams(form).toString(), signal);
    const answer = parseJson(text);
    if (isRecord(answer) && answer['status'] === 'success') {
      // Closed: where a store behind it did not answer, the figures are of the others alone.
      const [doubt] = Array.isArray(answer['warnings']) ? answer['warnings'].filter((one) => !ABOUT_EXPRESSION.test(String(one))) : [];
      if (doubt !== undefined) throw new Error(`Prometheus answered in part: ${String(doubt).slice(0, MOST_TOLD)}`);
      return answer['data'];
    }
    const said = isRecord(answer) && typeof answer['error'] === 'string' ? `: ${answer['error'].slice(0, MOST_TOLD)}` : '';
    if (status === 400 || status === 422) throw new QueryRefused(`Prometheus refuses the expression${said}`);
    throw new Error(`Prometheus answered ${status}${said}`);
  }
}

/** No value can come of the expression: asking again would not help. */
export class QueryRefused extends Error {}

/** Differences below are taken for the way there and back. */
const LEAST_LEAD_MS = 250;

interface MatrixSeries {
  readonly labels: string;
  readonly points: readonly RangePoint[];
}

/** Closed: an answer of another form is no answer, and never an empty one. */
function parseMatrix(data: unknown): readonly MatrixSeries[] {
  if (!isRecord(data) || data['resultType'] !== 'matrix' || !Array.isArray(data['result']))
    throw new Error('its answer is no range of values');
  return data['result'].map((entry: unknown): MatrixSeries => {
    if (!isRecord(entry) || !Array.isArray(entry['values'])) throw new Error('its answer is no range of values');
    return { labels: showLabels(readLabels(entry['metric'])), points: entry['values'].map(parsePoint) };
  });
}

function parsePoint(pair: unknown): RangePoint {
  const [at, word]: readonly unknown[] = Array.isArray(pair) ? pair : [];
  if (typeof at !== 'number' || typeof word !== 'string') throw new Error('its answer holds a value that is none');
  const infinite = /^([+-]?)Inf$/.exec(word);
  if (infinite) return { atMs: at * 1_000, value: infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY };
  return { atMs: at * 1_000, value: word.trim() === '' ? Number.NaN : Number(word) };
}

function readLabels(metric: unknown): Parameters<typeof showLabels>[0] {
  return isRecord(metric) ? Object.entries(metric).map(([name, value]) => ({ name, value: String(value) })) : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function seconds(ms: number): string {
  return (Math.round(ms) / 1_000).toFixed(3);
}
