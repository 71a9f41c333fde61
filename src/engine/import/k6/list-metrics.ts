/** The figures of one metric by their names: `count`, `p(95)`, `passes` … */
export type MetricValues = Readonly<Record<string, number>>;

/** What a summary holds; the duration is undefined where no shape of it says so. */
export interface SummaryMetrics {
  readonly metrics: ReadonlyMap<string, MetricValues>;
  readonly durationMs: number | undefined;
}

/**
 * The metrics of a k6 summary, whatever its shape; a text: why it is none.
 *
 *   handleSummary     { metrics: { NAME: { type, contains, values: { … } } }, state: { testRunDurationMs } }
 *   --summary-export  { metrics: { NAME: { avg, "p(95)", … } } }, where NAME of a rate has `value`, and of a counter `count` and `rate`
 *   since k6 1.5      { results: { metrics: [ { name, values: { … } } ] }, config: { duration } }, in seconds
 */
export function listMetrics(text: string): SummaryMetrics | string {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (thrown) {
    return `it is no JSON, or it was cut off: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
  const { metrics: named, state, results, config } = fieldsOf(root);
  const listed = fieldsOf(results)['metrics'];
  const entries = Array.isArray(listed)
    ? listed.map((item: unknown) => [textOf(fieldsOf(item)['name']), fieldsOf(fieldsOf(item)['values'])] as const)
    : Object.entries(fieldsOf(named)).map(([name, item]) => [name, valuesOf(item)] as const);
  if (entries.length === 0) return 'this is no summary of k6: it has no metrics';
  const metrics = new Map<string, MetricValues>();
  for (const [name, values] of entries) {
    if (metrics.has(name)) return `it has the metric ${JSON.stringify(name.slice(0, 80))} twice`;
    const read = readNumbers(name, values);
    if (typeof read === 'string') return read;
    metrics.set(name, read);
  }
  const durationMs = numberOf(fieldsOf(state)['testRunDurationMs']) ?? scale(numberOf(fieldsOf(config)['duration']), 1_000);
  return { metrics, durationMs: durationMs ?? spanOf(metrics.get('http_reqs')) };
}

/** Of an export without a duration: a counter's rate is its count by seconds. */
function spanOf(values: MetricValues | undefined): number | undefined {
  const { count, rate } = values ?? {};
  return count !== undefined && rate !== undefined && rate > 0 ? (count / rate) * 1_000 : undefined;
}

/** The new shape of handleSummary has them under `values`. */
function valuesOf(item: unknown): Readonly<Record<string, unknown>> {
  const own = fieldsOf(item);
  return 'values' in own ? fieldsOf(own['values']) : own;
}

/** Only metrics of HTTP requests are judged by; a figure of these that is no number from 0 makes the whole file doubtful. */
function readNumbers(name: string, values: Readonly<Record<string, unknown>>): MetricValues | string {
  const numbers: Record<string, number> = {};
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'object' || typeof value === 'string' || typeof value === 'boolean') continue;
    const isGood = typeof value === 'number' && Number.isFinite(value) && (value >= 0 || !name.startsWith('http_'));
    if (!isGood) return `${name.slice(0, 80)} has a ${key.slice(0, 20)} that is not a number from 0`;
    if (!isWhole(key) || Number.isSafeInteger(value) || !name.startsWith('http_')) numbers[key] = value;
    else return `${name.slice(0, 80)} has a ${key} that is not a whole number`;
  }
  return numbers;
}

function isWhole(key: string): boolean {
  return ['count', 'passes', 'fails', 'matches', 'total'].includes(key);
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function scale(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : value * factor;
}
