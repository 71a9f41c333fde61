import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listCases } from '../test/engines/list-cases.ts';
import { storeCase } from '../test/engines/stored-case.ts';

/** The engine before the one that load-gate runs on; it strips types by itself. */
const OTHER_NODE = '22.23.3';

const ROOT = join(import.meta.dirname, '..');
const SCRIPT = join(ROOT, 'test/engines/print-results.ts');
const LONGEST_MS = 300_000;
const MOST_BYTES = 100_000_000;

/** The same stored results give the same verdict on both engines, byte for byte. Without the other engine nothing is shown, which is a failure. */
const folder = await mkdtemp(join(tmpdir(), 'load-gate-engines-'));
try {
  const file = join(folder, 'cases.json');
  await writeFile(file, JSON.stringify(listCases().map(storeCase)));
  const own = await print(process.execPath, [SCRIPT, file]);
  const other = await print('npm', ['exec', '--yes', `--package=node@${OTHER_NODE}`, '--', 'node', SCRIPT, file]);
  process.exitCode = compare(own, other) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function print(program: string, args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(program, [...args], { cwd: ROOT, timeout: LONGEST_MS, maxBuffer: MOST_BYTES });
  return stdout.trimEnd().split('\n');
}

function compare([ownVersion = '', ...own]: readonly string[], [otherVersion = '', ...other]: readonly string[]): boolean {
  const different = own.filter((line, index) => line !== other[index]);
  for (const line of different) {
    const index = own.indexOf(line);
    console.log(`${ownVersion}: ${line}\n${otherVersion}: ${other[index] ?? 'nothing'}\n`);
  }
  // Closed: two equal engines, or nothing at all, would agree, too.
  const isShown = otherVersion === `v${OTHER_NODE}` && ownVersion.split('.')[0] !== otherVersion.split('.')[0] && own.length > 0;
  const isSame = different.length === 0 && own.length === other.length;
  const states = own.map((line) => /"state":"([a-z-]+)"/.exec(line)?.[1] ?? 'unknown');
  const counts = [...new Set(states)].map((state) => `${states.filter((each) => each === state).length} ${state}`).join(', ');
  console.log(
    `${own.length} stored comparisons (${counts}) on Node ${ownVersion} and ${otherVersion}: ${isSame ? 'the same' : 'DIFFERENT'}`,
  );
  if (!isShown) console.log(`the other engine was to be v${OTHER_NODE}; nothing is shown`);
  return isSame && isShown;
}
