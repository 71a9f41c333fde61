import type { BodyExpectation, Expectations, JsonExpectation, JsonTest } from '../../config/step.ts';
import { jsonKey, textKey } from '../../plan/compile-request.ts';
import type { CaptureProgram, JsonText, RequestProgram, SlotReference, Text } from '../../plan/program.ts';
import { escapeTarget } from './escape-target.ts';
import { prepareRegex } from './prepare-regex.ts';
import { prepareJsonPath, type JsonPathQuery } from './json-path.ts';

/** A request's program with everything made once that a worker can make once: expressions, paths, constant bodies. */
export interface PreparedRequest {
  readonly program: RequestProgram;
  /** Encoded; undefined when it has variables or is streamed. */
  readonly constantBody: Uint8Array | undefined;
  /** Path and query without variables, escaped; undefined: only known when the variables are. */
  readonly constantTarget: string | undefined;
  /** What the expectations read: it must be known before the request is sent, not when its answer is there. */
  readonly expectReferences: readonly SlotReference[];
  readonly maxSizeBytes: number;
  readonly headers: readonly { readonly name: string; readonly wanted: Text; readonly regex: RegExp | undefined }[];
  readonly body: readonly { readonly expectation: BodyExpectation; readonly wanted: Text; readonly regex: RegExp | undefined }[];
  readonly json: readonly PreparedJsonCheck[];
  readonly captures: readonly PreparedCapture[];
  /** The usual case, one comparison: any 2xx and nothing else looked at. */
  readonly plain: boolean;
}

export interface PreparedJsonCheck {
  readonly path: string;
  readonly find: JsonPathQuery;
  readonly test: JsonTest;
  readonly regex: RegExp | undefined;
  /** JSON text of `equals`; undefined: there is none. */
  readonly wanted: JsonText | undefined;
  /** The same, parsed once; undefined when it has variables. */
  readonly constant: { readonly text: string; readonly value: unknown } | undefined;
}

export interface PreparedCapture {
  readonly program: CaptureProgram;
  readonly find: JsonPathQuery | undefined;
  readonly regex: RegExp | undefined;
}

/** Bodies are kept up to this size when a check needs them and `max_size` does not say otherwise. */
export const MOST_KEPT_BYTES = 16_777_216;

/** Program → prepared program. Throws only for what validation has let through by mistake. */
export function prepareRequest(program: RequestProgram): PreparedRequest {
  const { expect } = program;
  return {
    program,
    constantBody: constantBodyOf(program),
    constantTarget:
      typeof program.path === 'string' && program.query.length === 0 && program.origin !== undefined
        ? escapeTarget(program.path)
        : undefined,
    expectReferences: Object.values(program.expectTexts).flatMap((text) =>
      typeof text === 'string' ? [] : text.flatMap((part) => (typeof part === 'string' ? [] : [part])),
    ),
    maxSizeBytes: expect.maxSizeBytes ?? Number.POSITIVE_INFINITY,
    headers: expect.headers.map(({ name, value }) => ({
      name: name.toLowerCase(),
      wanted: value.kind === 'literal' ? expectedText(program, textKey(value.text)) : '',
      regex: value.kind === 'regex' ? prepareRegex(value) : undefined,
    })),
    body: expect.body.map((expectation) => ({
      expectation,
      wanted: expectation.kind === 'matches' ? '' : expectedText(program, textKey(expectation.text)),
      regex: expectation.kind === 'matches' ? prepareRegex(expectation) : undefined,
    })),
    json: expect.json.map((expectation) => prepareJsonCheck(expectation, program)),
    captures: program.captures.map(prepareCapture),
    plain: isPlain(expect) && program.captures.length === 0,
  };
}

/** A capture with its expression made. */
export function prepareCapture(program: CaptureProgram): PreparedCapture {
  const { from } = program;
  return {
    program,
    find: from.kind === 'json' ? prepareJsonPath(from.path) : undefined,
    regex: from.kind === 'body' ? prepareRegex(from) : undefined,
  };
}

function prepareJsonCheck({ path, test }: JsonExpectation, program: RequestProgram): PreparedJsonCheck {
  // What is under a `json:` key, the compiler has compiled as JSON.
  const wanted = test.equals === undefined ? undefined : (expectedText(program, jsonKey(test.equals)) as JsonText);
  return {
    path,
    test,
    find: prepareJsonPath(path),
    regex: test.matches ? prepareRegex(test.matches) : undefined,
    wanted,
    constant: typeof wanted === 'string' ? { text: wanted, value: JSON.parse(wanted) } : undefined,
  };
}

/** A text of the expectations as the compiler has put it there. Closed: a check without its text would hold for every answer. */
function expectedText(program: RequestProgram, key: string): Text | JsonText {
  const text = program.expectTexts[key];
  if (text === undefined) throw new RangeError(`the expectation ${key} of ${program.name} was not compiled`);
  return text;
}

function isPlain(expect: Expectations): boolean {
  const [range] = expect.status;
  return (
    expect.status.length === 1 &&
    range?.from === 200 &&
    range.to === 299 &&
    expect.headers.length + expect.body.length + expect.json.length === 0 &&
    expect.maxSizeBytes === undefined
  );
}

function constantBodyOf({ body }: RequestProgram): Uint8Array | undefined {
  if (body.kind === 'text' && typeof body.text === 'string') return Buffer.from(body.text);
  if (body.kind === 'json' && typeof body.json === 'string') return Buffer.from(body.json);
  return undefined;
}
