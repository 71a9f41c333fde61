import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen, type Served } from '../support/serve.ts';
import { answerFault, takeFault, type Answer } from './faults.ts';
import type { GithubState } from './github-state.ts';

/** A request as it came in. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** After `bearer` or `token`; undefined: none. */
  readonly token: string | undefined;
  /** Parsed JSON; undefined: no body. */
  readonly body: unknown;
}

/** What was asked and answered, for tests to look at. `status` 0: no answer was given. */
export interface Logged {
  readonly route: string;
  readonly path: string;
  readonly status: number;
}

export interface Emulator {
  readonly state: GithubState;
  readonly log: Logged[];
  /** Where caller or emulator broke GitHub's own description: each is a failed test. */
  readonly violations: string[];
}

/** One side of GitHub: names the route of a request, then answers it. */
export interface Side {
  readonly routeOf: (asked: Asked) => string;
  readonly answer: (asked: Asked, route: string, spentUrl: boolean) => Promise<Answer>;
}

const MOST_BYTES = 4 * 1_024 * 1_024;

/** Serves a side of GitHub on a free port of 127.0.0.1: its faults come first, and what breaks in it is a violation. */
export function serveAnswers({ state, log, violations }: Emulator, side: (origin: string) => Side): Promise<Served> {
  const answerOne = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await readAsked(request);
    const { routeOf, answer } = side(`http://${request.headers.host}`);
    const route = routeOf(asked);
    const write = (given: Answer): void => {
      log.push({ route, path: `${asked.url.pathname}${asked.url.search}`, status: given.status });
      writeAnswer(response, given);
    };
    const fault = takeFault(state.faults, route);
    if (fault?.kind === 'hang' || fault?.kind === 'drop') {
      log.push({ route, path: asked.url.pathname, status: 0 });
      if (fault.kind === 'drop') request.socket.destroy();
      return;
    }
    if (fault?.kind === 'delay') await sleep(fault.delayMs);
    const planted = fault === undefined ? undefined : answerFault(fault);
    write(planted ?? (await answer(asked, route, fault?.kind === 'expired-url')));
  };
  return listen(
    createServer((request, response) => {
      answerOne(request, response).catch((error: unknown) => {
        violations.push(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
        if (!response.headersSent) writeAnswer(response, { status: 500, body: { message: 'the emulator broke' } });
      });
    }),
    'http',
  );
}

/** Throws when caller or emulator have broken GitHub's description: for the end of a test. */
export function refuseViolations({ violations }: Emulator): void {
  if (violations.length > 0) throw new Error(`GitHub's own description was broken:\n${violations.join('\n')}`);
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.from(chunk as Uint8Array); // no encoding is set
    bytes += buffer.byteLength;
    if (bytes > MOST_BYTES) throw new Error('the body is longer than anything that GitHub takes');
    chunks.push(buffer);
  }
  const text = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? '',
    url: new URL(request.url ?? '/', `http://${request.headers.host}`),
    token: /^(?:bearer|token) (.+)$/i.exec(request.headers.authorization ?? '')?.[1],
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function writeAnswer(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
    'x-github-request-id': 'EMUL:ATED',
    ...headers,
  });
  response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
}
