import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parseResults } from '../../../src/report/parse-results.ts';
import { renderResults } from '../../../src/report/render-results.ts';
import type { SuiteReport } from '../../../src/report/suite/suite-report.ts';
import { renderSuiteReports } from '../../../src/report/suite/render-suite-reports.ts';
import { buildReport } from '../../support/build-report.ts';
import { buildFullSuite, buildSuite, renderSuiteFile } from '../../support/build-suite.ts';

type Json = Readonly<Record<string, unknown>>;

const readSchema = (name: string): Json => {
  const value: unknown = JSON.parse(readFileSync(new URL(`../../../sla/schema/${name}.schema.json`, import.meta.url), 'utf8'));
  assert.ok(isObject(value));
  return value;
};

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const schema = readSchema('suite-results');
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
ajv.addSchema(readSchema('results'));
const validate = ajv.compile(schema);

function readFile(suite: SuiteReport): Json {
  const value: unknown = JSON.parse(renderSuiteFile(suite, 'results.json'));
  assert.ok(isObject(value));
  return value;
}

function partsOf({ parts }: Json): readonly Json[] {
  assert.ok(Array.isArray(parts) && parts.every(isObject));
  return parts;
}

const SUITES: readonly (readonly [name: string, suite: SuiteReport])[] = [
  ['a part in every state', buildFullSuite()],
  ['one part', buildSuite([['api', buildReport()]])],
  ['nothing that ran', buildSuite([['api', { leftOut: 'SIGINT' }]])],
  ['no part', buildSuite([])],
  ['names of all kinds', buildSuite([['"},{"state":"ran"\u2028\ud800', buildReport()]], '</script>"\n')],
];

for (const [name, suite] of SUITES) {
  test(`The combined results.json is what its schema says, and holds the results of each part whole: ${name}.`, () => {
    const file = readFile(suite);
    assert.equal(validate(file), true, ajv.errorsText(validate.errors));
    assert.equal(partsOf(file).length, suite.parts.length);
    for (const [index, part] of suite.parts.entries()) {
      const written = partsOf(file)[index];
      assert.ok(written);
      assert.deepEqual([written['folder'], written['state']], [part.folder, part.state]);
      if (part.state !== 'ran') {
        assert.ok(!('results' in written));
        continue;
      }
      const read = parseResults(JSON.stringify(written['results']));
      assert.ok(read.ok, read.ok ? '' : read.problem);
      assert.equal(renderResults(read.report), renderResults(part.report));
    }
  });
}

test('The schema describes every key, is draft-07, and refuses a part that ran without results, and results of one that did not.', () => {
  const missing: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      const isDescribed = isObject(item) && ('description' in item || '$ref' in item);
      if (path.endsWith('/properties') && !/\/(?:if|else)\//.test(path) && !isDescribed) missing.push(`${path}/${key}`);
      visit(item, `${path}/${key}`);
    }
  };
  visit(schema, '');
  assert.deepEqual(missing, []);
  assert.equal(schema['$schema'], 'http://json-schema.org/draft-07/schema#');
  const file = readFile(buildFullSuite());
  const edit = (change: (part: Json) => Json): Json => ({ ...file, parts: partsOf(file).map(change) });
  assert.equal(validate(edit((part) => Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'results')))), false);
  assert.equal(validate(edit((part) => ({ ...part, state: 'left-out' }))), false);
  assert.equal(validate(edit((part) => ({ ...part, folder: '../elsewhere' }))), false);
});

test('A part that ran and whose results are not there is a bug, and never a part without results.', () => {
  assert.throws(() => renderSuiteReports(buildFullSuite(), () => undefined), /there are no results of api/);
});

test('Who reads results of one scenario is told which files have them, and nothing that the file says beside the names of folders.', () => {
  const refused = parseResults(renderSuiteFile(buildFullSuite(), 'results.json'));
  assert.ok(!refused.ok);
  assert.equal(refused.kind, 'suite');
  const names = [0, 1, 2, 3].map((place) => `part-${place}/results.json`).join(', ');
  assert.equal(refused.problem, `the file holds the parts of a suite, each with a file of its own beside this one: ${names}`);
});

const ODD: readonly (readonly [what: string, parts: unknown, problem: RegExp])[] = [
  ['no part that ran', [{ folder: 'a' }], /none of which was measured$/],
  ['parts that are none', 'PLANTED', /none of which was measured$/],
  ['a folder elsewhere', [{ folder: '../PLANTED', results: 1 }, { folder: 7, results: 1 }, null], /none of which was measured$/],
  ['many parts', Array.from({ length: 12 }, (_, place) => ({ folder: `p${place}`, results: 1 })), /p7\/results\.json and 4 more$/],
];

for (const [what, parts, problem] of ODD) {
  test(`The same of a file with ${what}.`, () => {
    const refused = parseResults(JSON.stringify({ schema_version: 1, suite: 'PLANTED', parts }));
    assert.ok(!refused.ok && refused.kind === 'suite');
    assert.match(refused.problem, problem);
    assert.doesNotMatch(refused.problem, /PLANTED/);
  });
}

test('A suite of a later version is one of a later version.', () => {
  const refused = parseResults(JSON.stringify({ schema_version: 99, suite: {}, parts: [] }));
  assert.ok(!refused.ok && refused.kind === 'newer');
});
