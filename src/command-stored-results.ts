import { constants, lstat, open, readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { RunOrigin, SetAside, StoredRun } from './baseline/baseline-store.ts';
import { nameAcceptanceFile, nameRun, nameRunFile, parseFileName } from './baseline/name-files.ts';
import { parseDocument } from './baseline/parse-document.ts';
import { parseAcceptance, parseRun } from './baseline/parse-run.ts';
import { GateError, messageOf } from './gate-error.ts';
import { buildFingerprint } from './metrics/build-fingerprint.ts';
import { explainPart } from './metrics/explain-part.ts';
import { cleanText } from './report/clean-text.ts';
import { parseResults } from './report/parse-results.ts';

/** Longer than any results.json that is read. */
const MOST_BYTES = 400_000_000;

/** A file that holds a run, or why it holds none. */
type ReadFile = { readonly ok: true; readonly run: StoredRun } | { readonly ok: false; readonly reason: string };

/** Runs of files that the user has named, by id and each once; and files of folders that cannot be used. */
export interface StoredResults {
  /** Oldest first. */
  readonly runs: readonly StoredRun[];
  readonly setAside: readonly SetAside[];
  /** How the user has named the file of a run, by its id. */
  readonly names: ReadonlyMap<string, string>;
}

/** One results.json or file of a baseline, as named by the user. Throws LOAD_GATE_RESULT_INVALID for anything else. */
export async function readStoredResult(cwd: string, file: string): Promise<StoredRun> {
  const path = resolve(cwd, file);
  const read = refusePart(await readRun(path));
  if (read.ok) return read.run;
  throw unusable(file, read.reason);
}

/** The same for whoever only looks at it: one shard of several may be shown, and says what it is. */
export async function readShownResult(cwd: string, file: string): Promise<StoredRun> {
  const read = await readRun(resolve(cwd, file));
  if (read.ok) return read.run;
  throw unusable(file, read.reason);
}

/** Closed: a part of a burst is neither compared with anything, nor anything to be compared with. */
function refusePart(read: ReadFile): ReadFile {
  const part = read.ok ? explainPart(read.run.report.run) : undefined;
  return part === undefined ? read : { ok: false, reason: `it is ${part}` };
}

/** Files and folders of them, as named by the user. A named file that cannot be used throws LOAD_GATE_RESULT_INVALID, as does a folder without a run. */
export async function readStoredResults(cwd: string, named: readonly string[]): Promise<StoredResults> {
  const runs = new Map<string, StoredRun>();
  const names = new Map<string, string>();
  const setAside: SetAside[] = [];
  // Acceptances are read beside the runs that they accept.
  for (const name of named.filter((each) => parseFileName(basename(each)).kind !== 'acceptance')) {
    const path = resolve(cwd, name);
    if (!(await isFolder(path, name))) {
      const run = await readStoredResult(cwd, name);
      runs.set(run.id, run);
      names.set(run.id, cleanText(name));
      continue;
    }
    const folder = await readFolder(path, name);
    for (const run of folder.runs) runs.set(run.id, run);
    for (const [id, shown] of folder.names) names.set(id, shown);
    setAside.push(...folder.setAside);
  }
  return { runs: [...runs.values()].sort((left, right) => (left.id < right.id ? -1 : 1)), setAside, names };
}

async function readFolder(path: string, shown: string): Promise<StoredResults> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.json') && parseFileName(name).kind !== 'acceptance').sort();
  const runs: StoredRun[] = [];
  const setAside: SetAside[] = [];
  const named = new Map<string, string>();
  for (const name of names) {
    const read = refusePart(await readRun(join(path, name)));
    const file = cleanText(join(shown, name));
    if (!read.ok) {
      setAside.push({ file, kind: 'invalid', reason: read.reason });
      continue;
    }
    // Closed: a regression among many files is not the normal.
    runs.push(read.run.judged === 'regression' && isLoose(read.run) ? withOrigin(read.run, { accepted: false }) : read.run);
    named.set(read.run.id, file);
  }
  if (runs.length > 0) return { runs, setAside, names: named };
  // Beside a suite's file, which holds no run, there are others that never do.
  const first = setAside.find(({ file }) => basename(file) === 'results.json') ?? setAside[0];
  // Closed: a folder of broken files is not a young history.
  throw unusable(
    shown,
    first === undefined ? 'the folder holds no .json file' : `none of its files can be used; ${first.file}: ${first.reason}`,
  );
}

