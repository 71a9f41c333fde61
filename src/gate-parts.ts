import { defaultSlaFile } from './config/default-sla-file.ts';
import type { Checked, Issue } from './config/issue.ts';
import { usageIssue } from './config/usage-issue.ts';
import type { Suite } from './config/suite.ts';
import type { GatePorts } from './gate-ports.ts';
import { prepareGate, type Ready } from './gate-prepare.ts';
import { createMasker } from './mask-secrets.ts';
import type { PlanRequest } from './options/request.ts';
import { formatDuration } from './units.ts';
import { safeName } from './workspace/write-reports.ts';

/** A part of a suite as a request of its own, and the plan that came of it. */
export interface Part<R> {
  readonly name: string;
  /** Of its reports, below that of the suite. */
  readonly folder: string;
  readonly request: R;
  readonly ready: Ready;
}

interface PartsContext extends Pick<GatePorts, 'env' | 'cwd' | 'root'> {
  readonly workers: number | undefined;
  readonly requireSecrets: boolean;
}

/** The parts of a suite in order, or everything that is wrong with any of the files. Touches no network. */
export function prepareParts<R extends PlanRequest>(suite: Suite, request: R, context: PartsContext): Checked<readonly Part<R>[]> {
  const { engine } = request;
  if (engine.kind === 'locust' && engine.expectWorkers !== undefined) {
    const why = 'Locust workers make one scenario and end with it; run each part on its own';
    return { ok: false, issues: [usageIssue('--expect-workers', 'conflict', why)] };
  }
  const prepared = splitRequest(suite, request).map((part) => ({ ...part, ready: prepareGate(part.request, context) }));
  const parts = prepared.flatMap(({ ready, ...part }) => (ready.ok ? [{ ...part, ready }] : []));
  // Parts may share a file.
  const issues = [
    ...new Map(prepared.flatMap(({ ready }) => (ready.ok ? [] : ready.issues)).map((one) => [JSON.stringify(one), one])).values(),
  ];
  if (issues.length === 0) issues.push(...checkDuration(suite, parts, request));
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: nameFolders(parts), warnings: [] };
}

/** What must not be shown by any of them: what one target was told another may answer, and the suite's reports are those of all. */
export function listSecrets(parts: readonly Pick<Part<unknown>, 'ready'>[]): readonly string[] {
  const all = parts.flatMap(({ ready: { value } }) => [...value.plan.program.secrets, ...(value.against?.program.secrets ?? [])]);
  return [...new Set(all)];
}

/** Of a suite from its first request to its last, with its pauses. */
export function durationOf({ steps }: Pick<Suite, 'steps'>, parts: readonly Pick<Part<unknown>, 'ready'>[]): number {
  const pauses = steps.reduce((sum, step) => sum + (step.kind === 'pause' ? step.ms : 0), 0);
  return parts.reduce((sum, { ready }) => sum + ready.value.plan.phases.reduce((all, phase) => all + phase.durationMs, 0), pauses);
}

/** The request for one scenario of all that were asked for. */
export function narrowRequest<R extends PlanRequest>(request: R, scenario: string): R {
  const sla = request.sla.given ? request.sla : { file: defaultSlaFile(scenario), given: false };
  return { ...request, scenario, scenarios: [scenario], sla };
}

type Split<R> = Pick<Part<R>, 'name' | 'request'>;

function splitRequest<R extends PlanRequest>(suite: Suite, request: R): readonly Split<R>[] {
  return suite.steps.flatMap((step): readonly Split<R>[] => {
    if (step.kind === 'pause') return [];
    const { scenario, name } = step;
    const sla = step.sla === undefined ? { file: defaultSlaFile(scenario), given: false } : { file: step.sla, given: true };
    return [{ name, request: { ...request, scenario, scenarios: [scenario], sla, profile: request.profile ?? step.profile } }];
  });
}

/** Folders and keys of histories are seen by everybody, and hold no secret either. */
function nameFolders<R>(parts: readonly Omit<Part<R>, 'folder'>[]): readonly Part<R>[] {
  const mask = createMasker(listSecrets(parts));
  const [names, folders] = [new Set<string>(), new Set<string>()];
  return parts.map((part) => {
    const name = findFree(names, (number) => `${mask(part.name)}${number === 1 ? '' : ` ${number}`}`);
    return { ...part, name, folder: findFree(folders, (number) => `${nameFolder(name)}${number === 1 ? '' : `-${number}`}`) };
  });
}

/** The first text that is not taken yet; it is then. */
function findFree(taken: Set<string>, build: (number: number) => string): string {
  let number = 1;
  while (taken.has(build(number))) number++;
  taken.add(build(number));
  return build(number);
}

/** Names that Windows keeps for devices, with any extension or none. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** What a file system may not have, or takes for the same, is no part of it; without a dot it is none of the reports, which lie beside it. */
function nameFolder(name: string): string {
  const plain = safeName(name).toLowerCase().replaceAll('.', '-').replace(/-+$/, '');
  return DEVICE.test(plain) ? `part-${plain}` : plain;
}

/** Closed: a cap that held for each part alone would be none. */
function checkDuration(suite: Suite, parts: readonly Pick<Part<unknown>, 'ready'>[], { caps }: PlanRequest): readonly Issue[] {
  const wholeMs = durationOf(suite, parts);
  if (wholeMs <= caps.maxDurationMs) return [];
  return [
    {
      file: suite.file,
      line: 1,
      column: 1,
      code: 'cap',
      severity: 'error',
      message: `the suite takes ${formatDuration(wholeMs)}, more than the cap of ${formatDuration(caps.maxDurationMs)}`,
      suggestion: `--max-duration ${Math.ceil(wholeMs / 60_000)}m`,
    },
  ];
}
