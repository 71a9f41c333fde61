import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/** One source file as the house rules see it. Paths are relative to the root, with forward slashes. */
export interface Module {
  readonly path: string;
  readonly text: string;
  readonly program: unknown;
  /** Files of the house that it imports, by `import`, `import type`, `export … from` or `import()`. */
  readonly files: readonly string[];
  /** Packages and `node:` modules that it imports. */
  readonly packages: readonly string[];
}

/** Every .ts file below the folders, sorted; generated code left out. */
export function readModules(root: string, folders: readonly string[]): Module[] {
  return listFiles(root, folders)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.includes('/generated/'))
    .map((path) => parseModule(path, readFileSync(join(root, path), 'utf8')));
}

/** Every .py file below the folders, sorted: what runs in Locust. Nothing is known of it but its text. */
export function readPython(root: string, folders: readonly string[]): Module[] {
  return listFiles(root, folders)
    .filter((path) => path.endsWith('.py'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8'), program: [], files: [], packages: [] }));
}

/** A file's text → what it imports. A file that does not parse is an error: a rule must not pass because it saw nothing. */
export function parseModule(path: string, text: string): Module {
  const { program, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const specifiers = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports
      .map((entry) => text.slice(entry.moduleRequest.start, entry.moduleRequest.end))
      .filter(isLiteral)
      .map((source) => source.slice(1, -1)),
  ];
  const unique = [...new Set(specifiers)];
  const files = unique.filter((name) => name.startsWith('.')).map((name) => normalize(join(dirname(path), name)).replaceAll('\\', '/'));
  return { path, text, program, files, packages: unique.filter((name) => !name.startsWith('.')).map(packageOf) };
}

/** Relative to the root, with forward slashes, sorted. */
function listFiles(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
    )
    .toSorted();
}

/** `@actions/core/lib/x` → `@actions/core`; `node:fs/promises` stays. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isLiteral(source: string): boolean {
  return /^(['"])[^'"]*\1$/.test(source);
}

/** Every node of a syntax tree. */
export function* walkNodes(node: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (Array.isArray(node)) {
    for (const item of node) yield* walkNodes(item);
  } else if (typeof node === 'object' && node !== null) {
    const record = Object.fromEntries(Object.entries(node));
    if (typeof record['type'] === 'string') yield record;
    for (const value of Object.values(record)) yield* walkNodes(value);
  }
}
