import type { SocketPeer } from './socket-peer.ts';

/** Finds the connections behind a token or a channel. */
export class PeerIndex {
  readonly #peers = new Map<string, Set<SocketPeer>>();

  add(key: string, peer: SocketPeer): void {
    const peers = this.#peers.get(key);
    if (peers === undefined) this.#peers.set(key, new Set([peer]));
    else peers.add(peer);
  }

  delete(key: string, peer: SocketPeer): void {
    const peers = this.#peers.get(key);
    peers?.delete(peer);
    if (peers?.size === 0) this.#peers.delete(key);
  }

  /** In the order in which they came; empty for an unknown key. */
  of(key: string): ReadonlySet<SocketPeer> {
    return this.#peers.get(key) ?? NOBODY;
  }
}

const NOBODY: ReadonlySet<SocketPeer> = new Set();
