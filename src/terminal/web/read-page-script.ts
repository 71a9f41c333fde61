import { readFileSync } from 'node:fs';
import { GateError } from '../../gate-error.ts';

/** Beside the bundle; from sources it is in `dist`. */
const SCRIPT = new URL(import.meta.url.endsWith('.ts') ? '../../../dist/live-page.js' : './live-page.js', import.meta.url);

/** The script of the live page, for browsers; a GateError where it has not been built. */
export function readPageScript(): Buffer {
  try {
    return readFileSync(SCRIPT);
  } catch (cause) {
    throw new GateError('LOAD_GATE_FILE_UNREADABLE', 'the script of the live page is not there', {
      hint: 'build it: npm run build',
      cause,
    });
  }
}
