import { GateError } from '../gate-error.ts';
import { cleanText } from '../report/clean-text.ts';
import type { Acceptance, BaselineStore, History, Keep, SetAside, StoredRun, Written } from './baseline-store.ts';
import { buildAcceptance, checkRunFile } from './build-files.ts';
import { describeOversize } from './check-text.ts';
import { isRunId, nameAcceptanceFile, nameRunFile, parseFileName } from './name-files.ts';
import { parseAcceptance, parseRun } from './parse-run.ts';
import { MOST_FILE_BYTES, type ListedFile, type RunFiles } from './run-files.ts';

/** A window of 20 and an anchor of 10 need far fewer. */
const MOST_RUNS = 200;
/** Of all files that are read at once. */
const MOST_BYTES = 256_000_000;
/** Keys without a run of their own are told of so many others, cut at so many characters. */
const MOST_KEYS = 20;
const LONGEST_KEY = 120;

/** The history of one key in a place: what is the same wherever history is kept. */
export function createStore(key: string, files: RunFiles): BaselineStore {
  return {
    where: files.where,
    list: () => readHistory(key, files),
    add: async (run) => addRun(files, nameRunFile(run.id), checkRunFile(key, run)),
    accept: (id, acceptance) => acceptRun({ key, files }, id, acceptance),
    prune: (keep) => pruneRuns(files, keep),
    close: () => files.close(),
  };
}

/** The folder's entries by what they are for. */
interface Folder {
  /** Names of run files, newest first, and their sizes. */
  readonly runs: ReadonlyMap<string, number>;
  readonly acceptances: ReadonlySet<string>;
  readonly setAside: readonly SetAside[];
  /** Ids of all run files, also of those set aside. */
  readonly ids: ReadonlySet<string>;
}

async function readHistory(key: string, files: RunFiles): Promise<History> {
  const { runs, acceptances, setAside: odd, ids } = sortFolder(await files.list());
  const setAside = [...odd];
  const chosen = chooseNewest(runs);
  const found: StoredRun[] = [];
  for await (const file of files.read(chosen)) {
    const named = parseFileName(file.name);
    if (named.kind !== 'run') continue;
    const parsed = file.state === 'failed' ? file : parseRun({ id: named.id, key }, file.content);
    if ('ok' in parsed && parsed.ok) found.push(parsed.run);
    else setAside.push(sayWhy(file.name, parsed));
  }
  const accepted = await readAcceptances(files, { found, acceptances, ids }, setAside);
  setAside.sort((left, right) => (left.file < right.file ? -1 : 1));
  const unread = runs.size - chosen.length;
  const [first, ...rest] = accepted.toSorted((left, right) => (left.id < right.id ? -1 : 1));
  if (first !== undefined) return { state: 'found', runs: [first, ...rest], setAside, unread };
  if (setAside.length > 0) return { state: 'unusable', setAside, unread };
  return { state: 'none-yet', otherKeys: await listOtherKeys(key, files) };
}

async function listOtherKeys(key: string, files: RunFiles): Promise<readonly string[]> {
  const others = (await files.listKeys()).filter((other) => other !== key).map((other) => cleanText(other, LONGEST_KEY));
  return [...new Set(others)].toSorted().slice(0, MOST_KEYS);
}

function sortFolder(listed: readonly ListedFile[]): Folder {
  const runs: [string, number][] = [];
  const acceptances = new Set<string>();
  const setAside: SetAside[] = [];
  const ids = new Set<string>();
  for (const entry of listed) {
    const named = parseFileName(entry.name);
    if (named.kind === 'run') ids.add(named.id);
    if (named.kind === 'foreign') setAside.push(sayWhy(entry.name, { kind: 'foreign', reason: 'load-gate does not name its files so' }));
    else if (entry.state === 'strange') setAside.push(sayWhy(entry.name, { kind: 'strange', reason: `it is ${entry.what}, not a file` }));
    else if (entry.bytes > MOST_FILE_BYTES) setAside.push(sayWhy(entry.name, { kind: 'oversized', reason: describeOversize(entry.bytes) }));
    else if (named.kind === 'acceptance') acceptances.add(named.id);
    else runs.push([entry.name, entry.bytes]);
  }
  return { runs: new Map(runs.sort(([left], [right]) => (left < right ? 1 : -1))), acceptances, setAside, ids };
}

function chooseNewest(runs: ReadonlyMap<string, number>): readonly string[] {
  const chosen: string[] = [];
  let total = 0;
  for (const [name, bytes] of runs) {
    total += bytes;
    if (chosen.length === MOST_RUNS || total > MOST_BYTES) break;
    chosen.push(name);
  }
  return chosen;
}

