/** JSON Schema as openapi-subset.json has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export type Definitions = Readonly<Record<string, Schema>>;

/** The schema behind a reference. */
export function resolveSchema(schema: Schema, definitions: Definitions): Schema {
  if (schema.$ref === undefined) return schema;
  const found = definitions[schema.$ref.replace('#/definitions/', '')];
  if (found === undefined) throw new Error(`no schema ${schema.$ref}`);
  return resolveSchema(found, definitions);
}

/** Adds what the schema requires and the value lacks, each with the plainest value that fits; GitHub's objects have a hundred such members. */
export function completeValue(value: unknown, schema: Schema, definitions: Definitions): unknown {
  const resolved = resolveSchema(schema, definitions);
  if (value === undefined) return completeValue(plainest(resolved), resolved, definitions);
  if (value === null) return null;
  const { allOf, anyOf, oneOf, items } = resolved;
  if (allOf !== undefined) return allOf.reduce((whole: unknown, part) => completeValue(whole, part, definitions), value);
  const choice = (anyOf ?? oneOf)?.find(({ type }) => type !== 'null');
  if (choice !== undefined) return completeValue(value, choice, definitions);
  if (Array.isArray(value)) return items === undefined ? value : value.map((each) => completeValue(each, items, definitions));
  if (typeof value !== 'object') return value;
  const { properties = {}, required = [] } = resolved;
  const names = new Set([...Object.keys(value), ...required]);
  const given = new Map(Object.entries(value));
  return Object.fromEntries([...names].map((name) => [name, completeMember(given.get(name), properties[name], definitions)]));
}

function completeMember(value: unknown, schema: Schema | undefined, definitions: Definitions): unknown {
  return schema === undefined ? value : completeValue(value, schema, definitions);
}

function plainest({ type, enum: choices, format, minimum, anyOf, oneOf }: Schema): unknown {
  if (choices !== undefined) return choices[0];
  if (type?.includes('null') === true || (anyOf ?? oneOf)?.some((each) => each.type === 'null') === true) return null;
  switch (typeof type === 'string' ? type : type?.[0]) {
    case 'string':
      return plainestText(format);
    case 'integer':
    case 'number':
      return minimum ?? 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return {};
  }
}

function plainestText(format: string | undefined): string {
  switch (format) {
    case 'uri':
      return 'https://api.github.com/emulated';
    case 'date-time':
      return '2026-01-01T00:00:00Z';
    case 'email':
      return 'nobody@example.com';
    default:
      return '';
  }
}
