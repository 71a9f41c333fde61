import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Issue } from '../../../src/config/issue.ts';
import { parseScenario } from '../../../src/config/parse-scenario.ts';
import { prepareGate } from '../../../src/gate-prepare.ts';
import { renderLocustfile } from '../../../src/engine/locust/locustfile/render-locustfile.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { parseArgv } from '../../../src/options/parse-argv.ts';
import { fixtureSource } from '../../config/read-fixtures.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** What no plan of ours reaches: caps are another question. */
const CAPS = ['--max-users', '200000', '--max-rate', '1000000/s', '--max-duration', '48h', '--max-bytes', '1000000GB'];

/** A scenario's own phases (`-`), or one of its profiles. */
export interface Listed {
  readonly file: string;
  readonly profile: string;
}

/** Every scenario below some patterns, from the root of the repository, with each of its profiles; no suites. */
export function listScenarios(...patterns: readonly string[]): readonly Listed[] {
  const files = globSync(patterns, { cwd: ROOT }).filter((file) => !file.endsWith('.sla.yaml'));
  return files.sort().flatMap((file) => {
    if (/^suite:/m.test(readFileSync(join(ROOT, file), 'utf8'))) return [];
    const parsed = parseScenario(fixtureSource(join(ROOT, file), { requireSecrets: false }));
    assert.ok(parsed.ok, `${file}: ${JSON.stringify(parsed)}`);
    const { phases, profiles } = parsed.value;
    return [...(phases.length > 0 ? ['-'] : []), ...profiles.map(({ name }) => name)].map((profile) => ({ file, profile }));
  });
}

/** The locustfile, or what stands against it. */
export function exportListed(
  { file, profile }: Listed,
  runtimeFor: (plan: Plan) => string,
): { readonly text: string } | { readonly issues: readonly Issue[] } {
  const chosen = profile === '-' ? [] : ['--profile', profile];
  const parsed = parseArgv(['export', 'locust', file, ...chosen, ...CAPS]);
  assert.ok(parsed.ok && parsed.value.command === 'export locust', JSON.stringify(parsed));
  const ready = prepareGate(parsed.value, { env: {}, cwd: ROOT, workers: undefined, requireSecrets: false });
  if (!ready.ok) return { issues: ready.issues.filter(({ severity }) => severity === 'error') };
  const { config, plan } = ready.value;
  return { text: renderLocustfile({ scenario: config.scenario, plan, runtime: runtimeFor(plan) }).text };
}
