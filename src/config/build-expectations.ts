import type { BuildContext } from './build-context.ts';
import { checkJsonPath } from './check-json-path.ts';
import { booleanOf, childOf, entriesOf, itemsOf, keyPositionOf, numberOf, positionOf, quantityOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { parseRegex } from './parse-regex.ts';
import type { BodyExpectation, Expectations, JsonExpectation, JsonTest, Matcher, StatusRange } from './step.ts';
import { isList, isMap } from './source-tree.ts';
import { parseSize } from '../units.ts';

const SUCCESS: StatusRange = { from: 200, to: 299 };

/** `expect:` or `until:`; absent: any 2xx. */
export function buildExpectations(cursor: Cursor | undefined, context: BuildContext): Expectations {
  const status = childOf(cursor, 'status');
  return {
    status: status
      ? (isList(status.value) ? itemsOf(status) : [status]).flatMap((item) => parseStatus(textOf(item) ?? '') ?? [])
      : [SUCCESS],
    headers: entriesOf(childOf(cursor, 'header')).map(([name, value]) => ({ name, value: buildMatcher(value, context) })),
    body: buildBodyExpectations(childOf(cursor, 'body'), context),
    json: entriesOf(childOf(cursor, 'json')).map(([path, test]) => buildJsonExpectation(path, test, context)),
    maxSizeBytes: quantityOf(childOf(cursor, 'max_size'), parseSize),
  };
}

/** `429` or `2xx`; undefined for anything else. */
export function parseStatus(text: string): StatusRange | undefined {
  const [, digit, rest] = /^([1-5])(xx|\d\d)$/.exec(text) ?? [];
  if (digit === undefined) return undefined;
  const from = rest === 'xx' ? Number(digit) * 100 : Number(text);
  return { from, to: rest === 'xx' ? from + 99 : from };
}

function buildMatcher(cursor: Cursor, context: BuildContext): Matcher {
  const text = textOf(cursor) ?? '';
  const regex = readRegex(cursor, context);
  return regex ? { kind: 'regex', ...regex } : { kind: 'literal', text };
}

/** Source and flags of a text written as /regex/; undefined when it is not, or, with an issue, when it does not compile. */
function readRegex(cursor: Cursor | undefined, context: BuildContext): { source: string; flags: string } | undefined {
  if (typeof cursor?.value !== 'string') return undefined;
  const regex = parseRegex(cursor.value);
  if (regex?.ok === false) context.issues.error(positionOf(cursor), 'regex', regex.error);
  return regex?.ok === true ? { source: regex.source, flags: regex.flags } : undefined;
}

function buildBodyExpectations(cursor: Cursor | undefined, context: BuildContext): readonly BodyExpectation[] {
  return entriesOf(cursor).flatMap(([kind, value]): BodyExpectation[] => {
    const text = textOf(value) ?? '';
    if (kind === 'contains' || kind === 'equals') return [{ kind, text }];
    const regex = kind === 'matches' ? requireRegex(value, context) : undefined;
    return regex ? [{ kind: 'matches', ...regex }] : [];
  });
}

function requireRegex(cursor: Cursor, context: BuildContext): { source: string; flags: string } | undefined {
  const text = textOf(cursor) ?? '';
  if (parseRegex(text) === undefined)
    context.issues.error(
      positionOf(cursor),
      'regex',
      `expected a regular expression between slashes, not \`${text.slice(0, 80)}\``,
      `/${text.slice(0, 80)}/`,
    );
  return readRegex(cursor, context);
}

function buildJsonExpectation(path: string, test: Cursor, context: BuildContext): JsonExpectation {
  const error = checkJsonPath(path);
  if (error !== undefined) context.issues.error(keyPositionOf(test), 'json-path', error, path.startsWith('$') ? undefined : `$.${path}`);
  return { path, test: buildJsonTest(test, context) };
}

function buildJsonTest(cursor: Cursor, context: BuildContext): JsonTest {
  if (!isMap(cursor.value)) {
    const regex = readRegex(cursor, context);
    return regex ? { matches: regex } : { equals: cursor.value };
  }
  const matches = childOf(cursor, 'matches');
  const regex = matches && requireRegex(matches, context);
  const equals = childOf(cursor, 'equals');
  const numbers = {
    min: numberOf(childOf(cursor, 'min')),
    max: numberOf(childOf(cursor, 'max')),
    minLength: numberOf(childOf(cursor, 'min_length')),
  };
  const exists = booleanOf(childOf(cursor, 'exists'));
  if (numbers.min !== undefined && numbers.max !== undefined && numbers.min > numbers.max) {
    context.issues.error(positionOf(cursor), 'range', `min ${numbers.min} is more than max ${numbers.max}: nothing can pass`);
  }
  return {
    ...(equals ? { equals: equals.value } : {}),
    ...(regex ? { matches: regex } : {}),
    ...(numbers.min === undefined ? {} : { min: numbers.min }),
    ...(numbers.max === undefined ? {} : { max: numbers.max }),
    ...(numbers.minLength === undefined ? {} : { minLength: numbers.minLength }),
    ...(exists === undefined ? {} : { exists }),
  };
}
