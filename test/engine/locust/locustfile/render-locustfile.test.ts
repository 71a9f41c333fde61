import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { VERSION } from '../../../../src/version.ts';
import { FIXTURES } from '../../../config/read-fixtures.ts';
import { compareGolden } from '../../../support/compare-golden.ts';
import { NO_RUNTIME, renderScenario } from '../render-scenario.ts';

const RICH = readFileSync(join(FIXTURES, 'locust/rich.yaml'), 'utf8');
const SMALL = 'steps: [{ get: /a }]\nphases: [{ users: 1, duration: 5s }]\n';

test('the locustfile of a rich scenario is as it was read and found good', () => {
  const { text, hash } = renderScenario(RICH);
  compareGolden('locustfile.py', text.replaceAll(VERSION, 'VERSION').replaceAll(hash, 'HASH'));
});

test('the hash is over the whole file with an empty hash in it', () => {
  const { text, hash } = renderScenario(SMALL);
  assert.equal(createHash('sha256').update(text.replace(hash, '')).digest('hex'), hash);
});

test('the same scenario, plan and runtime give the same file, and any other another hash', () => {
  const first = renderScenario(SMALL);
  assert.equal(renderScenario(SMALL).text, first.text);
  const others = [
    renderScenario(SMALL.replace('/a', '/b')),
    renderScenario(SMALL.replace('5s', '6s')),
    renderScenario(SMALL, { seed: 8 }),
    renderScenario(SMALL, { target: 'http://other.test' }),
    renderScenario(SMALL, {}, `${NO_RUNTIME}# changed\n`),
  ];
  assert.equal(new Set([first, ...others].map(({ hash }) => hash)).size, others.length + 1);
});

test('what the machine gives the plan is not in the file: workers, the folder of the scenario, secrets', () => {
  const first = renderScenario(RICH);
  const other = renderScenario(RICH, { workers: 7, secrets: { STAGING_HOST: 'zzz.staging.example.com', API_TOKEN: 'zzz-secret' } });
  assert.equal(other.text, first.text);
  assert.doesNotMatch(other.text, /zzz|somewhere/);
});

test('secrets are named, for who runs the file: those of the target are not, as its address comes from outside', () => {
  const { text, secrets, host } = renderScenario(RICH);
  assert.deepEqual(secrets, ['API_TOKEN']);
  assert.match(host ?? '', /^https:\/\/.+/);
  assert.equal(renderScenario(SMALL).host, undefined);
  assert.match(text, /^The environment must hold API_TOKEN, LOCUST_HOST\.$/m);
  assert.match(text, /^ {4}"host": None,$/m);
});

test('a profile is in the file as it selects tasks', () => {
  const { text } = renderScenario(RICH, { profile: 'smoke' });
  assert.match(text, /made by load-gate \S+ from load\.yaml, profile smoke\./);
  assert.doesNotMatch(text, /class Chatter/);
  assert.match(text, /"profiles": \["class"\]/);
  // Series keep their places.
  assert.match(text, /"message to notification"/);
});

test('many rows are one text', () => {
  const rows = (count: number): string =>
    `data: { n: [${Array.from({ length: count }, (_, index) => `row ${index}`).join(', ')}] }\nsteps: [{ get: '/\${n}' }]\nphases: [{ users: 1, duration: 5s }]\n`;
  assert.doesNotMatch(renderScenario(rows(1_000)).text, /import json/);
  const { text } = renderScenario(rows(1_001));
  assert.match(text, /^import json$/m);
  assert.match(text, /"rows": json\.loads\('\["row 0","row 1",/);
});

test('users and tasks whose names are taken get others', () => {
  const yaml = `users: { gate user: { tasks: { run: { steps: [{ get: /a }] }, measure: { steps: [{ get: /a }] }, Measure!: { steps: [{ get: /a }] } } } }
phases: [{ users: 9, duration: 5s }]\n`;
  const { text } = renderScenario(yaml, {}, `${NO_RUNTIME}class GateUser: pass\ndef measure(): pass\n`);
  const names = [...text.matchAll(/^(?:class| {4}def) (\w+)\b/gm)].map(([, name]) => name);
  assert.deepEqual(names, ['GateUserProfile', 'run_flow', 'measure_flow', 'measure_flow2', 'GateUser']);
  assert.match(text, /^GateUserProfile = gate_user\(GateUserProfile\)$/m);
});

test('a bound on connections stands in the plan, beside WebSockets, too; none is no entry', () => {
  const yaml = 'http: { connections: 12 }\nsteps: [{ ws: /b }, { get: /a }]\nphases: [{ users: 20, duration: 5s }]\n';
  assert.match(renderScenario(yaml).text, /"connections": 12,/);
  assert.doesNotMatch(renderScenario(SMALL).text, /connections/);
});
