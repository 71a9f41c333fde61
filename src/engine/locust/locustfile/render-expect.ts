import type { BodyExpectation, Capture, Expectations, JsonTest, MessageMatch, StatusRange } from '../../../config/step.ts';
import { dictOf, listOf, prefix, renderBoolean, renderNumber, renderText, tupleOf, type Bracket, type Code } from './render-python.ts';
import { isConstant, renderJson, renderTemplate } from './render-template.ts';

/** `status=`, `max_size=` and `expect=` of a request, each only where it is not what holds anyway; a poll's have other names. */
export function renderExpect(expect: Expectations, words: { readonly status: string; readonly expect: string }): readonly Code[] {
  const items = [...expect.headers.map(renderHeader), ...expect.body.map(renderBody), ...expect.json.map(renderJsonCheck)];
  return [
    ...(isUsual(expect.status) ? [] : [prefix(`${words.status}=`, tupleOf(expect.status.map(renderRange)))]),
    ...(expect.maxSizeBytes === undefined ? [] : [`max_size=${renderNumber(expect.maxSizeBytes)}`]),
    ...(items.length === 0 ? [] : [prefix(`${words.expect}=`, listOf(items))]),
  ];
}

/** `capture=`; nothing where nothing is captured. */
export function renderCaptures(captures: readonly Capture[]): readonly Code[] {
  if (captures.length === 0) return [];
  return [prefix('capture=', dictOf(captures.map((capture) => [capture.name, renderCapture(capture)] as const)))];
}

/** What a message must be like. */
export function renderMatch(match: MessageMatch): Bracket {
  switch (match.kind) {
    case 'json':
      return tupleOf(['"json"', renderJson(match.value)]);
    case 'text':
      return tupleOf(['"text"', renderTemplate(match.text)]);
    case 'regex':
      return tupleOf(['"regex"', renderText(match.source), renderText(match.flags)]);
  }
}

function isUsual(status: readonly StatusRange[]): boolean {
  return status.length === 1 && status[0]?.from === 200 && status[0].to === 299;
}

function renderRange({ from, to }: StatusRange): Code {
  return tupleOf([renderNumber(from), renderNumber(to)]);
}

function renderHeader({ name, value }: Expectations['headers'][number]): Code {
  const wanted =
    value.kind === 'literal'
      ? ['"literal"', renderTemplate(value.text), '""']
      : ['"regex"', renderText(value.source), renderText(value.flags)];
  return tupleOf(['"header"', renderText(name.toLowerCase()), ...wanted]);
}

/** With variables in it, what the scenario has stands beside the text: reasons name that, or there would be as many as values. */
function renderBody(expectation: BodyExpectation): Code {
  const { kind } = expectation;
  if (kind === 'matches') return tupleOf(['"matches"', renderText(expectation.source), renderText(expectation.flags)]);
  const { text } = expectation;
  return tupleOf([renderText(kind), renderTemplate(text), ...(isConstant(text) ? [] : [renderText(text)])]);
}

function renderJsonCheck({ path, test }: Expectations['json'][number]): Code {
  return tupleOf(['"json"', renderText(path), dictOf(renderTest(test))]);
}

function renderTest({ equals, matches, min, max, exists, minLength }: JsonTest): readonly (readonly [string, Code])[] {
  const tests: (readonly [string, Code])[] = [];
  if (equals !== undefined) tests.push(['equals', renderJson(equals)]);
  if (matches !== undefined) tests.push(['matches', tupleOf([renderText(matches.source), renderText(matches.flags)])]);
  if (min !== undefined) tests.push(['min', renderNumber(min)]);
  if (max !== undefined) tests.push(['max', renderNumber(max)]);
  if (exists !== undefined) tests.push(['exists', renderBoolean(exists)]);
  if (minLength !== undefined) tests.push(['min_length', renderNumber(minLength)]);
  return tests;
}

function renderCapture({ from, pick }: Capture): Code {
  switch (from.kind) {
    case 'json':
      return tupleOf(['"json"', renderText(from.path), renderText(pick)]);
    case 'header':
      return tupleOf(['"header"', renderText(from.name), renderText(pick)]);
    case 'body':
      return tupleOf(['"body"', renderText(from.source), renderText(from.flags), renderText(pick)]);
  }
}
