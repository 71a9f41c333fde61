import type { BodyExpectation, Expectations, JsonExpectation, Matcher, StatusRange } from '../config/step.ts';
import { formatBytes, formatNumber } from '../units.ts';

/** What an answer must be, as far as it is more than any 2xx: `the status is 404`, `$.status is healthy and the body contains "ok"`; empty when any 2xx will do. */
export function describeExpectations(expect: Expectations): string {
  const { headers, body, json, maxSizeBytes } = expect;
  const status = describeStatus(expect);
  return listWords([
    ...(status === '' ? [] : [`the status is ${status}`]),
    ...json.map(describeJson),
    ...headers.map(({ name, value }) => `${name} ${describeMatcher(value)}`),
    ...body.map(describeBody),
    ...(maxSizeBytes === undefined ? [] : [`at most ${formatBytes(maxSizeBytes)}`]),
  ]);
}

/** `2xx or 429`; empty for the usual 2xx. */
export function describeStatus({ status }: Pick<Expectations, 'status'>): string {
  const codes = status.map(nameStatus);
  return codes.join() === '2xx' ? '' : codes.join(' or ');
}

function nameStatus({ from, to }: StatusRange): string {
  return from === to ? String(from) : `${from / 100}xx`;
}

function describeJson({ path, test }: JsonExpectation): string {
  const { equals, matches, min, max, exists, minLength } = test;
  const is = [
    ...(equals === undefined ? [] : [`is ${typeof equals === 'string' ? equals : JSON.stringify(equals)}`]),
    ...(matches ? [`matches /${matches.source}/${matches.flags}`] : []),
    ...(min === undefined ? [] : [`is at least ${formatNumber(min, 6)}`]),
    ...(max === undefined ? [] : [`is at most ${formatNumber(max, 6)}`]),
    ...(minLength === undefined ? [] : [`is not shorter than ${formatNumber(minLength, 0)}`]),
    ...(exists === undefined ? [] : [exists ? 'is there' : 'is not there']),
  ];
  return `${path} ${listWords(is)}`;
}

function describeBody(body: BodyExpectation): string {
  if (body.kind === 'matches') return `the body matches /${body.source}/${body.flags}`;
  return `the body ${body.kind === 'contains' ? 'contains' : 'is'} "${body.text}"`;
}

function describeMatcher(matcher: Matcher): string {
  return matcher.kind === 'literal' ? `is ${matcher.text}` : `matches /${matcher.source}/${matcher.flags}`;
}

/** `a`, `a and b`, `a, b and c`. */
function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
