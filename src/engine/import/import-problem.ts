/** A file that cannot be read as what it is said to be: nothing of it is judged. */
export class ImportProblem extends Error {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The next step; undefined: there is none but another file. */
  readonly hint: string | undefined;

  /** `message`: one sentence without a full stop. */
  constructor(at: { readonly file: string; readonly line: number }, message: string, hint?: string) {
    super(message);
    this.name = 'ImportProblem';
    this.file = at.file;
    this.line = at.line;
    this.hint = hint;
  }
}
