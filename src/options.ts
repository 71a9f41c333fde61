/**
 * The one table of everything that can be asked of load-gate: flags, the action's inputs of the same names, and their help.
 * The parsers, `--help`, action.yml and the README's table are made from it or checked against it.
 */

import type { CommandName } from './options/request.ts';

/** What a value looks like, and so how it is checked. */
export type ValueKind =
  | 'switch'
  | 'text'
  | 'line'
  | 'url'
  | 'place'
  | 'prefix'
  | 'branch'
  | 'run-id'
  | 'wait'
  | 'leg'
  | 'shard'
  | 'start'
  | 'hash'
  | 'list'
  | 'assignment'
  | 'count'
  | 'port'
  | 'seed'
  | 'rate'
  | 'duration'
  | 'size'
  | 'choice'
  | 'choices';

/** One thing that can be asked for, by flag, by input, or by both. */
export interface Option {
  /** Without dashes; flag and input share it. */
  readonly name: string;
  readonly kind: ValueKind;
  /** What stands for the value in the help; empty for a switch. */
  readonly placeholder: string;
  /** The value of a flag that stands alone; with it, a value follows `=` only. Empty: the flag needs its value. */
  readonly alone: string;
  /** How it is said on the command line: `--name`, a bare argument, or not at all (`input`: the action alone). */
  readonly form: 'flag' | 'argument' | 'input';
  /** True: every further argument is one more of it. */
  readonly isMany: boolean;
  /** Commands that take it. */
  readonly commands: readonly CommandName[];
  /** Whether the action has an input of this name. */
  readonly input: boolean;
  /** The key in the scenario that says the same; flag and input win. Empty: no file can say it. */
  readonly fileKey: string;
  /** The value when nothing is given, as written; empty: none. */
  readonly fallback: string;
  /** What action.yml gives it when nothing is given: an expression that the runner evaluates. Empty: the fallback. */
  readonly expression: string;
  /** False: a known word whose feature does not exist yet. Using it is a usage error, and no help lists it. */
  readonly available: boolean;
  /** The words that a `choice` or `choices` takes; an option that is not available takes these all the same. */
  readonly choices: readonly string[];
  /** Words that are known and do not work yet. */
  readonly laterChoices: readonly string[];
  /** One sentence, without a full stop. */
  readonly help: string;
}

type Row = readonly [name: string, placeholder: string, kind: ValueKind, help: string, rest?: Partial<Option>];

const RUNS = ['run', 'baseline update'] as const;
const STORES = ['baseline show', 'baseline accept', 'baseline prune'] as const;
const PLAN: Partial<Option> = { commands: [...RUNS, 'check'] };
const BURST: Partial<Option> = { commands: [...RUNS, 'demo', 'merge'] };
const STORE: Partial<Option> = { commands: [...RUNS, ...STORES, 'merge'] };
const MERGE: Partial<Option> = { commands: ['merge'] };
const COMPARE: Partial<Option> = { commands: ['compare'], input: false };
const VIEW: Partial<Option> = { commands: ['view'], input: false };
const CALIBRATE: Partial<Option> = { commands: ['calibrate'], input: false };
const ACCEPT: Partial<Option> = { commands: ['baseline accept'], input: false };
const LATER: Partial<Option> = { available: false };

