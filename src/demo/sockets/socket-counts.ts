/** Exact counters of one socket route since the start (or the last reset). opened = `open` + those that have ended. */
export interface SocketCounts {
  /** Handshakes that were answered by 101, those that are then rejected included. */
  readonly opened: number;
  /** Handshakes that were answered by anything else: a wrong token, a planted status, no proper handshake. */
  readonly refused: number;
  /** Closed right after opening, for the token or as planted. */
  readonly rejected: number;
  readonly dropped: number;
  /** Gone silent. The server does not see them end, so they stay among the open ones. */
  readonly silenced: number;
  readonly open: number;
  readonly peakOpen: number;
  /** Data messages, and the bytes in them. */
  readonly messagesIn: number;
  readonly bytesIn: number;
  /** Data messages of every kind, each copy of a duplicate and each push included. */
  readonly messagesOut: number;
  readonly bytesOut: number;
  readonly pushes: number;
  /** Notifications that had a connection to go to, one for each; those that were lost included. */
  readonly notified: number;
  /** Notifications that found nobody. */
  readonly unheard: number;
  /** Planted faults on messages that were carried out. */
  readonly lost: number;
  readonly duplicated: number;
  readonly delayed: number;
  /** Ping frames received; each is answered. */
  readonly pings: number;
}

/** The counters while they count. */
export type SocketTally = { -readonly [K in keyof SocketCounts]: number };

/** All zero but for the connections that are open already. */
export function buildSocketTally(open: number): SocketTally {
  return {
    opened: open,
    refused: 0,
    rejected: 0,
    dropped: 0,
    silenced: 0,
    open,
    peakOpen: open,
    messagesIn: 0,
    bytesIn: 0,
    messagesOut: 0,
    bytesOut: 0,
    pushes: 0,
    notified: 0,
    unheard: 0,
    lost: 0,
    duplicated: 0,
    delayed: 0,
    pings: 0,
  };
}
