import type { Issue } from '../config/issue.ts';
import type { ServerRow, ServerSource } from '../config/sla.ts';
import type { RequestSpec } from '../config/step.ts';
import { compileHandshake, type SocketContext } from './compile-socket.ts';
import { compileRequest } from './compile-request.ts';
import { compileText } from './compile-text.ts';
import type { PlacedRequest } from './list-requests.ts';
import { planError } from './plan-issue.ts';
import { NO_OPTIONS } from './no-options.ts';
import type { PlanRequest } from './plan-request.ts';
import type { RequestProgram } from './program.ts';
import { resolvePrometheus } from './resolve-prometheus.ts';
import type { ServerProgram, ServerRowProgram } from './server-program.ts';

export interface CompiledServer {
  readonly program: Omit<ServerProgram, 'connections'>;
  /** Beside those that the scenario holds. */
  readonly secrets: readonly string[];
}

/** The requests of `server:`, as a step of the scenario would send them; issues for what only a flag can allow. */
export function compileServer(request: PlanRequest, context: SocketContext, issues: Issue[]): CompiledServer {
  const rows = request.server?.rows ?? [];
  const asks = rows.filter(({ source }) => source.kind === 'promql');
  issues.push(...(request.requireSecrets ? listForbidden(rows, request) : []));
  const prometheus = asks.length > 0 ? resolvePrometheus(request, issues) : undefined;
  return {
    program: {
      rows: rows.map((row) => compileRow(row, context)),
      prometheus: prometheus && compileQuery(prometheus, context),
    },
    secrets: prometheus?.secrets ?? [],
  };
}

/** What the rows ask the target for, for the check of hosts. */
export function listServerRequests(rows: readonly ServerRow[]): readonly PlacedRequest[] {
  return rows.flatMap(({ source, at }): readonly PlacedRequest[] =>
    'url' in source ? [{ kind: source.kind === 'ws' ? 'handshake' : 'request', request: specOf(source.url), at }] : [],
  );
}

/** Closed: a row that may not be asked is no row that holds. */
function listForbidden(rows: readonly ServerRow[], { server }: PlanRequest): readonly Issue[] {
  return rows.flatMap(({ name, source, at }): readonly Issue[] => {
    if (source.kind === 'promql' && server?.prometheusUrl === undefined)
      return [
        planError(at, 'prometheus', `${name} asks Prometheus, and nobody said where it is`, 'add --prometheus-url http://prometheus:9090'),
      ];
    if (source.kind === 'command' && server?.allowCommands !== true)
      return [
        planError(
          at,
          'command',
          `${name} runs a command on this machine, which no file can allow`,
          'add --allow-commands if you trust this SLA',
        ),
      ];
    return [];
  });
}

function compileRow(row: ServerRow, context: SocketContext): ServerRowProgram {
  const { name, source, unit, everyMs, recovers } = row;
  const base = {
    name,
    unit,
    everyMs,
    recovers,
    shown: describeSource(source),
    wantsEnd: row.limits.some(({ reduction }) => reduction === 'delta'),
  };
  const text = (template: string): string => {
    const compiled = compileText(template, context.names);
    // Validation lets no variable into a row.
    if (typeof compiled !== 'string') throw new RangeError(`${name} holds a variable`);
    return compiled;
  };
  switch (source.kind) {
    case 'promql':
      return { ...base, kind: source.kind, query: text(source.query) };
    case 'command':
      return { ...base, kind: source.kind, argv: source.argv.map(text) };
    case 'json':
      return { ...base, kind: source.kind, path: source.path, request: compileAsking(source.url, context) };
    case 'metrics': {
      const { metric, labels } = source;
      return { ...base, kind: source.kind, selector: { metric, labels }, request: compileAsking(source.url, context) };
    }
    case 'ws':
      return { ...base, kind: source.kind, path: source.path, request: compileOpening(name, source.url, context) };
  }
}

/** Any 2xx; what a default header takes from a virtual user's variables has no value here and is left out. */
function compileAsking(url: string, context: SocketContext): RequestProgram {
  return { ...compileRequest(specOf(url), 0, context), templatedHeaders: [], keepBody: true };
}

function compileOpening(name: string, url: string, context: SocketContext): RequestProgram {
  return { ...compileHandshake({ name, request: specOf(url) }, 0, context), templatedHeaders: [] };
}

function specOf(url: string): RequestSpec {
  return { method: 'GET', url: url.replace(/^ws(?=s?:)/i, 'http'), query: [], body: { kind: 'none' }, options: NO_OPTIONS };
}

/** Nothing of the scenario's own: its headers and certificates are for the target. */
function compileQuery(
  { url, authorization }: { readonly url: URL; readonly authorization: string | undefined },
  context: SocketContext,
): RequestProgram {
  const headers = authorization === undefined ? [] : [{ name: 'authorization', value: authorization }];
  const spec: RequestSpec = {
    ...specOf('/api/v1/query_range'),
    method: 'POST',
    body: { kind: 'form', fields: [] },
    options: { ...NO_OPTIONS, headers },
  };
  return { ...compileRequest(spec, 0, { ...context, defaults: NO_OPTIONS, target: url }), keepBody: true };
}

/** As written, so that no secret is in it. */
function describeSource(source: ServerSource): string {
  switch (source.kind) {
    case 'promql':
      return `promql ${source.query}`;
    case 'command':
      return `command ${source.argv.join(' ')}`;
    case 'json':
    case 'ws':
      return `${source.kind} ${source.url} ${source.path}`;
    case 'metrics': {
      const labels = source.labels.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(',');
      return `metrics ${source.url} ${source.metric}${labels === '' ? '' : `{${labels}}`}`;
    }
  }
}
