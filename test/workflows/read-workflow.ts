import { parse } from 'yaml';

export interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface Concurrency {
  readonly group?: string;
  readonly 'cancel-in-progress'?: unknown;
  readonly queue?: string;
}

export interface Job {
  readonly if?: string;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
  readonly permissions?: unknown;
  readonly concurrency?: Concurrency;
  readonly strategy?: { readonly 'max-parallel'?: number };
}

/** A workflow as far as it is checked here; `text` holds the comments, too. */
export interface Workflow {
  readonly text: string;
  readonly name: string;
  readonly on: unknown;
  readonly permissions: unknown;
  readonly concurrency: Concurrency | undefined;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Reads a workflow file of this repository, which actionlint checks the form of. */
export function readWorkflow(text: string): Workflow {
  const { name = '', on, permissions, concurrency, jobs = {} } = parse(text) as Partial<Workflow>;
  return { text, name, on, permissions, concurrency, jobs };
}

/** The names of the events that start it. */
export function eventsOf({ on }: Workflow): readonly string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys(on ?? {});
}

/** All jobs with their names. */
export function jobsOf({ jobs }: Workflow): readonly (readonly [string, Job])[] {
  return Object.entries(jobs);
}

/** All steps of all jobs. */
export function stepsOf(workflow: Workflow): readonly Step[] {
  return jobsOf(workflow).flatMap(([, { steps }]) => steps);
}

/** Steps that run load-gate, from its repository or from this folder. */
export function gatesOf(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ uses = '' }) => uses === './' || uses.startsWith('org/load-gate@'));
}

/** Jobs that put load on a target that others may use, too; a run that only reads the results of another (`run-id`) makes none. */
export function loadJobsOf(workflow: Workflow): readonly (readonly [string, Job])[] {
  return jobsOf(workflow).filter(([, { steps }]) =>
    steps.some((step) => step.uses?.startsWith('org/load-gate@') && !step.with?.['run-id']),
  );
}
