import type { Figures } from '../backend/backend-dials.ts';
import type { JsonObject } from '../dial-values.ts';
import { ServiceTimes } from '../service-times.ts';
import { PeerIndex } from './peer-index.ts';
import { PushWheel } from './push-wheel.ts';
import { buildSocketBehaviour, type SocketBehaviour } from './socket-behaviour.ts';
import { buildSocketTally } from './socket-counts.ts';
import type { SocketDials } from './socket-dials.ts';
import { buildMessage, buildPushes, channelKey, parseMessage } from './socket-messages.ts';
import type { SocketPeer } from './socket-peer.ts';

/** What a route needs of its server. */
export interface SocketWorld {
  /** Runs it then, or at the end of a stall. */
  readonly schedule: (dueMs: number, run: () => void) => void;
  /** The same for pushes, a millisecond later perhaps. */
  readonly schedulePush: (dueMs: number, run: () => void) => void;
  /** Whether a token is somebody's, now. */
  readonly knows: (token: string) => boolean;
  /** The object with the figures of this moment in their places. */
  readonly fill: (value: JsonObject, figures: Figures) => JsonObject;
}

/** Whom a notification is for; a key that is missing is nobody's. */
export type Audience = { readonly to: 'all' } | { readonly to: 'own' | 'channel'; readonly key: string | undefined };

/** One socket route with its connections. */
export class SocketRoute {
  readonly times = new ServiceTimes();
  readonly tally = buildSocketTally(0);
  readonly #world: SocketWorld;
  readonly #peers = new Set<SocketPeer>();
  readonly #byToken = new PeerIndex();
  readonly #byChannel = new PeerIndex();
  #behaviour: SocketBehaviour | undefined;
  #wheel: PushWheel | undefined;

  constructor(world: SocketWorld) {
    this.#world = world;
  }

  /** Undefined until the first dials. */
  get behaviour(): SocketBehaviour | undefined {
    return this.#behaviour;
  }

  get world(): SocketWorld {
    return this.#world;
  }

