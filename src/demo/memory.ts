import { TokenKey } from './access-token.ts';
import { remember } from './remember.ts';
import { Uploads } from './uploads.ts';

export type JobState = 'queued' | 'running' | 'done' | 'failed';

interface Job {
  readonly runsAtMs: number;
  readonly endsAtMs: number;
  readonly end: 'done' | 'failed';
}

/** What the server remembers between requests: sessions, jobs, uploads and form tokens. Each kind forgets its oldest beyond 100,000. */
export class Memory {
  readonly uploads = new Uploads();
  readonly #tokenKey = new TokenKey();
  readonly #sessions = new Map<string, true>();
  readonly #formTokens = new Map<string, true>();
  readonly #jobs = new Map<string, Job>();
  #submitted = 0;
  #nextId = 1;

  /** 1, 2, 3 … over everything that gets an id. */
  newId(): number {
    return this.#nextId++;
  }

  openSession(): string {
    return remember(this.#sessions, `session-${this.newId()}`, true);
  }

  /** A JWT for a new user, by the wall clock. */
  issueToken(expiresInMs: number): string {
    const nowSec = Date.now() / 1_000;
    return this.#tokenKey.sign({ sub: `user-${this.newId()}`, iat: Math.floor(nowSec), exp: nowSec + expiresInMs / 1_000 });
  }

  /** The session itself, or the user of a JWT; undefined: neither known nor valid now. */
  whoHas(token: string): string | undefined {
    return this.#sessions.has(token) ? token : this.#tokenKey.check(token, Date.now() / 1_000)?.sub;
  }

  issueFormToken(): string {
    return remember(this.#formTokens, `form-${this.newId()}`, true);
  }

  /** True once for each token that was issued. */
  useFormToken(token: string): boolean {
    return this.#formTokens.delete(token);
  }

  /** Each `failEvery`-th over all submissions ends as `failed`; Infinity: none. */
  submitJob(nowMs: number, times: { readonly queuedMs: number; readonly runningMs: number }, failEvery: number): string {
    this.#submitted += 1;
    const runsAtMs = nowMs + times.queuedMs;
    const end = this.#submitted % failEvery === 0 ? 'failed' : 'done';
    return remember(this.#jobs, String(this.newId()), { runsAtMs, endsAtMs: runsAtMs + times.runningMs, end });
  }

  /** Undefined: no such job. */
  jobState(id: string, nowMs: number): JobState | undefined {
    const job = this.#jobs.get(id);
    if (job === undefined) return undefined;
    if (nowMs >= job.endsAtMs) return job.end;
    return nowMs >= job.runsAtMs ? 'running' : 'queued';
  }

  /** How many jobs are queued. */
  queueLength(nowMs: number): number {
    let queued = 0;
    for (const { runsAtMs } of this.#jobs.values()) if (nowMs < runsAtMs) queued += 1;
    return queued;
  }
}
