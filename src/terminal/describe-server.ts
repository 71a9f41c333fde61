import type { ServerSource, Sla } from '../config/sla.ts';
import { formatDuration } from '../units.ts';
import { describeServerRow } from '../verdict/check-server.ts';
import { listMatches } from '../verdict/list-matches.ts';

/** Each row of `server:` and what it promises, with where it is asked and how often; PromQL is asked where `describePrometheus` says. */
export function describeServer({ server, severity }: Pick<Sla, 'server' | 'severity'>): readonly (readonly [name: string, text: string])[] {
  return server.map((row) => {
    const warns = listMatches(severity, row.name)[0]?.severity === 'warn' ? ' (warns)' : '';
    return [row.name, `${describeServerRow(row)}${warns}; ${describeSource(row.source, row.everyMs)}`];
  });
}

/** Where PromQL is asked, `origin` undefined when nobody said; empty when no row asks it. */
export function describePrometheus({ server }: Pick<Sla, 'server'>, origin: string | undefined): string {
  if (server.every(({ source }) => source.kind !== 'promql')) return '';
  return `PromQL is asked of ${origin ?? 'the Prometheus that --prometheus-url names'}, after the load`;
}

function describeSource(source: ServerSource, everyMs: number): string {
  const every = `every ${formatDuration(everyMs)}`;
  switch (source.kind) {
    case 'promql':
      return `PromQL ${source.query}, ${every}`;
    case 'json':
      return `${source.path} of GET ${source.url}, ${every}`;
    case 'metrics': {
      const labels = source.labels.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).join(',');
      return `${source.metric}${labels === '' ? '' : `{${labels}}`} of GET ${source.url}, ${every}`;
    }
    case 'ws':
      return `${source.path} of each message of ${source.url}, which is expected ${every}`;
    case 'command':
      return `the number that ${source.argv.join(' ')} prints, ${every}; needs --allow-commands`;
  }
}
