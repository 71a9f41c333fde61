/** Where the reports go and what is printed. */
export interface OutputRequest {
  /** May hold `{time}`, `{name}` and `{profile}`. */
  readonly out: string;
  /** A path and the first part of file names, for the CSV files under Locust's own names; may hold the same. Undefined: none. */
  readonly csvPrefix: string | undefined;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** What fails the build; `no-baseline`: a comparison that was asked for and had nothing to compare with. */
export type FailOn = 'breach' | 'regression' | 'inconclusive' | 'no-baseline';

/** Where the stored runs are. */
export type BaselineWhere =
  | { readonly kind: 'none' }
  /** Nothing was said, and this is CI: the branch, where the folder is a checkout with the remote `origin`; else none, and a note says so. */
  | { readonly kind: 'implied'; readonly branch: string }
  /** Live: another target gets the same load. May hold `${secret.X}`. */
  | { readonly kind: 'url'; readonly url: string }
  | StoreWhere;

/** A place that holds runs. `path` is a folder, relative to where the other paths are. */
export type StoreWhere =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'branch'; readonly branch: string }
  /** The artifacts of earlier workflow runs; in a workflow alone. */
  | { readonly kind: 'artifact' };

/** `gate` judges; `update-baseline` stores what was measured as well. */
export type RunMode = 'gate' | 'update-baseline';

/** How what was measured is judged, compared, stored and told. */
export interface JudgedRequest extends OutputRequest {
  /** At least one; `no-baseline` only with a baseline. */
  readonly failOn: readonly FailOn[];
  /** A store in the mode `update-baseline`. */
  readonly baseline: BaselineWhere;
  readonly mode: RunMode;
  /** Names one history of several in the same place. */
  readonly key: string;
  /** The artifact of the reports; undefined: named after the key. */
  readonly artifactName: string | undefined;
  /** From 1; undefined: as the repository has it. */
  readonly retentionDays: number | undefined;
  readonly comment: 'auto' | 'always' | 'never';
  /** Of the action; empty: none. A secret. */
  readonly githubToken: string;
}
