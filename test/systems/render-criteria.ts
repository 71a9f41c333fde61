import { paintPlain } from '../../src/terminal/paint.ts';
import { renderTable } from '../../src/terminal/render-table.ts';
import type { TrialResult } from './run-system.ts';

/** Criterion × healthy, broken; what is wrong, and how many runs were measured again, stands below. */
export function renderCriteria({ rows, runs, repeated }: TrialResult): string {
  const table = renderTable(
    [
      { title: '', align: 'left' },
      { title: 'system', align: 'left' },
      { title: 'criterion', align: 'left' },
      { title: 'healthy', align: 'right' },
      { title: 'fault', align: 'left' },
      { title: 'broken', align: 'right' },
    ],
    rows.map(({ system, criterion, healthy, fault, broken, troubles }) =>
      [troubles.length === 0 ? '✓' : '✗', system, criterion, healthy, fault, broken].map((text) => ({ text })),
    ),
    240,
    paintPlain,
  );
  const troubles = rows.flatMap((row) => row.troubles.map((trouble) => `✗ ${row.system}, ${row.scenario}: ${row.criterion}: ${trouble}`));
  const good = rows.filter((row) => row.troubles.length === 0);
  const broken = good.filter((row) => !['not run', 'not here'].includes(row.broken)).length;
  const sum = `${good.length} of ${rows.length} criteria are as they should be; ${broken} of them were broken, and turned red, alone.`;
  const again = `${repeated} of ${runs} runs were measured again, at most twice: they could not be judged, or rows beside those of their fault had turned red, too.`;
  return [...table, '', sum, again, ...troubles, ''].join('\n');
}
