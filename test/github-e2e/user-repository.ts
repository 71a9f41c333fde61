import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { makeFolder, PATIENT } from '../e2e/make-folder.ts';

const WORKFLOWS = join(import.meta.dirname, '../../.github/workflows');

/** The git repository of somebody who has copied load-gate's workflows, with a remote that can be pushed to. */
export interface UserRepository {
  readonly folder: string;
  /** The bare repository that is its `origin`. */
  readonly origin: string;
  /** Of the commit that is checked out. */
  readonly sha: string;
}

/** How long a burst is: `short` is enough for promises; what is compared takes 15 s. */
const BURSTS = { short: 'arrival_rate: 80/s, duration: 4s', long: 'arrival_rate: 60/s, duration: 18s' } as const;

function scenario(path: string, length: keyof typeof BURSTS): string {
  return `steps:
  - get: ${path}
phases: &usual
  - { name: warm-up, arrival_rate: 20/s, duration: 1s, warmup: true }
  - { name: burst, ${BURSTS[length]} }
profiles:
  peak: *usual
`;
}

/** Generous about time, so that a busy machine changes no verdict: what servers do worse here is to refuse. A median has samples enough in any second. */
function sla(path: string, errorBudget: string): string {
  return `endpoints:
  GET ${path}: { p95: 5s, error_budget: ${errorBudget} }
regression: { p50: 1000%, p95: 1000%, min_change: 1s }
${PATIENT}`;
}

/** What a fork proposes: a server that ends itself, should nobody else. */
const APPLICATION = `const { createServer } = require('node:http');
const isBroken = process.env.BROKEN === 'yes';
createServer((request, response) => {
  response.statusCode = isBroken && request.url === '/items' ? 503 : 200;
  response.end('{}');
}).listen(Number(process.env.PORT), '127.0.0.1');
setTimeout(() => process.exit(), 120_000);
`;

const FILES: Readonly<Record<string, string>> = {
  'load-gate.yaml': scenario('/items', 'short'),
  'load-gate.sla.yaml': sla('/items', '1%'),
  'load/browse.yaml': scenario('/items', 'short'),
  'load/browse.sla.yaml': sla('/items', '1%'),
  'load/checkout.yaml': scenario('/orders', 'short'),
  'load/checkout.sla.yaml': sla('/orders', '1%'),
  'server.js': APPLICATION,
  'package.json': '{ "name": "shop", "version": "1.0.0", "scripts": { "start": "node server.js" } }',
  'package-lock.json':
    '{ "name": "shop", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "shop", "version": "1.0.0" } } }',
};

/** In place of the files of the same names: a burst that is long enough to be compared, and a promise that many failures keep. */
export const LONG: Readonly<Record<string, string>> = {
  'load-gate.yaml': scenario('/items', 'long'),
  'load-gate.sla.yaml': sla('/items', '60%'),
};

/** Makes it, gone after the test. `changes`: files that differ, or that are there as well. The port of a fork's application is `port`. */
export async function makeUserRepository(
  context: TestContext,
  port: number,
  changes: Readonly<Record<string, string>> = {},
): Promise<UserRepository> {
  const origin = await makeFolder(context, {});
  const folder = await makeFolder(context, { ...FILES, ...(await readWorkflows(port)), ...changes });
  const git = (...args: readonly string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin]);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('-c', 'user.name=dev', '-c', 'user.email=dev@example.com', 'commit', '--quiet', '--message=one');
  git('remote', 'add', 'origin', origin);
  git('push', '--quiet', 'origin', 'main');
  return { folder, origin, sha: git('rev-parse', 'HEAD') };
}

/**
 * The workflows as they are, but for a port that may be taken on this machine, for the queue, which act does not know (it keeps to no group), and for what a step
 * leaves running: act hangs up on it, a runner does not.
 */
async function readWorkflows(port: number): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(WORKFLOWS)).filter((name) => /^(?:load-gate-.*|ci)\.yml$/.test(name));
  const read = async (name: string): Promise<readonly [string, string]> => {
    const text = await readFile(join(WORKFLOWS, name), 'utf8');
    const kept = movePort(text, port)
      .replace(/^( +)(npm start .*&)$/m, `$1setsid $2\n$1${HAS_BEGUN}`)
      .replace(/^( +)node -e/m, '$1setsid node -e');
    return [`.github/workflows/${name}`, kept.replace(/^ *queue: max\n/m, '')];
  };
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** Not before is it out of act's reach. */
const HAS_BEGUN = 'until [ -s application.log ]; do sleep 0.1; done';

/** The text with another port in place of 8080. */
export function movePort(text: string, port: number): string {
  return text.replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`).replace('listen(8080', `listen(${port}`);
}
