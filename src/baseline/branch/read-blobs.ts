import type { FileContent } from '../run-files.ts';
import type { BranchRepository, TreeEntry } from './branch-repository.ts';

/** Of one call of git: so much is in memory at once, beside what the caller keeps. */
const MOST_BATCH_BYTES = 32_000_000;

/** The contents of blobs, in their order, a few megabytes at a time. */
export async function* readBlobs(repository: BranchRepository, entries: readonly TreeEntry[]): AsyncGenerator<FileContent> {
  let batch: TreeEntry[] = [];
  let bytes = 0;
  for (const entry of entries) {
    if (batch.length > 0 && bytes + (entry.bytes ?? 0) > MOST_BATCH_BYTES) {
      yield* await readBatch(repository, batch);
      [batch, bytes] = [[], 0];
    }
    batch.push(entry);
    bytes += entry.bytes ?? 0;
  }
  if (batch.length > 0) yield* await readBatch(repository, batch);
}

async function readBatch(repository: BranchRepository, entries: readonly TreeEntry[]): Promise<readonly FileContent[]> {
  const input = new TextEncoder().encode(entries.map(({ oid }) => `${oid}\n`).join(''));
  const result = await repository.run(['cat-file', '--batch'], { input, mostBytes: 2 * MOST_BATCH_BYTES });
  let rest = result.stdout;
  return entries.map(({ name, oid }) => {
    // `<oid> SP blob SP <bytes> LF <content> LF`, or `<oid> SP missing LF`.
    const end = rest.indexOf(0x0a);
    const [found, type, bytes] = rest.subarray(0, Math.max(0, end)).toString().split(' ');
    const size = Number(bytes);
    const after = end + 1 + size + 1;
    if (result.code !== 0 || found !== oid || type !== 'blob' || !Number.isSafeInteger(size) || after > rest.length) {
      rest = rest.subarray(end + 1);
      return { state: 'failed', name, kind: 'unreadable', reason: `git cannot read it: ${repository.describe(result)}` };
    }
    const content = rest.subarray(end + 1, end + 1 + size);
    rest = rest.subarray(after);
    return { state: 'read', name, content };
  });
}
