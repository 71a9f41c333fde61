/** What a path pattern needs to be found by. */
export interface Routable {
  readonly method: string;
  readonly path: string;
}

export interface Match<R> {
  readonly route: R;
  /** Bound by `:name` segments; `*` holds the rest of a trailing `/*`. In the order of the path. */
  readonly params: ReadonlyMap<string, string>;
}

const NO_PARAMS: ReadonlyMap<string, string> = new Map();

/** Finds the route of a request; literal paths first, then patterns in their order; HEAD falls back to GET. Undefined: no route. */
export function buildRouter<R extends Routable>(routes: readonly R[]): (method: string, path: string) => Match<R> | undefined {
  const literal = new Map<string, R>();
  const patterns: { readonly route: R; readonly segments: readonly string[] }[] = [];
  for (const route of routes) {
    const segments = route.path.split('/');
    if (segments.some((segment) => segment.startsWith(':') || segment === '*')) patterns.push({ route, segments });
    else if (!literal.has(`${route.method} ${route.path}`)) literal.set(`${route.method} ${route.path}`, route);
  }
  const find = (method: string, path: string): Match<R> | undefined => {
    const exact = literal.get(`${method} ${path}`) ?? literal.get(`* ${path}`);
    if (exact !== undefined) return { route: exact, params: NO_PARAMS };
    const parts = path.split('/');
    for (const { route, segments } of patterns) {
      if (route.method !== '*' && route.method !== method) continue;
      const params = bindSegments(segments, parts);
      if (params !== undefined) return { route, params };
    }
    return undefined;
  };
  return (method, path) => find(method, path) ?? (method === 'HEAD' ? find('GET', path) : undefined);
}

function bindSegments(segments: readonly string[], parts: readonly string[]): ReadonlyMap<string, string> | undefined {
  const params = new Map<string, string>();
  for (const [i, segment] of segments.entries()) {
    const part = parts[i];
    if (part === undefined) return undefined;
    if (segment === '*' && i === segments.length - 1) return params.set('*', parts.slice(i).join('/'));
    if (segment.startsWith(':') && part !== '') params.set(segment.slice(1), part);
    else if (segment !== part) return undefined;
  }
  return segments.length === parts.length ? params : undefined;
}
