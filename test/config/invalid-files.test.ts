import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkSlaAgainstScenario } from '../../src/config/check-sla-against-scenario.ts';
import type { Issue } from '../../src/config/issue.ts';
import { parseScenario } from '../../src/config/parse-scenario.ts';
import { parseSla } from '../../src/config/parse-sla.ts';
import { FIXTURES, fixtureSource } from './read-fixtures.ts';

/** What an `.issues.json` says: an absent place or suggestion may be anything; `message` is a part of the message. */
interface Expected {
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  readonly message: string;
  readonly suggestion?: string;
}

const INVALID = join(FIXTURES, 'invalid');
const CROSS = join(INVALID, 'cross');
const namesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.issues.json'))
    .map((file) => file.replace('.issues.json', ''))
    .sort();

function expectIssues(folder: string, name: string, issues: readonly Issue[]): void {
  const expected: readonly Expected[] = JSON.parse(readFileSync(join(folder, `${name}.issues.json`), 'utf8'));
  const shown = issues
    .map((issue) => `${issue.line}:${issue.column} ${issue.code} ${issue.message} (${issue.suggestion ?? ''})`)
    .join('\n');
  assert.equal(issues.length, expected.length, `${name} gave:\n${shown}`);
  for (const want of expected) {
    const isIt = (issue: Issue): boolean =>
      (want.line === undefined || (issue.line === want.line && issue.column === want.column)) &&
      issue.code === want.code &&
      issue.message.includes(want.message) &&
      (want.suggestion === undefined || issue.suggestion === want.suggestion);
    assert.ok(issues.some(isIt), `${name}: expected ${JSON.stringify(want)}, got:\n${shown}`);
  }
}

describe('a file that is wrong gives exactly the issues beside it', () => {
  for (const name of namesIn(INVALID)) {
    it(name.replaceAll('-', ' '), () => {
      const source = fixtureSource(join(INVALID, `${name}.yaml`));
      const checked = name.startsWith('sla-') ? parseSla(source) : parseScenario(source);
      assert.ok(!checked.ok, `${name} was accepted`);
      expectIssues(INVALID, name, checked.issues);
    });
  }
});

describe('an SLA that does not go with its scenario gives exactly the issues beside it', () => {
  const scenario = parseScenario(fixtureSource(join(CROSS, 'scenario.yaml')));
  for (const name of namesIn(CROSS)) {
    it(name.replaceAll('-', ' '), () => {
      const sla = parseSla(fixtureSource(join(CROSS, `${name}.yaml`)));
      assert.ok(scenario.ok && sla.ok);
      expectIssues(CROSS, name, checkSlaAgainstScenario(scenario.value, sla.value));
    });
  }
});
