import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StoredRun } from './baseline/baseline-store.ts';
import type { CommandPorts } from './command-ports.ts';
import { readShownResult, readStoredResults } from './command-stored-results.ts';
import { GateError } from './gate-error.ts';
import type { ViewRequest } from './options/stored-request.ts';
import { cleanText } from './report/clean-text.ts';
import { MORE_STYLE } from './report/html/more-style.ts';
import { listPolicy } from './report/html/page-policy.ts';
import { renderReportHtml } from './report/html/render-report-html.ts';
import { renderRunsHtml } from './report/html/render-runs-html.ts';
import { MOST_RUNS, tagRuns } from './report/html/viewed-run.ts';
import { servePages, type Route } from './terminal/web/serve-pages.ts';
import type { GateOutcome } from './verdict/exit-code.ts';
import { VERSION } from './version.ts';

/** The file of a run in the folder that `--out` names. */
const RESULTS = 'results.json';

/** `view`: stored runs on a page of this machine, until `waitForEnd` is over. What cannot be shown throws LOAD_GATE_RESULT_INVALID before anything is served. */
export async function viewStored(request: ViewRequest, ports: CommandPorts, waitForEnd: () => Promise<void>): Promise<GateOutcome> {
  const runs = await readViewed(request.results, ports);
  const server = await servePages({ port: request.port, routes: buildRoutes(runs) });
  try {
    const what = runs.length === 1 ? 'the report' : `${runs.length} runs side by side`;
    ports.write(`${what}: ${server.url}\nCtrl-C ends it.\n`);
    await waitForEnd();
  } finally {
    await server.close();
  }
  return { kind: 'done' };
}

/** A stored run as the user has named it. */
export interface NamedRun {
  readonly name: string;
  readonly run: StoredRun;
}

/** The pages: of one run its report, of several one page and the report of each below it. They are made when they are asked for, and then kept. */
export function buildRoutes(runs: readonly NamedRun[]): ReadonlyMap<string, Route> {
  const [first, ...others] = runs;
  if (first === undefined) throw new Error('view was let through without a result');
  if (others.length === 0) return new Map([['', reportRoute(first)]]);
  const viewed = tagRuns(
    runs.map(({ name, run }, place) => ({ name, commit: run.origin.commit, report: run.report, address: addressOf(place) })),
  );
  return new Map([
    ['', pageRoute(() => renderRunsHtml(viewed, VERSION), listPolicy(MORE_STYLE))],
    ...runs.map((run, place) => [addressOf(place), reportRoute(run)] as const),
  ]);
}

function addressOf(place: number): string {
  return `report-${place + 1}.html`;
}

function reportRoute({ run }: NamedRun): Route {
  return pageRoute(() => renderReportHtml(run.report), listPolicy());
}

function pageRoute(render: () => string, policy: string): Route {
  let page: string | undefined;
  return { contentType: 'text/html; charset=utf-8', policy, body: () => (page ??= render()) };
}

/** In the order that the user has given, because the first is what the others are held against; one that is named twice is there once. */
async function readViewed(named: readonly string[], ports: CommandPorts): Promise<readonly NamedRun[]> {
  const runs = new Map<string, NamedRun>();
  for (const name of named) {
    for (const run of await readNamed(name, ports)) if (!runs.has(run.run.id)) runs.set(run.run.id, run);
  }
  if (runs.size <= MOST_RUNS) return [...runs.values()];
  throw new GateError('LOAD_GATE_USAGE', `view shows at most ${MOST_RUNS} runs side by side; here are ${runs.size}`, {
    hint: 'name the files of those that you want to see',
  });
}

/** A file; or a folder, of which the results.json counts where there is one, as reports have it, and else every run, as a baseline has them. */
async function readNamed(name: string, ports: CommandPorts): Promise<readonly NamedRun[]> {
  const inside = join(name, RESULTS);
  const path = (await isThere(resolve(ports.cwd, inside))) ? inside : name;
  const isFolder = path === name && (await lstat(resolve(ports.cwd, name)).catch(() => undefined))?.isDirectory() === true;
  if (!isFolder) return [{ name: cleanText(path), run: await readShownResult(ports.cwd, path) }];
  const { runs, names, setAside } = await readStoredResults(ports.cwd, [name]);
  const [broken] = setAside;
  // Closed: of a folder with a broken file nobody can say which runs were meant.
  if (broken !== undefined) {
    throw new GateError('LOAD_GATE_RESULT_INVALID', `${broken.file} cannot be used: ${broken.reason}`, {
      hint: 'name the files that you want to see, or the folder of a report',
    });
  }
  return runs.map((run) => ({ name: names.get(run.id) ?? run.fileName, run }));
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}
