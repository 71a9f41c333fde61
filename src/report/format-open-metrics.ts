/** A family of samples of one name. `unit` ends the name. */
export interface MetricFamily {
  readonly name: string;
  readonly type: 'gauge' | 'summary';
  readonly unit?: 'seconds' | 'bytes' | 'ratio';
  /** One sentence. */
  readonly help: string;
  readonly samples: readonly Sample[];
}

export interface Sample {
  /** Of a summary; absent: the value itself. */
  readonly suffix?: '_sum' | '_count';
  readonly labels: Readonly<Record<string, string>>;
  /** Infinite values are written as such. */
  readonly value: number;
}

/** OpenMetrics 1.0 text; families without a sample are left out. It can be read as the older text format of Prometheus, too. */
export function formatOpenMetrics(families: readonly MetricFamily[]): string {
  const lines = families.filter(({ samples }) => samples.length > 0).flatMap(formatFamily);
  return [...lines, '# EOF', ''].join('\n');
}

function formatFamily({ name, type, unit, help, samples }: MetricFamily): readonly string[] {
  return [
    `# HELP ${name} ${escapeText(help)}`,
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    ...samples.map(({ suffix = '', labels, value }) => `${name}${suffix}${formatLabels(labels)} ${formatValue(value)}`),
  ];
}

function formatLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escapeText(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** Backslash, quote and line feed are all that OpenMetrics escapes; a broken surrogate cannot be written as UTF-8 at all. */
function escapeText(text: string): string {
  return text.toWellFormed().replace(/[\\"\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`));
}

function formatValue(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return String(value);
}
