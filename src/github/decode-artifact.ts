import { count, object, optional, text, truth } from '../report/decode-json.ts';

/** One artifact as GitHub lists it; older ones have no digest. */
export const decodeArtifact = object({
  id: count,
  name: text,
  expired: truth,
  digest: (value: unknown, path: string) => optional(text)(value === null ? undefined : value, path),
});
