import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Checked } from '../config/issue.ts';
import { parseSla } from '../config/parse-sla.ts';
import type { Sla } from '../config/sla.ts';
import { createFileReader } from './file-reader.ts';
import type { ConfigContext } from './read-config.ts';

/** An SLA without its scenario; `isGiven` is false for a default name, a file that may be absent, which promises nothing. */
export function readSlaAlone(
  { file, isGiven }: { readonly file: string; readonly isGiven: boolean },
  { workingDirectory, root, env, requireSecrets }: ConfigContext,
): Checked<Sla> {
  const files = createFileReader({ workingDirectory, root }, '.');
  const path = resolve(workingDirectory, file);
  const text = isGiven || existsSync(path) ? files.text(path) : '{}';
  if (typeof text === 'string') return parseSla({ file, text, env, files, sets: [], requireSecrets });
  const suggestion = 'name the SLA: --sla path/to/sla.yaml';
  return { ok: false, issues: [{ file, line: 1, column: 1, code: 'file', severity: 'error', message: text.error, suggestion }] };
}
