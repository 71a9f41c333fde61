import type { Scenario, Variable } from '../../../config/scenario.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { DataTable } from '../../../plan/program.ts';
import { VERSION } from '../../../version.ts';
import { listBounds, listConnections } from '../check/list-connections.ts';
import { isTargetSecret } from './list-secrets.ts';
import { listUsedData, slotsReadBy } from './list-used-data.ts';
import { dataOf, dictOf, listOf, renderBoolean, renderNumber, renderText, tupleOf, type Code } from './render-python.ts';
import type { SecretTable } from './render-secret-data.ts';

/** More rows than this are written as one JSON text: Python takes long to read a large literal. */
const MOST_LITERAL_ROWS = 1_000;

/** What the scenario and the plan do not say of a file. */
export interface PlanTableInput {
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** The environment variables that must be set. */
  readonly secrets: readonly string[];
  /** Of the rows that may not stand in it; undefined: there are none. */
  readonly dataHash: string | undefined;
}

/** `PLAN`: all that is decided before the first byte. */
export function renderPlanTable({ scenario, plan, secrets, dataHash }: PlanTableInput, hash: string): Code {
  const [connection] = listConnections(plan);
  const [bound] = listBounds(plan);
  return dictOf([
    ['name', renderText(plan.name)],
    ['hash', renderText(hash)],
    ['seed', renderNumber(plan.seed)],
    ['host', isTargetSecret(plan) ? 'None' : renderText(plan.target.replace(/\/+$/, ''))],
    ['phases', dataOf(plan.phases)],
    ['series', listOf(plan.series.map(({ name, kind, method }) => dataOf({ name, kind, method })))],
    ['profiles', listOf(plan.program.users.map(({ name }) => renderText(name)))],
    ['timeBoxMs', renderNumber(plan.timeBoxMs)],
    ['drainMs', renderNumber(plan.drainMs)],
    // Empty: the target's own, which may be a secret.
    ['allowedHosts', dataOf(scenario.allowedHosts.map((host) => host.toLowerCase()))],
    ['secrets', dataOf(secrets)],
    ...(dataHash === undefined ? [] : [['dataSha256', renderText(dataHash)] as const]),
    ...(bound === undefined ? [] : [['connections', renderNumber(bound)] as const]),
    ['insecure', renderBoolean(connection?.tls.insecure ?? false)],
    ['ca', dataOf(connection?.tls.ca)],
    ['userAgent', renderText(`load-gate/${VERSION}`)],
  ]);
}

/** `VARS`: the variables that some profile reads. */
export function renderVariables(plan: Plan): Code {
  const read = slotsReadBy(plan);
  return dictOf(
    plan.program.slots.flatMap((slot, index) =>
      slot.kind === 'drawn' && read.has(index) ? [[slot.name, renderVariable(slot.variable)] as const] : [],
    ),
  );
}

/** `DATA`: of a source with secrets only which columns hold them. */
export function renderData(plan: Plan, secret: readonly SecretTable[]): Code {
  const columnsOf = new Map(secret.map(({ table, columns }) => [table.name, columns]));
  return dictOf(
    listUsedData(plan).map((table) => {
      const columns = columnsOf.get(table.name);
      const rows: (readonly [string, Code])[] =
        columns === undefined
          ? [['rows', renderRows(table)]]
          : [
              ['rows', 'None'],
              ['secret', dataOf(columns)],
            ];
      return [table.name, dictOf([['pick', renderText(table.pick)], ...rows])] as const;
    }),
  );
}

/** Whether rows in the file are read from a JSON text, so that it needs `import json`. */
export function isJsonRead(plan: Plan, secret: readonly SecretTable[]): boolean {
  return listUsedData(plan).some((table) => isLargeTable(table) && !secret.some((one) => one.table === table));
}

function isLargeTable({ rows }: Pick<DataTable, 'rows'>): boolean {
  return rows.length > MOST_LITERAL_ROWS;
}

function renderRows({ rows }: Pick<DataTable, 'rows'>): Code {
  return isLargeTable({ rows }) ? `json.loads(${renderText(JSON.stringify(rows))})` : listOf(rows.map(dataOf));
}

function renderVariable(variable: Variable): Code {
  switch (variable.kind) {
    case 'int':
      return tupleOf(['"int"', renderNumber(variable.min), renderNumber(variable.max)]);
    case 'uuid':
      return tupleOf(['"uuid"']);
    case 'string':
      return tupleOf(['"string"', renderNumber(variable.length)]);
    case 'now':
      return tupleOf(['"now"', renderText(variable.format)]);
  }
}
