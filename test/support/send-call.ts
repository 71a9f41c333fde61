import { readProxyEnvironment } from '../../src/load/socket/choose-proxy.ts';
import { HttpCall, type WireBody } from '../../src/load/http/http-call.ts';
import { UndiciTransport } from '../../src/load/http/undici-transport.ts';
import { RunClock } from '../../src/load/time/run-clock.ts';
import type { ConnectionSettings } from '../../src/plan/program.ts';

/** Nothing special about the connection. */
export const PLAIN: ConnectionSettings = {
  limit: undefined,
  http2: false,
  proxy: undefined,
  tls: { ca: undefined, cert: undefined, key: undefined, insecure: false },
};

export interface CallWishes {
  readonly method?: string;
  readonly headers?: string[];
  readonly body?: WireBody;
  readonly maxKept?: number;
}

/** A transport with one set of settings, closed with the block. */
export class TestTransport implements Disposable {
  readonly clock = new RunClock(process.hrtime.bigint());
  readonly transport: UndiciTransport;
  /** How often any call was told to be done. */
  told = 0;

  constructor(settings: Partial<ConnectionSettings> = {}, env: Readonly<Record<string, string>> = {}) {
    this.transport = new UndiciTransport(this.clock, [{ ...PLAIN, ...settings }], readProxyEnvironment(env));
  }

  /** A call that is not sent yet. */
  call(url: string, wishes: CallWishes = {}): HttpCall {
    const { origin, pathname, search } = new URL(url);
    const call = new HttpCall();
    const { method = 'GET', headers = [], body = null, maxKept = 1_000_000 } = wishes;
    return Object.assign(call, { origin, path: pathname + search, method, headers, body, keepBody: true, maxKept });
  }

  /** Sends it and waits for the end. */
  send(call: HttpCall): Promise<HttpCall> {
    return new Promise((resolve) => {
      call.owner = {
        callDone: (done) => {
          this.told++;
          resolve(done);
        },
        callExpired: () => undefined,
      };
      this.transport.send(call);
    });
  }

  fetch(url: string, wishes: CallWishes = {}): Promise<HttpCall> {
    return this.send(this.call(url, wishes));
  }

  [Symbol.dispose](): void {
    this.transport.close();
  }
}

export function textOf(call: HttpCall): string {
  return Buffer.concat(call.chunks).toString('utf8');
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
