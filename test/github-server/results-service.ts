import { createHash } from 'node:crypto';
import type { Served } from '../support/serve.ts';
import type { BlobLinks } from './blob-links.ts';
import type { Answer } from './faults.ts';
import { mintId, type ArtifactState } from './github-state.ts';
import { signDownload } from './rest-api.ts';
import { readRuntimeToken, type Job } from './runtime-token.ts';
import { serveAnswers, type Emulator } from './serve-answers.ts';

/** A request of the service, as its JSON has it: names in snake case, wrapped values bare, 64-bit numbers as texts. */
type Message = Readonly<Record<string, unknown>>;

interface Exchange {
  readonly emulator: Emulator;
  readonly blobs: BlobLinks;
  /** Created and not yet finalized, by run, attempt and name. */
  readonly begun: Map<string, Begun>;
  readonly job: Job;
  readonly message: Message;
  readonly spentUrl: boolean;
}

interface Begun {
  readonly blob: string;
  readonly mimeType: string;
  readonly expiresAt: string;
}

const PREFIX = '/twirp/github.actions.results.api.v1.ArtifactService/';
const KEPT_MS = 90 * 86_400_000;

const METHODS: Readonly<Record<string, (exchange: Exchange) => Answer | Promise<Answer>>> = {
  CreateArtifact: createArtifact,
  FinalizeArtifact: finalizeArtifact,
  ListArtifacts: listArtifacts,
  GetSignedArtifactURL: getSignedUrl,
  DeleteArtifact: deleteArtifact,
};

/** The service behind @actions/artifact, version 4: Twirp with JSON. Contents are in real blobs, and what it keeps is what REST lists. */
export function serveResultsService(emulator: Emulator, blobs: BlobLinks): Promise<Served> {
  const begun = new Map<string, Begun>();
  return serveAnswers(emulator, () => ({
    routeOf: ({ url }) => (url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : url.pathname),
    answer: async ({ method, token, body }, route, spentUrl) => {
      const call = METHODS[route];
      if (call === undefined || method !== 'POST') return refuseTwirp(404, 'bad_route', `no method ${route}`);
      const job = token === undefined ? undefined : readRuntimeToken(token);
      if (job === undefined) return refuseTwirp(401, 'unauthenticated', 'the runtime token is not one');
      const message = body as Message; // the library's own client has written it
      if (message['workflow_run_backend_id'] !== job.runBackendId)
        return refuseTwirp(403, 'permission_denied', 'the artifact is of another run');
      return call({ emulator, blobs, begun, job, message, spentUrl });
    },
  }));
}

function createArtifact({ emulator: { state }, blobs, begun, job, message, spentUrl }: Exchange): Answer {
  const name = textOf(message['name']);
  if (name === '') return refuseTwirp(400, 'invalid_argument', 'name is required');
  const key = `${job.runBackendId}/${name}`;
  if (begun.has(key) || findArtifact(state.artifacts, job, name) !== undefined) {
    return refuseTwirp(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
  }
  const mimeType = textOf(message['mime_type']) || 'application/zip';
  const blob = `run-${job.runId}-${job.attempt}/${crypto.randomUUID()}${mimeType === 'application/zip' ? '.zip' : ''}`;
  const expiresAt = textOf(message['expires_at']) || new Date(Date.now() + KEPT_MS).toISOString();
  begun.set(key, { blob, mimeType, expiresAt });
  return answer({ ok: true, signed_upload_url: blobs.sign(blob, 'cw', {}, spentUrl ? -60_000 : undefined) });
}

async function finalizeArtifact({ emulator: { state }, blobs, begun, job, message }: Exchange): Promise<Answer> {
  const name = textOf(message['name']);
  const key = `${job.runBackendId}/${name}`;
  const started = begun.get(key);
  if (started === undefined) return refuseTwirp(404, 'not_found', 'no such artifact was created');
  const content = await blobs.read(started.blob);
  if (content === undefined) return refuseTwirp(400, 'failed_precondition', 'nothing was uploaded');
  if (textOf(message['size']) !== `${content.byteLength}`)
    return refuseTwirp(400, 'invalid_argument', 'the size is not that of the upload');
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  const said = textOf(message['hash']);
  if (said !== '' && said !== digest) return refuseTwirp(400, 'invalid_argument', 'the hash is not that of the upload');
  begun.delete(key);
  const id = mintId(70_000, state.artifacts);
  state.artifacts.push({
    id,
    runId: job.runId,
    attempt: job.attempt,
    name,
    bytes: content.byteLength,
    digest: said === '' ? null : digest,
    createdAt: new Date().toISOString(),
    expired: false,
    ...started,
  });
  return answer({ ok: true, artifact_id: `${id}` });
}

function listArtifacts({ emulator: { state }, job, message }: Exchange): Answer {
  const [name, id] = [textOf(message['name_filter']), textOf(message['id_filter'])];
  const found = state.artifacts.filter(
    (artifact) => isOf(artifact, job) && (name === '' || artifact.name === name) && (id === '' || `${artifact.id}` === id),
  );
  return answer({
    artifacts: found.map((artifact) => ({
      workflow_run_backend_id: job.runBackendId,
      workflow_job_run_backend_id: job.jobBackendId,
      database_id: `${artifact.id}`,
      name: artifact.name,
      size: `${artifact.bytes}`,
      created_at: artifact.createdAt,
      ...(artifact.digest !== null && { digest: artifact.digest }),
    })),
  });
}

function getSignedUrl({ emulator: { state }, blobs, job, message, spentUrl }: Exchange): Answer {
  const artifact = findArtifact(state.artifacts, job, textOf(message['name']));
  if (artifact === undefined) return refuseTwirp(404, 'not_found', 'no such artifact');
  return answer({ signed_url: signDownload(blobs, artifact, spentUrl) });
}

function deleteArtifact({ emulator: { state }, job, message }: Exchange): Answer {
  const artifact = findArtifact(state.artifacts, job, textOf(message['name']));
  if (artifact === undefined) return refuseTwirp(404, 'not_found', 'no such artifact');
  state.artifacts.splice(state.artifacts.indexOf(artifact), 1);
  return answer({ ok: true, artifact_id: `${artifact.id}` });
}

/** A name is taken within one attempt of a run; an attempt after it may use it again. */
function findArtifact(artifacts: readonly ArtifactState[], job: Job, name: string): ArtifactState | undefined {
  return artifacts.find((artifact) => isOf(artifact, job) && artifact.name === name);
}

function isOf({ runId, attempt, expired }: ArtifactState, job: Job): boolean {
  return runId === job.runId && attempt === job.attempt && !expired;
}

function answer(body: object): Answer {
  return { status: 200, body };
}

function refuseTwirp(status: number, code: string, msg: string): Answer {
  return { status, body: { code, msg } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
