import type { Json, JsonObject } from '../dial-values.ts';
import { parseObject } from '../parse-object.ts';

/** What a client asks for by JSON. */
export interface Asked {
  /** Undefined: nothing to reply to. */
  readonly id: Json | undefined;
  /** Undefined: no subscription. */
  readonly channel: Json | undefined;
}

/** Reads a message; anything but a JSON object asks for nothing. */
export function parseMessage(message: Buffer, channelField: string): Asked {
  const value = parseObject(message);
  return { id: value['id'], channel: value['type'] === 'subscribe' ? value[channelField] : undefined };
}

/** The key under which a channel's subscribers are found: 7 and "7" are one channel. */
export function channelKey(channel: Json): string {
  return typeof channel === 'string' ? channel : JSON.stringify(channel);
}

/** A message as it goes out. */
export function buildMessage(value: Json): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** Pushes that differ in their number alone, without building the rest each time. */
export function buildPushes(value: JsonObject | undefined): (seq: number) => Buffer {
  const { type = 'push', ...rest } = value ?? {};
  const head = `{"type":${JSON.stringify(type)},"seq":`;
  const tail = Object.keys(rest).length === 0 ? '}' : `,${JSON.stringify(rest).slice(1)}`;
  return (seq) => Buffer.from(`${head}${seq}${tail}`);
}
