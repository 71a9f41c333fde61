import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { BaselineStore, History, StoredRun } from './baseline/baseline-store.ts';
import { describeOtherKeys } from './baseline/describe-other-keys.ts';
import { isRunId } from './baseline/name-files.ts';
import { DEFAULT_REGRESSION_RULES } from './config/regression-rules.ts';
import { listCounting, listLeftOut } from './command-admission.ts';
import { buildHistory, describeWhere, summarizeBursts } from './command-history.ts';
import type { CommandPorts } from './command-ports.ts';
import { compareWithHistory, openStore } from './gate-baseline.ts';
import { GateError } from './gate-error.ts';
import type { AcceptBaselineRequest, HistoryRequest, PruneBaselineRequest, ShowBaselineRequest } from './options/stored-request.ts';
import { cleanText } from './report/clean-text.ts';
import { PERCENTILES, type RunHistory } from './report/run-history.ts';
import { summarizeEndpoints } from './report/summarize-endpoints.ts';
import { listSetAside, renderHistory, type HistoryView, type Trend } from './terminal/render-history.ts';
import { formatNumber } from './units.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { describeNote } from './verdict/regression/describe-regression.ts';
import { WINDOW_RUNS } from './verdict/regression/admit-runs.ts';
import { readOrigin } from './workspace/read-origin.ts';
import { writeReports } from './workspace/write-reports.ts';

/** Creep is held against so many of the first runs of a level. */
const ANCHOR_RUNS = 10;

/** The commands of a baseline that make no load. */
export function changeBaseline(
  request: ShowBaselineRequest | AcceptBaselineRequest | PruneBaselineRequest,
  ports: CommandPorts,
): Promise<GateOutcome> {
  switch (request.command) {
    case 'baseline show':
      return showBaseline(request, ports);
    case 'baseline accept':
      return acceptBaseline(request, ports);
    case 'baseline prune':
      return pruneBaseline(request, ports);
  }
}

/** `baseline show`: the stored runs, which of them count as the newest sees it, and what is not used. */
function showBaseline(request: ShowBaselineRequest, ports: CommandPorts): Promise<GateOutcome> {
  return withStore(request, ports, async (store) => {
    const history = await store.list();
    const where = describeWhere(store, request.key);
    if (request.html !== undefined)
      await drawHistory(request.html, buildHistory(history, { where, key: request.key, env: ports.env }), ports);
    switch (history.state) {
      case 'none-yet':
        ports.write(`No run is stored in ${where} yet; load-gate baseline update stores one.\n`);
        if (history.otherKeys.length > 0) ports.write(`${describeOtherKeys(request.key, history.otherKeys)}.\n`);
        return { kind: 'done' };
      case 'unusable':
        ports.write(`${['None of the files can be used.', ...listSetAside(history.setAside, ports.width, ports.paint)].join('\n')}\n`);
        return { kind: 'not-measured' };
      case 'found':
        ports.write(renderHistory({ where, ...describeHistory(history, ports.env) }, ports.width, ports.paint));
        return { kind: 'done' };
    }
  });
}

/** The page, beside what is printed; written before it, so that what is said of it is true. */
async function drawHistory(file: string, history: RunHistory, ports: CommandPorts): Promise<void> {
  const path = resolve(ports.cwd, file);
  const name = basename(path);
  const isFolder = /[\\/]$/.test(file) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  if (name === '' || isFolder) throw new GateError('LOAD_GATE_USAGE', `--html must name a file, and ${cleanText(file)} is a folder`);
  const [{ renderHistoryHtml }, { VERSION }] = await Promise.all([import('./report/html/render-history-html.ts'), import('./version.ts')]);
  try {
    await writeReports(dirname(path), new Map([[name, renderHistoryHtml(history, VERSION)]]));
  } catch (thrown) {
    if (!(thrown instanceof GateError)) throw thrown;
    throw new GateError(thrown.code, thrown.message, { hint: 'name another file with --html=FILE', cause: thrown });
  }
  ports.writeAside(`The history is drawn in ${cleanText(file)}.\n`);
}

/** `baseline accept`: lets one run count that was judged a regression. */
function acceptBaseline(request: AcceptBaselineRequest, ports: CommandPorts): Promise<GateOutcome> {
  return withStore(request, ports, async (store) => {
    if (request.id !== undefined && !isRunId(request.id)) throw noRun(`${cleanText(request.id, 60)} is not the id of a run`);
    const id = request.id ?? (await findWaiting(store, request));
    const by = cleanText(ports.env['GITHUB_ACTOR'] || ports.env['USER'] || '', 100) || 'unknown';
    const written = await store.accept(id, { by, at: new Date(ports.now()).toISOString(), why: request.why });
    ports.write(written === 'added' ? `Run ${id} counts from now on, accepted by ${by}.\n` : `Run ${id} was accepted already.\n`);
    return { kind: 'done' };
  });
}

