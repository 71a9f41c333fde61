/**
 * The one table of everything that can be asked of load-gate: flags, the action's inputs of the same names, and their help.
 * The parsers, `--help`, action.yml and the README's table are made from it or checked against it.
 */

import type { CommandName } from './options/request.ts';

/** What a value looks like, and so how it is checked. */
export type ValueKind =
  | 'switch'
  | 'text'
  | 'url'
  | 'list'
  | 'assignment'
  | 'count'
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
  /** How it is said on the command line: `--name`, a bare argument, or not at all (`input`: the action alone). */
  readonly form: 'flag' | 'argument' | 'input';
  /** Commands that take it. */
  readonly commands: readonly CommandName[];
  /** Whether the action has an input of this name. */
  readonly input: boolean;
  /** The key in the scenario that says the same; flag and input win. Empty: no file can say it. */
  readonly fileKey: string;
  /** The value when nothing is given, as written; empty: none. */
  readonly fallback: string;
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

const PLAN: Partial<Option> = { commands: ['run', 'check'] };
const BURST: Partial<Option> = { commands: ['run', 'demo'] };
const LATER: Partial<Option> = { available: false };
const INPUT_LATER: Partial<Option> = { available: false, form: 'input' };

const ROWS = [
  ['scenario', 'SCENARIO', 'text', 'what is done to the target', { ...PLAN, form: 'argument', fallback: 'load-gate.yaml' }],
  ['sla', 'FILE', 'text', 'what is promised; default: the name of the scenario with .sla.yaml', PLAN],
  ['target', 'URL', 'url', 'where the load goes; may be a secret: ${secret.NAME}', { ...PLAN, fileKey: 'target' }],
  ['profile', 'NAME', 'text', 'a named alternative to the phases of the scenario', { ...PLAN, fileKey: 'profiles' }],
  ['only', 'TAGS', 'list', 'only tasks with any of these tags', { ...PLAN, fileKey: 'profiles.NAME.only' }],
  ['skip', 'TAGS', 'list', 'no task with any of these tags; wins over only', { ...PLAN, fileKey: 'profiles.NAME.skip' }],
  ['user-class', 'NAMES', 'list', 'only these user profiles', { ...PLAN, fileKey: 'profiles.NAME.user_classes' }],
  ['set', 'PATH=VALUE', 'assignment', 'change a value of the plan: phases.steady.users=50; may be repeated', PLAN],
  ['seed', 'N', 'seed', 'every random choice comes from it, 0 to 4294967295; default: drawn, and printed', { ...PLAN, fileKey: 'seed' }],
  ['out', 'DIR', 'text', 'where the reports go; {time} {name} {profile} are filled in', { ...BURST, fallback: 'load-gate-report/' }],
  ['workers', 'N', 'count', 'threads that make the load; default: one less than the cores, at least one'],
  ['max-rate', 'RATE', 'rate', 'hard cap: a plan with a higher arrival rate is refused', { ...PLAN, fallback: '2000/s' }],
  ['max-users', 'N', 'count', 'hard cap: a plan with more virtual users is refused', { ...PLAN, fallback: '10000' }],
  ['max-duration', 'TIME', 'duration', 'hard cap: a longer plan is refused', { ...PLAN, fallback: '30m' }],
  ['max-bytes', 'SIZE', 'size', 'hard cap: a plan that would send more is refused', { ...PLAN, fallback: '100GB' }],
  [
    'fail-on',
    'LIST',
    'choices',
    'what fails the build: breach, regression, inconclusive',
    { fallback: 'breach,regression,inconclusive', choices: ['breach', 'regression', 'inconclusive'], laterChoices: ['no-baseline'] },
  ],
  ['quiet', '', 'switch', 'print the verdict, and no progress before it', BURST],
  ['json', '', 'switch', 'print results.json on standard output, all else on standard error', { ...BURST, input: false }],
  ['working-directory', 'DIR', 'text', 'the folder that every other path is relative to', { form: 'input', fallback: '.' }],

  ['baseline', 'WHERE', 'choice', 'where the stored runs are', { ...LATER, choices: ['none'], laterChoices: ['branch', 'artifact'] }],
  ['engine', 'NAME', 'choice', 'what makes the load', { ...LATER, choices: ['embedded'], laterChoices: ['locust'] }],
  ['csv-prefix', 'P', 'text', 'the file names that Locust would use', LATER],
  ['shard', 'I/N', 'text', 'one part of a burst that several machines make', LATER],
  ['start-at', 'TIME', 'text', 'when all shards start', LATER],
  ['prometheus-url', 'URL', 'url', 'where the figures of the target itself are', LATER],
  ['allow-commands', '', 'switch', 'run the commands that the SLA names', LATER],
  ['ui', '', 'switch', 'a live page', { ...LATER, input: false }],
  ['system', 'NAME', 'text', 'which staging server the demo runs', { ...LATER, commands: ['demo'], input: false }],
  [
    'mode',
    'NAME',
    'choice',
    'what the action does',
    { ...INPUT_LATER, choices: ['gate'], laterChoices: ['update-baseline', 'accept-baseline', 'plan', 'shard', 'merge'] },
  ],
  ['baseline-branch', 'NAME', 'text', 'the branch of the stored runs', INPUT_LATER],
  ['artifact-name', 'NAME', 'text', 'the artifact of the reports', INPUT_LATER],
  ['retention-days', 'N', 'count', 'how long the artifact is kept', INPUT_LATER],
  [
    'comment',
    'WHEN',
    'choice',
    'the comment on the pull request',
    { ...INPUT_LATER, choices: ['never'], laterChoices: ['auto', 'always'] },
  ],
  ['github-token', 'TOKEN', 'text', 'the token of the comment', INPUT_LATER],
  ['key', 'NAME', 'text', 'keeps the legs of a matrix apart', INPUT_LATER],
  ['wait-for', 'PATH', 'text', 'the deployed version answers', INPUT_LATER],
  ['run-id', 'N', 'text', 'which workflow run to read', INPUT_LATER],
] as const satisfies readonly Row[];

