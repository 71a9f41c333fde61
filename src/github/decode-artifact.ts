import { count, nullable, object, text, truth } from '../report/decode-json.ts';

/** One artifact as GitHub lists it; older ones have no digest. */
export const decodeArtifact = object({
  id: count,
  name: text,
  expired: truth,
  digest: nullable(text),
});
