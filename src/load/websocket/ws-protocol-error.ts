/** What came is no WebSocket. The code groups; the message may not hold what the server sent. */
export class WsProtocolError extends Error {
  readonly code: string;
  /** What the close frame says that answers it (RFC 6455 section 7.4.1). */
  readonly closeCode: number;
  constructor(code: string, message: string, closeCode = 1_002) {
    super(message);
    this.name = 'WsProtocolError';
    this.code = code;
    this.closeCode = closeCode;
  }
}
