import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { ArtifactUploader } from '../../src/github/upload-artifact.ts';

/** What the service has been given. */
export interface GivenUpload {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly root: string;
  readonly options: Parameters<ArtifactUploader['uploadArtifact']>[3];
}

/** An environment in which artifacts can be uploaded. */
export const UPLOAD_ENV = {
  ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/',
  ACTIONS_RUNTIME_TOKEN: 'token',
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_RUN_ID: '5001',
};

/** An uploader that keeps what it is given; `answer` says what comes of the nth, from 0, or throws. */
export function pretendUploads(
  answer: (nth: number, name: string) => { readonly id?: number } | Promise<{ readonly id?: number }> = (nth) => ({ id: 71_000 + nth }),
): {
  readonly uploader: ArtifactUploader;
  readonly given: GivenUpload[];
} {
  const given: GivenUpload[] = [];
  return {
    given,
    uploader: {
      async uploadArtifact(name, files, root, options) {
        const contents = await Promise.all(files.map(async (file) => [relative(root, file), await readFile(file, 'utf8')] as const));
        given.push({ name, files: new Map(contents), root, options });
        return answer(given.length - 1, name);
      },
    },
  };
}
