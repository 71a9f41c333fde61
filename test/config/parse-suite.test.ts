import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FileReader } from '../../src/config/config-source.ts';
import type { Checked } from '../../src/config/issue.ts';
import { parseSuite } from '../../src/config/parse-suite.ts';
import { MOST_PARTS, type Suite, type SuiteStep } from '../../src/config/suite.ts';
import { sourceOf } from './read-fixtures.ts';

/** A folder in which everything exists but what is called gone. */
const FILES: FileReader = {
  resolve: (from, path) => `${from.replace(/[^/]*$/, '')}${path}`,
  text: () => ({ error: 'a suite reads none of its files' }),
  size: (path) => (path.includes('gone') ? { error: 'there is no such file' } : 10),
};

function parse(text: string, file = 'load/nightly.yaml', env: Readonly<Record<string, string>> = {}): Checked<Suite> | undefined {
  const { sets: _, ...source } = sourceOf(text, { file, files: FILES, env });
  return parseSuite(source);
}

function suiteOf(text: string, env: Readonly<Record<string, string>> = {}): Suite {
  const parsed = parse(text, undefined, env);
  assert.ok(parsed?.ok, JSON.stringify(parsed));
  return parsed.value;
}

function namesOf(text: string): readonly string[] {
  return suiteOf(text).steps.map((step) => (step.kind === 'part' ? step.name : `(${step.ms})`));
}

const part = (step: SuiteStep | undefined): Extract<SuiteStep, { kind: 'part' }> => {
  assert.ok(step?.kind === 'part');
  return step;
};

describe('a suite file', () => {
  it('has its parts and pauses in order, each with its place, as its own folder sees them', () => {
    const suite = suiteOf(
      'name: Nightly\nstop_on: breach\nsuite:\n  - { scenario: api.yaml, sla: strict.yaml }\n  - pause: 90s\n  - { scenario: ws.yaml, profile: peak, name: sockets }\n',
    );
    assert.deepEqual(suite, {
      name: 'Nightly',
      file: 'load/nightly.yaml',
      stopOn: 'breach',
      steps: [
        {
          kind: 'part',
          name: 'api',
          scenario: 'load/api.yaml',
          sla: 'load/strict.yaml',
          profile: undefined,
          at: { file: 'load/nightly.yaml', line: 4, column: 5 },
        },
        { kind: 'pause', ms: 90_000 },
        {
          kind: 'part',
          name: 'sockets',
          scenario: 'load/ws.yaml',
          sla: undefined,
          profile: 'peak',
          at: { file: 'load/nightly.yaml', line: 6, column: 5 },
        },
      ],
    });
    assert.ok(Object.isFrozen(suite) && Object.isFrozen(suite.steps[0]));
  });

  it('is called after its file, and goes on after a breach, unless it says otherwise', () => {
    const { name, stopOn } = suiteOf('suite: [{ scenario: api.yaml }]');
    assert.deepEqual([name, stopOn], ['nightly', 'never']);
  });

  it('takes variables of the environment, in names and in files', () => {
    const suite = suiteOf('suite: [{ scenario: "${env.AREA}.yaml", name: "${env.AREA} of tests" }]', { AREA: 'chat' });
    const { scenario, name } = part(suite.steps[0]);
    assert.deepEqual([scenario, name], ['load/chat.yaml', 'chat of tests']);
  });

  it('has names of one line', () => assert.deepEqual(namesOf('suite: [{ scenario: a.yaml, name: " two\\n  lines " }]'), ['two lines']));
});

const NAMES: readonly (readonly [what: string, steps: string, names: readonly string[]])[] = [
  ['that of the file', '{ scenario: api.yaml }, { scenario: sub/ws.YML }, { scenario: other }', ['api', 'ws', 'other']],
  ['that which was given', '{ scenario: api.yaml, name: first }, { scenario: api.yaml, name: second }', ['first', 'second']],
  ['with the folder, where two files are alike', '{ scenario: a/api.yaml }, { scenario: b/api.yaml }', ['load/a/api', 'load/b/api']],
  [
    'with the profile, where two parts are alike',
    '{ scenario: api.yaml, profile: smoke }, { scenario: api.yaml, profile: peak }',
    ['api smoke', 'api peak'],
  ],
  ['without the profile, where a part is alone', '{ scenario: api.yaml, profile: smoke }, { scenario: ws.yaml }', ['api', 'ws']],
  ['with a number at last', '{ scenario: api.yaml }, { pause: 1s }, { scenario: api.yaml }', ['api', '(1000)', 'api 2']],
  [
    'with a number that nobody else has',
    '{ scenario: a.yaml, name: x }, { scenario: b.yaml, name: x 2 }, { scenario: c.yaml, name: x }',
    ['x', 'x 2', 'x 3'],
  ],
];

describe('the name of a part is unique:', () => {
  for (const [what, steps, names] of NAMES) it(what, () => assert.deepEqual(namesOf(`suite: [${steps}]`), names));

  it('and does not depend on the order of the files that the folder tells apart', () => {
    const [forth, back] = ['{ scenario: a/api.yaml }, { scenario: b/api.yaml }', '{ scenario: b/api.yaml }, { scenario: a/api.yaml }'];
    assert.deepEqual(namesOf(`suite: [${forth}]`).toSorted(), namesOf(`suite: [${back}]`).toSorted());
  });
});

