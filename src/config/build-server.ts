import { formatDuration, parseDuration, parseRatio, parseSize } from '../units.ts';
import { readDuration, type BuildContext } from './build-context.ts';
import { childOf, entriesOf, keyPositionOf, positionOf, textOf, type Cursor } from './cursor.ts';
import { readSource } from './read-server-source.ts';
import type { Comparison, Recovery, Reduction, ServerLimit, ServerRow, ServerUnit } from './sla.ts';

const EVERY_MS = 1_000;
const LEAST_EVERY_MS = 100;
/** Of a limit that is not 0, in base units: below, rounding would decide. */
const LEAST_VALUE = 1e-6;

/** `server:` in file order; empty when absent. What is wrong with a row is an issue, and the row is left out. */
export function buildServer(cursor: Cursor | undefined, context: BuildContext): readonly ServerRow[] {
  return entriesOf(cursor).flatMap(([name, row]) => buildRow(name, row, context) ?? []);
}

function buildRow(name: string, row: Cursor, context: BuildContext): ServerRow | undefined {
  const { issues } = context;
  const at = keyPositionOf(row);
  const source = readSource(name, row, context);
  const quantities = readQuantities(row, context);
  const recovers = readRecovery(row, context);
  if (name.trim() === '') issues.error(at, 'name', 'a row of server needs a name');
  if ([...REDUCTIONS, 'recovers'].every((key) => childOf(row, key) === undefined))
    issues.error(at, 'missing', `${name} promises nothing`, 'add a limit: max, min, last, avg, growth, delta or recovers');
  const everyMs = readDuration(row, 'every', context) ?? EVERY_MS;
  if (everyMs < LEAST_EVERY_MS && everyMs > 0)
    issues.error(positionOf(childOf(row, 'every') ?? row), 'range', `every must be at least ${formatDuration(LEAST_EVERY_MS)}`);
  const unit = agreeOnUnit(
    name,
    [...quantities.filter(({ reduction }) => reduction !== 'growth'), ...(recovers ? [recovers] : [])],
    context,
  );
  checkUnit(name, row, { unit, context });
  if (source === undefined) return undefined;
  const limits = quantities.map(({ unit: _unit, ...limit }): ServerLimit => limit);
  return { name, source, everyMs, unit, limits, recovers: recovers && withoutUnit(recovers), at };
}

type Placed<T> = T & { readonly unit: ServerUnit };

const REDUCTIONS: readonly Reduction[] = ['max', 'min', 'last', 'avg', 'growth', 'delta'];

function readQuantities(row: Cursor, context: BuildContext): readonly Placed<ServerLimit>[] {
  return entriesOf(row).flatMap(([key, cursor]): readonly Placed<ServerLimit>[] => {
    const reduction = REDUCTIONS.find((known) => known === key);
    const limit = reduction && readLimit(cursor, reduction === 'min' ? '>=' : '<=', context);
    if (reduction === undefined || limit === undefined) return [];
    if (reduction === 'growth' && limit.unit !== 'ratio' && limit.unit !== 'plain')
      context.issues.error(positionOf(cursor), 'unit', 'growth is a share of the first value', 'write it as 10%');
    return [{ reduction, ...limit, text: `${key}: ${textOf(cursor) ?? ''}`, at: keyPositionOf(cursor) }];
  });
}

function readRecovery(row: Cursor, context: BuildContext): Placed<Recovery> | undefined {
  const cursor = childOf(row, 'recovers');
  const to = childOf(cursor, 'to');
  const limit = to && readLimit(to, '<=', context);
  const withinMs = readDuration(cursor, 'within', context);
  if (!cursor || !limit || withinMs === undefined) return undefined;
  const { comparison, value, unit } = limit;
  const text = `recovers: to ${textOf(to) ?? ''} within ${textOf(childOf(cursor, 'within')) ?? ''}`;
  return { comparison, to: value, withinMs, text, unit, at: keyPositionOf(cursor) };
}

function withoutUnit({ unit: _unit, ...recovery }: Placed<Recovery>): Recovery {
  return recovery;
}

interface ReadLimit {
  readonly comparison: Comparison;
  readonly value: number;
  readonly unit: ServerUnit;
}

const COMPARISONS: readonly Comparison[] = ['<', '<=', '>', '>=', '==', '!='];

/**
 *   limit    = [ comparison ] [ "-" ] quantity
 *   quantity = number | ratio | duration | size
 *
 * Closed: what is neither is an issue, also where the schema has let it through (`.inf` is a number to YAML).
 */
