import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import type { Scenario } from '../../src/config/scenario.ts';
import { sourceOf } from './read-fixtures.ts';

const TEXT = `target: http://127.0.0.1:8080
users:
  reader: { weight: 60, think: 1s, steps: [ { get: /a, name: first } ] }
  v1.writer: { tasks: { put it: { weight: 2, steps: [ { put: /a } ] } } }
phases:
  - { users: 1, duration: 5s }
  - { name: steady, users: 10, duration: 5s }
profiles:
  peak: [ { name: top, arrival_rate: 5/s, duration: 5s } ]
`;

function withSet(path: string, value: string): ReturnType<typeof parseScenario> {
  return parseScenario(sourceOf(TEXT, { sets: [{ path, value }] }));
}

function scenarioWith(path: string, value: string): Scenario {
  const checked = withSet(path, value);
  assert.ok(checked.ok, checked.ok ? '' : JSON.stringify(checked.issues));
  return checked.value;
}

describe('--set changes a value of the plan', () => {
  const usersOf = (scenario: Scenario): readonly unknown[] =>
    scenario.phases.map((phase) => (phase.kind === 'closed' ? phase.users : undefined));
  it('of a phase by its name', () => assert.deepEqual(usersOf(scenarioWith('phases.steady.users', '50')), [1, 50]));
  it('of a phase by its index', () => assert.deepEqual(usersOf(scenarioWith('phases.0.users', '50')), [50, 10]));
  it('of an unnamed phase by its default name', () => assert.deepEqual(usersOf(scenarioWith('phases.phase-1.users', '50')), [50, 10]));
  it('of a phase of a profile', () =>
    assert.equal(scenarioWith('profiles.peak.top.duration', '9s').profiles[0]?.phases[0]?.kind === 'open', true));
  it('of a phase of a profile that is a bare list, with the word that a map would have', () =>
    assert.deepEqual(
      scenarioWith('profiles.peak.phases.0.arrival_rate', '9/s').profiles[0]?.phases.map(
        (phase) => phase.kind === 'open' && phase.arrivalRatePerSec,
      ),
      [9],
    ));
  it('of a think time', () =>
    assert.deepEqual(scenarioWith('users.reader.think', 'exp 2s').users[0]?.think, { kind: 'exponential', meanMs: 2_000 }));
  it('under a key that holds a dot, and one that holds a space', () =>
    assert.equal(scenarioWith('users.v1.writer.tasks.put it.weight', '7').users[1]?.tasks[0]?.weight, 7));
  it('that the file does not have yet', () => assert.equal(scenarioWith('seed', '7').seed, 7));
  it('in http, though the file has no http', () => assert.equal(scenarioWith('http.timeout', '3s').http.timeoutMs, 3_000));
  it('with a list', () => assert.deepEqual(scenarioWith('users.reader.tags', '[a, b]').users[0]?.tags, ['a', 'b']));
});

describe('--set that is wrong is an issue of the flag', () => {
  for (const [name, path, value, code, suggestion] of [
    ['a phase that is not there', 'phases.stedy.users', '5', 'set', 'steady'],
    ['a user that is not there', 'users.raeder.weight', '5', 'set', 'reader'],
    ['a key that no phase has', 'phases.steady.usres', '5', 'unknown-key', 'users'],
    ['a value without its unit', 'phases.steady.duration', '5', 'unit', '5s'],
    ['a value of another type', 'phases.steady.users', 'many', 'type', undefined],
    ['a value that is not YAML', 'phases.steady.users', '[1', 'set', 'quote the value'],
    ['a path into a number', 'seed.x', '1', 'set', undefined],
    ['an index beyond the end', 'phases.7.users', '1', 'set', undefined],
    ['a way into the prototype', '__proto__.polluted', '1', 'set', undefined],
  ] as const) {
    it(name, () => {
      const checked = withSet(path, value);
      assert.ok(!checked.ok);
      const [issue] = checked.issues;
      assert.deepEqual([issue?.file, issue?.line, issue?.column, issue?.code], ['--set', 1, 1, code]);
      if (suggestion !== undefined) assert.equal(issue?.suggestion, suggestion);
      assert.equal(Reflect.get({}, 'polluted'), undefined);
    });
  }
});
