import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf } from '../../gate-error.ts';
import { ImportProblem } from './import-problem.ts';

/** Lines that follow each other. */
export interface LineBatch {
  /** Of the first, from 1. */
  readonly firstLine: number;
  /** Without their ends. */
  readonly lines: readonly string[];
  /** False: the last of them is the end of the file, and has none of its own. */
  readonly isEnded: boolean;
}

/** No line of a load generator comes near; more is no text. */
const LONGEST_LINE = 4_000_000;
const CHUNK_BYTES = 256 * 1_024;

/**
 * The lines of a file of any length in batches, gzip unpacked by its first bytes, whatever the name says. Throws ImportProblem for what is not UTF-8, for a line without
 * end, and, unless `mayBeOpen`, for a last line that is not ended: nobody knows what was cut off.
 */
export async function* readLines(path: string, file: string, mayBeOpen = false): AsyncGenerator<LineBatch> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let rest = '';
  const at = (): { file: string; line: number } => ({ file, line });
  try {
    for await (const chunk of await openBytes(path)) {
      const lines = (rest + decode(decoder, chunk as Buffer, at())).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield { firstLine: line, lines, isEnded: true };
      line += lines.length;
      if (rest.length > LONGEST_LINE) throw new ImportProblem(at(), `this line has more than ${LONGEST_LINE / 1e6} million characters`);
    }
    rest += decode(decoder, undefined, at());
  } catch (thrown) {
    if (thrown instanceof ImportProblem || isMissing(thrown)) throw thrown;
    throw new ImportProblem(at(), `the file cannot be read to its end: ${messageOf(thrown)}`);
  }
  if (rest === '') return;
  if (!mayBeOpen) throw new ImportProblem(at(), 'the last line has no end: the file was cut off', 'let the load generator come to its end');
  yield { firstLine: line, lines: [rest], isEnded: false };
}

/** What the file system refuses is told as that. */
function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'syscall' in thrown;
}

/** A whole small file as text. Throws ImportProblem as above, and for one that is too large to be what it should be. */
export async function readWhole(path: string, file: string): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const { lines, isEnded } of readLines(path, file, true)) {
    for (const line of lines) length += line.length + 1;
    if (length > MOST_CHARACTERS)
      throw new ImportProblem({ file, line: 1 }, `the file has more than ${MOST_CHARACTERS / 1e6} million characters`);
    parts.push(lines.join('\n'), isEnded ? '\n' : '');
  }
  return parts.join('');
}

/** A summary of a thousand endpoints has less than one million. */
const MOST_CHARACTERS = 64_000_000;

const HEAD_CHARACTERS = 65_536;

/** The beginning of a file as text, every line ended. Throws ImportProblem as above. */
export async function readHead(path: string, file: string): Promise<string> {
  let head = '';
  for await (const { lines } of readLines(path, file, true)) {
    head += `${lines.join('\n')}\n`;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}

function decode(
  decoder: InstanceType<typeof TextDecoder>,
  chunk: Buffer | undefined,
  at: { readonly file: string; readonly line: number },
): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new ImportProblem(at, 'the file is not text in UTF-8');
  }
}

async function openBytes(path: string): Promise<Readable> {
  // First: a stream that nobody listens to yet would throw where nobody catches.
  const isPacked = await isGzip(path);
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!isPacked) return source;
  const unpacked = createGunzip();
  source.on('error', (error) => void unpacked.destroy(error));
  unpacked.on('close', () => void source.destroy());
  return source.pipe(unpacked);
}

async function isGzip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
