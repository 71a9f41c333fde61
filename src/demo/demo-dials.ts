import type { Dials, Json } from './dials.ts';

const PRODUCT: { readonly [key: string]: Json } = { name: 'Walnut desk', price: 249, currency: 'EUR', stock: 12 };

/** The small shop with a support chat that `sla/demo/` puts under load: healthy, with one order in 150 refused, as real shops have. */
export const demoDials: Dials = {
  // The demo's latencies need no spinning: a millisecond more is nothing to them, and the CPU is the generator's.
  spinMs: 0,
  seed: 1,
  routes: [
    { method: 'GET', path: '/health', answer: { kind: 'json', value: { status: 'healthy' } } },
    {
      method: 'GET',
      path: '/api/products',
      latency: { kind: 'lognormal', medianMs: 12, p95Ms: 35 },
      answer: { kind: 'list', count: 20, fields: PRODUCT },
    },
    {
      method: 'GET',
      path: '/api/products/:id',
      latency: { kind: 'lognormal', medianMs: 8, p95Ms: 25 },
      answer: { kind: 'item', fields: { ...PRODUCT, description: 'Solid wood, oiled by hand.' } },
    },
    {
      method: 'POST',
      path: '/api/orders',
      latency: { kind: 'lognormal', medianMs: 30, p95Ms: 90 },
      answer: { kind: 'create', fields: { state: 'accepted' } },
      faults: [{ kind: 'status', every: 150, offset: 75, status: 503 }],
    },
    {
      method: 'GET',
      path: '/api/orders/:id',
      latency: { kind: 'lognormal', medianMs: 10, p95Ms: 30 },
      answer: { kind: 'item', fields: { state: 'accepted', lines: 1 } },
    },
    {
      method: 'POST',
      path: '/api/messages',
      latency: { kind: 'lognormal', medianMs: 15, p95Ms: 45 },
      answer: { kind: 'create', fields: { delivered: true } },
    },
    {
      method: 'GET',
      path: '/api/channels/:id/messages',
      latency: { kind: 'lognormal', medianMs: 9, p95Ms: 28 },
      answer: { kind: 'list', count: 30, fields: { text: 'What are your business hours?', author: 'visitor' } },
    },
  ],
};
