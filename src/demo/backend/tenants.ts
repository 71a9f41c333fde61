import type { TenantDials } from './backend-dials.ts';

/** What a tenant has used of its plan. */
export interface Usage {
  readonly tenant_id: string;
  readonly used: number;
  readonly quota: number;
  readonly remaining: number;
  /** Whether a metered request would be let through now. */
  readonly allowed: boolean;
}

/** Tenants with their plans and what they have used. */
export class Tenants {
  readonly #used = new Map<string, number>();
  #dials: TenantDials | undefined;

  /** Lower case; empty: no tenants at all. */
  get header(): string {
    return this.#dials?.header ?? '';
  }

  /** What was used stays used. */
  setDials(dials: TenantDials | undefined): void {
    this.#dials = dials;
  }

  /** Nothing is used any more. */
  reset(): void {
    this.#used.clear();
  }

  /** Undefined: no such tenant. */
  usageOf(tenant: string): Usage | undefined {
    const { plans = {} } = this.#dials ?? {};
    const quota = Object.hasOwn(plans, tenant) ? plans[tenant] : undefined;
    if (quota === undefined) return undefined;
    const used = this.#used.get(tenant) ?? 0;
    return { tenant_id: tenant, used, quota, remaining: quota - used, allowed: used < quota };
  }

  /** One metered request more; of a tenant that `usageOf` allows it. */
  meter(tenant: string): void {
    this.#used.set(tenant, (this.#used.get(tenant) ?? 0) + 1);
  }
}
