import type { MetricDials } from '../backend/backend-dials.ts';
import { type FigureSources, readFigure } from '../backend/read-figure.ts';
import type { RouteRecord } from '../route-state.ts';
import { DurationHistogram } from './duration-histogram.ts';
import type { MetricFamily, MetricSample } from './render-metrics.ts';

/** What the server counts of itself for `/metrics`. */
export interface MetricSources {
  readonly figures: FigureSources;
  readonly routes: Iterable<RouteRecord>;
  readonly unmatched: number;
  /** Path of a socket route → connections open now. */
  readonly sockets: ReadonlyMap<string, number>;
}

/** The built-in families, but for those whose names the dials take, and those of the dials. */
export function buildFamilies(dials: readonly MetricDials[], sources: MetricSources): readonly MetricFamily[] {
  const own = buildOwnFamilies(dials, sources.figures);
  const taken = new Set(own.map(({ name }) => name));
  return [...buildHttpFamilies(sources), ...buildProcessFamilies(sources)].filter(({ name }) => !taken.has(name)).concat(own);
}

function buildHttpFamilies({ routes, unmatched }: MetricSources): readonly MetricFamily[] {
  const requests = new Map<string, { labels: MetricSample['labels']; value: number }>();
  const durations = new Map<string, { labels: MetricSample['labels']; value: DurationHistogram }>();
  const count = (labels: MetricSample['labels'], value: number): void => {
    const key = JSON.stringify(labels);
    requests.set(key, { labels, value: value + (requests.get(key)?.value ?? 0) });
  };
  // Routes that were renamed by new dials are one route here, by method and path.
  for (const { method, path, tally, durations: own } of routes) {
    for (const [status, answered] of Object.entries(tally.answered)) count({ method, path, status }, answered);
    const key = `${method} ${path}`;
    const sample = durations.get(key) ?? { labels: { method, path }, value: new DurationHistogram() };
    sample.value.add(own);
    durations.set(key, sample);
  }
  if (unmatched > 0) count({ method: '*', path: 'unmatched', status: '404' }, unmatched);
  return [
    { name: 'http_requests_total', help: 'Whole answers by route and status.', type: 'counter', samples: [...requests.values()] },
    {
      name: 'http_request_duration_seconds',
      help: 'From the arrival of a request to its whole answer, whatever its status.',
      type: 'histogram',
      samples: [...durations.values()],
    },
  ];
}

function buildProcessFamilies({ sockets, figures }: MetricSources): readonly MetricFamily[] {
  const samples = [...sockets].map(([path, value]) => ({ labels: { path }, value }));
  const memory = figures.process('memory_bytes');
  const cpu = figures.process('cpu_seconds');
  return [
    { name: 'websocket_connections', help: 'WebSocket connections that are open.', type: 'gauge', samples },
    {
      name: 'process_resident_memory_bytes',
      help: 'Resident memory of the server.',
      type: 'gauge',
      samples: [{ labels: {}, value: memory }],
    },
    { name: 'process_cpu_seconds_total', help: 'CPU time of the server.', type: 'counter', samples: [{ labels: {}, value: cpu }] },
  ];
}

function buildOwnFamilies(dials: readonly MetricDials[], figures: FigureSources): readonly MetricFamily[] {
  return [...Map.groupBy(dials, ({ name }) => name).values()].flatMap((lines): readonly MetricFamily[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const samples = lines.flatMap((metric): readonly MetricSample[] => {
      const value = readMetric(metric, figures);
      return value === undefined ? [] : [{ labels: metric.labels ?? {}, value }];
    });
    return [{ name: first.name, help: first.help, type: first.type, samples }];
  });
}

function readMetric(metric: MetricDials, figures: FigureSources): MetricSample['value'] | undefined {
  if (metric.type !== 'histogram') return readFigure(metric.value, figures);
  const { of } = metric;
  return 'pool' in of ? figures.backend.pool(of.pool).histogram : figures.backend.queue(of.queue).histogram;
}
