/**
 * `node print-results.ts FILE`: compares the stored cases of FILE (JSON, a list of `StoredCase`) and prints a line for each: its name, the SHA-256 of the whole
 * result, and the result. The first line is the version of Node.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compareStoredCase, type StoredCase } from './stored-case.ts';

const cases: readonly StoredCase[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
process.stdout.write(`${process.version}\n`);
for (const one of cases) {
  const result = JSON.stringify(compareStoredCase(one));
  process.stdout.write(`${one.name}\t${createHash('sha256').update(result).digest('hex')}\t${result}\n`);
}
