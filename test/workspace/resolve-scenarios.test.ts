import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Checked } from '../../src/config/issue.ts';
import { MOST_PARTS, type Suite } from '../../src/config/suite.ts';
import { resolveScenarios } from '../../src/workspace/resolve-scenarios.ts';

const SCENARIO = 'target: http://127.0.0.1\nsteps: [{ get: / }]\nphases: [{ users: 1, duration: 1s }]\n';

interface Asked {
  /** By path below the folder; those without a text are scenarios. */
  readonly files: Readonly<Record<string, string | undefined>>;
  /** The folder that the process runs in, below that of the files. */
  readonly in?: string;
  /** Nothing outside of this folder may be read. */
  readonly root?: string;
  readonly sla?: string;
}

async function resolveIn(context: TestContext, words: readonly string[], asked: Asked): Promise<Checked<Suite | string>> {
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-suite-'));
  context.after(() => rm(folder, { recursive: true }));
  for (const [name, text = SCENARIO] of Object.entries(asked.files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const sla = asked.sla === undefined ? { file: 'load-gate.sla.yaml', given: false } : { file: asked.sla, given: true };
  const root = asked.root === undefined ? undefined : join(folder, asked.root);
  return resolveScenarios(
    { scenarios: words, sla },
    { workingDirectory: join(folder, asked.in ?? '.'), root, env: {}, requireSecrets: true },
  );
}

/** Each part as `name: scenario [sla]`. */
function partsOf(checked: Checked<Suite | string>): readonly string[] {
  assert.ok(checked.ok && typeof checked.value === 'object', JSON.stringify(checked));
  return checked.value.steps.map((step) =>
    step.kind === 'pause' ? 'pause' : `${step.name}: ${step.scenario}${step.sla === undefined ? '' : ` ${step.sla}`}`,
  );
}

function aloneOf(checked: Checked<Suite | string>): string {
  assert.ok(checked.ok && typeof checked.value === 'string', JSON.stringify(checked));
  return checked.value;
}

function refusalOf(checked: Checked<Suite | string>): string {
  assert.ok(!checked.ok, JSON.stringify(checked));
  return checked.issues.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n');
}

const TWO = { 'a.yaml': undefined, 'b.yml': undefined };

describe('what was asked for', () => {
  it('is one scenario, alone', async (context) => assert.equal(aloneOf(await resolveIn(context, ['a.yaml'], { files: TWO })), 'a.yaml'));

  it('is one scenario also with an SLA, and where nobody can read it', async (context) => {
    assert.equal(aloneOf(await resolveIn(context, ['a.yaml'], { files: TWO, sla: 'x.yaml' })), 'a.yaml');
    assert.equal(aloneOf(await resolveIn(context, ['gone.yaml'], { files: TWO })), 'gone.yaml');
  });

  it('is several scenarios, in the order of the command line', async (context) => {
    const checked = await resolveIn(context, ['b.yml', 'a.yaml'], { files: TWO });
    assert.deepEqual(partsOf(checked), ['b: b.yml', 'a: a.yaml']);
    assert.ok(checked.ok && typeof checked.value === 'object');
    assert.deepEqual([checked.value.name, checked.value.file, checked.value.stopOn], ['b, a', 'b.yml', 'never']);
  });

  it('is each file once, however it is spelt', async (context) => {
    assert.deepEqual(partsOf(await resolveIn(context, ['b.yml', './b.yml', 'a.yaml', '*.yml'], { files: TWO })), ['b: b.yml', 'a: a.yaml']);
    assert.equal(aloneOf(await resolveIn(context, ['a.yaml', './a.yaml'], { files: TWO })), 'a.yaml');
  });

  it('is what a pattern finds, in the order of the names, without SLA files and others', async (context) => {
    const files = { 'load/z.yaml': undefined, 'load/a.yml': undefined, 'load/a.sla.yaml': '', 'load/notes.md': '', 'load/z.SLA.YML': '' };
    assert.deepEqual(partsOf(await resolveIn(context, ['load/*'], { files })), ['a: load/a.yml', 'z: load/z.yaml']);
    assert.deepEqual(partsOf(await resolveIn(context, ['*'], { files, in: 'load' })), ['a: a.yml', 'z: z.yaml']);
  });

  it('is the one scenario that a pattern finds, which may have an SLA', async (context) => {
    const files = { 'load/a.yaml': undefined, 'load/a.sla.yaml': '' };
    assert.equal(aloneOf(await resolveIn(context, ['load/*.yaml'], { files, sla: 'load/a.sla.yaml' })), 'load/a.yaml');
  });

  it('is the suite that a pattern finds', async (context) => {
    const files = { 'load/all.yaml': 'suite: [{ scenario: parts/a.yaml }]', 'load/parts/a.yaml': undefined };
    assert.deepEqual(partsOf(await resolveIn(context, ['load/*.yaml'], { files })), ['a: load/parts/a.yaml']);
  });

  it('is a suite, whose paths are as its folder sees them, and shown as the user would name them', async (context) => {
    const suite = 'suite:\n  - { scenario: a.yaml, sla: ../slas/a.yaml }\n  - pause: 1s\n  - { scenario: ../b.yaml }\n';
    const files = { 'load/all.yaml': suite, 'load/a.yaml': undefined, 'slas/a.yaml': '', 'b.yaml': undefined };
    assert.deepEqual(partsOf(await resolveIn(context, ['load/all.yaml'], { files })), ['a: load/a.yaml slas/a.yaml', 'pause', 'b: b.yaml']);
    assert.deepEqual(
      partsOf(
        await resolveIn(context, ['all.yaml'], { files: { ...files, 'load/all.yaml': 'suite: [{ scenario: a.yaml }]' }, in: 'load' }),
      ),
      ['a: a.yaml'],
    );
  });
});

describe('what cannot be', () => {
  it('is a pattern that finds nothing', async (context) =>
    assert.match(refusalOf(await resolveIn(context, ['load/*.yaml', 'a.yaml'], { files: TWO })), /^SCENARIO:1:1 .*load\/\*\.yaml/));

  it('is one SLA for several scenarios, or for a suite', async (context) => {
    assert.match(refusalOf(await resolveIn(context, ['a.yaml', 'b.yml'], { files: TWO, sla: 'x.yaml' })), /^--sla:1:1 .*its own name/);
    const files = { ...TWO, 'all.yaml': 'suite: [{ scenario: a.yaml }]' };
    assert.match(refusalOf(await resolveIn(context, ['all.yaml'], { files, sla: 'x.yaml' })), /^--sla:1:1 a suite names the SLA/);
  });

  it('is a pattern that went astray', async (context) => {
    const files = Object.fromEntries(Array.from({ length: MOST_PARTS + 1 }, (_, number) => [`${number}.yaml`, '']));
    assert.match(refusalOf(await resolveIn(context, ['*.yaml'], { files })), new RegExp(`${MOST_PARTS + 1} scenarios are more`));
  });

  it('is a suite with a mistake, on its line', async (context) => {
    const files = { 'load/all.yaml': 'suite:\n  - { scenario: a.yaml }\n  - { scenario: gone.yaml }', 'load/a.yaml': undefined };
    assert.match(
      refusalOf(await resolveIn(context, ['load/all.yaml'], { files })),
      /^load\/all\.yaml:3:17 gone\.yaml cannot be read: load\/gone\.yaml/,
    );
  });
});

describe('a suite reaches what lies below the working directory or beside it, and nothing else:', () => {
  const outside = { 'secret/plan.yaml': undefined, 'checkout/load/all.yaml': 'suite: [{ scenario: ../../secret/plan.yaml }]' };

  it('not a scenario elsewhere', async (context) => {
    for (const root of [undefined, 'checkout'])
      assert.match(
        refusalOf(await resolveIn(context, ['load/all.yaml'], { files: outside, in: 'checkout', ...(root !== undefined && { root }) })),
        /^load\/all\.yaml:1:21 .*lies outside of the workspace/,
      );
  });

  it('not an SLA elsewhere', async (context) => {
    const files = {
      ...outside,
      'checkout/a.yaml': undefined,
      'checkout/all.yaml': 'suite: [{ scenario: a.yaml, sla: ../secret/plan.yaml }]',
    };
    assert.match(refusalOf(await resolveIn(context, ['all.yaml'], { files, in: 'checkout' })), /:1:34 .*outside of the workspace/);
  });

  it('not one behind a link', async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'load-gate-suite-'));
    context.after(() => rm(folder, { recursive: true }));
    for (const name of ['secret', 'checkout']) await mkdir(join(folder, name));
    await writeFile(join(folder, 'secret/plan.yaml'), SCENARIO);
    await symlink(join(folder, 'secret/plan.yaml'), join(folder, 'checkout/a.yaml'));
    await writeFile(join(folder, 'checkout/all.yaml'), 'suite: [{ scenario: a.yaml }]');
    const sla = { file: 'all.sla.yaml', given: false };
    const terms = { workingDirectory: join(folder, 'checkout'), root: undefined, env: {}, requireSecrets: true };
    assert.match(refusalOf(resolveScenarios({ scenarios: ['all.yaml'], sla }, terms)), /outside of the workspace/);
  });

  it('and is itself not read outside of the root: it is left to those who read scenarios, who refuse it', async (context) => {
    const files = { 'elsewhere/all.yaml': 'suite: [{ scenario: a.yaml }]', 'elsewhere/a.yaml': undefined, 'checkout/x.yaml': undefined };
    assert.equal(
      aloneOf(await resolveIn(context, ['../elsewhere/all.yaml'], { files, in: 'checkout', root: 'checkout' })),
      '../elsewhere/all.yaml',
    );
    // On the user's own machine the user says what.
    assert.deepEqual(partsOf(await resolveIn(context, ['../elsewhere/all.yaml'], { files, in: 'checkout' })), ['a: ../elsewhere/a.yaml']);
  });
});
