import { messageOf } from '../gate-error.ts';
import { callOrExplain, type ApiCalls } from './call-or-explain.ts';
import { downloadArtifact } from './download-artifact.ts';
import { findBaselineArtifacts, listBaselineFolders, readRepository } from './find-baseline-artifacts.ts';
import type { ArtifactSearch, BaselineArtifact, OwnRepository } from './find-baseline-artifacts.ts';
import type { Repository } from './github-context.ts';
import { nameBaseline } from './name-artifact.ts';
import { packFile, unpackFile } from './pack-file.ts';
import { uploadArtifact, type ArtifactUploader } from './upload-artifact.ts';

/** The job that asks. */
export interface ArtifactBaselinePlace {
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A client for one task, which may take so long; its token may read artifacts (`actions: read`). */
  readonly openApi: (totalMs: number) => Promise<ApiCalls>;
  /** Only what this workflow has stored, by its file such as `.github/workflows/ci.yml`; undefined: what any workflow of the repository has. */
  readonly workflow: string | undefined;
  /** Told when there are artifacts of the name and none of them counts. */
  readonly onNone?: ((sentence: string) => void) | undefined;
  /** Undefined: the real one. */
  readonly uploader?: ArtifactUploader | undefined;
}

/** The history of one key in artifacts: files with names and bytes. Each function throws when it fails, and never answers "nothing" instead. */
export interface ArtifactFolder {
  readonly where: string;
  list(): Promise<readonly { readonly name: string; readonly bytes: number }[]>;
  /** The folders of all histories, as far as they are among the newest artifacts. */
  listFolders(): Promise<readonly string[]>;
  /** A file of the last list, or one that was written since. */
  read(name: string): Promise<Uint8Array>;
  /** False when there is one of that name already. */
  write(name: string, content: Uint8Array): Promise<boolean>;
  /** A name that is not there is no error. */
  remove(name: string): Promise<void>;
}

/** A window of 20, an anchor of 10, and some that do not count. More would use up the 1,000 requests of a repository's hour. */
const MOST_ARTIFACTS = 40;
const AT_ONCE = 6;
/** A file of 10 MB and its name. */
const MOST_BYTES = 10_100_000;
const DOWNLOAD_MS = 30_000;
const UPLOAD_MS = 120_000;
const TASK_MS = 120_000;

/** The history in `folder`, a key as stores name it. Nothing is asked before the first call. */
export function openArtifactBaseline(folder: string, place: ArtifactBaselinePlace): ArtifactFolder {
  return new ArtifactFiles(folder, place);
}

/** A file of the last list, or why it has no content; ids of the artifacts that hold it. */
interface Entry {
  readonly bytes: number;
  readonly content: Uint8Array | { readonly error: string };
  readonly ids: readonly number[];
}

class ArtifactFiles implements ArtifactFolder {
  readonly where: string;
  readonly #place: ArtifactBaselinePlace;
  readonly #search: ArtifactSearch;
  #own: OwnRepository | undefined;
  #entries = new Map<string, Entry>();

  constructor(folder: string, place: ArtifactBaselinePlace) {
    const { repository, workflow, onNone } = place;
    this.where = `artifacts of ${repository.owner}/${repository.name}`;
    this.#place = place;
    this.#search = { repository, workflow, name: nameBaseline(folder), most: MOST_ARTIFACTS, onNone };
  }

