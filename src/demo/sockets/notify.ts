import type { NotifyDials } from '../dials.ts';
import { buildLatencySequence } from '../latency-sequence.ts';
import { parseObject } from '../parse-object.ts';
import type { ServiceTimes } from '../service-times.ts';
import { buildMessage, channelKey } from './socket-messages.ts';
import type { SocketRoutes } from './socket-routes.ts';

/** The part of an HTTP request that its notification depends on; `body` was read to its end. */
export interface NotifyingRequest {
  readonly body: Buffer;
  readonly token: string | undefined;
  readonly arrivedMs: number;
}

export type Notify = (request: NotifyingRequest) => void;

/** Pushes one notification for each request when its delay is over, to those who are connected then. */
export function buildNotifier(
  dials: NotifyDials,
  sockets: SocketRoutes,
  { seed, times }: { readonly seed: number; readonly times: ServiceTimes },
): Notify {
  const nextDelayMs = dials.delay ? buildLatencySequence(dials.delay, seed) : () => 0;
  return ({ body, token, arrivedMs }) => {
    const asked = parseObject(body);
    const repeated = (dials.repeats ?? []).map((field) => [field, asked[field] ?? null] as const);
    const message = buildMessage({
      type: 'notification',
      message_id: asked[dials.idField ?? 'id'] ?? null,
      ...Object.fromEntries(repeated),
      ...dials.value,
    });
    sockets.schedule(arrivedMs + nextDelayMs(), () => {
      const route = sockets.get(dials.socket);
      if (route === undefined) return;
      const channel = dials.channel ?? asked[dials.channelField ?? 'channel'];
      const key = dials.to === 'own' ? token : channel === undefined ? undefined : channelKey(channel);
      route.notify(dials.to === 'all' ? { to: 'all' } : { to: dials.to, key }, message, () =>
        times.record((performance.now() - arrivedMs) * 1_000),
      );
    });
  };
}
