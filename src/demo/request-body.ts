import type { RouteTally } from './counts.ts';
import type { ReceivedRequest } from './prepared-answer.ts';

/** Where a body comes from. */
export interface BodyStream {
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end' | 'error', listener: () => void): unknown;
}

/** A request as it comes in; the body is still to be read. */
export interface IncomingRequest extends Omit<ReceivedRequest, 'body' | 'bodyBytes'> {
  readonly stream: BodyStream;
}

const KEPT_BYTES = 1_000_000;

/** A request's body as it comes in: counted always, kept only when somebody looks into it, and then 1 MB of it. */
export class RequestBody {
  readonly #kept: Buffer[] = [];
  readonly #waiting: (() => void)[] = [];
  #bytes = 0;
  #ended = false;

  constructor(stream: BodyStream, keeps: boolean, tally: RouteTally) {
    stream.on('data', (chunk) => {
      this.#bytes += chunk.length;
      tally.bytesIn += chunk.length;
      if (keeps && this.#bytes <= KEPT_BYTES) this.#kept.push(chunk);
    });
    stream.on('end', () => {
      this.#ended = true;
      for (const run of this.#waiting) run();
    });
    // A body that breaks off closes the reply too, and is counted there.
    stream.on('error', () => undefined);
  }

  /** What has come so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Empty unless it is kept. */
  get kept(): Buffer {
    return Buffer.concat(this.#kept);
  }

  /** Runs now or when the body has been read to its end; never for one that breaks off. */
  onceEnded(run: () => void): void {
    if (this.#ended) run();
    else this.#waiting.push(run);
  }
}
