import { realpathSync } from 'node:fs';
import { ImportProblem } from './import-problem.ts';
import type { NamedFile } from './named-file.ts';
import { readHead } from './read-lines.ts';

/** Throws ImportProblem where two files begin alike, packed or not: so much of them is never the same by chance, there are hundreds of times in it, to the microsecond. Closed: a test and its copy have twice the successes, and the samples that a percentile needs. */
export async function refuseCopies(files: readonly NamedFile[]): Promise<void> {
  if (files.length < 2) return;
  const heads = new Map<string, NamedFile>();
  for (const file of files) {
    const head = await readHead(file.path, file.name);
    const first = heads.get(head);
    if (first !== undefined)
      throw new ImportProblem(
        { file: file.name, line: 1 },
        realpathSync(first.path) === realpathSync(file.path)
          ? 'this file is named twice'
          : `this file begins as ${first.name} does: it is of the same test, and would count twice`,
      );
    heads.set(head, file);
  }
}
