import type { Variable } from '../../config/scenario.ts';
import type { DataTable, Program, SlotReference } from '../../plan/program.ts';
import type { SeededRandom } from '../../seeded-random.ts';

/** A step needs a variable that nothing has set: its iteration ends here. */
export class MissingVariable extends Error {
  constructor(name: string) {
    super(`\${${name}} is not set`);
    this.name = 'MissingVariable';
  }
}

/** A unique data source has no row left: the iteration fails with class `data`. */
export class DataExhausted extends Error {
  readonly table: string;
  constructor(table: string) {
    super(`every row of ${table} has been used`);
    this.name = 'DataExhausted';
    this.table = table;
  }
}

/** What all virtual users of a worker draw from. */
export interface ValueSource {
  readonly program: Program;
  /** One counter a table, shared by all workers: sequential and unique rows are given out once over all of them. */
  readonly rowCounters: Int32Array;
  readonly shard: { readonly index: number; readonly count: number };
  /** Milliseconds since 1970. */
  readonly wallMs: () => number;
}

/** The variables of one virtual user: drawn when they are first read, kept until they are cleared. */
export class UserValues {
  readonly #source: ValueSource;
  readonly #random: SeededRandom;
  #values: unknown[] = [];

  constructor(source: ValueSource, random: SeededRandom) {
    this.#source = source;
    this.#random = random;
  }

  has(slot: number): boolean {
    return this.#values[slot] !== undefined;
  }

  set(slot: number, value: unknown): void {
    this.#values[slot] = value;
  }

  clear(slots: readonly number[]): void {
    for (const slot of slots) this.#values[slot] = undefined;
  }

  /** The values of `slots` now, to be put back by `restore`. */
  save(slots: readonly number[]): readonly unknown[] {
    return slots.map((slot) => this.#values[slot]);
  }

  restore(slots: readonly number[], values: readonly unknown[]): void {
    for (const [index, slot] of slots.entries()) this.#values[slot] = values[index];
  }

  /** What the user has captured so far, as text: must not be shown. */
  captured(): readonly string[] {
    return this.#values.flatMap((value, slot) =>
      value !== undefined && this.#source.program.slots[slot]?.kind === 'capture' ? listTexts(value) : [],
    );
  }

  /** The value behind a placeholder. Throws MissingVariable or DataExhausted. */
  read(reference: SlotReference): unknown {
    const value = this.#values[reference.slot] ?? this.#draw(reference.slot);
    if (reference.column === undefined) return value;
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, reference.column)) {
      return (value as Record<string, unknown>)[reference.column];
    }
    throw new MissingVariable(`${this.#source.program.slots[reference.slot]?.name ?? '?'}.${reference.column}`);
  }

  #draw(index: number): unknown {
    const slot = this.#source.program.slots[index];
    if (slot?.kind === 'drawn') return (this.#values[index] = drawVariable(slot.variable, this.#random, this.#source.wallMs));
    if (slot?.kind === 'data') return (this.#values[index] = this.#drawRow(slot.table));
    throw new MissingVariable(slot?.name ?? '?');
  }

  #drawRow(tableIndex: number): unknown {
    const table: DataTable | undefined = this.#source.program.data[tableIndex];
    if (!table) throw new MissingVariable('?');
    if (table.pick === 'random') return table.rows[this.#random.nextInt(0, table.rows.length - 1)];
    const { index, count } = this.#source.shard;
    const row = Atomics.add(this.#source.rowCounters, tableIndex, 1) * count + index;
    if (table.pick === 'sequential') return table.rows[row % table.rows.length];
    if (row >= table.rows.length) throw new DataExhausted(table.name);
    return table.rows[row];
  }
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function drawVariable(variable: Variable, random: SeededRandom, wallMs: () => number): unknown {
  switch (variable.kind) {
    case 'int':
      return random.nextInt(variable.min, variable.max);
    case 'uuid':
      return drawUuid(random);
    case 'string':
      return Array.from({ length: variable.length }, () => LETTERS_AND_DIGITS[random.nextInt(0, LETTERS_AND_DIGITS.length - 1)]).join('');
    case 'now': {
      const nowMs = Math.floor(wallMs());
      if (variable.format === 'iso') return new Date(nowMs).toISOString();
      return variable.format === 's' ? Math.floor(nowMs / 1_000) : nowMs;
    }
  }
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));

/** Version 4, variant 1 (RFC 9562 section 5.4), from the user's own stream. */
function drawUuid(random: SeededRandom): string {
  const [a, b, c, d] = [random.nextUint32(), random.nextUint32(), random.nextUint32(), random.nextUint32()];
  const version = (b & 0x0fff) | 0x4000;
  const variant = ((c >>> 16) & 0x3fff) | 0x8000;
  return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-${hex(version)}-${hex(variant)}-${hex(c)}${hex(d >>> 16)}${hex(d)}`;
}

/** The lower 16 bits as four hex digits. */
function hex(value: number): string {
  return (HEX[(value >>> 8) & 0xff] ?? '') + (HEX[value & 0xff] ?? '');
}

/** Every text and number inside a captured value, as text. */
export function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(listTexts);
  return [JSON.stringify(value)];
}
