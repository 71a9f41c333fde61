import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Issue } from '../../src/config/issue.ts';
import { prepareParts } from '../../src/gate-parts.ts';
import { prepareGate } from '../../src/gate-prepare.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';
import { readMachineLimits } from '../../src/workspace/read-machine-limits.ts';
import { resolveScenarios } from '../../src/workspace/resolve-scenarios.ts';
import { listDocuments, readCommands } from './read-commands.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Those of Linux as it comes. */
const USUAL_PORTS = 28_232;

/** What stands against a run that a document shows, as its `load-gate run` would say it before anything is sent. */
function planCommand(argv: readonly string[]): readonly Issue[] {
  const parsed = parseArgv(argv);
  if (!parsed.ok) return parsed.issues;
  const request = parsed.value;
  if (request.command !== 'run' && request.command !== 'check') return [];
  const shard = request.command === 'run' ? request.shard : undefined;
  const context = { env: {}, cwd: ROOT, workers: undefined, requireSecrets: request.command === 'run', shard };
  const asked = resolveScenarios(request, { ...context, root: undefined, workingDirectory: ROOT });
  if (!asked.ok) return asked.issues;
  const planned = typeof asked.value === 'string' ? prepareGate(request, context) : prepareParts(asked.value, request, context);
  return planned.ok ? [] : planned.issues.filter(({ severity, code }) => severity === 'error' && !isOfThisMachine(code));
}

/** The documents say where `ulimit` is needed; a machine with fewer ports than usual is not what they speak of. */
function isOfThisMachine(code: string): boolean {
  return code === 'open-files' || (code === 'ports' && (readMachineLimits().ports ?? USUAL_PORTS) < USUAL_PORTS);
}

for (const document of listDocuments(ROOT).filter((path) => path.startsWith('sla'))) {
  test(`every run that ${document} shows is one that could begin`, () => {
    const commands = readCommands(readFileSync(join(ROOT, document), 'utf8')).filter(({ argv }) =>
      argv.some((word) => /^sla\/[a-z]/.test(word)),
    );
    const wrong = commands.flatMap(({ argv, line, text }) => {
      const issues = planCommand(argv);
      return issues.length === 0 ? [] : [`${document}:${line}: ${text}: ${issues.map(({ message }) => message).join('; ')}`];
    });
    assert.deepEqual(wrong, []);
  });
}
