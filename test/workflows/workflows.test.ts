import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { eventsOf, gatesOf, jobsOf, readWorkflow, stepsOf, type Workflow } from './read-workflow.ts';
import { WORKFLOW_RULES } from './workflow-rules.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, '.github/workflows');
const workflows = new Map(readdirSync(FOLDER).map((file) => [file, readWorkflow(readFileSync(join(FOLDER, file), 'utf8'))]));
const inputs = Object.keys(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')).inputs);

/** The files that users copy. */
const COPIED = [...workflows.keys()].filter((file) => file.startsWith('load-gate-'));

function find(file: string): Workflow {
  const workflow = workflows.get(file);
  assert.ok(workflow, `${file} is not there`);
  return workflow;
}

/** What the only gate of a file is given. */
function inputsOf(file: string): Readonly<Record<string, unknown>> {
  const [gate, ...others] = gatesOf(stepsOf(find(file)));
  assert.ok(gate && others.length === 0);
  return gate.with ?? {};
}

for (const { name, reason, violations } of WORKFLOW_RULES) {
  test(`in every workflow: ${name}, because ${reason}`, () => {
    const found = [...workflows].flatMap(([file, workflow]) => violations(workflow, inputs).map((each) => `${file}: ${each}`));
    assert.deepEqual(found, []);
  });
}

test('each of these rules finds what breaks it', () => {
  const blind = WORKFLOW_RULES.filter(({ violations, counterexample }) => violations(readWorkflow(counterexample), inputs).length === 0);
  assert.deepEqual(
    blind.map(({ name }) => name),
    [],
  );
});

test('every way to use load-gate that is promised has a workflow', () => {
  const files = ['pull-request', 'baseline', 'nightly', 'compare', 'matrix', 'sharded', 'fork', 'fork-comment'].map(
    (name) => `load-gate-${name}.yml`,
  );
  assert.deepEqual(COPIED.toSorted(), files.toSorted());
});

test('a workflow to copy has one gate in each job, by its released version, and says at its top what it is for', () => {
  for (const file of COPIED) {
    const workflow = find(file);
    assert.match(workflow.text, /^# \S/, file);
    for (const [, job] of jobsOf(workflow))
      assert.deepEqual(
        gatesOf(job.steps).map(({ uses }) => uses),
        ['org/load-gate@v1'],
        file,
      );
  }
});

test('here, where nothing is to be put under load, the workflows to copy do nothing', () => {
  const running = COPIED.flatMap((file) => jobsOf(find(file)).map(([name, job]) => ({ file, name, condition: job.if ?? '' })));
  const guard = /^\$\{\{ (?:vars\.STAGING_URL != ''|github\.repository != 'org\/load-gate')(?: && | \}\}$)/;
  // What stands in brackets cannot take the guard away; an `||` beside it could.
  const isGuarded = (condition: string): boolean => guard.test(condition) && !condition.replaceAll(/\([^()]*\)/g, '').includes('||');
  assert.deepEqual(
    running.filter(({ condition }) => !isGuarded(condition)),
    [],
  );
});

test('what may write to the repository is what must: the history on a branch, and a release', () => {
  const writing = [...workflows].flatMap(([file, { text }]) => (text.includes('contents: write #') ? [file] : []));
  assert.deepEqual(writing.toSorted(), ['load-gate-nightly.yml', 'release.yml']);
  assert.equal(inputsOf('load-gate-nightly.yml')['baseline'], 'branch');
});

test('pull requests are compared with what the default branch stores, and wait for each other', () => {
  const [gate, update] = [inputsOf('load-gate-pull-request.yml'), inputsOf('load-gate-baseline.yml')];
  for (const name of ['scenario', 'profile', 'target', 'baseline', 'key']) assert.equal(gate[name], update[name], name);
  assert.deepEqual([gate['mode'], update['mode'], typeof gate['key']], [undefined, 'update-baseline', 'string']);
  assert.deepEqual(find('load-gate-pull-request.yml').concurrency, find('load-gate-baseline.yml').concurrency);
});

test('the two halves for forks find each other: workflow, artifact, key and target', () => {
  const [fork, comment] = [find('load-gate-fork.yml'), find('load-gate-fork-comment.yml')];
  assert.deepEqual([eventsOf(fork), eventsOf(comment)], [['pull_request'], ['workflow_run']]);
  assert.match(comment.text, new RegExp(`workflows: \\[${fork.name}\\]`));
  const [first, second] = [inputsOf('load-gate-fork.yml'), inputsOf('load-gate-fork-comment.yml')];
  for (const name of ['artifact-name', 'key', 'target', 'scenario', 'sla']) assert.equal(first[name], second[name], name);
  assert.equal(second['run-id'], '${{ github.event.workflow_run.id }}');
});

test('a deployment is loaded only where it was said that it may be, and never the target of the scenario in its place', () => {
  const [[, { if: condition = '' }] = ['', { if: '' }]] = jobsOf(find('load-gate-compare.yml'));
  assert.match(condition, / && github\.event\.deployment\.environment == '/);
  assert.match(String(inputsOf('load-gate-compare.yml')['target']), /environment_url \|\| '[^']+' \}\}$/);
});

test('no secret and no right to write comes near the code of a fork', () => {
  const { text } = find('load-gate-fork.yml');
  assert.doesNotMatch(text, /secrets\.|: write/);
});

test('updates of dependencies and of actions wait for a week', () => {
  const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as {
    updates: { 'package-ecosystem': string; cooldown: { 'default-days': number } }[];
  };
  assert.deepEqual(
    updates.map((each) => [each['package-ecosystem'], each.cooldown['default-days']]),
    [
      ['npm', 7],
      ['github-actions', 7],
    ],
  );
});
