import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([-.].*)?$/i;

/** Name, version and licence text of every package among the bundled files, sorted by folder. A package without any is an error. */
export async function collectLicenses(root: string, inputs: readonly string[]): Promise<string> {
  const folders = new Set(inputs.flatMap((path) => packageFolder(path) ?? []));
  const parts = await Promise.all([...folders].toSorted().map((folder) => describePackage(root, folder)));
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` → `node_modules/a/node_modules/@b/c`; a file of the house has none. */
function packageFolder(path: string): string | undefined {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

async function describePackage(root: string, folder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
  const [name, version, license] = ['name', 'version', 'license'].map((key) => readKey(manifest, key));
  const files = (await readdir(join(root, folder))).filter((file) => LICENCE_FILE.test(file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(root, folder, file), 'utf8')));
  if (texts.length === 0 && license === '') throw new Error(`${folder} has no licence: it must not be bundled`);
  const body =
    texts.length > 0 ? texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n') : 'The package holds no text of it.';
  return `${name} ${version} (${license === '' ? 'see below' : license})\n\n${body}\n`;
}

function readKey(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof found === 'string' ? found : '';
}
