import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../gate-error.ts';
import { cleanText } from '../report/clean-text.ts';
import { explainNoArtifacts } from './detect-ghes.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The part of @actions/artifact that is used. */
export interface ArtifactUploader {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options?: { readonly retentionDays?: number; readonly skipArchive?: boolean },
  ): Promise<{ readonly id?: number }>;
}

/** One artifact to be. `raw` is a single file that the browser opens as it is; its name is the artifact's. */
export interface ArtifactUpload {
  readonly name: string;
  /** By path relative to the artifact's root, with forward slashes; at least one, and for `raw` exactly one. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly form: 'zip' | 'raw';
  /** Undefined: as the repository has it. */
  readonly retentionDays: number | undefined;
}

export interface UploadSurroundings {
  readonly env: Env;
  /** The upload is given up after so long, above 0. */
  readonly withinMs: number;
  /** Undefined: the real one. */
  readonly uploader?: ArtifactUploader | undefined;
}

/** `taken`: this run has an artifact of that name. A reason is a part of a sentence and safe to print. */
export type Uploaded =
  | { readonly state: 'uploaded'; readonly name: string; readonly id: number; readonly url: string }
  | { readonly state: 'taken' }
  | { readonly state: 'failed'; readonly reason: string };

/** A stalled upload ends after a minute, in place of the library's five. */
const STALLED_MS = 60_000;

/**
 * Uploads what is in memory, by way of a folder outside of the workspace: nothing that somebody has put into the folder of the reports, or linked there, goes with
 * it. Never throws. Where it is given up, the library may go on for a while in the background: the process has to be ended.
 */
export async function uploadArtifact(upload: ArtifactUpload, { env, withinMs, uploader }: UploadSurroundings): Promise<Uploaded> {
  const unable = explainNoArtifacts(env);
  if (unable !== undefined) return { state: 'failed', reason: unable };
  let folder: string | undefined;
  let isGivenUp = false;
  try {
    folder = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'load-gate-'));
    const paths = await writeFiles(folder, upload.files);
    const client = uploader ?? (await openUploader());
    const options = {
      ...(upload.retentionDays !== undefined && { retentionDays: upload.retentionDays }),
      ...(upload.form === 'raw' && { skipArchive: true }),
    };
    const answer = await within(withinMs, client.uploadArtifact(upload.name, paths, folder, options));
    isGivenUp = answer === 'late';
    if (answer === 'late') return { state: 'failed', reason: `it took longer than ${Math.round(withinMs / 1_000)} s` };
    if (answer.id === undefined) return { state: 'failed', reason: 'the artifact service gave it no id' };
    return { state: 'uploaded', name: upload.name, id: answer.id, url: urlOf(env, answer.id) };
  } catch (thrown) {
    return explainFailure(thrown);
  } finally {
    // The library may still read what was given up, and a file that is gone it answers with an error that nobody can catch. The runner empties its own folder.
    if (folder !== undefined && !isGivenUp) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function writeFiles(folder: string, files: ArtifactUpload['files']): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, content] of files) {
    const path = join(folder, name);
    const inside = relative(folder, path);
    if (inside === '' || inside.startsWith(`..${sep}`) || inside === '..')
      throw new Error(`the file ${name} is not inside of the artifact`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    paths.push(path);
  }
  return paths;
}

async function openUploader(): Promise<ArtifactUploader> {
  // The library takes its settings from the environment alone.
  process.env['ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS'] ??= String(STALLED_MS);
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

async function within<Answer>(withinMs: number, answer: Promise<Answer>): Promise<Answer | 'late'> {
  const waiting = new AbortController();
  try {
    return await Promise.race([answer, sleep(withinMs, 'late' as const, { signal: waiting.signal })]);
  } finally {
    waiting.abort();
  }
}

function urlOf(env: Env, id: number): string {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '' } = env;
  return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}

/** The library's errors in a few words; those that it does not know keep their own. The library puts one into another, so the words tell them apart. */
function explainFailure(thrown: unknown): Uploaded {
  const message = messageOf(thrown);
  if (/\(409\)/.test(message)) return { state: 'taken' };
  if (/storage quota has been hit/i.test(message))
    return { state: 'failed', reason: 'the storage for artifacts is used up: delete old ones or shorten their retention' };
  const code = /Unable to make request: (\w+)/.exec(message)?.[1];
  if (code !== undefined) return { state: 'failed', reason: `the artifact service cannot be reached (${code})` };
  if (/\((?:401|403)\)/.test(message))
    return { state: 'failed', reason: `the artifact service refused this job (${cleanText(message, 200)})` };
  return { state: 'failed', reason: cleanText(message, 300) };
}
