import { WebSocketServer } from 'ws';
import { buildFaultSequence } from '../fault-sequence.ts';
import { buildLatencySequence } from '../latency-sequence.ts';
import type { ConnectionFault, MessageFault, SocketDials } from './socket-dials.ts';
import { buildMessage } from './socket-messages.ts';

/** What one set of dials makes of a socket route; its sequences are at their beginning. */
export interface SocketBehaviour {
  readonly dials: SocketDials;
  readonly server: WebSocketServer;
  readonly welcome: Buffer | undefined;
  readonly nextReplyMs: () => number;
  /** Of replies that come late by a fault: a sequence apart, so that the others alone have the planted quantiles. */
  readonly nextLateReplyMs: () => number;
  readonly nextMessageFault: () => MessageFault | undefined;
  readonly nextConnectionFault: () => ConnectionFault | undefined;
}

const LARGEST_MESSAGE = 64 * 1_024 * 1_024;

/** The dials are right already. */
export function buildSocketBehaviour(dials: SocketDials, seed: number): SocketBehaviour {
  const latency = dials.reply?.kind === 'reply' ? dials.reply.latency : undefined;
  const buildReplyMs = (): (() => number) => (latency ? buildLatencySequence(latency, seed) : () => 0);
  return {
    dials,
    server: buildServer(dials),
    welcome: dials.welcome === undefined ? undefined : buildMessage(dials.welcome),
    nextReplyMs: buildReplyMs(),
    nextLateReplyMs: buildReplyMs(),
    nextMessageFault: buildFaultSequence(dials.messageFaults ?? []),
    nextConnectionFault: buildFaultSequence(dials.connectionFaults ?? []),
  };
}

function buildServer(dials: SocketDials): WebSocketServer {
  const agreed = new Set(dials.subprotocols);
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LARGEST_MESSAGE,
    perMessageDeflate: dials.deflate ?? false,
    handleProtocols: (offered) => [...offered].find((protocol) => agreed.has(protocol)) ?? false,
  });
}
