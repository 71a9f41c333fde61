import type { Memory } from '../memory.ts';
import { parseObject } from '../parse-object.ts';
import { json, lastParam, type PreparedAnswer, type ReceivedRequest, text } from '../prepared-answer.ts';
import type { Backend } from './backend.ts';
import type { BackendAnswer } from './backend-answer.ts';
import type { JsonObject } from '../dial-values.ts';
import { fillFigures, type FigureSources } from './read-figure.ts';

/** What answers are made from. */
export interface AnswerWorld {
  readonly memory: Memory;
  readonly backend: Backend;
  readonly figures: FigureSources;
  /** The page of `/metrics` at this moment. */
  readonly renderMetrics: () => string;
}

/** The answer to one request out of the backend, and what it changes there. */
export function buildBackendAnswer(answer: BackendAnswer, request: ReceivedRequest, world: AnswerWorld, nowMs: number): PreparedAnswer {
  const { backend } = world;
  switch (answer.kind) {
    case 'figures':
      return json(200, fillFigures(answer.value ?? {}, answer.figures, world.figures));
    case 'metrics':
      return text(200, 'text/plain; version=0.0.4; charset=utf-8', world.renderMetrics());
    case 'enqueue': {
      const id = String(world.memory.newId());
      if (!backend.queue(answer.queue).add(id, request.arrivedMs, nowMs)) return json(503, { error: 'queue full' });
      return json(202, { id, state: 'queued', ...answer.fields }, { location: `${request.path}/${id}` });
    }
    case 'task': {
      const id = lastParam(request);
      const state = backend.queue(answer.queue).stateOf(id);
      return state === undefined ? json(404, { error: 'no such task' }) : json(200, { id, state });
    }
    case 'cache':
      return answerCache(answer, request, backend, nowMs);
    case 'collection':
      return answerCollection(answer, request, backend);
    case 'usage': {
      const usage = backend.tenants.usageOf(String(request.headers[backend.tenants.header] ?? ''));
      return usage === undefined ? json(403, { error: 'no such tenant' }) : json(200, { ...usage, ...answer.fields });
    }
  }
}

function answerCache(
  answer: Extract<BackendAnswer, { kind: 'cache' }>,
  request: ReceivedRequest,
  backend: Backend,
  nowMs: number,
): PreparedAnswer {
  const cache = backend.cache(answer.cache);
  switch (answer.do) {
    case 'clear':
      return json(200, { removed: cache.remove('*') });
    case 'invalidate': {
      const { pattern } = parseObject(request.body);
      return typeof pattern === 'string'
        ? json(200, { removed: cache.remove(pattern) })
        : json(400, { error: 'pattern: a text is needed' });
    }
    case 'warm':
      for (const key of answer.keys) cache.put(key, nowMs);
      return json(200, { warmed: answer.keys.length });
  }
}

function answerCollection(
  answer: Extract<BackendAnswer, { kind: 'collection' }>,
  request: ReceivedRequest,
  backend: Backend,
): PreparedAnswer {
  const collection = backend.collection(answer.collection);
  const id = lastParam(request);
  switch (answer.do) {
    case 'list':
      return json(200, collection.list(answer.limit));
    case 'create': {
      const object = collection.create({ ...parseObject(request.body), ...answer.set });
      return json(201, object, { location: `${request.path}/${object.id}` });
    }
    case 'get':
      return found(collection.get(id));
    case 'update':
      return found(collection.update(id, { ...parseObject(request.body), ...answer.set }));
    case 'delete':
      return collection.delete(id) ? { ...text(204, 'application/json', ''), headers: {} } : found(undefined);
  }
}

function found(object: JsonObject | undefined): PreparedAnswer {
  return object === undefined ? json(404, { error: 'no such object' }) : json(200, object);
}
