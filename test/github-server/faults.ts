/**
 * What goes wrong at a route. `route`: the operation as GitHub's description has it (`POST /repos/{owner}/{repo}/issues/{issue_number}/comments`),
 * a method of the results service (`CreateArtifact`), or `*` for all. `times`: how often; left out: always.
 */
export type Fault = { route: string; times?: number } & (
  | { kind: 'status'; status: number; message?: string }
  /** 403 with GitHub's own words for a missing permission. */
  | { kind: 'forbidden' }
  /** 403 with `retry-after`: too many requests that write. */
  | { kind: 'secondary-rate-limit'; retryAfterSeconds: number }
  /** 403 with an empty allowance until `resetSeconds` from now. */
  | { kind: 'rate-limit'; resetSeconds: number }
  /** 200 with something else than JSON, as a proxy on the way answers. */
  | { kind: 'garbage'; text: string }
  /** No answer until the server closes. */
  | { kind: 'hang' }
  /** The connection is cut without an answer. */
  | { kind: 'drop' }
  /** The right answer, late. */
  | { kind: 'delay'; delayMs: number }
  /** The right answer, but its URL of a blob is no longer valid. */
  | { kind: 'expired-url' }
);

/** The first fault that is due at the route, with one of its times used up. */
export function takeFault(faults: Fault[], route: string): Fault | undefined {
  const fault = faults.find((each) => (each.route === route || each.route === '*') && each.times !== 0);
  if (fault?.times !== undefined) fault.times--;
  return fault;
}

/** An answer before it is sent. A text goes out as it is, anything else as JSON; undefined: no body. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const DOCS = 'https://docs.github.com/rest';
const MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  410: 'Gone',
  422: 'Validation Failed',
  429: 'Too Many Requests',
  500: 'Server Error',
  502: 'Server Error',
  503: 'Service Unavailable',
};

/** A refusal in GitHub's form. */
export function refuse(
  status: number,
  message = MESSAGES[status] ?? 'Server Error',
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const errors = status === 422 ? { errors: [{ resource: 'IssueComment', code: 'custom', field: 'body', message }] } : {};
  return {
    status,
    headers,
    body: { message: status === 422 ? 'Validation Failed' : message, ...errors, documentation_url: DOCS, status: `${status}` },
  };
}

/** The answer of a fault that has one. */
export function answerFault(fault: Fault): Answer | undefined {
  switch (fault.kind) {
    case 'status':
      return refuse(fault.status, fault.message);
    case 'forbidden':
      return refuse(403);
    case 'secondary-rate-limit':
      return refuse(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.', {
        'retry-after': `${fault.retryAfterSeconds}`,
      });
    case 'rate-limit':
      return refuse(403, 'API rate limit exceeded for installation ID 1.', {
        'x-ratelimit-limit': '1000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': `${Math.ceil(Date.now() / 1_000) + fault.resetSeconds}`,
      });
    case 'garbage':
      return { status: 200, body: fault.text, headers: { 'content-type': 'text/html' } };
    case 'hang':
    case 'drop':
    case 'delay':
    case 'expired-url':
      return undefined;
  }
}