  /** Holds for the handshakes and messages to come, on open connections too; sequences begin afresh. */
  setDials(dials: SocketDials, seed: number): void {
    this.#behaviour = buildSocketBehaviour(dials, seed);
    this.#wheel?.stop();
    this.#wheel = dials.push && this.#buildWheel(dials.push);
    for (const peer of this.#peers) this.#wheel?.add(peer);
  }

  reset(): void {
    Object.assign(this.tally, buildSocketTally(this.tally.open));
    this.times.clear();
  }

  /** A connection has opened; from now on it is pushed to and notified. */
  open(peer: SocketPeer): void {
    this.tally.opened += 1;
    this.tally.open += 1;
    this.tally.peakOpen = Math.max(this.tally.peakOpen, this.tally.open);
    this.#peers.add(peer);
    if (peer.token !== undefined) this.#byToken.add(peer.token, peer);
  }

  /** A connection that nobody rejected gets its welcome and its place among the pushes. */
  greet(peer: SocketPeer): void {
    const { welcome, dials } = this.#behaviour ?? {};
    this.#wheel?.add(peer);
    if (welcome === undefined) return;
    this.#world.schedule(performance.now() + (dials?.welcomeAfterMs ?? 0), () => this.#send(peer, welcome));
  }

  /** The connection is over, however. */
  leave(peer: SocketPeer): void {
    this.tally.open -= 1;
    this.#peers.delete(peer);
    this.#wheel?.delete(peer);
    if (peer.token !== undefined) this.#byToken.delete(peer.token, peer);
    for (const channel of peer.channels ?? []) this.#byChannel.delete(channel, peer);
  }

  receive(peer: SocketPeer, message: Buffer, binary: boolean): void {
    this.tally.messagesIn += 1;
    this.tally.bytesIn += message.length;
    const { reply, channelField = 'channel' } = this.#behaviour?.dials ?? {};
    if (reply?.kind === 'echo') {
      this.#reply(peer, message, binary);
      return;
    }
    const { id, channel } = parseMessage(message, channelField);
    if (channel !== undefined) this.#subscribe(peer, channelKey(channel), buildMessage({ type: 'subscribed', [channelField]: channel }));
    else if (id !== undefined && reply !== undefined) this.#reply(peer, buildMessage({ type: 'reply', id, ...reply.fields }), false);
  }

  /** Sends one notification to each of its audience; `delivered` runs with each that is on time. */
  notify(audience: Audience, message: Buffer, delivered: () => void): void {
    let heard = 0;
    for (const peer of this.#audience(audience)) {
      if (!peer.isLive) continue;
      heard += 1;
      this.tally.notified += 1;
      const fault = this.#behaviour?.nextMessageFault();
      if (fault?.kind === 'lose') this.tally.lost += 1;
      else if (fault?.kind === 'late') this.#world.schedule(performance.now() + fault.byMs, () => this.#sendLate(peer, message, false));
      else if (this.#sendTimes(peer, { message, binary: false, copies: fault?.kind === 'duplicate' ? 2 : 1 })) delivered();
    }
    if (heard === 0) this.tally.unheard += 1;
  }

  #audience(audience: Audience): ReadonlySet<SocketPeer> {
    if (audience.to === 'all') return this.#peers;
    return (audience.to === 'own' ? this.#byToken : this.#byChannel).of(audience.key ?? '');
  }

  #subscribe(peer: SocketPeer, key: string, answer: Buffer): void {
    peer.channels ??= new Set();
    peer.channels.add(key);
    this.#byChannel.add(key, peer);
    this.#send(peer, answer);
  }

  #reply(peer: SocketPeer, message: Buffer, binary: boolean): void {
    const behaviour = this.#behaviour;
    if (behaviour === undefined) return;
    const arrivedMs = performance.now();
    const fault = behaviour.nextMessageFault();
    if (fault?.kind === 'lose') {
      this.tally.lost += 1;
      return;
    }
    if (fault?.kind === 'late') {
      this.#world.schedule(arrivedMs + behaviour.nextLateReplyMs() + fault.byMs, () => this.#sendLate(peer, message, binary));
      return;
    }
    const copies = fault === undefined ? 1 : 2;
    this.#world.schedule(arrivedMs + behaviour.nextReplyMs(), () => {
      if (this.#sendTimes(peer, { message, binary, copies })) this.times.record((performance.now() - arrivedMs) * 1_000);
    });
  }

  #sendTimes(peer: SocketPeer, what: { readonly message: Buffer; readonly binary: boolean; readonly copies: number }): boolean {
    const sent = this.#send(peer, what.message, what.binary);
    if (sent && what.copies === 2 && this.#send(peer, what.message, what.binary)) this.tally.duplicated += 1;
    return sent;
  }

  #sendLate(peer: SocketPeer, message: Buffer, binary: boolean): void {
    if (this.#send(peer, message, binary)) this.tally.delayed += 1;
  }

  #send(peer: SocketPeer, message: Buffer, binary = false): boolean {
    const bytes = peer.send(message, binary);
    if (bytes === undefined) return false;
    this.tally.messagesOut += 1;
    this.tally.bytesOut += bytes;
    return true;
  }

  #buildWheel(push: NonNullable<SocketDials['push']>): PushWheel {
    const { value = {}, figures } = push;
    const buildPush =
      figures === undefined
        ? buildPushes(value)
        : (seq: number): Buffer => buildMessage({ type: 'push', seq, ...this.#world.fill(value, figures) });
    const pushTo = (peer: SocketPeer): void => {
      if (!this.#send(peer, buildPush(peer.pushed + 1))) return;
      peer.pushed += 1;
      this.tally.pushes += 1;
    };
    return new PushWheel(push.everyMs, pushTo, this.#world.schedulePush);
  }
}