const OTHERS: readonly (readonly [what: string, text: string])[] = [
  ['a scenario', 'target: http://127.0.0.1\nsteps: [{ get: / }]\nphases: []\n'],
  ['a scenario that has the word somewhere', 'name: my suite\nsteps: [{ get: /suite }]\n'],
  ['a list', '- suite\n'],
  ['no YAML', 'suite: [\n'],
  ['nothing', ''],
];

describe('what is no suite is left to others:', () => {
  for (const [what, text] of OTHERS) it(what, () => assert.equal(parse(text), undefined));
});

type Wrong = readonly [what: string, text: string, issues: readonly (readonly [place: string, code: string, message: RegExp])[]];
const WRONG: readonly Wrong[] = [
  ['an empty list', 'suite: []', [['1:8', 'value', /at least one entry/]]],
  ['pauses alone', 'suite: [{ pause: 1s }]', [['1:1', 'missing', /needs a scenario/]]],
  ['a key that it does not know', 'suite: [{ scenario: a.yaml }]\nstop: breach', [['2:1', 'unknown-key', /stop/]]],
  ['a key of a part that it does not know', 'suite:\n  - scenario: a.yaml\n    slaa: b.yaml', [['3:5', 'unknown-key', /slaa/]]],
  ['another word for stop_on', 'suite: [{ scenario: a.yaml }]\nstop_on: breech', [['2:10', 'value', /breech/]]],
  ['a part that is neither', 'suite:\n  - { scenario: a.yaml }\n  - { sla: a.sla.yaml }', [['3:5', 'missing', /a scenario or a pause/]]],
  ['a part that is both', 'suite:\n  - { scenario: a.yaml, pause: 1s }', [['2:5', 'conflict', /not both/]]],
  [
    'a pause with more in it',
    'suite:\n  - { scenario: a.yaml }\n  - { pause: 1s, name: rest }',
    [['3:5', 'missing', /a scenario or a pause/]],
  ],
  ['a part that is a text', 'suite:\n  - a.yaml', [['2:5', 'type', /./]]],
  ['a pause without a unit', 'suite: [{ scenario: a.yaml }, { pause: 30 }]', [['1:40', 'unit', /30/]]],
  ['a pause of nothing', 'suite: [{ scenario: a.yaml }, { pause: 0s }]', [['1:40', 'range', /more than 0/]]],
  ['an empty name', 'suite: [{ scenario: a.yaml, name: " " }]', [['1:35', 'value', /expected some text/]]],
  ['a scenario that is not there', 'suite:\n  - { scenario: gone.yaml }', [['2:17', 'file', /gone\.yaml cannot be read/]]],
  [
    'an SLA that is not there',
    'suite:\n  - { scenario: a.yaml, sla: gone.sla.yaml }',
    [['2:30', 'file', /gone\.sla\.yaml cannot be read/]],
  ],
  ['a variable that is not set', 'suite: [{ scenario: "${env.NOWHERE}.yaml" }]', [['1:21', 'env', /NOWHERE/]]],
  ['a version from the future', 'version: 2\nsuite: [{ scenario: a.yaml }]', [['1:10', 'version', /newer/]]],
  ['a key that stands twice', 'suite: [{ scenario: a.yaml }]\nstop_on: breach\nstop_on: never', [['3:1', 'duplicate', /stop_on/]]],
  ['a tag of YAML', 'suite: [{ scenario: !include a.yaml }]', [['1:21', 'yaml', /include/]]],
  [
    'all of it at once',
    'suite:\n  - { scenario: gone.yaml }\n  - { pause: 0s }\n  - { sla: x }',
    [
      ['2:17', 'file', /gone/],
      ['3:14', 'range', /pause/],
      ['4:5', 'missing', /a scenario or a pause/],
    ],
  ],
];

describe('a suite that is wrong gives exactly these issues:', () => {
  for (const [what, text, issues] of WRONG)
    it(what, () => {
      const parsed = parse(text);
      assert.ok(parsed && !parsed.ok, JSON.stringify(parsed));
      const shown = JSON.stringify(parsed.issues, undefined, 1);
      assert.deepEqual(
        parsed.issues.map(({ line, column, code }) => [`${line}:${column}`, code]),
        issues.map(([place, code]) => [place, code]),
        shown,
      );
      for (const [index, [, , message]] of issues.entries()) assert.match(parsed.issues[index]?.message ?? '', message, shown);
    });

  it('more parts than anybody means', () => {
    const text = (count: number): string => `suite:\n${'  - { scenario: a.yaml }\n'.repeat(count)}`;
    assert.equal(parse(text(MOST_PARTS))?.ok, true);
    const many = parse(text(MOST_PARTS + 1));
    assert.ok(many && !many.ok && many.issues[0]?.code === 'too-large');
  });
});
