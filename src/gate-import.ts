import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Issue } from './config/issue.ts';
import { usageIssue } from './config/usage-issue.ts';
import { buildImportedRun } from './engine/import/build-run.ts';
import type { NamedFile } from './engine/import/named-file.ts';
import { nameOfFile, readImport } from './engine/import/read-import.ts';
import { forgetEarlier, forgetReports, resolvePlaces } from './gate-files.ts';
import { judgeOnce, type OncePorts } from './gate-once.ts';
import type { GateResult } from './gate.ts';
import type { GatePorts } from './gate-ports.ts';
import { explainMissing } from './metrics/engine-info.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { ImportRequest } from './options/request.ts';
import { cleanText } from './report/clean-text.ts';
import { VERSION } from './version.ts';
import { readSlaAlone } from './workspace/read-sla.ts';

/** What importing takes from the outside. */
export type ImportPorts = OncePorts & Pick<GatePorts, 'onIssues'>;

/** What another load generator has measured → one run, judged by the same promises as our own. All that is wrong with the files is one issue: nothing of them is used then. */
export async function importResults(request: ImportRequest, ports: ImportPorts): Promise<GateResult> {
  const name = cleanText(nameOfFile(request.files[0] ?? ''), 80);
  await forget(request, ports, name);
  const sla = readSlaAlone(
    { file: request.sla, isGiven: true },
    { workingDirectory: ports.cwd, root: ports.root, env: ports.env, requireSecrets: false },
  );
  const files = request.files.map((file): NamedFile => ({ name: file, path: resolve(ports.cwd, file) }));
  const read = await readImport(request.tool, files, request.unit);
  if (!sla.ok || !read.ok) return { kind: 'issues', issues: [...(sla.ok ? [] : sla.issues), ...(read.ok ? [] : [read.issue])] };
  ports.onIssues(sla.warnings);
  const run = buildImportedRun(read.imported, {
    tool: request.tool,
    version: VERSION,
    name,
    file: request.files[0] ?? '',
    hash: hashOf(request.tool, read.imported.series),
    target: request.target,
  });
  const obstacle = explainIncomparable(run);
  const { kind } = request.baseline;
  if (obstacle !== undefined && kind !== 'none' && kind !== 'implied') return { kind: 'issues', issues: [refuseBaseline(obstacle)] };
  // In CI nobody has asked for stored runs.
  const judged = obstacle === undefined ? request : { ...request, baseline: { kind: 'none' } as const };
  return judgeOnce(run, { sla: sla.value, request: judged, ports, noSecondLook: 'the test is over. Make it again, and import that' });
}

/** No load generator of today has made a test before. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);

/** Why a history can have no use for it, without a full stop; undefined: it may. */
function explainIncomparable({ engine, startedAt }: RunSummary): string | undefined {
  const lack = explainMissing(engine, 'seconds');
  if (lack !== undefined) return `${lack}, and without seconds nobody knows how sure a difference is`;
  return Date.parse(startedAt) < EARLIEST_MS ? 'it does not say when the test was made, and a history has an order' : undefined;
}

/** Closed: a comparison that was asked for and can never be made would look like a first run each time. */
function refuseBaseline(obstacle: string): Issue {
  const message = `this file cannot be compared with a baseline: ${obstacle}; leave --baseline out, or import one that can be (k6 --out json=, an hlog with its StartTime)`;
  return usageIssue('--baseline', 'conflict', message);
}

/** Closed: no verdict of an earlier import may be found where this one has none. */
async function forget(request: ImportRequest, ports: ImportPorts, name: string): Promise<void> {
  const places = resolvePlaces(request, ports, { time: 'time', name, profile: 'default' });
  if (!request.out.includes('{time}')) await forgetReports(places.folder);
  await forgetEarlier(request, places);
}

/** The same test has the same requests; what it was asked for is not known. */
function hashOf(tool: string, series: RunSummary['series']): string {
  return createHash('sha256')
    .update(JSON.stringify([tool, series.map(({ name }) => name)]))
    .digest('hex');
}
