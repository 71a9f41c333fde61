import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseMetricSelector } from '../../src/config/parse-metric-selector.ts';
import type { MetricSelector } from '../../src/config/sla.ts';
import { findMetric } from '../../src/probe/find-metric.ts';

const PAGE = `# HELP db_pool Connections.
# TYPE db_pool gauge
db_pool{pool="main",host="a b"} 12 1700000000000
db_pool{pool="side",host="q\\"u}o\\\\te",} 3
db_pool_waiting 99
lag 1.5e+03
plus +4
half .5
quiet NaN
most +Inf
http_seconds_bucket{le="0.1"} 7 # {trace_id="abc"} 0.05 1700000000.0
broken{pool="main" 5
half_broken{pool="a"} 1
half_broken{pool="a",host="b} 99
twice 1
twice 2
# EOF
`;

function select(text: string): MetricSelector {
  const selector = parseMetricSelector(text);
  assert.ok(selector, text);
  return selector;
}

describe('the value of a metric in the text format of Prometheus', () => {
  for (const [name, selector, expected] of [
    ['alone', 'db_pool_waiting', 99],
    ['one of several, by a label', 'db_pool{pool="main"}', 12],
    ['one whose labels hold quotes, braces and backslashes', 'db_pool{host="q\\"u}o\\\\te"}', 3],
    ['one with an exponent', 'lag', 1_500],
    ['one with a plus', 'plus', 4],
    ['one that begins with a point', 'half', 0.5],
    ['one with an exemplar', 'http_seconds_bucket{le="0.1"}', 7],
    ['not a number', 'quiet', Number.NaN],
    ['infinite', 'most', Number.POSITIVE_INFINITY],
  ] as const)
    it(`is read where it is ${name}`, () => assert.equal(findMetric(PAGE, select(selector)), expected));

  for (const [name, selector, problem] of [
    ['has another name that begins the same', 'db_poo', /it has no db_poo$/],
    ['has other labels', 'db_pool{pool="none"}', /no db_pool with these labels/],
    ['is malformed', 'broken', /a line of broken is not in the text format/],
    ['is one of two of which one is malformed', 'half_broken{pool="a"}', /a line of half_broken is not/],
    ['is one of several', 'db_pool', /2 values: \{pool="main",host="a b"\}, .* promql/],
    ['stands there twice', 'twice', /2 values/],
  ] as const)
    it(`is refused in words where it ${name}`, () => assert.throws(() => findMetric(PAGE, select(selector)), problem));

  for (const text of ['1db', 'db{', 'db{a}', 'db{a="1" b="2"}', 'db{a="1', 'db pool', 'sum(db)', '{a="1"}'])
    it(`cannot be asked for as ${text}`, () => assert.equal(parseMetricSelector(text), undefined));
});
