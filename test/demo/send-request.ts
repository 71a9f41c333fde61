import http from 'node:http';
import https from 'node:https';

/** What a plain client saw: an answer, or the code of what went wrong. */
export type Seen =
  | {
      readonly status: number;
      readonly headers: http.IncomingHttpHeaders;
      readonly body: Buffer;
      readonly headMs: number;
      readonly endMs: number;
    }
  | { readonly error: string };

export interface SendOptions extends https.RequestOptions {
  readonly body?: string | Buffer;
  /** The client gives up after that. */
  readonly giveUpMs?: number;
}

/** Sends one request with node:http(s), on a connection of its own unless an agent is given; never rejects. */
export function sendRequest(url: string, options: SendOptions = {}): Promise<Seen> {
  const { body, giveUpMs, ...rest } = options;
  const startMs = performance.now();
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve({ error: error.code ?? error.message });
    const request = (url.startsWith('https') ? https : http).request(url, { agent: false, ...rest }, (answer) => {
      const headMs = performance.now() - startMs;
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', fail);
      answer.on('end', () => {
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
          headMs,
          endMs: performance.now() - startMs,
        });
      });
    });
    request.on('error', fail);
    if (giveUpMs !== undefined) setTimeout(() => request.destroy(Object.assign(new Error('gave up'), { code: 'GAVE_UP' })), giveUpMs);
    request.end(body);
  });
}

/** The answer's JSON; throws when there was no answer. */
export function jsonOf(seen: Seen): unknown {
  if ('error' in seen) throw new Error(`no answer: ${seen.error}`);
  return JSON.parse(seen.body.toString());
}

/** A field of the answer's JSON object, as text; throws when it has none. */
export function fieldOf(seen: Seen, name: string): string {
  const value = jsonOf(seen);
  if (typeof value !== 'object' || value === null) throw new Error('no JSON object');
  const field = new Map<string, unknown>(Object.entries(value)).get(name);
  if (typeof field !== 'string' && typeof field !== 'number') throw new Error(`no text or number ${name}`);
  return String(field);
}

/** How often each status or error code was seen. */
export function tallyOf(seen: readonly Seen[]): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const one of seen) {
    const key = 'error' in one ? one.error : String(one.status);
    tally[key] = (tally[key] ?? 0) + 1;
  }
  return tally;
}

/** `count` requests, at most `atOnce` of them in the air. */
export async function sendMany(
  url: string,
  count: number,
  options: SendOptions & { readonly atOnce?: number } = {},
): Promise<readonly Seen[]> {
  const { atOnce = 16, ...rest } = options;
  const seen: Seen[] = [];
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (sent < count) {
      sent += 1;
      seen.push(await sendRequest(url, rest));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return seen;
}
