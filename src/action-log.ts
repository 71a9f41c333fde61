import { defuseCommands } from './github/defuse-commands.ts';
import { maskSecrets } from './github/mask-secrets.ts';
import { Masking } from './mask-secrets.ts';
import { RunLog } from './terminal/run-log.ts';

/** Columns of a log that nobody can resize. */
export const LOG_WIDTH = 120;

/** The log of a workflow's step: whatever is printed may hold text of the target or of a fork's files, and none of it may be read as a workflow command. */
export class ActionLog {
  readonly #began = performance.now();
  readonly #run = new RunLog();
  /** Takes what must not be shown out of a text; does nothing before the secrets are known. */
  readonly #masking = new Masking();

  /** Hides these from everything that is printed from now on, here and by the runner. */
  async hide(secrets: readonly string[]): Promise<void> {
    this.#masking.add(secrets);
    await maskSecrets(secrets);
  }

  /** The text as it may be shown. */
  mask(text: string): string {
    return this.#masking.mask(text);
  }

  /** A line of the log alone. */
  print(text: string): void {
    process.stdout.write(`${defuseCommands(this.mask(text))}\n`);
  }

  /** A line of the log and of run.log. */
  say(text: string): void {
    this.note(text);
    this.print(text);
  }

  /** A line of run.log alone. */
  note(text: string): void {
    this.#run.add(performance.now() - this.#began, this.mask(text));
  }

  /** run.log so far. */
  text(): string {
    return this.#run.text();
  }
}
