import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildFingerprint, listFingerprintDifferences } from '../../src/metrics/build-fingerprint.ts';
import { buildRunSummary } from '../support/build-run-summary.ts';

const run = { ...buildRunSummary(), tool: { name: 'load-gate', version: '3.14.1' } } as const;
const same = buildFingerprint(run);

const CHANGES: readonly {
  readonly name: string;
  readonly changed: Parameters<typeof buildFingerprint>[0];
  readonly expected: readonly string[];
}[] = [
  { name: 'another scenario', changed: { ...run, scenario: { ...run.scenario, hash: 'other' } }, expected: ['the scenario'] },
  { name: 'another profile', changed: { ...run, scenario: { ...run.scenario, profile: 'other' } }, expected: ['the profile'] },
  { name: 'another target', changed: { ...run, target: 'https://other' }, expected: ['the target'] },
  {
    name: 'another major version',
    changed: { ...run, tool: { ...run.tool, version: '4.0.0' } },
    expected: ['the major version of load-gate'],
  },
  { name: 'another minor version', changed: { ...run, tool: { ...run.tool, version: '3.15.0' } }, expected: [] },
  { name: 'another name of the file', changed: { ...run, scenario: { ...run.scenario, file: 'moved.yaml' } }, expected: [] },
];

describe('a fingerprint', () => {
  for (const { name, changed, expected } of CHANGES) {
    it(`${expected.length > 0 ? 'changes with' : 'does not change with'} ${name}`, () => {
      assert.deepEqual(listFingerprintDifferences(same, buildFingerprint(changed)), expected);
    });
  }

  it('does not change with the machine', () => {
    const machine = { ...run, environment: { ...run.environment, cpuModel: 'another', runnerImage: 'another', cores: 64 } };
    assert.deepEqual(buildFingerprint(machine), same);
  });

  it('can call the target by a label, so that previews are comparable', () => {
    const preview = { ...run, target: 'https://pr-12.example.com' };
    assert.deepEqual(listFingerprintDifferences(buildFingerprint(run, 'preview'), buildFingerprint(preview, 'preview')), []);
  });
});
