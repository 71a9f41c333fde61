import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSelectors } from '../../src/probe/list-selectors.ts';

describe('what an expression of PromQL reads', () => {
  for (const [expression, expected] of [
    ['up', ['up']],
    ['max(kafka_consumer_lag)', ['kafka_consumer_lag']],
    ['sum(rate(hits[1m]))/sum(rate(asked{job="a{b}",code=~"5.."}[1m]))', ['hits', 'asked{job="a{b}",code=~"5.."}']],
    ['{job="api"}', ['{job="api"}']],
    ['label_replace(up,"to","$1 foo","from","(.*)")', ['up']],
    ['job:lag:max > bool 5 offset 5m # lag', ['job:lag:max']],
    ['vector(1)', []],
    ['1e5 + 0x1F', []],
  ] as const)
    it(`is found in ${expression}`, () => assert.deepEqual(listSelectors(expression), expected));

  it('may be a word that is none, and is never one that is left out', () => {
    assert.deepEqual(listSelectors('sum by (job) (x)'), ['sum', 'job', 'x']);
  });
  it('is at most eight', () => {
    assert.equal(listSelectors(Array.from({ length: 20 }, (_, index) => `m${index}`).join(' + ')).length, 8);
  });
});
