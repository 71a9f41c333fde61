import type { CommandName } from './request.ts';

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
  /** The words that a `choice` or `choices` takes. */
  readonly choices: readonly string[];
  /** One sentence, without a full stop. */
  readonly help: string;
}
