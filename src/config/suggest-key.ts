import { parseThink } from './parse-think.ts';
import { suggestWord } from './suggest-word.ts';
import { parseByteRate, parseDuration, parseRate, parseRatio, parseSize } from '../units.ts';

/** What users of other tools write, and what it is here. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  vus: ['users'],
  virtual_users: ['users'],
  user_count: ['users'],
  rps: ['arrival_rate', 'throughput'],
  rate: ['arrival_rate', 'throughput'],
  hatch_rate: ['spawn_rate'],
  url: ['get', 'target'],
  request: ['get'],
  method: ['get'],
  wait: ['think', 'pause'],
  sleep: ['think', 'pause'],
  wait_time: ['think'],
  think_time: ['think'],
  loop: ['repeat'],
  foreach: ['for_each'],
  body: ['json', 'text'],
  data: ['json', 'text', 'values'],
  params: ['query'],
  assert: ['expect'],
  assertions: ['expect'],
  check: ['expect'],
  checks: ['expect'],
  extract: ['capture'],
  base_url: ['target'],
  host: ['target'],
  hosts: ['allowed_hosts'],
  stages: ['phases'],
  scenarios: ['profiles'],
  variables: ['vars'],
  max_vus: ['max_users'],
  setup: ['before', 'start'],
  on_start: ['start'],
  p100: ['max'],
  p0: ['min'],
  avg: ['mean'],
  average: ['mean'],
  median: ['p50'],
  errors: ['error_budget'],
  error_rate: ['error_budget'],
  failure_rate: ['error_budget'],
  requests: ['count'],
  ttfb: ['ttfb_p95'],
  thresholds: ['endpoints'],
  limits: ['endpoints'],
  slo: ['endpoints'],
  global: ['total'],
  all: ['total'],
};

/** The key of `known` that `key` was meant to be: a synonym of other tools, or the nearest word; undefined when none is near. */
export function suggestKey(key: string, known: readonly string[]): string | undefined {
  const normal = key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  if (normal !== key && known.includes(normal)) return normal;
  const synonyms = Object.hasOwn(SYNONYMS, normal) ? SYNONYMS[normal] : undefined;
  return synonyms?.find((word) => known.includes(word)) ?? suggestWord(key, known);
}

const UNIT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(ms|msec|msecs|millis|milliseconds?)$/, 'ms'],
  [/^(s|sec|secs|seconds?)$/, 's'],
  [/^(m|min|mins|minutes?)$/, 'm'],
  [/^(h|hr|hrs|hours?)$/, 'h'],
  [/^(us|µs|micros|microseconds?)$/, 'us'],
  [/^(rps|\/sec|\/second|persecond|\/s|req\/s|requests\/s|tps)$/, '/s'],
  [/^(rpm|\/min|\/minute|\/m)$/, '/m'],
  [/^(%|percent|pct)$/, '%'],
  [/^(kb|k)$/, 'KB'],
  [/^mb$/, 'MB'],
  [/^(gb|g)$/, 'GB'],
  [/^(b|bytes?)$/, 'B'],
  [/^kib$/, 'KiB'],
  [/^mib$/, 'MiB'],
  [/^gib$/, 'GiB'],
  [/^kb\/s$/, 'KB/s'],
  [/^mb\/s$/, 'MB/s'],
  [/^gb\/s$/, 'GB/s'],
];

/** A quantity as it should be written: `5 sec` → `5s`, 250 → `250ms`; undefined when the meaning is open. `expected` is the schema's description of it. */
export function suggestQuantity(value: string | number, expected: string): string | undefined {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*([^\d\s.,]*)\s*$/.exec(String(value));
  if (match?.[1] === undefined) return undefined;
  const number = match[1].replace(',', '.');
  const word = (match[2] ?? '').toLowerCase();
  if (word === '') {
    const guess = expected.startsWith('a rate') ? `${number}/s` : expected.startsWith('a share') ? `${number}%` : undefined;
    return (
      guess ??
      (expected.startsWith('a duration such as 150ms')
        ? `${number}ms`
        : /^a (duration|think time)/.test(expected)
          ? `${number}${Number(number) >= 1000 ? 'ms' : 's'}`
          : expected.startsWith('a size per second')
            ? `${number}MB/s`
            : undefined)
    );
  }
  const unit = UNIT_WORDS.find(([pattern]) => pattern.test(word))?.[1];
  const suggestion = unit === undefined ? undefined : `${number}${unit}`;
  return suggestion !== undefined && fits(suggestion, expected) ? suggestion : undefined;
}

function fits(quantity: string, expected: string): boolean {
  if (expected.startsWith('a rate')) return parseRate(quantity) !== undefined;
  if (expected.startsWith('a share')) return parseRatio(quantity) !== undefined;
  if (expected.startsWith('a size per second')) return parseByteRate(quantity) !== undefined;
  if (expected.startsWith('a think time')) return parseThink(quantity) !== undefined;
  if (expected.startsWith('a size')) return parseSize(quantity) !== undefined;
  return parseDuration(quantity) !== undefined;
}
