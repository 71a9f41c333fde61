import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { completeValue, type Definitions, type Schema } from './complete-value.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}

/** What GitHub's OpenAPI description says of one method of one path. */
interface Operation {
  readonly parameters: readonly Parameter[];
  /** Left out or null: it takes no body. */
  readonly body?: Schema | null;
  /** Schema of the body by status; null: it has none. */
  readonly responses: Readonly<Record<string, Schema | null>>;
}

interface Description {
  /** By method and path, such as `GET /repos/{owner}/{repo}`. */
  readonly operations: Readonly<Record<string, Operation>>;
  readonly definitions: Definitions;
}

/** A request that the description knows. */
export interface Matched {
  /** Method and path as the description has them. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
}

// Written by .ci/extract-openapi.ts, whose types it has.
const description = JSON.parse(readFileSync(new URL('openapi-subset.json', import.meta.url), 'utf8')) as Description;

const OPTIONS = { allErrors: true, strict: false, verbose: true } as const;
const FORMATS = {
  int64: { type: 'number', validate: Number.isSafeInteger },
  uri: (text: string) => URL.canParse(text),
  'date-time': (text: string) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)),
  email: (text: string) => text.includes('@'),
} as const;
const values = new Ajv({ ...OPTIONS, formats: FORMATS });
/** A path and a query hold texts alone; `30` is a number there. */
const texts = new Ajv({ ...OPTIONS, formats: FORMATS, coerceTypes: true });
for (const ajv of [values, texts]) ajv.addSchema({ $id: 'github', definitions: description.definitions });

const patterns = Object.keys(description.operations).map((route) => ({
  route,
  // Names in braces are the path's parameters; everything else is itself.
  pattern: new RegExp(`^${route.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** The operation of a request; undefined when the subset has none. */
export function matchOperation(method: string, path: string): Matched | undefined {
  const found = patterns
    .map(({ route, pattern }) => ({ route, match: pattern.exec(`${method} ${path}`) }))
    // `issues/comments/{id}` is also `issues/{number}/comments`-like: the one with the fewest parameters is meant.
    .filter(({ match }) => match !== null)
    .toSorted((left, right) => Object.keys(left.match?.groups ?? {}).length - Object.keys(right.match?.groups ?? {}).length)[0];
  if (found === undefined) return undefined;
  const groups = Object.entries(found.match?.groups ?? {});
  return { route: found.route, params: Object.fromEntries(groups.map(([name, text]) => [name, decodeURIComponent(text)])) };
}

/** What is wrong with a request by the description; empty: nothing. */
export function checkRequest(matched: Matched, query: URLSearchParams, body: unknown): string[] {
  const { parameters, body: schema } = operationOf(matched.route);
  const problems = (['path', 'query'] as const).flatMap((place) => {
    const known = parameters.filter((parameter) => parameter.in === place);
    const given = place === 'path' ? matched.params : Object.fromEntries(query);
    const validate = compile(texts, {
      type: 'object',
      additionalProperties: false,
      required: known.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(known.map((parameter) => [parameter.name, refer(parameter.schema)])),
    });
    return explain(validate, { ...given }, place);
  });
  if (schema === undefined || schema === null) return body === undefined ? problems : [...problems, 'body: this operation takes none'];
  return [...problems, ...explain(compile(values, refer(schema)), body, 'body')];
}

/** What is wrong with an answer by the description; empty: nothing. Refusals that it does not list have the form of any refusal. */
export function checkAnswer(route: string, status: number, body: unknown): string[] {
  const { responses } = operationOf(route);
  const schema = responses[`${status}`];
  if (schema === undefined && status < 400) return [`status: GitHub does not answer ${status} here`];
  if (schema === null) return body === undefined ? [] : ['body: GitHub sends none here'];
  return explain(compile(values, refer(schema ?? { $ref: '#/definitions/basic-error' })), body, 'body');
}

/** Fills what the description requires of an answer beyond what the emulator says. */
export function completeAnswer(route: string, status: number, body: unknown): unknown {
  const schema = operationOf(route).responses[`${status}`];
  return schema === undefined || schema === null ? body : completeValue(body, schema, description.definitions);
}

/** The same for one of its named schemas. */
export function completeAs(name: string, value: unknown): unknown {
  return completeValue(value, { $ref: `#/definitions/${name}` }, description.definitions);
}

function operationOf(route: string): Operation {
  const found = description.operations[route];
  if (found === undefined) throw new Error(`the subset of GitHub's description has no ${route}: see .ci/extract-openapi.ts`);
  return found;
}

const compiled = new WeakMap<Ajv, Map<string, ValidateFunction>>([
  [values, new Map()],
  [texts, new Map()],
]);

function compile(ajv: Ajv, schema: object): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(ajv)?.get(key);
  if (known !== undefined) return known;
  const validate = ajv.compile(schema);
  compiled.get(ajv)?.set(key, validate);
  return validate;
}

/** References point into the schema that both validators know. A workflow's id is a number or a name, and a number written down is both. */
function refer(schema: Schema): object {
  const text = JSON.stringify(schema).replaceAll('"#/definitions/', '"github#/definitions/');
  return JSON.parse(text.replaceAll('"oneOf"', '"anyOf"')) as object; // it was an object
}

function explain(validate: ValidateFunction, value: unknown, where: string): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? [])
    .filter((error) => !isDeletedFork(error))
    .map(({ instancePath, message, params }) => `${where}${instancePath}: ${message} ${JSON.stringify(params)}`);
}

/** GitHub sends null for the repository of a fork that has been deleted; its description knows nothing of that. */
function isDeletedFork({ instancePath, data }: ErrorObject): boolean {
  return data === null && /\/(head\/repo|head_repository)$/.test(instancePath);
}
