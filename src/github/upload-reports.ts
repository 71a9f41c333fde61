import { nameAgain, nameReports } from './name-artifact.ts';
import { uploadArtifact, type ArtifactUpload, type UploadSurroundings, type Uploaded } from './upload-artifact.ts';

/** What becomes of the reports of a job. */
export interface ReportsUpload {
  /** By path in the folder of the reports; at least one. */
  readonly files: ReadonlyMap<string, string>;
  /** report.html as it stands by itself; undefined: there is none. */
  readonly page: string | undefined;
  /** The input `artifact-name`; undefined: named after the key. */
  readonly artifactName: string | undefined;
  readonly key: string;
  /** From 1. */
  readonly attempt: number;
  /** Undefined: as the repository has it. */
  readonly retentionDays: number | undefined;
}

/** Where the reports are; a sentence is for the log and safe to print. */
export type UploadedReports =
  | { readonly state: 'uploaded'; readonly name: string; readonly id: number; readonly url: string; readonly page: UploadedPage }
  | { readonly state: 'failed'; readonly sentence: string };

/** The HTML report as an artifact of its own, which opens in the browser; `none`: there is no such report. */
export type UploadedPage =
  | { readonly state: 'uploaded'; readonly id: number; readonly url: string }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'none' };

/** Of all uploads of a job together. */
const WITHIN_MS = 60_000;
/** Jobs of one run with the same key. */
const MOST_NAMES = 5;

/**
 * Uploads the reports as one artifact, and report.html raw beside it. A failure is a sentence and nothing else: it changes no verdict. Never throws, and ends
 * within one minute.
 */
export async function uploadReports(
  upload: ReportsUpload,
  surroundings: Omit<UploadSurroundings, 'withinMs'> & { readonly withinMs?: number },
): Promise<UploadedReports> {
  const { withinMs = WITHIN_MS } = surroundings;
  const endMs = performance.now() + withinMs;
  const left = (): UploadSurroundings => ({ ...surroundings, withinMs: Math.max(1, endMs - performance.now()) });
  const name = nameReports(upload.artifactName, upload);
  const folder = await uploadFresh(name, (fresh) => ({ ...upload, name: fresh, form: 'zip' }), left);
  if (folder.state !== 'uploaded') return { state: 'failed', sentence: `The reports were not uploaded: ${folder.reason}. ${STANDS}` };
  return { ...folder, page: await uploadPage(folder.name, upload, left) };
}

const STANDS = 'The files are in report-path on the runner, and the verdict stands.';

async function uploadPage(
  name: string,
  { page: text, retentionDays }: ReportsUpload,
  left: () => UploadSurroundings,
): Promise<UploadedPage> {
  if (text === undefined) return { state: 'none' };
  const page = await uploadFresh(
    name,
    (fresh) => ({ name: `${fresh}.html`, files: new Map([[`${fresh}.html`, text]]), form: 'raw', retentionDays }),
    left,
  );
  if (page.state === 'uploaded') return { state: 'uploaded', id: page.id, url: page.url };
  return {
    state: 'failed',
    sentence: `The page of the report was not uploaded for itself: ${page.reason}. It is in the artifact ${name}.`,
  };
}

/** With the first name that this run does not have yet. */
async function uploadFresh(
  name: string,
  build: (fresh: string) => ArtifactUpload,
  left: () => UploadSurroundings,
): Promise<Exclude<Uploaded, { state: 'taken' }>> {
  for (let nth = 1; nth <= MOST_NAMES; nth++) {
    const uploaded = await uploadArtifact(build(nameAgain(name, nth)), left());
    if (uploaded.state !== 'taken') return uploaded;
  }
  return { state: 'failed', reason: `this run has ${MOST_NAMES} artifacts named ${name} and so on; give each job a key of its own` };
}
