import type { RateLimit } from './dials.ts';

/** Asks for one request at a time: 0 when it is let through, else the ms until the next one could be. */
export type Limiter = (nowMs: number) => number;

/** The limiter of a route; without a limit everything passes. */
export function buildLimiter(limit: RateLimit | undefined): Limiter {
  if (limit === undefined) return () => 0;
  return limit.kind === 'bucket' ? buildBucket(limit.perSec, limit.burst) : buildWindow(limit.max, limit.windowMs);
}

/** Tokens come at `perSec` up to `burst`; it begins full. */
function buildBucket(perSec: number, burst: number): Limiter {
  let tokens = burst;
  let filledMs = -Infinity;
  return (nowMs) => {
    tokens = Math.min(burst, tokens + ((nowMs - filledMs) * perSec) / 1_000);
    filledMs = nowMs;
    if (tokens < 1) return ((1 - tokens) / perSec) * 1_000;
    tokens -= 1;
    return 0;
  };
}

function buildWindow(max: number, windowMs: number): Limiter {
  let startMs = -Infinity;
  let used = 0;
  return (nowMs) => {
    if (nowMs >= startMs + windowMs) {
      startMs = startMs === -Infinity ? nowMs : nowMs - ((nowMs - startMs) % windowMs);
      used = 0;
    }
    used += 1;
    return used <= max ? 0 : startMs + windowMs - nowMs;
  };
}
