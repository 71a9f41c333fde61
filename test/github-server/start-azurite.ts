import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findTool } from '../../.ci/install-tools.ts';
import { openBlobLinks, type BlobLinks } from './blob-links.ts';

export interface Azurite {
  readonly blobs: BlobLinks;
  close(): Promise<void>;
}

const SAYS = /successfully listens on (http:\/\/127\.0\.0\.1:\d+)/;
/** A test that is killed closes the pipe, and the server with it. */
const END_WITH_PARENT = "data:text/javascript,process.stdin.on('end',()=>process.exit()).resume()";
const PATIENCE_MS = 30_000;

/** Starts Azurite on a free port of 127.0.0.1, with nothing on disk. Not installed or not started: an error. */
export async function startAzurite(): Promise<Azurite> {
  const flags = [
    '--blobHost',
    '127.0.0.1',
    '--blobPort',
    '0',
    '--inMemoryPersistence',
    '--silent',
    '--disableTelemetry',
    '--skipApiVersionCheck',
  ];
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, findTool('azurite'), ...flags], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => give('did not start in time'), PATIENCE_MS);
    const give = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`Azurite ${why}:\n${said}`));
    };
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = SAYS.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', ({ message }) => give(`did not start: ${message}`));
    child.on('close', () => give('ended'));
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const blobs = openBlobLinks(origin);
  await blobs.createContainer();
  return {
    blobs,
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
