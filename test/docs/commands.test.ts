import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { COMMANDS } from '../../src/options/commands.ts';
import { parseArgv } from '../../src/options/parse-argv.ts';
import { listDocuments, readCommands, readFences } from './read-commands.ts';

const ROOT = join(import.meta.dirname, '../..');
const names: readonly string[] = COMMANDS.map(({ name }) => name);

for (const document of listDocuments(ROOT)) {
  const markdown = readFileSync(join(ROOT, document), 'utf8');

  test(`every command of ${document} is one that load-gate understands`, () => {
    const wrong = readCommands(markdown)
      // A command that is only named asks for nothing.
      .filter(({ argv }) => !names.includes(argv.join(' ')))
      .flatMap(({ argv, line, text }) => {
        const parsed = parseArgv(argv);
        return parsed.ok ? [] : [`${document}:${line}: ${text}: ${parsed.issues.map(({ message }) => message).join('; ')}`];
      });
    assert.deepEqual(wrong, []);
  });

  test(`every scenario that a command of ${document} names is there`, () => {
    const missing = readCommands(markdown).flatMap(({ argv, line }) =>
      argv
        .filter((word) => /^sla\/[a-z].*\.yaml$/.test(word) && !existsSync(join(ROOT, word)))
        .map((word) => `${document}:${line}: ${word}`),
    );
    assert.deepEqual(missing, []);
  });

  test(`every YAML block of ${document} can be read`, () => {
    const wrong = readFences(markdown)
      .filter(({ language }) => language === 'yaml')
      .flatMap(({ body, line }) => {
        const errors = parseAllDocuments(body).flatMap((parsed) => parsed.errors.map(({ message }) => message));
        return errors.map((message) => `${document}:${line}: ${message}`);
      });
    assert.deepEqual(wrong, []);
  });

  test(`every link of ${document} to a file leads somewhere`, () => {
    const links = [...markdown.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target]) => target ?? '')
      .filter((target) => !/^[a-z]+:/.test(target));
    assert.deepEqual(
      links.filter((target) => !existsSync(join(ROOT, dirname(document), target))),
      [],
    );
  });
}

test('load-gate in the Kubernetes manifest and in the Compose file of sla/LOCUST.md is told what it understands', () => {
  const documents = readFences(readFileSync(join(ROOT, 'sla/LOCUST.md'), 'utf8'))
    .filter(({ language }) => language === 'yaml')
    .flatMap(({ body }) => parseAllDocuments(body).map((parsed) => parsed.toJS()));
  const containers = documents.flatMap((manifest) => manifest.spec?.template?.spec?.containers ?? []);
  const argvs = [
    ...containers.filter(({ name }: { name: string }) => name === 'load-gate').map(({ args }: { args: string[] }) => args),
    ...documents.flatMap((manifest) => (manifest.services ? [manifest.services.gate.command.split(' ')] : [])),
  ];
  assert.equal(argvs.length, 2);
  for (const argv of argvs) {
    const parsed = parseArgv(argv);
    assert.ok(parsed.ok, JSON.stringify(parsed));
  }
  const [service] = documents.filter(({ kind }) => kind === 'Service');
  const jobs = documents.filter(({ kind }) => kind === 'Job').map(({ spec }) => spec);
  const [gate, workers] = jobs;
  // What one part says of another is the same in both.
  assert.deepEqual(
    Object.entries(service.spec.selector).filter(([key, value]) => gate.template.metadata.labels[key] !== value),
    [],
  );
  assert.equal(String(workers.parallelism), argvs[0]?.[argvs[0].indexOf('--expect-workers') + 1]);
  assert.equal(workers.parallelism, workers.completions);
  assert.equal(containers[1].args[containers[1].args.indexOf('--master-host') + 1], service.metadata.name);
  assert.deepEqual([gate.backoffLimit, workers.backoffLimit], [0, 0]);
});

const SPLITS: readonly (readonly [line: string, argvs: readonly (readonly string[])[]])[] = [
  ['load-gate check    # prints load-gate run', [['check']]],
  ["load-gate run 'load/*.yaml' --set a='b c'", [['run', 'load/*.yaml', '--set', 'a=b c']]],
  [
    'npm ci && A=1 load-gate run a.yaml > out.txt && load-gate merge d',
    [
      ['run', 'a.yaml'],
      ['merge', 'd'],
    ],
  ],
  ['load-gate run … --baseline none', []],
  ['kubectl delete job load-gate load-gate-workers', []],
];

for (const [line, argvs] of SPLITS) {
  test(`the commands of a line are found: ${line}`, () => {
    assert.deepEqual(
      readCommands(`\`\`\`sh\n${line}\n\`\`\`\n`).map(({ argv }) => argv),
      argvs,
    );
  });
}
