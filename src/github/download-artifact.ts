import { createHash } from 'node:crypto';
import { callOrExplain, type ApiCalls } from './call-or-explain.ts';
import type { Repository } from './github-context.ts';

/** Which artifact, and what it must be. */
export interface ArtifactDownload {
  readonly repository: Pick<Repository, 'owner' | 'name'>;
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
export async function downloadArtifact(api: ApiCalls, download: ArtifactDownload): Promise<Uint8Array> {
  const { digest, mostBytes } = download;
  if (digest === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) throw new Error('GitHub gives no SHA-256 digest for it');
  const content = await readAtMost(await openStream(api, download), mostBytes);
  const actual = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  if (actual !== digest) throw new Error('its digest is not the one of its upload: it was changed or damaged');
  return content;
}

async function openStream(api: ApiCalls, { repository, id, withinMs }: ArtifactDownload): Promise<ReadableStream<unknown>> {
  const attempt = { what: 'it was not downloaded', permission: 'actions: read' };
  // The redirect leads to another host, and the token stays behind: fetch drops it there.
  const data = await callOrExplain(api, attempt, [
    'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
    {
      owner: repository.owner,
      repo: repository.name,
      artifact_id: id,
      archive_format: 'zip',
      request: { parseSuccessResponseBody: false, signal: AbortSignal.timeout(withinMs) },
    },
  ]);
  if (!(data instanceof ReadableStream)) throw new TypeError('the download has no body');
  return data;
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
