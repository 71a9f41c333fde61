import type { Module } from './read-modules.ts';

/** Where a file lives. `homeless`: no room of the house knows it. */
export type Layer = 'entry' | 'gate' | 'edge' | 'core' | 'ground' | 'homeless';

/** One law of the house: its name and reason are what a violation prints. */
export interface Rule {
  readonly name: string;
  readonly reason: string;
  /** What the module does against it, one text for each; empty: nothing. */
  readonly violations: (module: Module, modules: readonly Module[]) => readonly string[];
}

const EDGES = ['load', 'baseline', 'probe', 'engine', 'terminal', 'github', 'demo', 'workspace'];
const CORE = ['config', 'plan', 'metrics', 'verdict', 'report'];
const GROUND = [
  'src/units.ts',
  'src/gate-error.ts',
  'src/seeded-random.ts',
  'src/mask-secrets.ts',
  'src/version.ts',
  'src/options/request.ts',
  'src/options/judged-request.ts',
  'src/options/stored-request.ts',
];

/** The layer of a file by its path. */
export function layerOf(path: string): Layer {
  if (GROUND.includes(path)) return 'ground';
  if (/^src\/(action|cli|command|explain-error|options)([-/][^.]*)?\.ts$/.test(path)) return 'entry';
  if (/^src\/gate([-/][^.]*)?\.ts$/.test(path)) return 'gate';
  const room = roomOf(path);
  if (EDGES.includes(room)) return 'edge';
  return CORE.includes(room) ? 'core' : 'homeless';
}

function roomOf(path: string): string {
  const [first = '', room = '', ...rest] = path.split('/');
  return first === 'src' && rest.length > 0 ? room : '';
}

/** The layers whose files a layer may import. */
const MAY_IMPORT: Readonly<Record<Layer, readonly Layer[]>> = {
  entry: ['entry', 'gate', 'edge', 'core', 'ground'],
  gate: ['gate', 'edge', 'core', 'ground'],
  edge: ['core', 'ground'],
  core: ['core', 'ground'],
  ground: ['ground'],
  homeless: [],
};

function wrongImports(layer: Layer): Rule['violations'] {
  return (module) =>
    layerOf(module.path) !== layer
      ? []
      : module.files.filter(
          (file) => file.startsWith('src/') && !isNeighbour(module.path, file) && !MAY_IMPORT[layer].includes(layerOf(file)),
        );
}

function isNeighbour(left: string, right: string): boolean {
  return roomOf(left) !== '' && roomOf(left) === roomOf(right);
}

/** A package that has a home, or few. Each is a path or a folder that ends in a slash. */
function onlyFrom(names: RegExp, ...homes: readonly string[]): Rule['violations'] {
  return (module) => (homes.some((home) => module.path.startsWith(home)) ? [] : module.packages.filter((name) => names.test(name)));
}

/** The layers and the homes of packages, as architecture has them. */
export const LAYER_RULES: readonly Rule[] = [
  {
    name: 'every-file-has-a-room',
    reason: 'the folders are the data flow; a file beside them has no place in it',
    violations: ({ path }) => (layerOf(path) === 'homeless' ? [path] : []),
  },
  {
    name: 'gate-below-entries',
    reason: 'the pipeline serves command line and action alike, so it knows neither',
    violations: wrongImports('gate'),
  },
  {
    name: 'edges-apart',
    reason: 'edges meet in gate.ts alone; two that know each other cannot be changed or tested apart',
    violations: wrongImports('edge'),
  },
  {
    name: 'core-below-edges',
    reason: 'the core is values in, values out; what it needs from outside is an argument',
    violations: wrongImports('core'),
  },
  { name: 'ground-below-all', reason: 'everything stands on it, so it stands on nothing', violations: wrongImports('ground') },
  {
    name: 'core-without-world',
    reason: 'the core runs anywhere and gives the same answer twice: no files, no network, no process',
    violations: ({ path, packages }) =>
      ['core', 'ground'].includes(layerOf(path)) ? packages.filter((name) => /^(node:.*|undici|ws|@actions\/.*)$/.test(name)) : [],
  },
  {
    name: 'histograms-behind-one-file',
    reason: 'hdr-histogram-js counts NaN and answers 0 when empty; one file stands guard',
    violations: onlyFrom(/^hdr-histogram-js$/, 'src/metrics/histogram.ts'),
  },
  {
    name: 'network-in-load',
    reason: 'only load/ makes requests, so only load/ can harm a target',
    violations: onlyFrom(/^undici$/, 'src/load/'),
  },
  {
    name: 'ws-serves',
    reason: 'ws serves: the embedded server, and the live page; a client of it costs more memory a connection than the whole of ours',
    violations: onlyFrom(/^ws$/, 'src/demo/', 'src/terminal/web/'),
  },
  {
    name: 'actions-in-github',
    reason: 'the command line must not load or need GitHub',
    violations: onlyFrom(/^@actions\//, 'src/github/'),
  },
  { name: 'yaml-in-config', reason: 'text becomes a checked value in one place', violations: onlyFrom(/^(yaml|ajv)$/, 'src/config/') },
  { name: 'no-cycles', reason: 'a cycle is one module in several files', violations: findCycles },
];

/** Cycles through this module that it is the first of by name, as a path. */
function findCycles(module: Module, modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((each) => [each.path, each]));
  const trail: string[] = [];
  const seen = new Set<string>();
  const visit = (path: string): boolean => {
    if (path === module.path && trail.length > 0) return true;
    if (seen.has(path) || path < module.path) return false;
    seen.add(path);
    trail.push(path);
    if ((byPath.get(path)?.files ?? []).some(visit)) return true;
    trail.pop();
    return false;
  };
  return visit(module.path) ? [[...trail, module.path].join(' → ')] : [];
}

/** Every violation of the rules, as `rule: file → what (reason)`. */
export function listViolations(rules: readonly Rule[], modules: readonly Module[]): string[] {
  return rules.flatMap((rule) =>
    modules.flatMap((module) => rule.violations(module, modules).map((what) => `${rule.name}: ${module.path} → ${what} (${rule.reason})`)),
  );
}
