import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFar, explainLate, explainOver, resolveStart } from '../../src/plan/resolve-start.ts';

const NOW = Date.UTC(2026, 2, 1, 12, 0, 0, 400);

test('a start from now is a whole second, never earlier than was asked for', () => {
  assert.equal(resolveStart({ kind: 'in', ms: 2_000 }, NOW), Date.UTC(2026, 2, 1, 12, 0, 3));
  assert.equal(resolveStart({ kind: 'in', ms: 1_600 }, NOW), Date.UTC(2026, 2, 1, 12, 0, 2));
  assert.equal(resolveStart({ kind: 'at', ms: 5 }, NOW), 5);
});

test('what is over, too far ahead or come too late is told', () => {
  assert.equal(explainOver(NOW + 1, NOW), undefined);
  assert.equal(explainOver(NOW, NOW), 'the start 2026-03-01T12:00:00.400Z is over');
  assert.equal(explainFar(NOW + 6 * 3_600_000, NOW), undefined);
  assert.match(explainFar(NOW + 6 * 3_600_000 + 1, NOW) ?? '', /is more than 6 h.* ahead$/);
  assert.match(explainLate(2_900), /2\.9 s too late/);
});