function readLimit(cursor: Cursor, natural: Comparison, { issues }: BuildContext): ReadLimit | undefined {
  const [, sign, minus = '', quantity = ''] = /^(?:(<=|>=|==|!=|<|>) *)?(-?)(\S+)$/.exec(textOf(cursor) ?? '') ?? [];
  const parsed = parseQuantity(quantity);
  if (parsed === undefined) {
    issues.error(positionOf(cursor), 'value', 'expected a number, a quantity such as 60%, 500ms or 2GB, or a comparison such as ">= 10"');
    return undefined;
  }
  if (parsed.value !== 0 && parsed.value < LEAST_VALUE) {
    issues.error(
      positionOf(cursor),
      'range',
      'the limit is too small: values are compared to nine decimal places',
      'take the value in a smaller unit',
    );
    return undefined;
  }
  const comparison = COMPARISONS.find((known) => known === sign) ?? natural;
  return { comparison, value: minus === '' ? parsed.value : -parsed.value, unit: parsed.unit };
}

/** Seconds and bytes are the base units of Prometheus: a metric in other units is compared with a bare number. */
function parseQuantity(text: string): Pick<ReadLimit, 'value' | 'unit'> | undefined {
  if (/^\d{1,15}(?:\.\d{1,20})?(?:e[+-]?\d{1,2})?$/.test(text)) return { value: Number(text), unit: 'plain' };
  const ratio = parseRatio(text);
  if (ratio !== undefined) return { value: ratio, unit: 'ratio' };
  const ms = parseDuration(text);
  if (ms !== undefined) return { value: Math.round(ms * 1e6) / 1e9, unit: 'seconds' };
  const bytes = parseSize(text);
  return bytes === undefined ? undefined : { value: bytes, unit: 'bytes' };
}

const UNIT_WORDS: Readonly<Record<Exclude<ServerUnit, 'plain'>, string>> = { ratio: 'a share', seconds: 'a duration', bytes: 'a size' };

/** A bare number goes with any unit; two units mean that one of them is wrong. */
function agreeOnUnit(name: string, quantities: readonly Placed<ServerLimit | Recovery>[], { issues }: BuildContext): ServerUnit {
  let agreed: ServerUnit = 'plain';
  for (const { unit, at, text } of quantities) {
    if (unit === 'plain' || unit === agreed) continue;
    if (agreed === 'plain') agreed = unit;
    else issues.error(at, 'unit', `\`${text}\` has ${UNIT_WORDS[unit]} where another limit of ${name} has ${UNIT_WORDS[agreed]}`);
  }
  return agreed;
}

/** Words that a name ends with when its values are not in the base unit. */
const OTHER_UNITS: Readonly<Record<Exclude<ServerUnit, 'plain'>, { readonly compared: string; readonly words: readonly string[] }>> = {
  seconds: {
    compared: 'durations are compared in seconds',
    words: 'milliseconds millis ms microseconds micros us nanoseconds nanos ns minutes mins hours days'.split(' '),
  },
  ratio: { compared: 'shares are compared with values from 0 to 1', words: 'percent percentage pct'.split(' ') },
  bytes: {
    compared: 'sizes are compared in bytes',
    words: 'kilobytes kb kib megabytes mb mib gigabytes gb gib terabytes tb tib bits'.split(' '),
  },
};

/** Closed: `p95_ms` against `500ms` would be 120 against 0.5, and `min: 60%` or `max: 2GB` would always hold for a value in percent or in MB. */
function checkUnit(name: string, row: Cursor, { unit, context }: { readonly unit: ServerUnit; readonly context: BuildContext }): void {
  if (unit === 'plain') return;
  const { compared, words } = OTHER_UNITS[unit];
  for (const key of ['path', 'name', 'promql']) {
    const child = childOf(row, key);
    const found = listNames(key, textOf(child) ?? '').flatMap((text) => findLastWord(text, words) ?? [])[0];
    if (!child || found === undefined) continue;
    const message = `${compared}, and by its name ${textOf(child) ?? ''} is in ${found}`;
    context.issues.error(positionOf(child), 'unit', message, `write the limits of ${name} as bare numbers, in ${found}`);
  }
}

/** The names of metrics or fields that values come from as they are: PromQL that multiplies or divides may have changed their unit. */
function listNames(key: string, text: string): readonly string[] {
  if (key !== 'promql')
    return [
      text
        .replace(/\{.*$/s, '')
        .trim()
        .replace(/(?:\[\d+\])+$/, '')
        .replace(/['"]?\]$/, ''),
    ];
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '').replace(/\{[^}]*\}/g, ' ');
  return /[*/]/.test(bare) ? [] : (bare.match(/[A-Za-z_:][\w:]*/g) ?? []);
}

/** `ms` of `p95_ms` and `p95.ms`, `Ms` of `p95Ms`; nothing of `items`. */
function findLastWord(text: string, words: readonly string[]): string | undefined {
  const lasts = words.map((word) => text.slice(-word.length));
  return lasts.find((last, index) => {
    const before = text.slice(0, -last.length);
    return last.toLowerCase() === words[index] && (/(?:^|[^A-Za-z0-9])$/.test(before) || (/[a-z0-9]$/.test(before) && /^[A-Z]/.test(last)));
  });
}
