import { defaultSlaFile } from './config/default-sla-file.ts';
import { GateError } from './gate-error.ts';
import { forgetEarlier, forgetReports, resolvePlaces } from './gate-files.ts';
import { judgeOnce, type OncePorts } from './gate-once.ts';
import type { GatePorts } from './gate-ports.ts';
import type { GateResult } from './gate.ts';
import { checkShards, type NamedPart } from './metrics/check-shards.ts';
import { mergeRuns } from './metrics/merge-runs.ts';
import type { RunSummary } from './metrics/run-summary.ts';
import type { MergeRequest } from './options/request.ts';
import { describeShards, remarkOnClocks } from './report/describe-shards.ts';
import { parseResults } from './report/parse-results.ts';
import { readSlaAlone } from './workspace/read-sla.ts';

/** What one shard has left: text that is not trusted. */
export interface ShardFile {
  readonly name: string;
  readonly text: string;
}

/** What merging takes from the outside. */
export type MergePorts = OncePorts &
  Pick<GatePorts, 'onIssues'> & {
    /** Of the workflow run whose shards they are, such as `17000000000/2`; undefined: any, and the same of all. */
    readonly attempt: string | undefined;
  };

/**
 * What all shards of a burst have measured → one run, judged once. Throws LOAD_GATE_SHARDS_UNFIT, which is inconclusive whatever --fail-on says, unless they are the shards of
 * one plan, each once, none missing, none cut short.
 */
export async function mergeShards(request: MergeRequest, files: readonly ShardFile[], ports: MergePorts): Promise<GateResult> {
  await forget(request, ports, undefined);
  const run = mergeRuns(parseParts(files, ports));
  await forget(request, ports, run);
  const sla = readSlaAlone(
    { file: request.sla ?? defaultSlaFile(run.scenario.file), isGiven: request.sla !== undefined },
    { workingDirectory: ports.cwd, root: ports.root, env: ports.env, requireSecrets: false },
  );
  if (!sla.ok) return { kind: 'issues', issues: sla.issues };
  ports.onIssues(sla.warnings);
  ports.onNote(`${describeShards(run)}.`);
  const remark = remarkOnClocks(run);
  if (remark !== undefined) ports.onNote(remark);
  return judgeOnce(run, { sla: sla.value, request, ports, noSecondLook: 'the machines of the shards are gone. Run it again' });
}

/** Closed: no verdict of an earlier run may be found where this one has none. A folder that is named after the run is known once there is one. */
async function forget(request: MergeRequest, ports: MergePorts, run: RunSummary | undefined): Promise<void> {
  if (run === undefined && /\{(?:name|profile)\}/.test(`${request.out} ${request.csvPrefix ?? ''}`)) return;
  const { name, profile = 'default' } = run?.scenario ?? { name: 'run', profile: undefined };
  const places = resolvePlaces(request, ports, { time: 'time', name, profile });
  await forgetReports(places.folder);
  await forgetEarlier(request, places);
}

function parseParts(files: readonly ShardFile[], { attempt }: MergePorts): readonly RunSummary[] {
  const parts: NamedPart[] = [];
  const broken: string[] = [];
  for (const { name, text } of files) {
    const parsed = parseResults(text);
    if (!parsed.ok) broken.push(`${name} cannot be used: ${parsed.problem}.`);
    else if (parsed.report.further || parsed.report.live) broken.push(`${name} is not the result of one shard.`);
    else parts.push({ name, run: parsed.report.run });
  }
  const problems = broken.length > 0 ? broken : checkShards(parts);
  const odd = parts
    .filter(({ run }) => attempt !== undefined && run.shards[0]?.attempt !== attempt)
    .map(({ name }) => `${name} is of another attempt.`);
  // Closed: what is left of a burst is another burst, and nobody may excuse it.
  if (problems.length + odd.length > 0) throw unfit([...problems, ...odd]);
  return parts.map(({ run }) => run).sort((left, right) => (left.shards[0]?.index ?? 0) - (right.shards[0]?.index ?? 0));
}

/** Nothing is judged. */
export function unfit(problems: readonly string[]): GateError {
  return new GateError('LOAD_GATE_SHARDS_UNFIT', `the shards cannot be merged, so the verdict is inconclusive: ${problems.join(' ')}`, {
    hint: 'see what became of the shards that are named, then run all of them again, with a new plan (on GitHub "Re-run all jobs", not the failed ones alone): a start that is over cannot be had again',
    reasons: problems,
  });
}
