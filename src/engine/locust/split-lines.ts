import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/**
 * Calls `onLine` with each line of a stream (UTF-8, without its line break; empty ones left out), and once with undefined for a line of more than `longest` characters,
 * the rest of which is thrown away. Resolves at the end of the stream; a last line without a break counts.
 */
export function splitLines(stream: Readable, longest: number, onLine: (line: string | undefined) => void): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  let isTooLong = false;
  const tell = (): void => {
    const line = parts.join('').trim();
    if (!isTooLong && line !== '') onLine(line);
    parts = [];
    length = 0;
    isTooLong = false;
  };
  const take = (text: string): void => {
    if (isTooLong || text === '') return;
    length += text.length;
    parts.push(text);
    if (length <= longest) return;
    isTooLong = true;
    parts = [];
    onLine(undefined);
  };
  return new Promise((resolve) => {
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      take(decoder.end());
      tell();
      resolve();
    };
    stream.on('data', (chunk: Buffer) => {
      const [first = '', ...rest] = decoder.write(chunk).split('\n');
      take(first);
      for (const text of rest) {
        tell();
        take(text);
      }
    });
    stream.once('end', end).once('close', end).once('error', end);
  });
}
