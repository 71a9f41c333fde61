import type { ChosenLevel, FromPage } from './live-messages.ts';

/** Longest name of a phase or target that a page may send. */
const LONGEST_TEXT = 2_048;
const MOST_PHASES = 1_000;
const LARGEST = 1e9;

/** The text of a message from a page, every field checked; undefined: it is not one. */
export function parsePageMessage(text: string): FromPage | undefined {
  const value = parseObject(text);
  switch (value?.['kind']) {
    case 'stop':
      return { kind: 'stop' };
    case 'level':
      return parseLevel(value);
    case 'start':
      return parseStart(value);
    default:
      return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function parseObject(text: string): Fields | undefined {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

function parseLevel({ phase, users, spawnRatePerSec }: Fields): FromPage | undefined {
  if (!isCount(phase) || !isCount(users) || !isRate(spawnRatePerSec)) return undefined;
  return { kind: 'level', phase, users, spawnRatePerSec };
}

function parseStart({ target, levels }: Fields): FromPage | undefined {
  if (!isText(target) || !Array.isArray(levels) || levels.length > MOST_PHASES) return undefined;
  const parsed = levels.map((level) => parseChosen(asFields(level) ?? {}));
  return parsed.every((level) => level !== undefined) ? { kind: 'start', target, levels: parsed } : undefined;
}

function parseChosen({ phase, users, spawnRatePerSec, arrivalRatePerSec }: Fields): ChosenLevel | undefined {
  if (!isText(phase)) return undefined;
  if (users !== undefined && !isCount(users)) return undefined;
  if (spawnRatePerSec !== undefined && !isRate(spawnRatePerSec)) return undefined;
  if (arrivalRatePerSec !== undefined && !isRate(arrivalRatePerSec)) return undefined;
  return {
    phase,
    ...(users !== undefined && { users }),
    ...(spawnRatePerSec !== undefined && { spawnRatePerSec }),
    ...(arrivalRatePerSec !== undefined && { arrivalRatePerSec }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST;
}

/** Above 0; JSON knows no infinity, but `1e999` is one. */
function isRate(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= LARGEST;
}
