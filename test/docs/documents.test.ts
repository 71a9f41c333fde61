import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { defaultOf, renderAction, renderReadme } from '../../.ci/render-docs.ts';
import { OPTIONS } from '../../src/options.ts';
import { COMMANDS } from '../../src/options/commands.ts';
import { OUTPUTS } from '../../src/options/outputs.ts';
import { renderHelp } from '../../src/options/render-help.ts';
import { readSnippets } from './read-snippets.ts';

const ROOT = join(import.meta.dirname, '../..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const action = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const inputs = OPTIONS.filter(({ input }) => input);

test('the tables of README.md are what npm run docs makes', () => {
  assert.equal(readme, renderReadme(readme));
});

test('the inputs and outputs of action.yml are what npm run docs makes', () => {
  assert.equal(action, renderAction(action));
});

test('action.yml is a Node 24 action with the inputs and outputs of the table', () => {
  const manifest = parse(action);
  assert.deepEqual(manifest.runs, { using: 'node24', main: 'dist/action.js' });
  assert.deepEqual(
    Object.keys(manifest.inputs),
    inputs.map(({ name }) => name),
  );
  assert.deepEqual(
    Object.keys(manifest.outputs),
    OUTPUTS.map(([name]) => name),
  );
  for (const option of inputs) {
    const given = defaultOf(option);
    assert.deepEqual(manifest.inputs[option.name], {
      description: option.help,
      required: false,
      ...(given === '' ? {} : { default: given }),
    });
  }
});

test('README.md names every flag and input in its table, and no other', () => {
  const table = readme.slice(readme.indexOf('<!-- options -->'), readme.indexOf('<!-- /options -->'));
  const flags = [...table.matchAll(/^\| `--([\w-]+)/gm)].map(([, name]) => name);
  assert.deepEqual(
    flags,
    OPTIONS.filter(({ form }) => form === 'flag').map(({ name }) => name),
  );
  const column = [...table.matchAll(/^\|[^|]*\| `([\w-]+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(
    column,
    inputs.map(({ name }) => name),
  );
});

test('every flag of the table is in the help of a command', () => {
  const help = COMMANDS.map(({ name }) => renderHelp(name)).join('');
  const missing = OPTIONS.filter(({ form }) => form === 'flag').filter(({ name }) => !help.includes(`  --${name}`));
  assert.deepEqual(missing, []);
});

test('the workflows of README.md and of this repository give the action only inputs that it has', () => {
  const files = [...readSnippets(readme, 'workflow'), readFileSync(join(ROOT, '.github/workflows/ci.yml'), 'utf8')];
  const given = files.flatMap((text) => [...text.matchAll(/- uses: \.\/|uses: \.\//g)]).length;
  const used = files.flatMap((text) =>
    Object.values<{ steps: { uses?: string; with?: object }[] }>(parse(text).jobs).flatMap(({ steps }) => steps),
  );
  const own = used.filter(({ uses }) => uses === './');
  assert.ok(own.length > 1 && own.length === given);
  const names: readonly string[] = inputs.map(({ name }) => name);
  assert.deepEqual(
    own.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !names.includes(name)),
    [],
  );
});

test('every link of README.md to a file leads somewhere', () => {
  const links = [...readme.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
  assert.ok(links.length > 3);
  assert.deepEqual(
    links.filter((target) => !existsSync(join(ROOT, target))),
    [],
  );
});

test('every npm script that README.md names exists', () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const named = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name ?? '');
  assert.ok(named.length > 3);
  assert.deepEqual(
    named.filter((name) => !Object.hasOwn(manifest.scripts, name)),
    [],
  );
});
