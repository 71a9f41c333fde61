/** Whose artifacts a runtime token opens. */
export interface Job {
  readonly runId: number;
  readonly attempt: number;
  /** What the service calls the attempt of the run, and the job in it: UUIDs. */
  readonly runBackendId: string;
  readonly jobBackendId: string;
}

/** An unsigned JWT as the runner hands it to a job: the library reads the scope, and only the service could check a signature. */
export function buildRuntimeToken(runId: number, attempt: number, job: string): string {
  const scope = `Actions.Example:none Actions.Results:${uuidOf(attempt, runId)}:${uuidOf(0, numberOf(job))}`;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: scope })}.`;
}

/** Undefined when it is no such token. */
export function readRuntimeToken(token: string): Job | undefined {
  const [, runBackendId, jobBackendId] =
    /Actions\.Results:([\w-]+):([\w-]+)/.exec(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) ?? [];
  const [, attempt, runId] = /^(\d{8})-0000-4000-8000-(\d{12})$/.exec(runBackendId ?? '') ?? [];
  if (runBackendId === undefined || jobBackendId === undefined || runId === undefined) return undefined;
  return { runId: Number(runId), attempt: Number(attempt), runBackendId, jobBackendId };
}

function uuidOf(first: number, last: number): string {
  return `${`${first}`.padStart(8, '0')}-0000-4000-8000-${`${last}`.padStart(12, '0')}`;
}

function numberOf(text: string): number {
  return Buffer.from(text).reduce((sum, byte) => (sum * 31 + byte) % 1_000_000_007, 7);
}