/** The runs with their acceptances. One that is wrong is set aside, and its run stays as it was stored (closed). */
async function readAcceptances(
  files: RunFiles,
  { found, acceptances, ids }: { readonly found: readonly StoredRun[] } & Pick<Folder, 'acceptances' | 'ids'>,
  setAside: SetAside[],
): Promise<readonly StoredRun[]> {
  for (const id of acceptances) {
    if (!ids.has(id)) setAside.push(sayWhy(nameAcceptanceFile(id), { kind: 'orphan', reason: 'the run that it accepts is not here' }));
  }
  const byId = new Map(found.map((run) => [run.id, run]));
  const names = [...acceptances].filter((id) => byId.has(id)).map(nameAcceptanceFile);
  for await (const file of files.read(names)) {
    const named = parseFileName(file.name);
    const run = named.kind === 'acceptance' ? byId.get(named.id) : undefined;
    if (run === undefined) continue;
    const parsed = file.state === 'failed' ? file : parseAcceptance(run.id, file.content);
    if ('ok' in parsed && parsed.ok) byId.set(run.id, { ...run, acceptance: parsed.acceptance });
    else setAside.push(sayWhy(file.name, parsed));
  }
  return [...byId.values()];
}

async function addRun(files: RunFiles, name: string, content: Uint8Array): Promise<Written> {
  const outcome = await files.add(name, content);
  if (outcome === 'taken') throw taken(files, name);
  return outcome;
}

interface Place {
  readonly key: string;
  readonly files: RunFiles;
}

async function acceptRun({ key, files }: Place, id: string, acceptance: Acceptance): Promise<Written> {
  const content = buildAcceptance(id, acceptance);
  const run = await readRun(key, files, id);
  if (run.origin.accepted) return 'present';
  const name = nameAcceptanceFile(id);
  const outcome = await files.add(name, content);
  if (outcome !== 'taken') return outcome;
  // Somebody else has accepted it: the first one stands.
  await files.list();
  for await (const file of files.read([name])) {
    if (file.state === 'read' && parseAcceptance(id, file.content).ok) return 'present';
  }
  throw taken(files, name);
}

function taken(files: RunFiles, name: string): GateError {
  return new GateError('LOAD_GATE_BASELINE_UNWRITABLE', `${files.where} holds ${name} with another content, which cannot be used`, {
    hint: 'files of a history are never rewritten: take this one out by hand',
  });
}

async function readRun(key: string, files: RunFiles, id: string): Promise<StoredRun> {
  const name = nameRunFile(id);
  const entry = isRunId(id) ? (await files.list()).find((file) => file.name === name) : undefined;
  if (entry === undefined) {
    throw new GateError('LOAD_GATE_BASELINE_NO_RUN', `${files.where} holds no run ${cleanText(id, 60)}`, {
      hint: 'see `load-gate baseline show` for the runs and their ids',
    });
  }
  let reason = 'it cannot be read';
  if (entry.state === 'strange') reason = `it is ${entry.what}, not a file`;
  else if (entry.bytes > MOST_FILE_BYTES) reason = describeOversize(entry.bytes);
  else {
    for await (const file of files.read([name])) {
      const parsed = file.state === 'failed' ? file : parseRun({ id, key }, file.content);
      if ('ok' in parsed && parsed.ok) return parsed.run;
      reason = parsed.reason;
    }
  }
  throw new GateError('LOAD_GATE_BASELINE_INVALID', `the run ${id} in ${files.where} cannot be used: ${reason}`);
}

async function pruneRuns(files: RunFiles, { newest, pinned }: Keep): Promise<readonly string[]> {
  if (!Number.isSafeInteger(newest) || newest < 1) {
    // Closed: an empty history would look like a young one.
    throw new GateError('LOAD_GATE_USAGE', `prune must keep at least 1 run, not ${newest}`);
  }
  const listed = (await files.list()).filter(({ state }) => state === 'regular').map(({ name }) => parseFileName(name));
  const ids = listed.flatMap((named) => (named.kind === 'run' ? [named.id] : [])).sort();
  const old = ids.slice(0, Math.max(0, ids.length - newest)).filter((id) => !pinned.has(id));
  if (old.length > 0) await files.remove(old.flatMap((id) => [nameRunFile(id), nameAcceptanceFile(id)]));
  return old;
}

function sayWhy(file: string, { kind, reason }: Omit<SetAside, 'file'>): SetAside {
  return { file: cleanText(file, 100), kind, reason: cleanText(reason) };
}
