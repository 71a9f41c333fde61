import type { Json } from './dial-values.ts';
import type { Answer } from './dials.ts';
import { buildBackendAnswer, type AnswerWorld } from './backend/build-backend-answer.ts';
import { buildStatefulAnswer } from './build-stateful-answer.ts';
import { json, lastParam, type PreparedAnswer, type ReceivedRequest, text } from './prepared-answer.ts';
import { eventPieces, streamPieces } from './write-pieces.ts';

/** Whether the answer looks into the request's body; otherwise the body is counted and let go. */
export function keepsBody(answer: Answer): boolean {
  switch (answer.kind) {
    case 'echo':
    case 'csrf-check':
    case 'upload-complete':
      return true;
    case 'collection':
      return answer.do === 'create' || answer.do === 'update';
    case 'cache':
      return answer.do === 'invalidate';
    default:
      return false;
  }
}

/** The answer to one request; the same request gets the same answer but for ids, sessions and jobs. */
export function buildAnswer(answer: Answer, request: ReceivedRequest, world: AnswerWorld, nowMs: number): PreparedAnswer {
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
      return create(world.memory.newId(), request.path, answer);
    case 'redirect':
      return { ...text(answer.status ?? 302, 'text/plain; charset=utf-8', ''), headers: { location: answer.to } };
    case 'events':
      return {
        status: 200,
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' },
        body: eventPieces(answer),
      };
    case 'stream':
      return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: streamPieces(answer) };
    case 'figures':
    case 'metrics':
    case 'enqueue':
    case 'task':
    case 'cache':
    case 'collection':
    case 'usage':
      return buildBackendAnswer(answer, request, world, nowMs);
    default:
      return buildStatefulAnswer(answer, request, world.memory, nowMs);
  }
}

function create(id: number, path: string, { status = 201, fields }: Extract<Answer, { kind: 'create' }>): PreparedAnswer {
  return json(status, { id, ...fields }, { location: `${path}/${id}` });
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

function asNumber(id: string): string | number {
  return /^\d{1,15}$/.test(id) ? Number(id) : id;
}
