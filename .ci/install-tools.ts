/**
 * Installs what only the suites need (GitHub's side, and tools that read our files), at pinned versions, into a folder that git does not know. Quick when all is there.
 * `node .ci/install-tools.ts` for all that the suites need, or with the names of some: `azurite` (blobs, from npm), `act` and `actionlint` (built by Go), `markdown` (what
 * renders as GitHub does, from npm), `axe` (rules for pages that everybody can use, from npm), `chromium` (the browser that is there, or Debian's), `prometheus` (with promtool, Debian's), `python` (Locust, pandas and
 * HdrHistogram's reader, from PyPI), `k6` (built by Go, for the bench alone).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Tool = 'azurite' | 'act' | 'actionlint' | 'markdown' | 'axe' | 'chromium' | 'prometheus' | 'python' | 'k6';

interface Recipe {
  /** Names the folder, so that another version is another folder. */
  readonly version: string;
  /** What is run, below the folder. */
  readonly entry: string;
  readonly install: (folder: string, version: string) => void;
}

const ROOT = join(import.meta.dirname, '..');
const TOOLS = join(ROOT, '.cache/tools');

const RECIPES: Readonly<Record<Tool, Recipe>> = {
  // 3.37 asks for a version of a package that registries do not have.
  azurite: {
    version: '3.36.0',
    entry: 'node_modules/azurite/dist/src/blob/main.js',
    install: (folder, version) => npmInstall(folder, [`azurite@${version}`]),
  },
  act: { version: 'v0.2.89', entry: 'act', install: (folder, version) => goInstall(folder, `github.com/nektos/act@${version}`) },
  actionlint: {
    version: 'v1.7.12',
    entry: 'actionlint',
    install: (folder, version) => goInstall(folder, `github.com/rhysd/actionlint/cmd/actionlint@${version}`),
  },
  // The version counts changes of the list.
  markdown: { version: '1', entry: 'node_modules/unified/index.js', install: (folder) => npmInstall(folder, MARKDOWN) },
  axe: {
    version: '4.14.1',
    entry: 'node_modules/axe-core/axe.min.js',
    install: (folder, version) => npmInstall(folder, [`axe-core@${version}`]),
  },
  chromium: { version: 'found', entry: 'chromium', install: linkBrowser },
  prometheus: { version: 'debian', entry: 'usr/bin/promtool', install: unpackPrometheus },
  // The version counts changes of the list.
  python: { version: '1', entry: 'bin/python', install: installPython },
  k6: { version: 'v1.8.1', entry: 'k6', install: (folder, version) => goInstall(folder, `go.k6.io/k6@${version}`) },
};

/** Takes minutes to build, and no suite needs it. */
const ON_DEMAND: readonly string[] = ['k6'];

/** GitHub's Markdown: its tables and links, its allow list for HTML, its style sheet, its charts; and what steers the browser. */
const MARKDOWN = [
  'unified@11.0.5',
  'remark-parse@11.0.0',
  'remark-gfm@4.0.1',
  'remark-breaks@4.0.0',
  'remark-github@12.0.0',
  'remark-gemoji@8.0.0',
  'remark-math@6.0.0',
  'remark-rehype@11.1.2',
  'rehype-raw@7.0.0',
  'rehype-sanitize@6.0.0',
  'rehype-stringify@10.0.1',
  'github-markdown-css@5.9.0',
  'mermaid@11.17.2',
  'playwright-core@1.65.1',
] as const;

/** The generator whose files ours are like, what reads them, and a log reader of the HdrHistogram project itself. */
const PYTHON = ['locust==2.47.0', 'pandas==3.1.1', 'matplotlib==3.11.2', 'hdrhistogram==0.10.8'] as const;

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/** The file to run. A tool that is not there is an error, never a reason to skip. */
export function findTool(tool: Tool): string {
  const { version, entry } = RECIPES[tool];
  const path = join(TOOLS, `${tool}-${version}`, entry);
  if (!existsSync(path)) throw new Error(`${tool} ${version} is not installed: run node .ci/install-tools.ts ${tool}`);
  return path;
}

/** The same, installed first where it is not there. */
export function installTool(tool: Tool): void {
  const { version, entry, install } = RECIPES[tool];
  const folder = join(TOOLS, `${tool}-${version}`);
  if (existsSync(join(folder, entry))) return console.log(`there      ${tool} ${version}`);
  mkdirSync(TOOLS, { recursive: true });
  const unfinished = mkdtempSync(join(TOOLS, '.unfinished-'));
  try {
    install(unfinished, version);
    if (!existsSync(join(unfinished, entry))) throw new Error(`${tool} ${version} has no ${entry}`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  console.log(`installed  ${tool} ${version}`);
}

function npmInstall(folder: string, packages: readonly string[]): void {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // The prefix is said because npm hands the one of the project on to what its scripts start.
  const flags = ['--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'];
  run('npm', ['install', ...flags, ...packages], folder);
}

/** A link to a browser on the PATH; Debian's is installed when there is none, which takes root. */
function linkBrowser(folder: string): void {
  if (findBrowser() === undefined)
    runApt(['install', '--yes', '--quiet', 'chromium', 'fonts-liberation', 'fonts-noto-color-emoji'], folder);
  const browser = findBrowser();
  if (browser === undefined) throw new Error(`none of ${BROWSERS.join(', ')} is on the PATH`);
  symlinkSync(browser, join(folder, 'chromium'));
}

/** A machine that is new knows no packages, or only those of the day on which it was made. */
function runApt(args: readonly string[], folder: string): void {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    asRoot(['apt-get', ...args], folder, env);
  } catch {
    asRoot(['apt-get', 'update', '--quiet'], folder, env);
    asRoot(['apt-get', ...args], folder, env);
  }
}

function asRoot([command = '', ...args]: readonly string[], folder: string, env: Readonly<Record<string, string>>): void {
  if (process.getuid?.() === 0) run(command, args, folder, env);
  else run('sudo', [...Object.entries(env).map(([name, value]) => `${name}=${value}`), command, ...args], folder);
}

/** Unpacked, not installed: that needs no root and starts no service. */
function unpackPrometheus(folder: string): void {
  runApt(['download', '--quiet', 'prometheus'], folder);
  const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get has downloaded nothing');
  run('dpkg-deb', ['--extract', archive, '.'], folder);
  rmSync(join(folder, archive));
}

/** What it installs is run as modules (`python -m`): the first lines of scripts would name the folder before it was renamed. */
function installPython(folder: string): void {
  run('python3', ['-m', 'venv', folder], folder);
  run(join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PYTHON], folder);
}

function findBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function goInstall(folder: string, module: string): void {
  run('go', ['install', module], folder, { GOBIN: folder });
}

function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  execFileSync(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
}

function isTool(name: string): name is Tool {
  return Object.hasOwn(RECIPES, name);
}

if (import.meta.main) {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(RECIPES).filter((name) => !ON_DEMAND.includes(name));
  for (const name of names) {
    if (!isTool(name)) throw new Error(`${name} is none of ${Object.keys(RECIPES).join(', ')}`);
    installTool(name);
  }
}
