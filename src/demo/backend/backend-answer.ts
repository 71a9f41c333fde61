import type { JsonObject } from '../dial-values.ts';
import type { Figures } from './backend-dials.ts';

/** Answers out of what stands behind the routes. */
export type BackendAnswer =
  /** The object with its figures in their places. */
  | { readonly kind: 'figures'; readonly value?: JsonObject; readonly figures: Figures }
  /** Prometheus's text format: the built-in metrics and those of the dials. */
  | { readonly kind: 'metrics' }
  /** 202 with `{"id":…,"state":"queued", …fields}` and its Location; the message goes on the queue. 503 when the queue is full. */
  | { readonly kind: 'enqueue'; readonly queue: string; readonly fields?: JsonObject }
  /** `{"id":…,"state":"queued|running|done|failed"}` of a message by the path's id, else 404. */
  | { readonly kind: 'task'; readonly queue: string }
  /**
   * `clear` and `invalidate` (by the body's `pattern`: a path with its query, or the beginning of such before a `*`; none: 400) say `{"removed":n}`;
   * `warm` puts these keys in: `{"warmed":n}`.
   */
  | { readonly kind: 'cache'; readonly cache: string; readonly do: 'clear' | 'invalidate' }
  | { readonly kind: 'cache'; readonly cache: string; readonly do: 'warm'; readonly keys: readonly string[] }
  /**
   * `list`: `{"items":[the newest …],"total":n}`. `create`: 201 with the body's fields and a new `id`, and its Location. `get` and `update` (the body's fields
   * over the object's): 200 with the object, `delete`: 204, all by the last id that the path binds, else 404. `set` goes over the body's fields.
   */
  | { readonly kind: 'collection'; readonly collection: string; readonly do: 'list'; readonly limit: number }
  | { readonly kind: 'collection'; readonly collection: string; readonly do: 'create' | 'update'; readonly set?: JsonObject }
  | { readonly kind: 'collection'; readonly collection: string; readonly do: 'get' | 'delete' }
  /** `{"tenant_id":…,"used":n,"quota":n,"remaining":n,"allowed":…, …fields}` of the request's tenant; 403 without one. */
  | { readonly kind: 'usage'; readonly fields?: JsonObject };
