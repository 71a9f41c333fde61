import type { SchemaError } from './generated/validate-scenario.js';
import type { IssueList } from './issue-list.ts';
import { findPlace, isList, isMap, joinPointer, valueAt } from './source-tree.ts';
import type { SourceTree, SourceValue } from './source-tree.ts';
import { suggestKey, suggestQuantity } from './suggest-key.ts';
import { suggestWord } from './suggest-word.ts';

/** ajv's error → an issue at the key or value that is wrong, in the words of the schema's `x-expected`. */
export function explainSchemaError(tree: SourceTree, error: SchemaError, issues: IssueList): void {
  const schema = isRecord(error.parentSchema) ? error.parentSchema : {};
  if (error.propertyName !== undefined) {
    const at = findPlace(tree, joinPointer(error.instancePath, error.propertyName)).key;
    issues.error(at, 'name', `${quote(error.propertyName)} is not ${expectedOf(schema)}`);
    return;
  }
  switch (error.keyword) {
    case 'if':
    case 'propertyNames':
      return; // the error behind it is reported by itself
    case 'additionalProperties':
      return explainUnknownKey(tree, error, { schema, issues });
    case 'required': {
      const missing = String(error.params['missingProperty']);
      return issues.error(findPlace(tree, error.instancePath).value, 'missing', `${missing} is missing${describedBy(schema, missing)}`);
    }
    case 'not':
      return explainNoChoice(tree, error, { schema, issues });
    default:
      return explainValue(tree, error, { schema, issues });
  }
}

interface Explaining {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly issues: IssueList;
}

function explainUnknownKey(tree: SourceTree, error: SchemaError, { schema, issues }: Explaining): void {
  const key = String(error.params['additionalProperty']);
  const known = isRecord(schema['properties']) ? Object.keys(schema['properties']) : [];
  const at = findPlace(tree, joinPointer(error.instancePath, key)).key;
  const action = known.find((word) => ACTIONS.has(word) && valueAt(valueOf(tree, error.instancePath), word) !== undefined);
  if (action !== undefined && ACTIONS.has(key)) {
    issues.error(at, 'conflict', `a step does one thing: here are both ${action} and ${key}`, 'make two steps of it');
    return;
  }
  const context = action === undefined ? '' : ` beside ${action}`;
  const suggestion = suggestKey(key, known) ?? (known.length > 0 && known.length <= 12 ? `one of ${known.join(', ')}` : undefined);
  issues.error(at, 'unknown-key', `${quote(key)} is not a known key${context}`, suggestion);
}

const ACTIONS = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'think',
  'repeat',
  'for_each',
  'parallel',
  'poll',
  'wait_for',
  'ws',
  'send',
  'receive',
  'hold',
  'close',
  'pause',
  'arrival_rate',
  'iterations',
]);

/** None of the keys that say what a step or a phase is: the nearest key is the one that is wrong. */
function explainNoChoice(tree: SourceTree, error: SchemaError, { schema, issues }: Explaining): void {
  const choices = Array.isArray(schema['x-choices']) ? schema['x-choices'].map(String) : [];
  const value = valueOf(tree, error.instancePath);
  if (!isMap(value)) return; // the wrong type is reported by itself
  const misplaced = Object.keys(value).find((key) => ACTIONS.has(key));
  if (misplaced !== undefined) {
    const at = findPlace(tree, joinPointer(error.instancePath, misplaced)).key;
    return issues.error(at, 'misplaced', `${quote(misplaced)} cannot stand here: expected ${expectedOf(schema)}`);
  }
  for (const key of Object.keys(value)) {
    const suggestion = suggestKey(key, choices);
    if (suggestion === undefined || COMPANIONS.has(key)) continue;
    issues.error(
      findPlace(tree, joinPointer(error.instancePath, key)).key,
      'unknown-key',
      `${quote(key)} is not a known key; expected ${expectedOf(schema)}`,
      suggestion,
    );
    return;
  }
  issues.error(findPlace(tree, error.instancePath).value, 'missing', `expected ${expectedOf(schema)}`);
}

/** Good keys that never say by themselves what a step or a phase is. */
const COMPANIONS = new Set([
  'name',
  'tags',
  'duration',
  'ramp',
  'warmup',
  'expect',
  'capture',
  'json',
  'headers',
  'steps',
  'as',
  'within',
  'since',
  'on',
]);

function explainValue(tree: SourceTree, error: SchemaError, { schema, issues }: Explaining): void {
  const at = findPlace(tree, error.instancePath).value;
  const value = valueOf(tree, error.instancePath);
  if (error.keyword === 'enum') {
    const allowed = Array.isArray(error.params['allowedValues']) ? error.params['allowedValues'].map(String) : [];
    return issues.error(
      at,
      'value',
      `expected ${allowed.join(' or ')}, not ${show(value)}`,
      typeof value === 'string' ? suggestWord(value, allowed) : undefined,
    );
  }
  if (/^(min|max)Items$|^minProperties$/.test(error.keyword)) {
    const expected = schema['maxItems'] === undefined ? 'at least one entry' : expectedOf(schema);
    return issues.error(at, 'value', `expected ${expected}`);
  }
  const bound = boundOf(error);
  if (bound !== undefined) return issues.error(at, 'range', `expected ${bound}, not ${show(value)}`);
  const isUnit = schema['x-unit'] === true;
  const needsUnit = isUnit && typeof value === 'number' ? ', with its unit' : '';
  const suggestion =
    isUnit && (typeof value === 'number' || typeof value === 'string') ? suggestQuantity(value, expectedOf(schema)) : undefined;
  issues.error(
    at,
    isUnit ? 'unit' : error.keyword === 'type' ? 'type' : 'value',
    `expected ${expectedOf(schema)}${needsUnit}, not ${show(value)}`,
    suggestion,
  );
}

function boundOf(error: SchemaError): string | undefined {
  if (error.keyword === 'minimum') return `at least ${String(error.params['limit'])}`;
  if (error.keyword === 'maximum') return `at most ${String(error.params['limit'])}`;
  if (error.keyword === 'exclusiveMinimum') return `more than ${String(error.params['limit'])}`;
  return undefined;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'nothing',
};

function expectedOf(schema: Readonly<Record<string, unknown>>): string {
  const expected = schema['x-expected'];
  if (typeof expected === 'string') return expected;
  const types = (Array.isArray(schema['type']) ? schema['type'] : [schema['type']]).map(
    (type) => TYPE_WORDS[String(type)] ?? 'something else',
  );
  return types.join(' or ');
}

function describedBy(schema: Readonly<Record<string, unknown>>, key: string): string {
  const properties = isRecord(schema['properties']) ? schema['properties'] : {};
  const property = properties[key];
  const description = isRecord(property) ? property['description'] : undefined;
  return typeof description === 'string' ? `: ${description.replace(/\.$/, '')}` : '';
}

function valueOf(tree: SourceTree, pointer: string): SourceValue | undefined {
  let value: SourceValue | undefined = tree.root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = isList(value) ? value[Number(key)] : valueAt(value, key);
  }
  return value;
}

function show(value: SourceValue | undefined): string {
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? quote(value) : String(value);
}

function quote(text: string): string {
  return `\`${text.length > 80 ? `${text.slice(0, 80)}…` : text}\``;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
