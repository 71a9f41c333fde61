import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPTIONS } from '../../src/options.ts';
import { parseValue } from '../../src/options/parse-value.ts';

test('every name is there once, in kebab-case', () => {
  const names = OPTIONS.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)*$/);
});

test('the table and its rows are frozen', () => {
  assert.ok(Object.isFrozen(OPTIONS) && OPTIONS.every((row) => Object.isFrozen(row)));
});

test('every default is a value that its own option takes', () => {
  for (const option of OPTIONS.filter(({ fallback }) => fallback !== '')) {
    assert.equal(parseValue(option, option.fallback).ok, true, option.name);
  }
});

test('every hard cap has a default and no key in a file', () => {
  const caps = OPTIONS.filter(({ name }) => name.startsWith('max-'));
  assert.equal(caps.length, 4);
  for (const { name, fallback, fileKey } of caps) {
    assert.notEqual(fallback, '', name);
    assert.equal(fileKey, '', name);
  }
});

test('the table knows every flag and input that the formats name', () => {
  const flags =
    'sla target baseline profile only skip user-class set seed out csv-prefix workers engine expect-workers shard start-at plan-hash prometheus-url allow-commands max-rate max-users max-duration max-bytes fail-on wait-for ui quiet json system baseline-branch key';
  const inputs = 'mode artifact-name retention-days comment github-token working-directory run-id';
  const form = (name: string): string | undefined => OPTIONS.find((row) => row.name === name)?.form;
  assert.deepEqual(
    flags.split(' ').filter((name) => form(name) !== 'flag'),
    [],
  );
  assert.deepEqual(
    inputs.split(' ').filter((name) => form(name) !== 'input'),
    [],
  );
});

test('what a run takes, a run that updates the baseline takes too', () => {
  for (const { name, commands } of OPTIONS) assert.equal(commands.includes('run'), commands.includes('baseline update'), name);
});
