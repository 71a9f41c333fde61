import type { Answer, Json } from './dials.ts';
import type { Memory } from './memory.ts';

/** A request whose body has been read as far as its answer needs it. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Without the question mark; may be empty. */
  readonly query: string;
  readonly params: ReadonlyMap<string, string>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Empty unless `keepsBody(answer)`. */
  readonly body: Buffer;
  readonly bodyBytes: number;
}

/** `size`: that many bytes of filler, never held in memory at once. */
export interface PreparedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | { readonly size: number };
}

/** Whether the answer looks into the request's body; otherwise the body is counted and let go. */
export function keepsBody(answer: Answer): boolean {
  return answer.kind === 'echo' || answer.kind === 'csrf-check';
}

/** The answer to one request; the same request gets the same answer but for ids, sessions and jobs. */
export function buildAnswer(answer: Answer, request: ReceivedRequest, memory: Memory, nowMs: number): PreparedAnswer {
  switch (answer.kind) {
    case 'json':
      return json(answer.status ?? 200, answer.value);
    case 'text':
      return text(answer.status ?? 200, answer.contentType ?? 'text/plain; charset=utf-8', answer.body);
    case 'bytes':
      return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: { size: answer.size } };
    case 'sink':
      return json(200, { bytes: request.bodyBytes });
    case 'echo':
      return json(200, echo(request));
    case 'list':
      return json(200, { items: Array.from({ length: answer.count }, (_, i) => ({ id: i + 1, ...answer.fields })), total: answer.count });
    case 'item':
      return json(200, { id: asNumber(lastParam(request)), ...answer.fields });
    case 'create':
      return create(memory.newId(), request.path, answer.fields);
    case 'redirect':
      return { ...text(answer.status ?? 302, 'text/plain; charset=utf-8', ''), headers: { location: answer.to } };
    default:
      return buildStatefulAnswer(answer, request, memory, nowMs);
  }
}

type StatefulAnswer = Extract<Answer, { kind: 'login' | 'session' | 'submit-job' | 'job' | 'csrf-form' | 'csrf-check' }>;

function buildStatefulAnswer(answer: StatefulAnswer, request: ReceivedRequest, memory: Memory, nowMs: number): PreparedAnswer {
  switch (answer.kind) {
    case 'login': {
      const session = memory.openSession();
      return json(200, { token: session }, { 'set-cookie': `sid=${session}; Path=/; HttpOnly; SameSite=Lax` });
    }
    case 'session': {
      const session = sessionOf(request.headers);
      return session !== undefined && memory.hasSession(session)
        ? json(200, { session })
        : json(401, { error: 'no session' }, { 'www-authenticate': 'Bearer' });
    }
    case 'submit-job': {
      const id = memory.submitJob(nowMs, answer.queuedMs, answer.runningMs);
      return json(202, { id, state: 'queued' }, { location: `${request.path}/${id}` });
    }
    case 'job': {
      const id = lastParam(request);
      const state = memory.jobState(id, nowMs);
      return state === undefined ? json(404, { error: 'no such job' }) : json(200, { id, state });
    }
    case 'csrf-form':
      return text(
        200,
        'text/html; charset=utf-8',
        `<form method="post"><input type="hidden" name="csrf" value="${memory.issueFormToken()}"></form>\n`,
      );
    case 'csrf-check': {
      const token = new URLSearchParams(request.body.toString()).get('csrf') ?? '';
      return memory.useFormToken(token) ? json(200, { ok: true }) : json(403, { error: 'the form token is unknown or used' });
    }
  }
}

/** A JSON answer; also what the server says when it plants an error. */
export function json(status: number, value: Json, headers: Readonly<Record<string, string>> = {}): PreparedAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: Buffer.from(JSON.stringify(value)) };
}

function text(status: number, contentType: string, body: string): PreparedAnswer {
  return { status, headers: { 'content-type': contentType }, body: Buffer.from(body) };
}

function create(id: number, path: string, fields: { readonly [key: string]: Json } | undefined): PreparedAnswer {
  return json(201, { id, ...fields }, { location: `${path}/${id}` });
}

function echo(request: ReceivedRequest): Json {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined || name.startsWith(':') ? [] : [[name, String(value)] as const],
  );
  return {
    method: request.method,
    path: request.path,
    query: request.query,
    headers: Object.fromEntries(headers),
    body: request.body.toString(),
  };
}

function lastParam(request: ReceivedRequest): string {
  return [...request.params.values()].at(-1) ?? '';
}

function asNumber(id: string): string | number {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}

function sessionOf(headers: ReceivedRequest['headers']): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(String(headers['authorization'] ?? ''));
  if (bearer) return bearer[1];
  for (const pair of String(headers['cookie'] ?? '').split(';')) {
    const [name, value] = pair.split('=', 2);
    if (name?.trim() === 'sid') return value?.trim();
  }
  return undefined;
}
