/** Everything that turning one file into a scenario or an SLA may look at; nothing else is asked. */
export interface ConfigSource {
  /** The file as the user named it. */
  readonly file: string;
  readonly text: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--set PATH=VALUE`, in the order of the command line. */
  readonly sets: readonly SetOption[];
  readonly files: FileReader;
  /** True: an unset `${secret.X}` is an error (a run); false: a warning (a check). */
  readonly requireSecrets: boolean;
}

/** `--set phases.steady.users=50`: a dotted path, and a value in YAML. */
export interface SetOption {
  readonly path: string;
  readonly value: string;
}

/** The files beside the scenario: data, bodies, certificates. */
export interface FileReader {
  /** `path` as seen from the folder of the file `relativeTo`. */
  resolve(relativeTo: string, path: string): string;
  text(path: string): string | { readonly error: string };
  /** Bytes. */
  size(path: string): number | { readonly error: string };
}
