import { createHash } from 'node:crypto';
import type { GithubApi, RepositoryName } from './github-api.ts';

/** Which artifact, and what it must be. */
export interface ArtifactDownload extends RepositoryName {
  readonly api: GithubApi;
  readonly id: number;
  /** `sha256:` and 64 hex digits. Undefined: the artifact is refused. */
  readonly digest: string | undefined;
  readonly mostBytes: number;
  readonly withinMs: number;
}

/**
 * A raw artifact into memory: nothing of it is unpacked or written to disk. Throws unless it came whole, in time, within its bound, and with the digest that
 * GitHub computed when it was uploaded.
 */
export async function downloadArtifact({ api, id, digest, mostBytes, withinMs, ...where }: ArtifactDownload): Promise<Uint8Array> {
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error('GitHub gives no SHA-256 digest for it');
  const { owner, repo } = where;
  // The redirect leads to another host, and the token stays behind: fetch drops it there.
  const { data } = await api.request('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
    owner,
    repo,
    artifact_id: id,
    archive_format: 'zip',
    request: { parseSuccessResponseBody: false, signal: AbortSignal.timeout(withinMs) },
  });
  if (!(data instanceof ReadableStream)) throw new TypeError('the download has no body');
  const content = await readAtMost(data, mostBytes);
  const actual = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  if (actual !== digest) throw new Error('its digest is not the one of its upload: it was changed or damaged');
  return content;
}

async function readAtMost(stream: ReadableStream<unknown>, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('the download is not made of bytes');
    total += chunk.byteLength;
    // Leaving the loop cancels the download.
    if (total > mostBytes) throw new Error(`it is larger than ${Math.round(mostBytes / 1e6)} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
