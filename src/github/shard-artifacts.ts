import { setTimeout as sleep } from 'node:timers/promises';
import { count, list, object } from '../report/decode-json.ts';
import { callOrExplain, type ApiCalls } from './call-or-explain.ts';
import { decodeArtifact } from './decode-artifact.ts';
import { downloadArtifact } from './download-artifact.ts';
import type { Repository } from './github-context.ts';
import { nameShardArtifact, parseShardArtifact } from './name-artifact.ts';
import { uploadArtifact, type UploadSurroundings } from './upload-artifact.ts';

/** What one shard has left. */
export interface ShardUpload {
  readonly results: string;
  readonly key: string;
  readonly shard: { readonly index: number; readonly count: number };
  /** From 1. */
  readonly attempt: number;
  /** Undefined: as the repository has it. */
  readonly retentionDays: number | undefined;
}

/** A sentence is for the log and safe to print. */
export type UploadedShard =
  | { readonly state: 'uploaded'; readonly id: number; readonly url: string }
  | { readonly state: 'failed'; readonly sentence: string };

const UPLOAD_MS = 120_000;

/** Uploads results.json by itself and not packed. Never throws; without it the merge has a shard too few. */
export async function uploadShard(
  { results, retentionDays, ...named }: ShardUpload,
  surroundings: Omit<UploadSurroundings, 'withinMs'> & { readonly withinMs?: number },
): Promise<UploadedShard> {
  const name = nameShardArtifact(named);
  const upload = { name, files: new Map([[name, results]]), form: 'raw', retentionDays } as const;
  const uploaded = await uploadArtifact(upload, { withinMs: UPLOAD_MS, ...surroundings });
  switch (uploaded.state) {
    case 'uploaded':
      return { state: 'uploaded', id: uploaded.id, url: uploaded.url };
    case 'taken':
      return {
        state: 'failed',
        sentence: `This workflow run has the artifact ${name} already; give each plan with its shards a \`key\` of its own.`,
      };
    case 'failed':
      return { state: 'failed', sentence: `The results of this shard were not uploaded: ${uploaded.reason}.` };
  }
}

/** Whose shards. */
export interface ShardSearch {
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly runId: number;
  readonly key: string;
  /** From 1. */
  readonly attempt: number;
  /** Between looks for artifacts that are not listed yet, ms. */
  readonly pauseMs?: number;
}

/** Longer than any results.json that is read. */
const MOST_BYTES = 100_000_000;
const DOWNLOAD_MS = 60_000;
const PER_PAGE = 100;
const MOST_PAGES = 20;
/** What was uploaded a moment ago may not be listed at once. */
const MOST_LOOKS = 4;
const PAUSE_MS = 3_000;

const decodeArtifacts = object({
  total_count: count,
  artifacts: list(decodeArtifact),
});

type Artifact = ReturnType<typeof decodeArtifacts>['artifacts'][number];

/**
 * What the shards of this attempt of this workflow run have uploaded: text that is not trusted, by the names of the artifacts. Empty: nothing. Throws a sentence when GitHub cannot
 * be asked, and for an artifact that is not what was uploaded.
 */
export async function downloadShards(
  api: ApiCalls,
  search: ShardSearch,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const { repository } = search;
  const files: { readonly name: string; readonly text: string }[] = [];
  for (const { id, name, digest } of await findAll(api, search)) {
    const download = { repository, id, digest, mostBytes: MOST_BYTES, withinMs: DOWNLOAD_MS };
    const content = await downloadArtifact(api, download).catch((cause: unknown) => {
      throw new Error(`the artifact ${name} cannot be used: ${cause instanceof Error ? cause.message : 'no answer'}`, { cause });
    });
    files.push({ name, text: new TextDecoder().decode(content) });
  }
  return files;
}

async function findAll(api: ApiCalls, search: ShardSearch): Promise<readonly Artifact[]> {
  for (let look = 1; ; look++) {
    const found = (await listArtifacts(api, search)).flatMap((artifact) => {
      const shard = artifact.expired ? undefined : parseShardArtifact(artifact.name, search);
      return shard ? [{ artifact, shard }] : [];
    });
    const wanted = Math.max(1, ...found.map(({ shard }) => shard.count));
    if (found.length >= wanted || look >= MOST_LOOKS)
      return found.toSorted((left, right) => left.shard.index - right.shard.index).map(({ artifact }) => artifact);
    await sleep(search.pauseMs ?? PAUSE_MS);
  }
}

async function listArtifacts(api: ApiCalls, { repository, runId }: ShardSearch): Promise<readonly Artifact[]> {
  const attempt = { what: 'the artifacts of this run were not listed', permission: 'actions: read' };
  // A page may shift while another is read, and bring an artifact twice.
  const byId = new Map<number, Artifact>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const wanted = { owner: repository.owner, repo: repository.name, run_id: runId, per_page: PER_PAGE, page };
    const data = await callOrExplain(api, attempt, ['GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', wanted]);
    const { artifacts } = decodeArtifacts(data, '');
    for (const artifact of artifacts) byId.set(artifact.id, artifact);
    if (artifacts.length < PER_PAGE) return [...byId.values()];
  }
  // Closed: a shard beyond them would be missing, and a second one of the same place not be seen.
  throw new Error(`this run has more than ${MOST_PAGES * PER_PAGE} artifacts, too many to look through`);
}
