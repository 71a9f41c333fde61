import { registerHooks } from 'node:module';
import type { DefaultArtifactClient } from '@actions/artifact';

/**
 * The real @actions/artifact, unbundled. Set GITHUB_API_URL before: it is read here. The library imports @protobuf-ts/runtime-rpc, which the override
 * of @protobuf-ts/plugin installs under the name of the latter; where no other is found it is taken from there.
 */
export async function loadArtifactLibrary(): Promise<DefaultArtifactClient> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier !== '@protobuf-ts/runtime-rpc') return next(specifier, context);
      try {
        return next(specifier, context);
      } catch {
        return next('@protobuf-ts/plugin', context);
      }
    },
  });
  try {
    const { DefaultArtifactClient: Client } = await import('@actions/artifact');
    return new Client();
  } finally {
    hooks.deregister();
  }
}
