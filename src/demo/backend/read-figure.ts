import type { Json, JsonObject } from '../dial-values.ts';
import type { Backend } from './backend.ts';
import type { Figure, Figures } from './backend-dials.ts';

type Of<K extends Figure['figure']> = Extract<Figure, { figure: K }>;

/** What figures are read from. */
export interface FigureSources {
  readonly backend: Backend;
  /** Of a route by name, over all without one. */
  readonly requests: (of: Of<'requests'>['of'], route: string | undefined) => number;
  readonly sockets: (socket: string | undefined) => number;
  readonly uploads: (of: Of<'uploads'>['of']) => number;
  readonly process: (of: Of<'process'>['of']) => number;
}

/** A figure at this moment; undefined: it has no value yet. */
export function readFigure(figure: Figure, sources: FigureSources): number | undefined {
  switch (figure.figure) {
    case 'constant':
      return figure.value;
    case 'queue':
      return readQueue(figure, sources.backend);
    case 'cache':
      return readCache(figure, sources.backend);
    case 'pool': {
      const pool = sources.backend.pool(figure.pool);
      return figure.of === 'in_use' ? pool.inUse : pool[figure.of];
    }
    case 'requests':
      return sources.requests(figure.of, figure.route);
    case 'sockets':
      return sources.sockets(figure.socket);
    case 'uploads':
      return sources.uploads(figure.of);
    case 'process':
      return sources.process(figure.of);
    case 'sum':
      return figure.terms.reduce((sum: number | undefined, { times = 1, of }) => {
        const value = readFigure(of, sources);
        return sum === undefined || value === undefined ? undefined : sum + times * value;
      }, 0);
  }
}

/** The object with its figures in their places. */
export function fillFigures(value: JsonObject, figures: Figures, sources: FigureSources): JsonObject {
  let filled = value;
  for (const [path, figure] of Object.entries(figures)) filled = setAt(filled, path.split('.'), readFigure(figure, sources) ?? null);
  return filled;
}

function setAt(object: JsonObject, [key = '', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...object, [key]: value };
  const below = object[key];
  return { ...object, [key]: setAt(isObject(below) ? below : {}, rest, value) };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readQueue({ queue: name, of }: Of<'queue'>, backend: Backend): number | undefined {
  const queue = backend.queue(name);
  switch (of) {
    case 'rps':
      return queue.rps(performance.now());
    case 'avg_ms':
      return queue.latencies.averageMs();
    case 'p95_ms':
      return queue.latencies.percentileMs(95);
    case 'p99_ms':
      return queue.latencies.percentileMs(99);
    case 'done':
      return queue.committed + queue.failed;
    default:
      return queue[of];
  }
}

function readCache({ cache, tier, of }: Of<'cache'>, backend: Backend): number | undefined {
  const counts = backend.cache(cache).counts(tier);
  if (counts === undefined || of !== 'hit_ratio') return counts?.[of === 'hit_ratio' ? 'hits' : of];
  const asked = counts.hits + counts.misses;
  return asked === 0 ? undefined : counts.hits / asked;
}