  async list(): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
    const api = await this.#place.openApi(TASK_MS);
    const artifacts = await findBaselineArtifacts(api, this.#search, await this.#whose(api));
    const entries = new Map<string, Entry>();
    for (const { name, entry } of await mapAtOnce(artifacts, (artifact) => this.#fetch(api, artifact))) {
      const twin = entries.get(name);
      // The newest of a name counts; all of them go when it goes.
      entries.set(name, twin ? { ...twin, ids: [...twin.ids, ...entry.ids] } : entry);
    }
    this.#entries = entries;
    return [...entries].map(([name, { bytes }]) => ({ name, bytes }));
  }

  async listFolders(): Promise<readonly string[]> {
    const api = await this.#place.openApi(TASK_MS);
    return listBaselineFolders(api, this.#place.repository, await this.#whose(api));
  }

  read(name: string): Promise<Uint8Array> {
    const content = this.#entries.get(name)?.content ?? { error: 'there is no such artifact' };
    return content instanceof Uint8Array ? Promise.resolve(content) : Promise.reject(new Error(content.error));
  }

  async write(name: string, content: Uint8Array): Promise<boolean> {
    if (this.#entries.has(name)) return false;
    this.#refuseUnread(await this.#whose(await this.#place.openApi(TASK_MS)));
    const { env, uploader } = this.#place;
    const { name: artifact } = this.#search;
    const uploaded = await uploadArtifact(
      { name: artifact, files: new Map([[artifact, packFile(name, content)]]), form: 'raw', retentionDays: undefined },
      { env, withinMs: UPLOAD_MS, uploader },
    );
    if (uploaded.state === 'taken') throw new Error('this run has stored one already, in another job with the same key');
    if (uploaded.state === 'failed') throw new Error(uploaded.reason);
    this.#entries.set(name, { bytes: content.byteLength, content, ids: [uploaded.id] });
    return true;
  }

  async remove(name: string): Promise<void> {
    const { owner, name: repo } = this.#place.repository;
    const api = await this.#place.openApi(TASK_MS);
    const attempt = { what: 'an artifact was not deleted', permission: 'actions: write' };
    for (const id of this.#entries.get(name)?.ids ?? []) {
      const route = 'DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}';
      await callOrExplain(api, attempt, [route, { owner, repo, artifact_id: id }]).catch(unlessNotFound);
    }
    this.#entries.delete(name);
  }

  async #whose(api: ApiCalls): Promise<OwnRepository> {
    return (this.#own ??= await readRepository(api, this.#place.repository));
  }

  /** What nobody would ever read is not stored: the run would seem to be a baseline, and be none. */
  #refuseUnread({ defaultBranch }: OwnRepository): void {
    const { GITHUB_EVENT_NAME: event = 'no event', GITHUB_REF: ref = 'nothing' } = this.#place.env;
    if ((event === 'push' || event === 'schedule') && ref === `refs/heads/${defaultBranch}`) return;
    throw new Error(`runs of push and schedule on ${defaultBranch} alone are read as baselines, and this is ${event} on ${ref}`);
  }

  /** Closed: an artifact that cannot be had is an entry with its reason, so that it is named, and never missed. */
  async #fetch(api: ApiCalls, artifact: BaselineArtifact): Promise<{ readonly name: string; readonly entry: Entry }> {
    const { id, bytes, digest } = artifact;
    const failed = (error: string): { readonly name: string; readonly entry: Entry } => ({
      name: standIn(artifact),
      entry: { bytes, content: { error: `artifact ${id}: ${error}` }, ids: [id] },
    });
    // Not fetched, and refused for its size by whoever sees the list.
    if (bytes > MOST_BYTES) return failed('it is too large');
    try {
      const download = { repository: this.#place.repository, id, digest, mostBytes: MOST_BYTES, withinMs: DOWNLOAD_MS };
      const { name, content } = unpackFile(await downloadArtifact(api, download));
      return { name, entry: { bytes: content.byteLength, content, ids: [id] } };
    } catch (thrown) {
      return failed(messageOf(thrown));
    }
  }
}

/** The name of a run that cannot be known: the time of the upload, and the id in place of the hash. */
function standIn({ id, createdAt }: BaselineArtifact): string {
  const uploadedMs = Date.parse(createdAt ?? '');
  const stamp = new Date(Number.isNaN(uploadedMs) ? 0 : uploadedMs).toISOString().replace(/[-:.]/g, '');
  return `${stamp}-${(id % 2 ** 32).toString(16).padStart(8, '0')}.json`;
}

/** Somebody else has deleted it: that is what was wanted. */
function unlessNotFound(thrown: unknown): void {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  if (typeof cause !== 'object' || cause === null || !('status' in cause) || cause.status !== 404) throw thrown;
}

/** In the order of the items, a few at a time. */
async function mapAtOnce<Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(ask))));
  }
  return answers;
}
