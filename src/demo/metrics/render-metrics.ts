import { BUCKETS_SEC, type DurationHistogram } from './duration-histogram.ts';

/** One family of `/metrics`: what it is, and its lines. */
export interface MetricFamily {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter' | 'histogram';
  readonly samples: readonly MetricSample[];
}

export interface MetricSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | DurationHistogram;
}

/** Prometheus's text format, version 0.0.4; a family without a sample is left out. */
export function renderMetrics(families: readonly MetricFamily[]): string {
  return families
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) => {
      const lines = samples.flatMap(({ labels, value }) =>
        typeof value === 'number' ? [line(name, labels, value)] : histogramLines(name, labels, value),
      );
      return `# HELP ${name} ${escape(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`;
    })
    .join('');
}

function histogramLines(name: string, labels: MetricSample['labels'], histogram: DurationHistogram): readonly string[] {
  const counts = histogram.cumulative();
  return [
    ...counts.map((count, i) => line(`${name}_bucket`, { ...labels, le: String(BUCKETS_SEC[i] ?? '+Inf') }, count)),
    line(`${name}_sum`, labels, histogram.sumSec),
    line(`${name}_count`, labels, counts.at(-1) ?? 0),
  ];
}

function line(name: string, labels: MetricSample['labels'], value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escape(text).replaceAll('"', '\\"')}"`);
  return `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${value}\n`;
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
