import type { MetricSelector } from './sla.ts';

const NAME = /^\s*([A-Za-z_:][A-Za-z0-9_:]*)\s*(?:\{(.*)\})?\s*$/s;
const LABEL = /\s*([A-Za-z_][A-Za-z0-9_]*)\s*=\s*"((?:[^"\\\n]|\\["\\n])*)"\s*(,|$)/gy;

/**
 * A metric and the labels that a line of it must have; undefined for anything else.
 *
 *   selector = name [ "{" [ label { "," label } [ "," ] ] "}" ]
 *   label    = name "=" quoted text, in which \" \\ and \n stand for a quote, a backslash and a new line
 */
export function parseMetricSelector(text: string): MetricSelector | undefined {
  const [, metric, inside] = NAME.exec(text) ?? [];
  if (metric === undefined) return undefined;
  const labels = parseLabels(inside ?? '');
  return labels && { metric, labels };
}

/** What stands between the braces; undefined when it is malformed. The text format of Prometheus has the same. */
export function parseLabels(text: string): MetricSelector['labels'] | undefined {
  const labels: { readonly name: string; readonly value: string }[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    LABEL.lastIndex = at;
    const [, name, value] = LABEL.exec(text) ?? [];
    if (name === undefined || value === undefined) return undefined;
    labels.push({ name, value: value.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)) });
    at = LABEL.lastIndex;
  }
  return labels;
}
