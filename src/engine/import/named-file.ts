/** A file of the user. */
export interface NamedFile {
  /** As it was named. */
  readonly name: string;
  /** Where it is. */
  readonly path: string;
}
