import type { StatusRange } from '../../config/step.ts';
import type { FailureClass } from '../../metrics/run-summary.ts';
import { expandJson, expandText } from '../flow/expand-text.ts';
import type { UserValues } from '../flow/user-values.ts';
import type { HttpCall } from './http-call.ts';
import type { PreparedJsonCheck, PreparedRequest } from './prepare-request.ts';

/** Why an answer is a failure. `reason` groups and comes from the scenario alone; `sample` may show what the server sent. */
export interface Failure {
  readonly class: FailureClass;
  readonly reason: string;
  readonly sample: string;
}

/** The body of an answer, read at most once. */
export interface ResponseBody {
  text(): string;
  /** Undefined when it is not JSON. */
  json(): unknown;
}

/** What checks are held against, and how its texts are shown: without secrets. */
export interface CheckContext {
  readonly body: ResponseBody;
  readonly values: UserValues;
  readonly mask: (text: string) => string;
}

const EXCERPT = 120;

/** Reads the kept body of a call. */
export function readBody(call: HttpCall): ResponseBody {
  return new KeptBody(call.chunks);
}

class KeptBody implements ResponseBody {
  readonly #chunks: readonly Uint8Array[];
  #text: string | undefined;
  #json: unknown;
  #parsed = false;

  constructor(chunks: readonly Uint8Array[]) {
    this.#chunks = chunks;
  }

