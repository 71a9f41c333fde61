import type { Answer, Dials } from '../dials.ts';
import { routeName, socketName } from '../route-name.ts';
import type { Figure, Figures, MetricDials } from './backend-dials.ts';

/** Names of the backend's parts as the dials have them. */
interface Names {
  readonly queue: ReadonlySet<string>;
  readonly cache: ReadonlySet<string>;
  /** `cache tier`. */
  readonly tier: ReadonlySet<string>;
  readonly pool: ReadonlySet<string>;
  readonly collection: ReadonlySet<string>;
  readonly route: ReadonlySet<string>;
  readonly socket: ReadonlySet<string>;
}

/** What routes, sockets and metrics name that is not there; empty: nothing. */
export function checkReferences(dials: Dials): readonly string[] {
  const names = namesOf(dials);
  return [
    ...dials.routes.flatMap((route) => {
      const { cache, query, tenant, answer } = route;
      const problems = [
        ...(cache === undefined ? [] : missing('cache', cache, names)),
        ...(query === undefined ? [] : missing('pool', query.pool, names)),
        ...(answer === undefined ? [] : checkAnswer(answer, dials, names)),
        ...(tenant === undefined || dials.tenants !== undefined ? [] : ['tenant: there are no tenants']),
      ];
      return problems.map((problem) => `${routeName(route)}: ${problem}`);
    }),
    ...(dials.sockets ?? []).flatMap((socket) =>
      checkFigures(socket.push?.figures ?? {}, names).map((problem) => `${socketName(socket)}: push: ${problem}`),
    ),
    ...checkMetrics(dials.metrics ?? [], names),
  ];
}

function namesOf({ queues = [], caches = [], pools = [], collections = [], routes, sockets = [] }: Dials): Names {
  const all = (parts: readonly { readonly name: string }[]): Set<string> => new Set(parts.map(({ name }) => name));
  return {
    queue: all(queues),
    cache: all(caches),
    tier: new Set(caches.flatMap(({ name, tiers }) => tiers.map((tier) => `${name} ${tier.name}`))),
    pool: all(pools),
    collection: all(collections),
    route: new Set(routes.map(routeName)),
    socket: new Set(sockets.flatMap((socket) => [socketName(socket), socket.path])),
  };
}

function missing(kind: keyof Names, name: string, names: Names): readonly string[] {
  return names[kind].has(name) ? [] : [`there is no ${kind} ${name}`];
}

function checkAnswer(answer: Answer, dials: Dials, names: Names): readonly string[] {
  switch (answer.kind) {
    case 'figures':
      return checkFigures(answer.figures, names);
    case 'enqueue':
    case 'task':
      return missing('queue', answer.queue, names);
    case 'cache':
      return missing('cache', answer.cache, names);
    case 'collection':
      return missing('collection', answer.collection, names);
    case 'usage':
      return dials.tenants === undefined ? ['answer: there are no tenants'] : [];
    default:
      return [];
  }
}

function checkFigures(figures: Figures, names: Names): readonly string[] {
  return Object.values(figures).flatMap((figure) => checkFigure(figure, names));
}

function checkFigure(figure: Figure, names: Names): readonly string[] {
  switch (figure.figure) {
    case 'constant':
      return Number.isFinite(figure.value) ? [] : ['a constant is a number'];
    case 'queue':
      return missing('queue', figure.queue, names);
    case 'cache':
      return figure.tier === undefined ? missing('cache', figure.cache, names) : missing('tier', `${figure.cache} ${figure.tier}`, names);
    case 'pool':
      return missing('pool', figure.pool, names);
    case 'requests':
      return figure.route === undefined ? [] : missing('route', figure.route, names);
    case 'sockets':
      return figure.socket === undefined ? [] : missing('socket', figure.socket, names);
    case 'uploads':
    case 'process':
      return [];
    case 'sum':
      return figure.terms.flatMap(({ times = 1, of }) => [
        ...(Number.isFinite(times) ? [] : ['times: a number']),
        ...checkFigure(of, names),
      ]);
  }
}

function checkMetrics(metrics: readonly MetricDials[], names: Names): readonly string[] {
  const seen = new Map<string, MetricDials['type']>();
  const lines = new Set<string>();
  return metrics.flatMap((metric) => {
    const { name, help, type, labels = {} } = metric;
    const line = JSON.stringify([name, Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
    const problems = [
      ...(/^[a-z_][a-z0-9_]*$/.test(name) && help !== '' ? [] : ['a name of [a-z0-9_] and a help are needed']),
      ...(Object.keys(labels).every((label) => /^[a-z_][a-z0-9_]*$/.test(label) && label !== 'le') ? [] : ['labels: names of [a-z0-9_]']),
      ...((seen.get(name) ?? type) === type ? [] : ['one name has one type']),
      ...(lines.has(line) ? ['the same labels twice'] : []),
      ...(metric.type === 'histogram'
        ? 'pool' in metric.of
          ? missing('pool', metric.of.pool, names)
          : missing('queue', metric.of.queue, names)
        : checkFigure(metric.value, names)),
    ];
    seen.set(name, type);
    lines.add(line);
    return problems.map((problem) => `metric ${name}: ${problem}`);
  });
}
