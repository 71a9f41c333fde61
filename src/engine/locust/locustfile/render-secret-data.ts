import { createHash } from 'node:crypto';
import type { Scenario } from '../../../config/scenario.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { DataTable } from '../../../plan/program.ts';
import { listUsedData } from './list-used-data.ts';

/** The environment variable that names the file with the rows that may not stand in a locustfile. */
export const DATA_VARIABLE = 'LOAD_GATE_DATA';

/** A data source with its columns that hold secrets (`''`: its plain values). */
export interface SecretTable {
  readonly table: DataTable;
  readonly columns: readonly string[];
}

/** The data sources with secrets that some profile reads; none of their rows stands in the file for Locust. */
export function listSecretTables(scenario: Scenario, plan: Plan): readonly SecretTable[] {
  const columnsOf = new Map(scenario.data.map(({ name, secretColumns }) => [name, secretColumns]));
  return listUsedData(plan).flatMap((table) => {
    const columns = columnsOf.get(table.name) ?? [];
    return columns.length === 0 ? [] : { table, columns };
  });
}

/** The rows of these, as the one JSON file that a worker reads them from: `{"account": [rows]}`. Undefined: there are none. */
export function renderSecretData(tables: readonly SecretTable[]): string | undefined {
  if (tables.length === 0) return undefined;
  return `${JSON.stringify(Object.fromEntries(tables.map(({ table }) => [table.name, table.rows])))}\n`;
}

/** SHA-256 of such a file, in hex: stands in the plan, so that a worker with other rows is told apart. */
export function hashSecretData(data: string): string {
  return createHash('sha256').update(data).digest('hex');
}
