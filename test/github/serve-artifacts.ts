import { createHash } from 'node:crypto';
import type { TestContext } from 'node:test';
import { getOctokit } from '@actions/github';
import { openArtifactBaseline, type ArtifactBaselinePlace, type ArtifactFolder } from '../../src/github/open-artifact-baseline.ts';
import { nameBaseline } from '../../src/github/name-artifact.ts';
import { packFile } from '../../src/github/pack-file.ts';
import { openBlobLinks } from '../github-server/blob-links.ts';
import { buildRun, buildState, JOB_TOKEN, type ArtifactState, type GithubState, type RunState } from '../github-server/github-state.ts';
import { serveRestApi } from '../github-server/rest-api.ts';
import type { Emulator } from '../github-server/serve-answers.ts';
import { serveHttp } from '../support/serve.ts';

export const WORKFLOW = '.github/workflows/load-gate.yml';
export const FOLDER = 'ci%20%2F%20load-1a2b3c4d';

/** GitHub's REST API as its own description has it, with blobs from memory. */
export interface TestArtifacts {
  readonly state: GithubState;
  readonly log: Emulator['log'];
  readonly apiUrl: string;
  /** Headers of each download of a blob. */
  readonly downloads: Readonly<Record<string, unknown>>[];
  /** An artifact of a run, by default the content of a file of FOLDER's history and the digest of that content. */
  readonly plant: (file: string, content: string, changes?: Partial<ArtifactState>) => ArtifactState;
  /** The same with any bytes. */
  readonly plantBytes: (bytes: Uint8Array, changes?: Partial<ArtifactState>) => ArtifactState;
  readonly openFolder: (folder: string, changes?: Partial<ArtifactBaselinePlace>) => ArtifactFolder;
  readonly open: (changes?: Partial<ArtifactBaselinePlace>) => ArtifactFolder;
}

/** Starts it for one test, which fails for what broke GitHub's description. */
export async function serveArtifacts(context: TestContext): Promise<TestArtifacts> {
  const state = buildState();
  const emulator: Emulator = { state, log: [], violations: [] };
  const contents = new Map<string, Uint8Array>();
  const downloads: Readonly<Record<string, unknown>>[] = [];
  const blobs = await serveHttp((request, response) => {
    downloads.push(request.headers);
    const content = contents.get(decodeURIComponent(request.url?.split('/').at(-1)?.split('?')[0] ?? ''));
    response.writeHead(content ? 200 : 404, { 'content-type': 'application/json' });
    response.end(content);
  });
  const rest = await serveRestApi(emulator, openBlobLinks(blobs.url));
  context.after(async () => {
    await Promise.all([rest[Symbol.asyncDispose](), blobs[Symbol.asyncDispose]()]);
    if (emulator.violations.length > 0) throw new Error(emulator.violations.join('\n'));
  });
  const plantBytes: TestArtifacts['plantBytes'] = (bytes, changes = {}) => {
    const artifact = buildArtifact(state, bytes, changes);
    if (changes.blob === undefined) contents.set(artifact.blob, bytes);
    state.artifacts.push(artifact);
    return artifact;
  };
  const openFolder: TestArtifacts['openFolder'] = (folder, changes) => openArtifactBaseline(folder, placeOf(rest.url, changes));
  return {
    state,
    log: emulator.log,
    apiUrl: rest.url,
    downloads,
    plantBytes,
    plant: (file, content, changes) => plantBytes(packFile(file, Buffer.from(content)), changes),
    openFolder,
    open: (changes) => openFolder(FOLDER, changes),
  };
}

function placeOf(apiUrl: string, changes: Partial<ArtifactBaselinePlace> = {}): ArtifactBaselinePlace {
  const env = { GITHUB_API_URL: apiUrl, GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', ...changes.env };
  const octokit = getOctokit(JOB_TOKEN, { baseUrl: apiUrl });
  return {
    repository: { owner: 'octo', name: 'shop' },
    // The gate's own client would print the token's masks into the output of the test runner.
    openApi: () => Promise.resolve({ call: async (route, parameters) => octokit.request(route, parameters) }),
    workflow: WORKFLOW,
    ...changes,
    env,
  };
}

function buildArtifact(state: GithubState, bytes: Uint8Array, changes: Partial<ArtifactState>): ArtifactState {
  const id = Math.max(70_000, ...state.artifacts.map((artifact) => artifact.id)) + 1;
  return {
    id,
    runId: changes.runId ?? addRun(state).id,
    attempt: 1,
    name: nameBaseline(FOLDER),
    bytes: bytes.byteLength,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    createdAt: '2026-03-01T12:00:00Z',
    expiresAt: '2026-06-01T12:00:00Z',
    expired: false,
    mimeType: 'application/octet-stream',
    blob: `blob-${id}`,
    ...changes,
  };
}

/** A run of WORKFLOW after a push to main, unless it is said otherwise. */
export function addRun(state: GithubState, changes: Partial<RunState> = {}): RunState {
  const run = buildRun(state, { path: WORKFLOW, ...changes });
  state.runs.push(run);
  return run;
}