/** `baseline prune`: takes old runs out, and none that a comparison reads. */
function pruneBaseline(request: PruneBaselineRequest, ports: CommandPorts): Promise<GateOutcome> {
  return withStore(request, ports, async (store) => {
    const history = await store.list();
    if (history.state === 'unusable') throw unusable(store, history);
    const runs = history.state === 'found' ? history.runs : [];
    const pinned = listPinned(runs);
    const taken = await store.prune({ newest: request.keep, pinned });
    const held = runs.slice(0, Math.max(0, runs.length - request.keep)).filter(({ id }) => pinned.has(id)).length;
    const kept = held === 0 ? '' : `; ${plural(held, 'older run stays', 'older runs stay')}, because comparisons need them`;
    ports.write(`Took out ${plural(taken.length, 'run', 'runs')} of ${describeWhere(store, request.key)}${kept}.\n`);
    return { kind: 'done' };
  });
}

async function withStore(
  { baseline, key }: HistoryRequest,
  ports: CommandPorts,
  work: (store: BaselineStore) => Promise<GateOutcome>,
): Promise<GateOutcome> {
  const store = await openStore(baseline, key, ports);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function describeHistory(history: Extract<History, { state: 'found' }>, env: CommandPorts['env']): Omit<HistoryView, 'where'> {
  const newest = history.runs.at(-1);
  if (newest === undefined) throw new Error('a history that was found is not empty');
  const result = compareWithHistory(newest.report.run, [], { history, rules: DEFAULT_REGRESSION_RULES, origin: readOrigin(env) });
  const reasons = listLeftOut(result);
  const runs = history.runs.map(({ id, origin, judged, acceptance, report }) => ({
    id,
    startedAt: report.run.startedAt,
    commit: origin.commit,
    event: origin.event,
    judged,
    acceptedBy: acceptance?.by,
    leftOut: reasons.get(id),
  }));
  return {
    runs,
    trends: listTrends(history.runs.filter(({ id }) => !reasons.has(id))),
    notes: result.notes
      .filter(({ kind }) => kind === 'level-shift' || kind === 'creep' || kind === 'outliers')
      .map((note) => `${describeNote(note)}.`),
    setAside: history.setAside,
    unread: history.unread,
  };
}

/** The endpoints of the newest run over all of the runs, as the page has them. */
function listTrends(runs: readonly StoredRun[]): readonly Trend[] {
  const newest = runs.at(-1);
  const tables = runs.map(({ report }) => summarizeBursts([report.run, ...(report.further ?? [])]));
  return (newest ? summarizeEndpoints(newest.report.run).rows : [])
    .filter(({ selected }) => selected)
    .map(({ name }) => ({
      name,
      p95Us: tables.map((table) => {
        const reading = table.get(name)?.latencies[PERCENTILES.indexOf(95)];
        return reading?.state === 'exact' ? reading.us : undefined;
      }),
    }));
}

async function findWaiting(store: BaselineStore, request: AcceptBaselineRequest): Promise<string> {
  const history = await store.list();
  if (history.state === 'unusable') throw unusable(store, history);
  const runs = history.state === 'found' ? history.runs : [];
  const waiting = runs.findLast(({ origin, acceptance }) => !origin.accepted && acceptance === undefined);
  if (waiting !== undefined) return waiting.id;
  throw noRun(`no run in ${describeWhere(store, request.key)} waits to be accepted`);
}

function noRun(message: string): GateError {
  return new GateError('LOAD_GATE_BASELINE_NO_RUN', message, {
    hint: 'see `load-gate baseline show` for the runs and why they do or do not count',
  });
}

function unusable({ where }: BaselineStore, { setAside }: Extract<History, { state: 'unusable' }>): GateError {
  const [first] = setAside;
  const why = first === undefined ? '' : `; ${first.file}: ${first.reason}`;
  return new GateError('LOAD_GATE_BASELINE_UNREADABLE', `none of the files in ${where} can be used${why}`, {
    hint: '`load-gate baseline show` lists them all',
  });
}

/** For each test and branch that the history knows: the runs that its comparisons read, and those that creep is held against. */
function listPinned(runs: readonly StoredRun[]): ReadonlySet<string> {
  const groups = Map.groupBy(runs, ({ origin }) => JSON.stringify([origin.fingerprint, origin.branch]));
  // Whoever prunes may not know the default branch, so every branch is taken for it.
  const anywhere = readOrigin({});
  return new Set(
    [...groups.values()].flatMap((group) => {
      const counting = listCounting(group, anywhere);
      const level = counting.findLastIndex(({ acceptance }) => acceptance !== undefined);
      const anchor = counting.slice(Math.max(0, level)).slice(0, ANCHOR_RUNS);
      return [...counting.slice(-WINDOW_RUNS), ...anchor].map(({ id }) => id);
    }),
  );
}

function plural(count: number, one: string, more: string): string {
  return `${formatNumber(count, 0)} ${count === 1 ? one : more}`;
}
