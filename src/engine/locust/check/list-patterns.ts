import type { Position } from '../../../config/issue.ts';
import type { Capture, Expectations, MessageMatch } from '../../../config/step.ts';
import type { SingleStep } from '../../../plan/list-requests.ts';

type Pattern =
  | { readonly kind: 'json-path'; readonly path: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string };

/** What a step looks for in an answer or a message, and where it stands. */
export type PlacedPattern = Pattern & { readonly at: Position };

/** Every JSONPath and every regular expression of a step. */
export function listPatterns(step: SingleStep): readonly PlacedPattern[] {
  switch (step.kind) {
    case 'http':
      return placed(step.at, [...ofExpect(step.expect), ...step.capture.map(ofCapture)].flat());
    case 'poll':
      return placed(step.at, ofExpect(step.until));
    case 'ws':
      return placed(step.at, [...ofMatch(step.ready), ...step.capture.flatMap(ofCapture)]);
    case 'receive':
      return placed(step.at, [...ofMatch(step.match), ...step.capture.flatMap(ofCapture)]);
    case 'think':
    case 'send':
    case 'hold':
    case 'close':
      return [];
  }
}

function placed(at: Position, patterns: readonly Pattern[]): readonly PlacedPattern[] {
  return patterns.map((pattern) => ({ ...pattern, at }));
}

function ofExpect({ headers, body, json }: Expectations): readonly Pattern[] {
  return [
    ...headers.flatMap(({ value }) => (value.kind === 'regex' ? [regexOf(value)] : [])),
    ...body.flatMap((check) => (check.kind === 'matches' ? [regexOf(check)] : [])),
    ...json.flatMap(({ path, test }): readonly Pattern[] => [
      { kind: 'json-path', path },
      ...(test.matches ? [regexOf(test.matches)] : []),
    ]),
  ];
}

function ofCapture({ from }: Capture): readonly Pattern[] {
  if (from.kind === 'json') return [{ kind: 'json-path', path: from.path }];
  return from.kind === 'body' ? [regexOf(from)] : [];
}

function ofMatch(match: MessageMatch | undefined): readonly Pattern[] {
  return match?.kind === 'regex' ? [regexOf(match)] : [];
}

function regexOf({ source, flags }: { readonly source: string; readonly flags: string }): Pattern {
  return { kind: 'regex', source, flags };
}
