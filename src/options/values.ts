import { OPTIONS } from '../options.ts';
import type { OptionName } from '../options.ts';
import { isCi } from './is-ci.ts';
import { parseValue, type Value } from './parse-value.ts';
import type { BaselineWhere } from './judged-request.ts';

/** Environment variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The parsed values by name, each read as the kind that the table gives it; the table's fallback stands in for what is absent. */
export class Values {
  readonly env: Env;
  readonly #given: ReadonlyMap<OptionName, readonly Value[]>;

  constructor(given: ReadonlyMap<OptionName, readonly Value[]>, env: Env) {
    this.env = env;
    this.#given = given;
  }

  text(name: OptionName): string | undefined {
    const value = this.#one(name);
    return typeof value === 'string' ? value : undefined;
  }

  number(name: OptionName): number | undefined {
    const value = this.#one(name);
    return typeof value === 'number' ? value : undefined;
  }

  /** A cap without a number would be no cap: closed. */
  cap(name: OptionName): number {
    const value = this.number(name);
    if (value === undefined) throw new Error(`the table has no default for ${name}`);
    return value;
  }

  /** Whether there is a value at all, a default included. */
  has(name: OptionName): boolean {
    return this.#all(name).length > 0;
  }

  flag(name: OptionName): boolean {
    return this.#one(name) === true;
  }

  /** Each word once. */
  words(name: OptionName): readonly string[] {
    return [...new Set(this.list(name))];
  }

  list(name: OptionName): readonly string[] {
    return this.#all(name).flatMap((value) => (typeof value === 'string' || Array.isArray(value) ? value : []));
  }

  #one(name: OptionName): Value | undefined {
    return this.#all(name)[0];
  }

  #all(name: OptionName): readonly Value[] {
    const given = this.#given.get(name);
    if (given !== undefined) return given;
    const option = OPTIONS.find((row) => row.name === name);
    if (option === undefined || option.fallback === '') return [];
    const parsed = parseValue(option, option.fallback);
    if (!parsed.ok) throw new Error(`the default of ${name} is wrong: ${parsed.message}`);
    return [parsed.value];
  }
}

/** Without a word about it: none, and in CI a branch. A gate may do without it (`implied`); whoever reads or stores runs has asked for it. */
export function readWhere(values: Values, inCi: 'implied' | 'branch'): BaselineWhere {
  const where = values.text('baseline');
  const branch = values.text('baseline-branch') ?? '';
  if (where === undefined) return isCi(values.env) ? { kind: inCi, branch } : { kind: 'none' };
  if (where === 'none') return { kind: 'none' };
  if (where === 'branch') return { kind: 'branch', branch };
  if (where === 'artifact') return { kind: 'artifact' };
  if (where.startsWith('url:')) return { kind: 'url', url: where.slice('url:'.length) };
  // The parser lets nothing else through.
  return { kind: 'file', path: where.slice('file:'.length) };
}
