/**
 * Takes the operations that load-gate uses out of GitHub's own OpenAPI description (npm package @octokit/openapi, MIT) and writes them, as plain
 * JSON Schema, to test/github-server/openapi-subset.json, with the licence beside it. Run it after a change of VERSION or OPERATIONS:
 * `node .ci/extract-openapi.ts`. The same version gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

const VERSION = '23.0.2';
const REPO = '/repos/{owner}/{repo}';
const OPERATIONS: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/user'],
  ['GET', REPO],
  ['GET', `${REPO}/commits/{commit_sha}/pulls`],
  ['GET', `${REPO}/pulls`],
  ['GET', `${REPO}/pulls/{pull_number}`],
  ['GET', `${REPO}/issues/{issue_number}/comments`],
  ['POST', `${REPO}/issues/{issue_number}/comments`],
  ['GET', `${REPO}/issues/comments/{comment_id}`],
  ['PATCH', `${REPO}/issues/comments/{comment_id}`],
  ['DELETE', `${REPO}/issues/comments/{comment_id}`],
  ['GET', `${REPO}/actions/runs`],
  ['GET', `${REPO}/actions/runs/{run_id}`],
  ['GET', `${REPO}/actions/runs/{run_id}/artifacts`],
  ['GET', `${REPO}/actions/workflows/{workflow_id}/runs`],
  ['GET', `${REPO}/actions/artifacts`],
  ['GET', `${REPO}/actions/artifacts/{artifact_id}`],
  ['DELETE', `${REPO}/actions/artifacts/{artifact_id}`],
  ['GET', `${REPO}/actions/artifacts/{artifact_id}/{archive_format}`],
];

/** What says which values fit. All else (descriptions, examples, extensions) is left out. */
const KEYWORDS = ['type', 'required', 'enum', 'format', 'pattern', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'];
const REFERENCE = '#/components/schemas/';

const folder = new URL('../test/github-server/', import.meta.url);
const { description, license } = readPackage();
const schemas = new Map<string, Json>();
const operations = Object.fromEntries(OPERATIONS.map(([method, path]) => [`${method} ${path}`, takeOperation(method, path)]));

const lines = (entries: Iterable<readonly [string, Json]>): string =>
  [...entries].map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n');
const source = `GitHub's OpenAPI description in @octokit/openapi ${VERSION}, MIT: see openapi-subset.LICENSE.txt. Written by .ci/extract-openapi.ts.`;
const sorted = [...schemas].toSorted(([left], [right]) => (left < right ? -1 : 1));
const text = `{\n"source": ${JSON.stringify(source)},\n"operations": {\n${lines(Object.entries(operations))}\n},\n"definitions": {\n${lines(sorted)}\n}\n}\n`;
writeFileSync(new URL('openapi-subset.json', folder), text);
writeFileSync(
  new URL('openapi-subset.LICENSE.txt', folder),
  `openapi-subset.json holds parts of GitHub's OpenAPI description (https://github.com/github/rest-api-description, MIT, Copyright GitHub),\n` +
    `as published in the npm package @octokit/openapi ${VERSION}, without descriptions and examples, rewritten as JSON Schema.\n\n${license.trim()}\n`,
);
console.log(`${OPERATIONS.length} operations, ${schemas.size} schemas, ${(text.length / 1_000).toFixed(0)} kB`);

/** The package is 28 MB and needed here alone, so it is no dependency. */
function readPackage(): { description: JsonObject; license: string } {
  const temporary = mkdtempSync(join(tmpdir(), 'load-gate-openapi-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', `@octokit/openapi@${VERSION}`], { cwd: temporary, encoding: 'utf8' }).trim();
    mkdirSync(join(temporary, 'out'));
    execFileSync('tar', ['-xzf', packed, '-C', 'out', 'package/LICENSE', 'package/generated/api.github.com.json'], { cwd: temporary });
    const read = (name: string): string => readFileSync(join(temporary, 'out/package', name), 'utf8');
    return { description: toObject(JSON.parse(read('generated/api.github.com.json'))), license: read('LICENSE') };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function takeOperation(method: string, path: string): JsonObject {
  const operation = toObject(at('paths', path, method.toLowerCase()));
  const body = toObject(resolve(operation['requestBody'] ?? {}));
  const responses = Object.entries(toObject(operation['responses'])).map(([status, response]) => [
    status,
    takeContent(toObject(resolve(response))),
  ]);
  return {
    parameters: toList(operation['parameters']).map((each) => takeParameter(toObject(resolve(each)))),
    ...(operation['requestBody'] !== undefined && { body: takeContent(body), bodyRequired: body['required'] === true }),
    responses: Object.fromEntries(responses),
  };
}

function takeParameter({ name, in: place, required, schema }: JsonObject): JsonObject {
  return { name: name ?? '', in: place ?? '', required: required === true, schema: takeSchema(schema) };
}

/** The JSON body of a request or a response; null: it has none. */
function takeContent({ content }: JsonObject): Json {
  if (content === undefined) return null;
  return takeSchema(toObject(toObject(content)['application/json'] ?? {})['schema'] ?? {});
}

/** OpenAPI 3.0 → JSON Schema: `nullable` becomes a type of its own, references point to `definitions`. */
function takeSchema(value: Json | undefined): Json {
  const schema = toObject(value);
  const reference = schema['$ref'];
  if (typeof reference === 'string') return takeReference(reference);
  const taken: Record<string, Json> = {};
  for (const keyword of KEYWORDS) {
    const kept = schema[keyword];
    if (kept !== undefined) taken[keyword] = kept;
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    if (schema[keyword] !== undefined) taken[keyword] = toList(schema[keyword]).map(takeSchema);
  }
  if (schema['items'] !== undefined) taken['items'] = takeSchema(schema['items']);
  const { properties, additionalProperties } = schema;
  if (properties !== undefined) {
    taken['properties'] = Object.fromEntries(Object.entries(toObject(properties)).map(([name, each]) => [name, takeSchema(each)]));
  }
  if (additionalProperties !== undefined) {
    taken['additionalProperties'] = typeof additionalProperties === 'boolean' ? additionalProperties : takeSchema(additionalProperties);
  }
  return schema['nullable'] === true ? allowNull(taken) : taken;
}

function takeReference(reference: string): Json {
  if (!reference.startsWith(REFERENCE)) throw new Error(`a reference to something else than a schema: ${reference}`);
  const name = reference.slice(REFERENCE.length);
  if (!schemas.has(name)) {
    schemas.set(name, null); // a schema may hold itself
    schemas.set(name, takeSchema(at('components', 'schemas', name)));
  }
  return { $ref: `#/definitions/${name}` };
}

function allowNull(schema: Record<string, Json>): Json {
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const choices = schema['enum'];
  return {
    ...schema,
    type: [schema['type'], 'null'],
    ...(Array.isArray(choices) && !choices.includes(null) && { enum: [...choices, null] }),
  };
}

function resolve(value: Json): Json {
  const reference = toObject(value)['$ref'];
  return typeof reference === 'string' ? at(...reference.slice(2).split('/')) : value;
}

function at(...path: readonly string[]): Json {
  const found = path.reduce<Json | undefined>((value, key) => toObject(value)[key], description);
  if (found === undefined) throw new Error(`GitHub's description has no ${path.join(' ')}`);
  return found;
}

function toObject(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`not an object: ${JSON.stringify(value)}`);
  return value as JsonObject; // it came out of JSON.parse
}

function toList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
