import { nameReports } from './name-artifact.ts';
import { uploadArtifact, type UploadSurroundings } from './upload-artifact.ts';
import type { ReportsUpload } from './upload-reports.ts';

/** What became of the file. */
export type UploadedResults = { readonly state: 'uploaded'; readonly id: number } | { readonly state: 'failed'; readonly sentence: string };

const WITHIN_MS = 60_000;

/** The name of results.json as an artifact of its own. */
export function nameRawResults(asked: string | undefined, key: string): string {
  // Of any attempt: who reads it takes the newest.
  return `${nameReports(asked, { key, attempt: 1 })}.results.json`;
}

/** Uploads results.json by itself and not packed, for a workflow that reads it as data. A failure is a sentence; never throws. */
export async function uploadRawResults(
  { files, artifactName, key, retentionDays }: ReportsUpload,
  surroundings: Omit<UploadSurroundings, 'withinMs'> & { readonly withinMs?: number },
): Promise<UploadedResults> {
  const name = nameRawResults(artifactName, key);
  const text = files.get('results.json');
  if (text === undefined) return { state: 'failed', sentence: 'There is no results.json to upload.' };
  const upload = { name, files: new Map([[name, text]]), form: 'raw', retentionDays } as const;
  const uploaded = await uploadArtifact(upload, { withinMs: WITHIN_MS, ...surroundings });
  switch (uploaded.state) {
    case 'uploaded':
      return { state: 'uploaded', id: uploaded.id };
    case 'taken':
      return { state: 'failed', sentence: `results.json was not uploaded by itself: this run has ${name} already.` };
    case 'failed':
      return { state: 'failed', sentence: `results.json was not uploaded by itself: ${uploaded.reason}.` };
  }
}
