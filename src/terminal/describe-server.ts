import type { ServerSource, Sla } from '../config/sla.ts';
import { formatDuration } from '../units.ts';
import { describeServerRow } from '../verdict/check-server.ts';

/** Each row of `server:` and what it promises, with where it is asked and how often. */
export function describeServer({ server }: Pick<Sla, 'server'>): readonly (readonly [name: string, text: string])[] {
  return server.map((row) => [row.name, `${describeServerRow(row)}; ${describeSource(row.source, row.everyMs)}`]);
}

function describeSource(source: ServerSource, everyMs: number): string {
  const every = `every ${formatDuration(everyMs)}`;
  switch (source.kind) {
    case 'promql':
      return `PromQL ${source.query}, asked of --prometheus-url after the load, in steps of ${formatDuration(everyMs)}`;
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
