import { messageOf } from '../../gate-error.ts';
import type { CallError } from '../http/http-call.ts';
import { BODY_CHANGED } from '../http/stream-body.ts';

/** How far a call had come when it failed; `line`: it waited for a connection. */
export type CallStage = 'line' | 'connect' | 'tls' | 'sent' | 'body';

const RESET_CODES = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']);

/** The request itself is at fault: nothing can be said about the target. */
const UNSENT_CODES = new Set([BODY_CHANGED, 'UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH']);

/** An error of the transport → a class and words that the user can act on. */
export function classifyError(thrown: unknown, stage: CallStage): CallError {
  const code = codeOf(thrown);
  const message = rootMessage(thrown);
  if (code !== undefined && UNSENT_CODES.has(code))
    return { class: 'data', reason: `request ${shorten(message)}`, message: `the request could not be made: ${message}` };
  // With TLS 1.3 a server refuses the client's certificate only after the client takes the connection for open.
  if (stage === 'tls' || (code !== undefined && /^ERR_(?:SSL|TLS|OSSL)_/.test(code)))
    return { class: 'tls', reason: `tls ${code ?? shorten(message)}`, message };
  if (stage === 'connect') return { class: 'connect', reason: `connect ${code ?? shorten(message)}`, message };
  if (code !== undefined && RESET_CODES.has(code)) return { class: 'reset', reason: `reset ${code}`, message };
  // undici's words for a 100 or an upgrade that nobody asked for, which it takes for the end.
  if (code === 'UND_ERR_SOCKET' && (message === 'bad response' || message === 'bad upgrade'))
    return {
      class: 'protocol',
      reason: `protocol ${message}`,
      message: `the server sent an informational answer that was not asked for (${message})`,
    };
  if (code === 'UND_ERR_SOCKET' || code === 'UND_ERR_CLOSED' || code === 'UND_ERR_DESTROYED' || code === 'ERR_HTTP2_STREAM_ERROR') {
    return stage === 'body'
      ? {
          class: 'protocol',
          reason: 'protocol body ended early',
          message: `the connection closed before the body was complete (${message})`,
        }
      : { class: 'reset', reason: 'reset connection closed', message: `the connection closed before an answer came (${message})` };
  }
  return { class: 'protocol', reason: `protocol ${code ?? shorten(message)}`, message };
}

function codeOf(thrown: unknown): string | undefined {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 4; error = error.cause, depth++) {
    // An attempt on several addresses fails with an AggregateError whose parts carry the codes.
    const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
    const code: unknown = inner instanceof Error && 'code' in inner ? inner.code : undefined;
    if (typeof code === 'string' && code !== '') return code;
  }
  return undefined;
}

function rootMessage(thrown: unknown): string {
  const error: unknown = thrown instanceof AggregateError ? (thrown.errors[0] ?? thrown) : thrown;
  return messageOf(error);
}

function shorten(message: string): string {
  return message.length > 60 ? `${message.slice(0, 59)}…` : message;
}
