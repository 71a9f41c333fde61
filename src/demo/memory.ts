/** What the server remembers between requests: sessions, jobs and form tokens. Each kind forgets its oldest beyond 100,000. */
export class Memory {
  readonly #sessions = new Map<string, true>();
  readonly #formTokens = new Map<string, true>();
  readonly #jobs = new Map<string, { readonly runsAtMs: number; readonly doneAtMs: number }>();
  #nextId = 1;

  /** 1, 2, 3 … over everything that gets an id. */
  newId(): number {
    return this.#nextId++;
  }

  openSession(): string {
    return remember(this.#sessions, `session-${this.newId()}`, true);
  }

  hasSession(session: string): boolean {
    return this.#sessions.has(session);
  }

  issueFormToken(): string {
    return remember(this.#formTokens, `form-${this.newId()}`, true);
  }

  /** True once for each token that was issued. */
  useFormToken(token: string): boolean {
    return this.#formTokens.delete(token);
  }

  submitJob(nowMs: number, queuedMs: number, runningMs: number): string {
    return remember(this.#jobs, String(this.newId()), { runsAtMs: nowMs + queuedMs, doneAtMs: nowMs + queuedMs + runningMs });
  }

  /** Undefined: no such job. */
  jobState(id: string, nowMs: number): 'queued' | 'running' | 'done' | undefined {
    const job = this.#jobs.get(id);
    if (job === undefined) return undefined;
    if (nowMs >= job.doneAtMs) return 'done';
    return nowMs >= job.runsAtMs ? 'running' : 'queued';
  }
}

const KEPT = 100_000;

function remember<V>(map: Map<string, V>, key: string, value: V): string {
  map.set(key, value);
  if (map.size > KEPT) {
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  }
  return key;
}
