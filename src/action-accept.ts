import { openArtifactsOf, type ActionJob } from './action-gate.ts';
import { LOG_WIDTH } from './action-log.ts';
import { changeBaseline } from './command-baseline.ts';
import type { AcceptBaselineRequest } from './options/stored-request.ts';
import { paintPlain } from './terminal/paint.ts';
import type { GateOutcome } from './verdict/exit-code.ts';

/** `mode: accept-baseline`: lets the newest stored run that was judged slower count from now on. */
export function acceptOnGithub(
  request: AcceptBaselineRequest,
  githubToken: string,
  { workspace, log, isKeyGiven }: ActionJob,
): Promise<GateOutcome> {
  return changeBaseline(request, {
    env: process.env,
    cwd: workspace.folder,
    now: () => Date.now(),
    write: (text) => log.print(text.trimEnd()),
    writeAside: (text) => log.print(text.trimEnd()),
    width: LOG_WIDTH,
    paint: paintPlain,
    artifacts: openArtifactsOf({ githubToken }, { isKeyGiven, log }),
  });
}
