import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followLevel, type LevelPoint } from '../../../src/verdict/regression/follow-level.ts';

/** One run each: `.` normal, `s` slow by far, `f` fast by far, `A` slow and accepted by hand. */
function pointsOf(text: string): readonly LevelPoint[] {
  return text.split('').map((kind, place) => ({
    id: `run ${place}`,
    value: { s: 1, A: 1, f: -1 }[kind] ?? (place % 3) * 0.01,
    isAcceptedByHand: kind === 'A',
  }));
}

for (const [name, runs, members] of [
  ['one slow run is a mishap', '......s......', '......_......'],
  ['one fast run is a mishap', '......f......', '......_......'],
  ['two fast runs in a row are a new level', '.......ff', '_______ff'],
  ['slow runs that come again and again are what the machines are like', '......s..s...s..', '......s..s...s..'],
  ['two slow ones among very many are mishaps', '......s........s........', '......_........_........'],
  ['a step that stays is no level before somebody accepts it', '........sss', '........___'],
  ['a slow run that was accepted is the new level', '........sA', '_________A'],
] as const) {
  test(`${name}: ${runs}`, () => {
    const points = pointsOf(runs);
    const level = followLevel(points, 0.001);
    const kept = runs
      .split('')
      .map((kind, place) => (level.members.some(({ id }) => id === `run ${place}`) ? kind : '_'))
      .join('');
    assert.equal(kept, members);
  });
}
