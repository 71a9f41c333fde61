import { list, object } from '../report/decode-json.ts';
import { callOrExplain, type ApiCalls } from './call-or-explain.ts';
import { decodeArtifact } from './decode-artifact.ts';
import { downloadArtifact } from './download-artifact.ts';
import type { Repository } from './github-context.ts';
import { nameRawResults } from './upload-raw-results.ts';

/** Whose results. */
export interface RawResults {
  readonly repository: Pick<Repository, 'owner' | 'name'>;
  readonly runId: number;
  readonly artifactName: string | undefined;
  readonly key: string;
}

/** Longer than any results.json that is read. */
const MOST_BYTES = 100_000_000;
const WITHIN_MS = 60_000;

const decodeArtifacts = object({
  artifacts: list(decodeArtifact),
});

/** The text that another run has uploaded as its results.json: anything at all, until it is parsed. The newest of the name. Throws a sentence. */
export async function readRawResults(api: ApiCalls, { repository, runId, artifactName, key }: RawResults): Promise<string> {
  const name = nameRawResults(artifactName, key);
  const data = await callOrExplain(api, { what: 'its artifacts were not listed', permission: 'actions: read' }, [
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
    { owner: repository.owner, repo: repository.name, run_id: runId, name, per_page: 100 },
  ]);
  const found = decodeArtifacts(data, '').artifacts.filter((artifact) => artifact.name === name);
  const newest = found.filter(({ expired }) => !expired).sort((left, right) => right.id - left.id)[0];
  if (newest === undefined) throw new Error(found.length > 0 ? `its artifact ${name} has expired` : `it has no artifact ${name}`);
  const content = await downloadArtifact(api, {
    repository,
    id: newest.id,
    digest: newest.digest,
    mostBytes: MOST_BYTES,
    withinMs: WITHIN_MS,
  });
  return new TextDecoder('utf-8', { fatal: true }).decode(content);
}