async function readRun(path: string): Promise<ReadFile> {
  const content = await readContent(path);
  if (typeof content === 'string') return { ok: false, reason: content };
  const named = parseFileName(basename(path));
  const document = parseDocument(content);
  if (document.ok && document.kind === 'run') {
    // A name of the store is a promise; under another the hash is the content's own.
    const id = named.kind === 'run' ? named.id : nameContent(content, document.document.results);
    const parsed = parseRun({ id, key: document.document.key }, content);
    return parsed.ok ? { ok: true, run: await addAcceptance(path, parsed.run) } : { ok: false, reason: parsed.reason };
  }
  if (document.ok) return { ok: false, reason: 'the file holds an acceptance, not a run' };
  return named.kind === 'run' ? { ok: false, reason: document.reason } : readResults(content);
}

/** Results that cannot be read make a name that `parseRun` then has no use for. */
function nameContent(content: Uint8Array, results: unknown): string {
  const parsed = parseResults(JSON.stringify(results));
  return parsed.ok ? nameRun(parsed.report.run.startedAt, content) : '';
}

/** A results.json counts, whatever was decided about it: its user has named it. */
function readResults(content: Uint8Array): ReadFile {
  const parsed = parseResults(new TextDecoder().decode(content));
  if (!parsed.ok) return { ok: false, reason: parsed.problem };
  const { report } = parsed;
  const { startedAt, tool } = report.run;
  if (!/^\d{1,6}\./.test(tool.version)) return { ok: false, reason: 'run.tool.version must be a version of load-gate' };
  const id = nameRun(startedAt, content);
  const origin = {
    key: LOOSE,
    fingerprint: buildFingerprint(report.run),
    commit: undefined,
    branch: undefined,
    event: undefined,
    accepted: true,
  };
  const { state } = report.verdict;
  return {
    ok: true,
    run: { id, fileName: nameRunFile(id), bytes: content.byteLength, origin, judged: state, acceptance: undefined, report },
  };
}

/** No file of a store has an empty key. */
const LOOSE = '';

/** True for a results.json, which no store has judged. */
export function isLoose({ origin }: StoredRun): boolean {
  return origin.key === LOOSE;
}

function withOrigin(run: StoredRun, origin: Partial<RunOrigin>): StoredRun {
  return { ...run, origin: { ...run.origin, ...origin } };
}

/** The acceptance beside a run, as its store has it. One that is there and cannot be read leaves the run as it was stored (closed). */
async function addAcceptance(path: string, run: StoredRun): Promise<StoredRun> {
  const content = await readContent(join(dirname(path), nameAcceptanceFile(run.id)));
  if (typeof content === 'string') return run;
  const parsed = parseAcceptance(run.id, content);
  return parsed.ok ? { ...run, acceptance: parsed.acceptance } : run;
}

/** The bytes, or why there are none. */
async function readContent(path: string): Promise<Uint8Array | string> {
  try {
    // A pipe that nobody writes to would be waited for without an end.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) return 'it is not a file';
      if (stats.size > MOST_BYTES) return `the file has ${stats.size} bytes; at most ${MOST_BYTES / 1e6} MB are read`;
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    return cleanText(`it cannot be read: ${messageOf(thrown)}`);
  }
}

async function isFolder(path: string, shown: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory();
  } catch (thrown) {
    throw unusable(shown, `it cannot be read: ${messageOf(thrown)}`);
  }
}

function unusable(file: string, reason: string): GateError {
  return new GateError('LOAD_GATE_RESULT_INVALID', `${file} cannot be used: ${reason}`, {
    hint: 'name a results.json, a file of a baseline, or a folder of them',
  });
}
