import { eventsOf, gatesOf, jobsOf, loadJobsOf, stepsOf, type Concurrency, type Step, type Workflow } from './read-workflow.ts';

/** What every workflow of this repository keeps to, those that users copy above all. */
export interface WorkflowRule {
  readonly name: string;
  readonly reason: string;
  /** What breaks it, in words of the file; empty: nothing. */
  readonly violations: (workflow: Workflow, inputs: readonly string[]) => readonly string[];
  /** A workflow that breaks this rule. */
  readonly counterexample: string;
}

const HEAD = 'on: push\npermissions: {}\n';
const GATE = '{ uses: org/load-gate@v1 }';

export const WORKFLOW_RULES: readonly WorkflowRule[] = [
  {
    name: 'no pull_request_target',
    reason: 'its token may write, and the code of a fork is one checkout away',
    violations: (workflow) => eventsOf(workflow).filter((event) => event === 'pull_request_target'),
    counterexample: 'on: [push, pull_request_target]\npermissions: {}\njobs: {}\n',
  },
  {
    name: 'nothing is permitted by default',
    reason: 'each job asks for what it needs',
    violations: ({ permissions, jobs }) => [
      ...(JSON.stringify(permissions) === '{}' ? [] : ['top']),
      ...Object.keys(jobs).filter((name) => jobs[name]?.permissions === undefined),
    ],
    counterexample: 'on: push\npermissions: { contents: read }\njobs: {}\n',
  },
  {
    name: 'each permission says what it is for',
    reason: 'whoever copies the file must know what they may take out',
    violations: ({ text }) => [...text.matchAll(/^ +[a-z-]+: (?:read|write)(?! # \S)$/gm)].map(([line]) => line),
    counterexample: `${HEAD}jobs:\n  a:\n    permissions:\n      contents: write\n    steps: []\n`,
  },
  {
    name: 'actions are pinned',
    reason: 'a tag can be moved to other code, a commit cannot',
    violations: ({ text }) =>
      [...text.matchAll(/^.*\buses: *(.+)$/gm)]
        .map(([, uses = '']) => uses)
        .filter(
          (uses) =>
            !/^(?:\.\/(?:\.github\/workflows\/[\w.-]+\.yml)?|org\/load-gate@v1)$/.test(uses) &&
            !/^[\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses),
        ),
    counterexample: `${HEAD}jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v5\n`,
  },
  {
    name: 'a checkout says whether it keeps its credentials',
    reason: 'the default leaves the token in a file that every later step can read',
    violations: (workflow) =>
      stepsOf(workflow)
        .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))
        .filter((step) => typeof step.with?.['persist-credentials'] !== 'boolean')
        .map(({ uses = '' }) => uses),
    counterexample: `${HEAD}jobs: { a: { steps: [{ uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 }] } }\n`,
  },
  {
    name: 'no expression in a script',
    reason: 'a title or the name of a branch would become part of it; values come by env',
    violations: (workflow) => stepsOf(workflow).flatMap(({ run = '' }) => (run.includes('${{') ? [run] : [])),
    counterexample: `${HEAD}jobs: { a: { steps: [{ run: 'echo \${{ github.head_ref }}' }] } }\n`,
  },
  {
    name: 'every job ends',
    reason: 'a job that hangs keeps the target for six hours',
    violations: (workflow) => jobsOf(workflow).flatMap(([name, job]) => (typeof job['timeout-minutes'] === 'number' ? [] : [name])),
    counterexample: `${HEAD}jobs: { a: { steps: [] } }\n`,
  },
  {
    name: 'one load at a time',
    reason: 'bursts on one target at the same time measure each other',
    violations: (workflow) =>
      loadJobsOf(workflow)
        .filter(([, { concurrency = workflow.concurrency }]) => !concurrency?.group?.includes('${{'))
        .map(([name]) => name),
    counterexample: `${HEAD}jobs: { a: { steps: [${GATE}] } }\n`,
  },
  {
    name: 'legs one after another',
    reason: 'the group of a workflow does not hold back the legs of a matrix, and only shards are one load together',
    violations: (workflow) =>
      loadJobsOf(workflow)
        .filter(([, { strategy, steps }]) => strategy !== undefined && strategy['max-parallel'] !== 1 && !isShard(steps))
        .map(([name]) => name),
    counterexample: `${HEAD}jobs: { a: { strategy: { matrix: { leg: [1, 2] } }, steps: [${GATE}] } }\n`,
  },
  {
    name: 'the queue is one that GitHub has',
    reason: 'actionlint does not know the key yet; with `max` nothing may be cancelled',
    violations: (workflow) => [workflow, ...jobsOf(workflow).map(([, job]) => job)].flatMap(({ concurrency }) => checkQueue(concurrency)),
    counterexample: `${HEAD}concurrency: { group: a, cancel-in-progress: true, queue: max }\njobs: {}\n`,
  },
  {
    name: 'inputs exist',
    reason: 'a runner warns of an unknown input and goes on without it',
    violations: (workflow, inputs) =>
      gatesOf(stepsOf(workflow))
        .flatMap((step) => Object.keys(step.with ?? {}))
        .filter((name) => !inputs.includes(name)),
    counterexample: `${HEAD}jobs: { a: { steps: [{ uses: org/load-gate@v1, with: { no-such-input: 1 } }] } }\n`,
  },
  {
    name: 'the code of a change is not checked out where the token may write for it',
    reason: 'workflow_run exists so that the two never meet',
    violations: (workflow) =>
      eventsOf(workflow).includes('workflow_run')
        ? stepsOf(workflow).flatMap((step) => (step.with?.['ref'] === undefined ? [] : [`ref: ${JSON.stringify(step.with['ref'])}`]))
        : [],
    counterexample: `on: workflow_run\npermissions: {}\njobs: { a: { steps: [{ uses: x/y@z, with: { ref: '\${{ github.event.workflow_run.head_sha }}' } }] } }\n`,
  },
];

function isShard(steps: readonly Step[]): boolean {
  return gatesOf(steps).every((step) => step.with?.['mode'] === 'shard');
}

function checkQueue(concurrency: Concurrency | undefined): readonly string[] {
  const { queue, 'cancel-in-progress': cancels = false } = concurrency ?? {};
  if (queue === undefined) return [];
  return queue === 'single' || (queue === 'max' && cancels === false) ? [] : [`queue: ${queue}, cancel-in-progress: ${String(cancels)}`];
}
