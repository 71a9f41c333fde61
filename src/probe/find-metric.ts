import { parseLabels } from '../config/parse-metric-selector.ts';
import type { MetricSelector } from '../config/sla.ts';
import { showLabels } from './show-labels.ts';

const MOST_SHOWN = 4;

/**
 * The value of the one line of Prometheus's text format (or OpenMetrics) that the selector fits. Throws a sentence where none fits, where several do (added up, they
 * would be another figure than the one that was named), and where a line of that name cannot be read: it may be the second.
 *
 *   line = name [ "{" labels "}" ] value [ timestamp ] [ "#" exemplar ]
 */
export function findMetric(text: string, { metric, labels }: MetricSelector): number {
  const found: { readonly labels: MetricSelector['labels']; readonly value: number }[] = [];
  for (const line of text.split('\n')) {
    // Else another metric, whose name begins with this one.
    if (!line.startsWith(metric) || !/^[ \t{]/.test(line.slice(metric.length))) continue;
    const parsed = parseLine(line.slice(metric.length));
    if (!parsed) throw new Error(`a line of ${metric} is not in the text format of Prometheus`);
    if (labels.every(({ name, value }) => parsed.labels.some((label) => label.name === name && label.value === value))) found.push(parsed);
  }
  const [only] = found;
  if (!only) throw new Error(`it has no ${metric}${labels.length > 0 ? ' with these labels' : ''}`);
  if (found.length > 1) {
    const shown = found.slice(0, MOST_SHOWN).map((one) => showLabels(one.labels));
    const more = found.length > MOST_SHOWN ? ` and ${found.length - MOST_SHOWN} more` : '';
    throw new Error(
      `${metric} has ${found.length} values: ${shown.join(', ')}${more}; name the labels of one, or aggregate them with promql`,
    );
  }
  return only.value;
}

const REST = /^[ \t]*(?:\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\})?[ \t]*(\S+)/;

/** What follows the name; undefined: it is no line of the format. */
function parseLine(rest: string): { readonly labels: MetricSelector['labels']; readonly value: number } | undefined {
  const [, inside = '', word = ''] = REST.exec(rest) ?? [];
  const labels = parseLabels(inside);
  const value = parseValue(word);
  return labels && value !== undefined ? { labels, value } : undefined;
}

function parseValue(word: string): number | undefined {
  if (/^[+-]?inf(?:inity)?$/i.test(word)) return word.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (/^nan$/i.test(word)) return Number.NaN;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(word) ? Number(word) : undefined;
}
