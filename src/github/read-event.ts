import { open } from 'node:fs/promises';

/** GitHub keeps payloads below 25 MB. */
const LONGEST_BYTES = 30_000_000;

/** What triggered the workflow, as GitHub told the runner; undefined where there is no such file, or none that can be read. */
export async function readEvent(env: Readonly<Record<string, string | undefined>>): Promise<unknown> {
  const path = env['GITHUB_EVENT_PATH'] ?? '';
  if (path === '') return undefined;
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    return size > LONGEST_BYTES ? undefined : (JSON.parse(await file.readFile('utf8')) as unknown);
  } catch {
    return undefined; // Closed: without an event there is no pull request, and that is said.
  }
}