const ROWS = [
  [
    'scenario',
    'SCENARIO',
    'text',
    'what is done to the target; several, a pattern such as load/*.yaml, or a suite: one run, one verdict',
    { ...PLAN, form: 'argument', isMany: true, fallback: 'load-gate.yaml' },
  ],
  [
    'sla',
    'FILE',
    'text',
    'what is promised; default: the name of the scenario with .sla.yaml; for compare and calibrate: built-in rules',
    { commands: [...RUNS, 'check', 'compare', 'calibrate', 'merge'] },
  ],
  ['target', 'URL', 'url', 'where the load goes; may be a secret: ${secret.NAME}', { ...PLAN, fileKey: 'target' }],
  ['profile', 'NAME', 'text', 'a named alternative to the phases of the scenario', { ...PLAN, fileKey: 'profiles' }],
  ['only', 'TAGS', 'list', 'only tasks with any of these tags', { ...PLAN, fileKey: 'profiles.NAME.only' }],
  ['skip', 'TAGS', 'list', 'no task with any of these tags; wins over only', { ...PLAN, fileKey: 'profiles.NAME.skip' }],
  ['user-class', 'NAMES', 'list', 'only these user profiles', { ...PLAN, fileKey: 'profiles.NAME.user_classes' }],
  ['set', 'PATH=VALUE', 'assignment', 'change a value of the plan: phases.steady.users=50; may be repeated', PLAN],
  ['seed', 'N', 'seed', 'every random choice comes from it, 0 to 4294967295; default: drawn, and printed', { ...PLAN, fileKey: 'seed' }],
  [
    'wait-for',
    'PATH',
    'wait',
    'before any load, this answers: /version, /version contains TEXT or /version = TEXT; within 5m, or add " within 90s"',
    PLAN,
  ],
  ['out', 'DIR', 'text', 'where the reports go; {time} {name} {profile} are filled in', { ...BURST, fallback: 'load-gate-report/' }],
  [
    'csv-prefix',
    'P',
    'prefix',
    'the CSV files also as P_stats.csv and so on, as Locust names them; P is a path, filled in like out',
    BURST,
  ],
  ['workers', 'N', 'count', 'threads that make the load; default: one less than the cores, at least one'],
  ['max-rate', 'RATE', 'rate', 'hard cap: a plan with a higher arrival rate is refused', { ...PLAN, fallback: '2000/s' }],
  ['max-users', 'N', 'count', 'hard cap: a plan with more virtual users is refused', { ...PLAN, fallback: '10000' }],
  ['max-duration', 'TIME', 'duration', 'hard cap: a longer plan is refused', { ...PLAN, fallback: '30m' }],
  ['max-bytes', 'SIZE', 'size', 'hard cap: a plan that would send more is refused', { ...PLAN, fallback: '100GB' }],
  [
    'fail-on',
    'LIST',
    'choices',
    'what fails the build: breach, regression, inconclusive, no-baseline',
    {
      commands: [...RUNS, 'merge'],
      fallback: 'breach,regression,inconclusive',
      choices: ['breach', 'regression', 'inconclusive', 'no-baseline'],
    },
  ],
  [
    'baseline',
    'WHERE',
    'place',
    'where the stored runs are: file:DIR, branch, artifact (GitHub Actions alone) or none; default: branch in CI, none elsewhere',
    { ...STORE, choices: ['none', 'branch', 'artifact', 'file:DIR', 'url:URL'] },
  ],
  [
    'interleave',
    'HOW',
    'choice',
    'url: only: each arrival at once to both targets (simultaneous), or one target at a time in turns (abba)',
    { fallback: 'simultaneous', choices: ['simultaneous', 'abba'] },
  ],
  ['baseline-branch', 'NAME', 'branch', 'the branch that holds them, of origin', { ...STORE, fallback: 'load-gate-baselines' }],
  [
    'key',
    'NAME',
    'line',
    'which history: one for each key; default: workflow, job and matrix leg in GitHub Actions, the word default elsewhere',
    STORE,
  ],
  [
    'matrix',
    'JSON',
    'leg',
    'the matrix leg in the default of key; GitHub fills it in, leave it alone',
    { form: 'input', expression: '${{ toJSON(matrix) }}' },
  ],
  [
    'artifact-name',
    'NAME',
    'line',
    'the artifact of the reports; default: load-gate- and the key; a name that the run has already gets -2',
    { form: 'input' },
  ],
  ['retention-days', 'N', 'count', 'how long the reports are kept; default: as the repository has it', { form: 'input' }],
  [
    'comment',
    'WHEN',
    'choice',
    'the comment on the pull request: auto (none on a first run without news), always or never',
    { form: 'input', fallback: 'auto', choices: ['auto', 'always', 'never'] },
  ],
  [
    'github-token',
    'TOKEN',
    'text',
    'for the comment (pull-requests: write) and baselines in artifacts (actions: read)',
    { form: 'input', expression: '${{ github.token }}' },
  ],
  ['run-id', 'N', 'run-id', 'no load: comment on the results that this workflow run of a fork has uploaded', { form: 'input' }],
  [
    'mode',
    'NAME',
    'choice',
    'gate; update-baseline also stores the run; accept-baseline lets a slower stored run count; plan, shard, merge: one burst by several jobs',
    { form: 'input', fallback: 'gate', choices: ['gate', 'update-baseline', 'accept-baseline', 'plan', 'shard', 'merge'] },
  ],
  ['quiet', '', 'switch', 'print the verdict, and no progress before it', BURST],
  [
    'json',
    '',
    'switch',
    'print results.json (compare, calibrate: what it came to) on standard output, all else on standard error',
    { commands: [...RUNS, 'demo', 'compare', 'calibrate', 'merge'], input: false },
  ],
  ['prometheus-url', 'URL', 'url', 'the Prometheus that promql: rows of the SLA ask; may be a secret: ${secret.NAME}'],
  ['allow-commands', '', 'switch', 'run what command: rows of the SLA name; no file can allow it'],
  [
    'ui',
    'PORT',
    'port',
    'a live page of the run, on this machine alone; default: 8089, or any that is free',
    { alone: 'auto', input: false },
  ],
  ['wait', '', 'switch', 'with --ui: begin from the page, with the target and the users chosen there', { input: false }],
  [
    'html',
    'FILE',
    'text',
    'draw the history as a page; default: load-gate-baseline.html',
    { commands: ['baseline show'], alone: 'load-gate-baseline.html', input: false },
  ],
  [
    'system',
    'NAME',
    'choice',
    'which system the staging server plays; default: a small shop',
    { commands: ['demo'], input: false, choices: ['chat4all', 'aiaas', 'pggit', 'allthrive', 'ingestor'] },
  ],
  ['shard', 'I/N', 'shard', 'make one part of a burst that N machines make together; merge judges it'],
  ['start-at', 'TIME', 'start', 'when all shards begin: a time with its zone; for check and mode plan also +2m from now', PLAN],
  ['plan-hash', 'HASH', 'hash', 'a shard of another plan is refused; given by check --start-at and mode plan'],
  ['update-baseline', '', 'switch', 'merge: also store what all shards have measured', MERGE],
  ['working-directory', 'DIR', 'text', 'the folder that every other path is relative to', { form: 'input', fallback: '.' }],
  ['result', 'RESULT', 'text', 'the results.json in question', { ...COMPARE, form: 'argument' }],
  [
    'baselines',
    'BASELINE',
    'text',
    'what it is held against: one or more results.json, files of a baseline, or folders of them; default: its own other side, after a run with --baseline url:URL',
    { ...COMPARE, form: 'argument', isMany: true },
  ],
  [
    'results',
    'RESULT',
    'text',
    'at least 10 results.json, or folders of them, of runs with --baseline url:URL of one commit against itself',
    { ...CALIBRATE, form: 'argument', isMany: true },
  ],
  ['shards', 'DIR', 'text', 'what each shard has left, files or folders', { ...MERGE, form: 'argument', isMany: true, input: false }],
  ['views', 'RESULT', 'text', 'one to eight results.json, or folders that hold one', { ...VIEW, form: 'argument', isMany: true }],
  ['port', 'PORT', 'port', 'where the page is, on this machine alone; default: 8089, or any that is free', VIEW],
  ['id', 'ID', 'line', 'the run; default: the newest that is not accepted', { ...ACCEPT, form: 'argument' }],
  ['why', 'TEXT', 'line', 'why it may count from now on', { ...ACCEPT, fallback: 'accepted by hand' }],
  [
    'keep',
    'N',
    'count',
    'so many of the newest stay, and those that comparisons need',
    { commands: ['baseline prune'], input: false, fallback: '50' },
  ],

  ['engine', 'NAME', 'choice', 'what makes the load', { ...LATER, choices: ['embedded'], laterChoices: ['locust'] }],
] as const satisfies readonly Row[];

/** The name of an option of the table. */
export type OptionName = (typeof ROWS)[number][0];

const DEFAULTS = {
  alone: '',
  form: 'flag',
  isMany: false,
  commands: RUNS,
  input: true,
  fileKey: '',
  fallback: '',
  expression: '',
  available: true,
  choices: [],
  laterChoices: [],
} as const;

/** Every option, frozen, in the order of `--help`. */
export const OPTIONS: readonly (Option & { readonly name: OptionName })[] = Object.freeze(
  (ROWS as readonly (Row & { readonly 0: OptionName })[]).map(([name, placeholder, kind, help, rest]) =>
    Object.freeze({ ...DEFAULTS, ...rest, name, placeholder, kind, help }),
  ),
);