  text(): string {
    return (this.#text ??= decodeChunks(this.#chunks));
  }

  json(): unknown {
    if (!this.#parsed) {
      this.#parsed = true;
      try {
        this.#json = JSON.parse(this.text());
      } catch {
        this.#json = undefined; // Not JSON is an answer like any other: the check that wanted JSON says so.
      }
    }
    return this.#json;
  }
}

/** Most answers come in one chunk, which needs no copy. */
function decodeChunks(chunks: readonly Uint8Array[]): string {
  const [only] = chunks;
  return only && chunks.length === 1
    ? Buffer.from(only.buffer, only.byteOffset, only.byteLength).toString('utf8')
    : Buffer.concat(chunks).toString('utf8');
}

/** Holds an answer against what the step expects; undefined: all of it holds. The first that does not is the failure. */
export function checkResponse(call: HttpCall, request: PreparedRequest, context: CheckContext): Failure | undefined {
  const { program } = request;
  if (!isExpectedStatus(call.status, program.expect.status)) {
    const wanted = program.expect.status.map(({ from, to }) => (from === to ? String(from) : `${from / 100}xx`)).join(', ');
    return { class: 'status', reason: `status ${call.status}`, sample: `answered ${call.status}; expected ${wanted}${retryAfter(call)}` };
  }
  if (call.bytesReceived > request.maxSizeBytes) {
    return check('body is larger than max_size', `the body has ${call.bytesReceived} bytes; max_size allows ${request.maxSizeBytes}`);
  }
  if (call.keepBody && call.bytesReceived > call.maxKept) {
    return check('body is too large to be checked', `the body has ${call.bytesReceived} bytes; up to ${call.maxKept} are kept for checks`);
  }
  try {
    return checkHeaders(call, request, context) ?? checkBody(request, context) ?? checkJson(request, context);
  } catch (thrown) {
    return tooDeep(thrown);
  }
}

/** Servers can nest JSON deeper than recursion reaches, which is a failed check and no reason to stop. Anything else is thrown on. */
export function tooDeep(thrown: unknown): Failure {
  if (thrown instanceof RangeError)
    return check('body is nested too deeply', 'the JSON of the answer is nested too deeply to be looked at');
  throw thrown;
}

function isExpectedStatus(status: number, ranges: readonly StatusRange[]): boolean {
  for (const range of ranges) if (status >= range.from && status <= range.to) return true;
  return false;
}

function retryAfter(call: HttpCall): string {
  const value = call.responseHeaders['retry-after'];
  return typeof value === 'string' ? ` (retry-after: ${value.slice(0, 40)})` : '';
}

function check(reason: string, sample: string): Failure {
  return { class: 'check', reason: `check ${reason}`, sample };
}

function checkHeaders(call: HttpCall, request: PreparedRequest, context: CheckContext): Failure | undefined {
  for (const { name, wanted: template, regex } of request.headers) {
    const value = Object.hasOwn(call.responseHeaders, name) ? call.responseHeaders[name] : undefined;
    const text = Array.isArray(value) ? value.join(', ') : value;
    if (text === undefined) return check(`header ${name} is missing`, `the answer has no header ${name}`);
    const wanted = expandText(template, context.values);
    const holds = regex ? regex.test(text) : text === wanted;
    if (!holds)
      return check(`header ${name}`, `header ${name} is "${excerpt(text, context)}"; expected ${regex ? String(regex) : `"${wanted}"`}`);
  }
  return undefined;
}

function checkBody(request: PreparedRequest, context: CheckContext): Failure | undefined {
  for (const { expectation, wanted: template, regex } of request.body) {
    const text = context.body.text();
    if (expectation.kind === 'matches') {
      if (!regex?.test(text)) return check(`body does not match ${String(regex)}`, `the body is "${excerpt(text, context)}"`);
      continue;
    }
    const wanted = expandText(template, context.values);
    const holds = expectation.kind === 'contains' ? text.includes(wanted) : text === wanted;
    if (!holds)
      return check(
        `body does not ${expectation.kind === 'contains' ? 'contain' : 'equal'} "${cut(expectation.text)}"`,
        `the body is "${excerpt(text, context)}"`,
      );
  }
  return undefined;
}

function checkJson(request: PreparedRequest, context: CheckContext): Failure | undefined {
  if (request.json.length === 0) return undefined;
  const document = context.body.json();
  const whole = (): string => excerpt(context.body.text(), context);
  if (document === undefined) return check('body is not JSON', `the body is "${whole()}"`);
  for (const expectation of request.json) {
    const { path, test } = expectation;
    const found = expectation.find(document);
    const show = (): string => excerpt(JSON.stringify(found[0]) ?? 'undefined', context);
    if (test.exists === false) {
      if (found.length > 0) return check(`json ${path} exists`, `${path} is ${show()}; expected nothing there`);
      continue;
    }
    if (found.length === 0) return check(`json ${path} is missing`, `${path} finds nothing in "${whole()}"`);
    const wrong = testValue(found[0], expectation, context.values);
    if (wrong !== undefined) return check(`json ${path}`, `${path} is ${show()}; expected ${wrong}`);
  }
  return undefined;
}

/** What was expected and does not hold, in words; undefined when all holds. */
function testValue(value: unknown, { test, regex, wanted, constant }: PreparedJsonCheck, values: UserValues): string | undefined {
  if (constant) {
    if (!isDeepEqual(value, constant.value)) return constant.text;
  } else if (wanted !== undefined) {
    const expected = expandJson(wanted, values);
    if (!isDeepEqual(value, JSON.parse(expected))) return expected;
  }
  if (regex && !regex.test(typeof value === 'string' ? value : JSON.stringify(value))) return String(regex);
  if (test.min !== undefined && !(typeof value === 'number' && value >= test.min)) return `at least ${test.min}`;
  if (test.max !== undefined && !(typeof value === 'number' && value <= test.max)) return `at most ${test.max}`;
  if (test.minLength !== undefined && !(lengthOf(value) >= test.minLength)) return `a length of at least ${test.minLength}`;
  return undefined;
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : -1;
}

function isDeepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(
      (key) => Object.hasOwn(right, key) && isDeepEqual((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    )
  );
}

/** The beginning of what a server sent. Masked before it is cut: half a secret is one, too. */
function excerpt(text: string, { mask }: CheckContext): string {
  return cut(mask(text));
}

function cut(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}
