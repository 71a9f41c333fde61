import type { Json, JsonObject } from './dial-values.ts';

/** The fields of a JSON object; empty for anything else, as nobody's input is trusted to be one. */
export function parseObject(text: Buffer): JsonObject {
  try {
    // JSON.parse answers nothing but Json.
    const value = JSON.parse(text.toString()) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
