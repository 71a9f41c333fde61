import { resolve } from 'node:path';
import type { CommandPorts } from './command-ports.ts';
import type { Checked } from './config/issue.ts';
import { parseSla } from './config/parse-sla.ts';
import type { Sla } from './config/sla.ts';
import { createFileReader } from './workspace/file-reader.ts';

/** The SLA of a command that makes no load; without a file its built-in rules. */
export function readSla(file: string | undefined, { cwd, env }: CommandPorts): Checked<Sla> {
  const files = createFileReader({ workingDirectory: cwd, root: undefined }, file ?? '.');
  const text = file === undefined ? '{}' : files.text(resolve(cwd, file));
  if (typeof text === 'string') return parseSla({ file: file ?? '', text, env, files, sets: [], requireSecrets: false });
  return { ok: false, issues: [{ file: file ?? '', line: 1, column: 1, code: 'file', severity: 'error', message: text.error }] };
}
