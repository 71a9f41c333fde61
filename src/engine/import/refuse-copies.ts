import { ImportProblem } from './import-problem.ts';
import type { NamedFile } from './named-file.ts';
import { readLines } from './read-lines.ts';

/** So much of two files is never the same by chance: there are hundreds of times in it, to the microsecond. */
const HEAD_CHARACTERS = 65_536;

/** Throws ImportProblem where two files begin alike, packed or not. Closed: a test and its copy have twice the successes, and the samples that a percentile needs. */
export async function refuseCopies(files: readonly NamedFile[]): Promise<void> {
  if (files.length < 2) return;
  const names = new Map<string, string>();
  for (const file of files) {
    const head = await readHead(file);
    const first = names.get(head);
    if (first !== undefined)
      throw new ImportProblem(
        { file: file.name, line: 1 },
        `this file begins as ${first} does: it is of the same test, and would count twice`,
      );
    names.set(head, file.name);
  }
}

async function readHead({ path, name }: NamedFile): Promise<string> {
  let head = '';
  for await (const { lines } of readLines(path, name, true)) {
    head += `${lines.join('\n')}\n`;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}
