import assert from 'node:assert/strict';
import { test } from 'node:test';
import { studentTCdf, studentTQuantile } from '../../src/verdict/student-t.ts';

// Published critical values (one-sided probability): NIST/SEMATECH e-Handbook 1.3.6.7.2, with the further digits of the standard tables.
const published: readonly (readonly [probability: number, degrees: number, t: number])[] = [
  [0.975, 1, 12.7062047362],
  [0.975, 2, 4.3026527297],
  [0.975, 5, 2.5705818356],
  [0.975, 10, 2.228138852],
  [0.975, 11, 2.2009851601],
  [0.975, 30, 2.0422724563],
  [0.975, 100, 1.9839715185],
  [0.95, 1, 6.3137515147],
  [0.95, 2, 2.9199855804],
  [0.95, 5, 2.0150483733],
  [0.95, 10, 1.8124611228],
  [0.95, 30, 1.6972608866],
  [0.995, 1, 63.6567411629],
  [0.995, 2, 9.9248432009],
  [0.995, 5, 4.0321429836],
  [0.995, 10, 3.1692726726],
];
for (const [probability, degrees, t] of published) {
  test(`t(${probability}) with ${degrees} degrees of freedom is the published ${t}`, () => {
    assert.ok(Math.abs(studentTQuantile(probability, degrees) - t) < 1e-6);
    assert.ok(Math.abs(studentTCdf(t, degrees) - probability) < 1e-9);
    assert.ok(Math.abs(studentTQuantile(1 - probability, degrees) + t) < 1e-6);
  });
}

test('with 1, 2 and 4 degrees of freedom the quantile is its closed form', () => {
  for (const p of [0.501, 0.6, 0.75, 0.9, 0.99, 0.999, 0.9999]) {
    const alpha = 4 * p * (1 - p);
    const cosine = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
    const closed = [Math.tan(Math.PI * (p - 0.5)), (2 * p - 1) * Math.sqrt(2 / alpha), 2 * Math.sqrt(cosine - 1)];
    for (const [index, degrees] of [1, 2, 4].entries()) {
      const expected = closed[index] ?? Number.NaN;
      assert.ok(Math.abs(studentTQuantile(p, degrees) - expected) < 1e-7 * (1 + expected), `p ${p}, ${degrees} degrees`);
    }
  }
});

test('with very many degrees of freedom it is the normal quantile', () => {
  assert.ok(Math.abs(studentTQuantile(0.975, 1e8) - 1.959963984540054) < 1e-6);
});

test('the cdf agrees with Simpson integration of the density', () => {
  // ν = 7: density Γ(4)/(√(7π) Γ(3.5)) (1 + t²/7)^−4, Γ(3.5) = 15√π/8.
  const density = (t: number): number => (6 / (Math.sqrt(7 * Math.PI) * ((15 * Math.sqrt(Math.PI)) / 8))) * (1 + (t * t) / 7) ** -4;
  for (const t of [0.1, 0.5, 1, 2, 3, 6]) {
    const steps = 2_000;
    let sum = density(0) + density(t);
    for (let step = 1; step < steps; step++) sum += density((t * step) / steps) * (step % 2 === 1 ? 4 : 2);
    const expected = 0.5 + (sum * t) / steps / 3;
    assert.ok(Math.abs(studentTCdf(t, 7) - expected) < 1e-10, `t ${t}`);
    assert.ok(Math.abs(studentTCdf(-t, 7) - (1 - expected)) < 1e-10, `t ${-t}`);
  }
});

test('the middle is 0, and probabilities outside 0 … 1 are refused', () => {
  assert.equal(studentTQuantile(0.5, 3), 0);
  assert.equal(studentTCdf(0, 3), 0.5);
  for (const [p, degrees] of [
    [0, 3],
    [1, 3],
    [Number.NaN, 3],
    [0.9, 0],
    [0.9, Number.NaN],
  ] as const) {
    assert.throws(() => studentTQuantile(p, degrees), RangeError);
  }
});
