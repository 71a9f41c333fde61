import type { BuildContext } from './build-context.ts';
import { childOf, entriesOf, itemsOf, keyPositionOf, numberOf, positionOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Variable } from './scenario.ts';

/** `vars:`, drawn once per iteration. */
export function buildVariables(cursor: Cursor | undefined, context: BuildContext): readonly Variable[] {
  return entriesOf(cursor).flatMap(([name, entry]) => {
    const kinds = entriesOf(entry);
    const second = kinds[1];
    if (second)
      context.issues.error(
        keyPositionOf(second[1]),
        'conflict',
        `a variable has one kind: here are both ${kinds[0]?.[0]} and ${second[0]}`,
      );
    const variable = buildVariable(name, entry, context);
    return variable ? [variable] : [];
  });
}

function buildVariable(name: string, entry: Cursor, context: BuildContext): Variable | undefined {
  const int = childOf(entry, 'int');
  if (int) {
    const [min, max] = itemsOf(int).map(numberOf);
    if (min === undefined || max === undefined) return undefined;
    if (min > max)
      context.issues.error(positionOf(int), 'range', `the first number, ${min}, is more than the second, ${max}`, `[${max}, ${min}]`);
    return { name, kind: 'int', min, max };
  }
  if (childOf(entry, 'uuid')) return { name, kind: 'uuid' };
  const length = numberOf(childOf(entry, 'string'));
  if (length !== undefined) return { name, kind: 'string', length };
  const format = textOf(childOf(entry, 'now'));
  return format === 'iso' || format === 'ms' || format === 's' ? { name, kind: 'now', format } : undefined;
}