/** The name of an option of the table. */
export type OptionName = (typeof ROWS)[number][0];

const DEFAULTS = {
  form: 'flag',
  commands: ['run'],
  input: true,
  fileKey: '',
  fallback: '',
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

/** One word after `load-gate`. */
export interface CommandRow {
  readonly name: string;
  readonly help: string;
  /** False: a known word that does not work yet. */
  readonly available: boolean;
}

const COMMAND_ROWS = [
  ['run', 'put the load of a scenario on its target, judge it, write the reports', true],
  ['check', 'validate the files and print the plan; touches no network', true],
  ['demo', 'the whole gate against a staging server that comes with it', true],
  ['compare', 'compare stored results', false],
  ['merge', 'merge the parts of several machines', false],
  ['view', 'show stored results', false],
  ['calibrate', 'measure the noise between deployments', false],
  ['suggest', 'propose an SLA from stored results', false],
  ['baseline', 'show or change the stored runs', false],
  ['import', 'gate what another tool has measured', false],
  ['export', 'write a scenario for another tool', false],
  ['init', 'write a first scenario', false],
] as const;

/** Every command, frozen, in the order of `--help`. */
export const COMMANDS: readonly CommandRow[] = Object.freeze(
  COMMAND_ROWS.map(([name, help, available]) => Object.freeze({ name, help, available })),
);

/** The outputs of the action that exist today, in the order of action.yml. */
export const OUTPUTS = Object.freeze([
  ['verdict', '`pass`, `breach`, `regression` or `inconclusive`; empty when the files or inputs are wrong'],
  ['breaches', 'number of broken promises'],
  ['regressions', 'number of regressions; always 0 until baselines exist'],
  ['report-path', 'folder of the reports'],
  ['results-path', 'path of results.json'],
  ['summary', 'the summary as Markdown'],
] as const);
