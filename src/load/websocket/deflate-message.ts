import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { WsProtocolError } from './ws-protocol-error.ts';

/** What every flush ends with, which the wire leaves out (RFC 7692 section 7.2). */
const TAIL = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** A message as permessage-deflate has it, without a memory of others. */
export function deflateMessage(payload: Uint8Array): Buffer {
  const flushed = deflateRawSync(payload, { finishFlush: constants.Z_SYNC_FLUSH });
  return flushed.subarray(0, flushed.length - TAIL.length);
}

/** The message of a compressed one; throws when it is broken, or has more than `maxBytes`: little can become very much. */
export function inflateMessage(payload: Uint8Array, maxBytes: number): Buffer {
  try {
    return inflateRawSync(Buffer.concat([payload, TAIL]), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxBytes });
  } catch (thrown) {
    if (thrown instanceof RangeError)
      throw new WsProtocolError('MESSAGE_TOO_BIG', `a message has more than ${maxBytes} bytes when it is inflated`, 1_009);
    throw new WsProtocolError('INVALID_DEFLATE', 'a compressed message cannot be inflated', 1_007);
  }
}
