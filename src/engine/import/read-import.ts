import { basename } from 'node:path';
import type { Issue } from '../../config/issue.ts';
import { messageOf } from '../../gate-error.ts';
import type { ImportTool } from '../../metrics/engine-info.ts';
import { cleanText } from '../../report/clean-text.ts';
import { readHlog } from './hlog/read-hlog.ts';
import type { LogUnit } from './hlog/parse-log-line.ts';
import { guessTool, nameTool } from './guess-tool.ts';
import { ImportProblem } from './import-problem.ts';
import type { Imported } from './imported.ts';
import { readK6 } from './k6/read-k6.ts';
import { readLocust } from './locust/read-locust.ts';
import { readHead } from './read-lines.ts';
import { refuseCopies } from './refuse-copies.ts';
import { explainImpossible } from './check-imported.ts';
import type { NamedFile } from './named-file.ts';

/** What was read, or the one thing that is wrong with the files. Closed: of a file with anything wrong in it nothing is used. */
export type ReadImport = { readonly ok: true; readonly imported: Imported } | { readonly ok: false; readonly issue: Issue };

/** Reads what another load generator has left. `files`: at least one, each another. */
export async function readImport(tool: ImportTool, files: readonly NamedFile[], unit: LogUnit | undefined): Promise<ReadImport> {
  try {
    await refuseCopies(files);
    const imported = await read(tool, files, unit);
    const impossible = explainImpossible(imported);
    if (impossible !== undefined) throw new ImportProblem({ file: files[0]?.name ?? '', line: 1 }, impossible);
    return { ok: true, imported };
  } catch (thrown) {
    if (thrown instanceof ImportProblem) return { ok: false, issue: describe((await findOtherTool(thrown, tool, files)) ?? thrown) };
    // Of the file system: it is not there, or may not be read.
    if (thrown instanceof Error && 'syscall' in thrown) {
      const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : '';
      const file = files.find((one) => one.path === path)?.name ?? files[0]?.name ?? '';
      return { ok: false, issue: { ...WRONG, file, line: 1, message: `the file cannot be read: ${cleanText(messageOf(thrown))}` } };
    }
    throw thrown;
  }
}

const WRONG = { column: 1, code: 'file', severity: 'error' } as const;

function describe({ file, line, message, hint }: ImportProblem): Issue {
  return { ...WRONG, file, line, message: cleanText(message, 400), ...(hint !== undefined && { suggestion: hint }) };
}

/** Of a file that another tool has written nothing else is worth saying; undefined: it is not seen to be one. */
async function findOtherTool({ file }: ImportProblem, tool: ImportTool, files: readonly NamedFile[]): Promise<ImportProblem | undefined> {
  const path = files.find(({ name }) => name === file)?.path;
  // What cannot be read has been told.
  const head = path === undefined ? '' : await readHead(path, file).catch(() => '');
  const other = guessTool(head);
  if (other === undefined || other === tool) return undefined;
  return new ImportProblem(
    { file, line: 1 },
    `this file is ${nameTool(other)}, and was to be ${nameTool(tool)}`,
    `import it as what it is: load-gate import ${other} ${cleanText(file, 200)}`,
  );
}

function read(tool: ImportTool, files: readonly NamedFile[], unit: LogUnit | undefined): Promise<Imported> {
  switch (tool) {
    case 'locust':
      return readLocust(files);
    case 'k6':
      return readK6(files);
    case 'hlog':
      return readHlog(files, unit);
  }
}

/** What a run is called that has no scenario: the name of its file, without what every file of the tool ends in. */
export function nameOfFile(file: string): string {
  const bare = basename(file).replace(/(?:\.(?:json|csv|hlog|gz|ndjson|txt))+$/i, '');
  return bare.replace(/_(?:stats|stats_history|failures|exceptions)$/, '') || bare || 'import';
}
