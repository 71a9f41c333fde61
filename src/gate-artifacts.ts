import type { BaselineStore } from './baseline/baseline-store.ts';
import { nameFolder, parseFolderName } from './baseline/name-files.ts';
import { openArtifactStore, type ArtifactAccess } from './baseline/open-artifact-store.ts';
import { GateError } from './gate-error.ts';

/** Opens the artifacts of one folder, which is a key as stores name it; `listFolders`: those of all folders that there are. Throws where there can be none. */
export type OpenArtifacts = (
  folder: string,
) => Promise<Omit<ArtifactAccess, 'listKeys'> & { readonly listFolders: () => Promise<readonly string[]> }>;

/** The history of a key in artifacts. Undefined: this is no job of the action, and whoever asked for artifacts is told so before any load. */
export async function openArtifacts(key: string, open: OpenArtifacts | undefined): Promise<BaselineStore> {
  if (open === undefined) {
    throw new GateError('LOAD_GATE_USAGE', 'the baseline artifact works in the GitHub Action alone: nothing else may upload artifacts', {
      hint: 'set --baseline to branch or file:DIR, or use the action',
    });
  }
  const access = await open(nameFolder(key));
  return openArtifactStore(
    {
      where: access.where,
      list: () => access.list(),
      listKeys: async () => (await access.listFolders()).flatMap((folder) => parseFolderName(folder) ?? []),
      read: (name) => access.read(name),
      write: (name, content) => access.write(name, content),
      remove: (name) => access.remove(name),
    },
    key,
  );
}
