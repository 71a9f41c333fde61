import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { buildEnvironment, type JobOptions } from './build-environment.ts';
import { buildState, mintId, type ArtifactState, type GithubState } from './github-state.ts';
import { serveRestApi } from './rest-api.ts';
import { serveResultsService } from './results-service.ts';
import { refuseViolations, type Emulator } from './serve-answers.ts';
import { startAzurite } from './start-azurite.ts';

/** What is needed of an artifact that is planted, beside its content. */
export type PlantedArtifact = Pick<ArtifactState, 'runId' | 'name'> & Partial<ArtifactState> & { readonly content: string | Uint8Array };

export interface Github extends Emulator {
  readonly apiUrl: string;
  readonly resultsUrl: string;
  /** The environment of a job; what is in it is said at `buildEnvironment`. Its token is the input `github-token`: `JOB_TOKEN`. */
  readonly env: (options: JobOptions) => Promise<Record<string, string>>;
  /** Puts an artifact there as if a run had uploaded it; everything but its content can be set to what it is not. */
  readonly addArtifact: (planted: PlantedArtifact) => Promise<ArtifactState>;
  /** The content as it was stored; undefined when there is none. */
  readonly readArtifact: (artifact: ArtifactState) => Promise<Uint8Array | undefined>;
  /** Ends all of it; throws when caller or emulator have broken GitHub's description on the way. */
  readonly close: () => Promise<void>;
}

/** Starts GitHub's server side on 127.0.0.1: the REST API, the results service, and Azurite for blobs. */
export async function startGithub(state: GithubState = buildState()): Promise<Github> {
  const emulator: Emulator = { state, log: [], violations: [] };
  const azurite = await startAzurite();
  const folder = await mkdtemp(join(tmpdir(), 'load-gate-github-'));
  const [rest, results] = await Promise.all([serveRestApi(emulator, azurite.blobs), serveResultsService(emulator, azurite.blobs)]);
  return {
    ...emulator,
    apiUrl: rest.url,
    resultsUrl: results.url,
    env: (options) => buildEnvironment(options, { state, folder, apiUrl: rest.url, resultsUrl: results.url }),
    addArtifact: async ({ content, ...planted }) => {
      const bytes = Buffer.from(content);
      const artifact = buildArtifact(state, bytes, planted);
      await azurite.blobs.write(artifact.blob, bytes, artifact.mimeType);
      state.artifacts.push(artifact);
      return artifact;
    },
    readArtifact: ({ blob }) => azurite.blobs.read(blob),
    close: async () => {
      await Promise.all([
        rest[Symbol.asyncDispose](),
        results[Symbol.asyncDispose](),
        azurite.close(),
        rm(folder, { recursive: true, force: true }),
      ]);
      refuseViolations(emulator);
    },
  };
}

/** The same for one test: closed after it, which then fails for what was broken. */
export async function startGithubFor(context: TestContext, state?: GithubState): Promise<Github> {
  const github = await startGithub(state);
  context.after(() => github.close());
  return github;
}

function buildArtifact(state: GithubState, content: Buffer, planted: Omit<PlantedArtifact, 'content'>): ArtifactState {
  const id = mintId(70_000, state.artifacts);
  const run = state.runs.find((each) => each.id === planted.runId);
  const createdAt = run?.createdAt ?? new Date().toISOString();
  return {
    id,
    attempt: run?.attempt ?? 1,
    bytes: content.byteLength,
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    createdAt,
    expiresAt: new Date(Date.parse(createdAt) + 90 * 86_400_000).toISOString(),
    expired: false,
    mimeType: 'application/json',
    blob: `planted/${id}`,
    ...planted,
  };
}
