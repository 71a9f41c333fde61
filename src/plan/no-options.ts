import type { RequestDefaults } from '../config/step.ts';

/** Nothing of its own: the defaults of the scenario hold. */
export const NO_OPTIONS: RequestDefaults = {
  headers: [],
  timeoutMs: undefined,
  followRedirects: undefined,
  connections: undefined,
  http2: undefined,
  cookies: undefined,
  tls: undefined,
  proxy: undefined,
  traceparent: undefined,
  slowerThanMs: undefined,
};
