import type { SeededRandom } from '../../seeded-random.ts';
import { listTexts, type UserValues } from '../flow/user-values.ts';
import { tooDeep, type Failure, type ResponseBody } from './check-response.ts';
import type { PreparedCapture } from './prepare-request.ts';

/** Deeper values would be a danger to all that walks them later; no API needs them as a variable. */
const MOST_LEVELS = 200;

/** What captures are taken from: an answer, or a message, which has no headers. */
export interface CaptureSource {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: ResponseBody;
  /** For people: `the answer (status 200, 17 bytes)`. */
  readonly shown: string;
}

/** Takes a step's captures; the first that finds nothing is the step's failure, and leaves the others as they were. */
export function captureValues(
  source: CaptureSource,
  captures: readonly PreparedCapture[],
  user: { readonly values: UserValues; readonly random: SeededRandom },
): Failure | undefined {
  const taken: { readonly slot: number; readonly value: unknown }[] = [];
  for (const capture of captures) {
    let found: readonly unknown[];
    try {
      found = findValues(source, capture);
    } catch (thrown) {
      return tooDeep(thrown);
    }
    const isDrawn = found.length > 1 && capture.program.pick !== 'first';
    const value = found[isDrawn ? user.random.nextInt(0, found.length - 1) : 0];
    if (value === undefined || value === null) {
      const { name, from } = capture.program;
      const where = from.kind === 'json' ? from.path : from.kind === 'header' ? `header ${from.name}` : `/${from.source}/`;
      return {
        class: 'check',
        reason: `check capture ${name} found nothing`,
        sample: `${where} finds nothing in ${source.shown}`,
      };
    }
    if (isDeeper(value, MOST_LEVELS)) return tooDeep(new RangeError('nested too deeply'));
    taken.push({ slot: capture.program.slot, value });
  }
  for (const { slot, value } of taken) user.values.set(slot, value);
  return undefined;
}

/** All texts that the step's captures could take from an answer, for masking: a check may fail before they are taken. */
export function listCapturable(source: CaptureSource, captures: readonly PreparedCapture[]): readonly string[] {
  return captures.flatMap((capture) => {
    try {
      return findValues(source, capture).flatMap(listTexts);
    } catch (thrown) {
      tooDeep(thrown);
      return [];
    }
  });
}

function findValues(
  { headers, body }: Pick<CaptureSource, 'headers' | 'body'>,
  { program, find, regex }: PreparedCapture,
): readonly unknown[] {
  if (program.from.kind === 'header') {
    const name = program.from.name.toLowerCase();
    const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  }
  if (find) {
    const document = body.json();
    return document === undefined ? [] : find(document);
  }
  const match = regex?.exec(body.text());
  return match ? [match[1] ?? match[0]] : [];
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isDeeper(child, levels - 1));
}
