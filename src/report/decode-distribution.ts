import type { Distribution } from '../metrics/distribution.ts';
import { DecodeProblem, text, type Decoder } from './decode-json.ts';
import { decodeDistribution } from './encode-distribution.ts';

/** A distribution as one short text. */
export const distribution: Decoder<Distribution> = (value, path) => {
  const decoded = decodeDistribution(text(value, path));
  if (!decoded) throw new DecodeProblem(`${path} must be an encoded distribution`);
  return decoded;
};
