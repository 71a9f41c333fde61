import type { IncomingMessage } from 'node:http';
import type { ApiClient } from '../../src/github/api-client.ts';
import { openClient, type ClientLimits } from '../../src/github/open-client.ts';
import { serveHttp } from '../support/serve.ts';

export const OURS = 'a'.repeat(40);
export const REPOSITORY = { owner: 'org', name: 'shop', id: 77 };
export const BOT = { login: 'github-actions[bot]', type: 'Bot' };

export interface PretendComment {
  readonly id: number;
  readonly user: { readonly login: string; readonly type: string };
  body: string;
  readonly html_url: string;
}

/** How a call goes wrong. `after`: it was done all the same. `hang`: no answer. */
export interface Fault {
  readonly status: number | 'hang' | 'reset';
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly after?: boolean;
}

export interface PretendState {
  comments: PretendComment[];
  headSha: string;
  /** Undefined: the token is that of an app, which has no user. */
  user?: string | undefined;
  /** Other answers of GET, by path without its query. */
  answers: Readonly<Record<string, unknown>>;
  /** Taken one after another by calls whose `METHOD path` begins with the key. */
  faults: Readonly<Record<string, Fault[]>>;
  /** Called before a comment is created: another job may be quicker. */
  onCreate?: (state: PretendState) => void;
  nextId: number;
}

export interface Pretended extends AsyncDisposable {
  readonly state: PretendState;
  /** `METHOD path` of each call, with its query. */
  readonly calls: string[];
  readonly env: Readonly<Record<string, string>>;
  open(limits?: Partial<ClientLimits>): Promise<ApiClient>;
}

/** As little of GitHub's REST API as comments take, on a free port of 127.0.0.1. */
export async function pretendGithub(input: Partial<PretendState> = {}): Promise<Pretended> {
  const state: PretendState = { comments: [], headSha: OURS, answers: {}, faults: {}, nextId: 1_000, ...input };
  const calls: string[] = [];
  const served = await serveHttp((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      const call = `${request.method} ${pathname}`;
      calls.push(`${request.method} ${request.url}`);
      const text = await readBody(request);
      const fault = Object.entries(state.faults)
        .find(([key, left]) => call.startsWith(key) && left.length > 0)?.[1]
        .shift();
      const answer = fault && fault.after !== true ? undefined : answerCall(state, { call, query: searchParams, text, origin: served.url });
      if (fault?.status === 'hang') return;
      if (fault?.status === 'reset') return void request.socket.destroy();
      const { status, body, headers } = fault
        ? { status: fault.status, body: { message: fault.message ?? 'Server Error' }, headers: fault.headers ?? {} }
        : (answer ?? { status: 404, body: { message: 'Not Found' }, headers: {} });
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(status === 204 ? undefined : JSON.stringify(body));
    })();
  });
  const env = { GITHUB_API_URL: served.url };
  return {
    state,
    calls,
    env,
    open: (limits) => openClient('a-token-of-tests', env, { totalMs: 20_000, callMs: 5_000, pauseMs: 5, ...limits }),
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}

interface Asked {
  readonly call: string;
  readonly query: URLSearchParams;
  readonly text: string;
  readonly origin: string;
}

function answerCall(
  state: PretendState,
  { call, query, text, origin }: Asked,
): { status: number; body: unknown; headers: Record<string, string> } {
  const reply = (status: number, body: unknown, headers: Record<string, string> = {}) => ({ status, body, headers });
  const path = call.slice(call.indexOf(' ') + 1);
  if (call.startsWith('GET ') && Object.hasOwn(state.answers, path)) return reply(200, state.answers[path]);
  if (call === 'GET /user')
    return state.user === undefined ? reply(403, { message: 'Resource not accessible by integration' }) : reply(200, { login: state.user });
  if (/^GET \/repos\/org\/shop\/pulls\/\d+$/.test(call)) return reply(200, { number: 12, head: { sha: state.headSha } });
  if (/^GET .*\/issues\/12\/comments$/.test(call)) {
    const [page, size] = [Number(query.get('page') ?? '1'), Number(query.get('per_page') ?? '30')];
    const end = page * size;
    const link = end < state.comments.length ? { link: `<${origin}${path}?page=${page + 1}&per_page=${size}>; rel="next"` } : {};
    return reply(200, state.comments.slice(end - size, end), link);
  }
  if (/^POST .*\/issues\/12\/comments$/.test(call)) {
    state.onCreate?.(state);
    const comment = addComment(state, String(JSON.parse(text).body));
    return reply(201, comment);
  }
  const id = Number(/\/issues\/comments\/(\d+)$/.exec(call)?.[1]);
  const comment = state.comments.find((each) => each.id === id);
  if (!comment) return reply(404, { message: 'Not Found' });
  if (call.startsWith('DELETE')) {
    state.comments = state.comments.filter((each) => each !== comment);
    return reply(204, undefined);
  }
  comment.body = String(JSON.parse(text).body);
  return reply(200, comment);
}

/** A comment at the end of the list; of the workflow's bot unless told otherwise. */
export function addComment(
  state: PretendState,
  body: string,
  user: PretendComment['user'] = state.user === undefined ? BOT : { login: state.user, type: 'User' },
): PretendComment {
  const id = state.nextId++;
  const comment = { id, user, body, html_url: `https://github.com/org/shop/pull/12#issuecomment-${id}` };
  state.comments.push(comment);
  return comment;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}
