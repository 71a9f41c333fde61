import { layerOf } from './layer-rules.ts';
import type { Rule } from './layer-rules.ts';
import { walkNodes } from './read-modules.ts';
import type { Module } from './read-modules.ts';

const VAGUE = /^(utils?|helpers?|common|types?|misc|shared|index)$/;
const LONGEST = 300;

/** Outside answers that the core must be given as arguments. */
const WORLD =
  /^(Math\.random|Date\.now|performance\.\w+|process\.\w+|console\.\w+|crypto\.\w+|setTimeout|setInterval|setImmediate|queueMicrotask|fetch)$/;

/** How a file is named and what it must not hold. */
export const FILE_RULES: readonly Rule[] = [
  {
    name: 'kebab-case',
    reason: 'one way to spell a name, on every file system',
    violations: ({ path }) => (/^[a-z0-9]+(-[a-z0-9]+)*((\.test|\.suite)?\.ts|\.py)$/.test(path.split('/').at(-1) ?? '') ? [] : [path]),
  },
  {
    name: 'no-vague-names',
    reason: 'a file named for nothing collects everything',
    violations: ({ path }) =>
      path
        .replace(/((\.test|\.suite)?\.ts|\.py)$/, '')
        .split('/')
        .filter((part) => VAGUE.test(part)),
  },
  {
    name: 'no-default-export',
    reason: 'a thing has one name, where it is made and where it is used',
    violations: ({ program }) =>
      [...walkNodes(program)].filter(({ type }) => type === 'ExportDefaultDeclaration').map(() => 'export default'),
  },
  {
    name: 'exported-functions-say-what-they-do',
    reason: 'units, ranges and the empty case are part of a signature',
    violations: findUndocumented,
  },
  {
    name: 'core-without-clock',
    reason: 'time and chance are arguments, so that a test is a table and a result can be computed again',
    violations: ({ path, program }) => (['core', 'ground'].includes(layerOf(path)) ? findWorld(program) : []),
  },
  {
    name: 'file-length',
    reason: `beyond ${LONGEST} lines a file does more than one thing`,
    violations: ({ text }) => (text.split('\n').length > LONGEST ? [`${text.split('\n').length} lines`] : []),
  },
];

function findUndocumented({ path, text, program }: Module): string[] {
  if (!path.startsWith('src/')) return [];
  return [...walkNodes(program)].flatMap(({ type, start, declaration }) => {
    if (type !== 'ExportNamedDeclaration' || typeof start !== 'number') return [];
    const [declared] = walkNodes(declaration);
    if (declared?.['type'] !== 'FunctionDeclaration') return [];
    if (text.slice(0, start).trimEnd().endsWith('*/')) return [];
    return [text.slice(start, text.indexOf('(', start))];
  });
}

function findWorld(program: unknown): string[] {
  return [...walkNodes(program)].flatMap((node) => {
    if (
      node['type'] === 'NewExpression' &&
      nameOf(node['callee']) === 'Date' &&
      Array.isArray(node['arguments']) &&
      node['arguments'].length === 0
    ) {
      return ['new Date()'];
    }
    if (node['type'] !== 'CallExpression' && node['type'] !== 'MemberExpression') return [];
    const name = nameOf(node['type'] === 'CallExpression' ? node['callee'] : node);
    // A method call is seen as the member that it calls.
    if (node['type'] === 'CallExpression' && name.includes('.')) return [];
    return WORLD.test(name) ? [name] : [];
  });
}

/** `a`, `a.b`; empty for anything else. */
function nameOf(node: unknown): string {
  const [record] = walkNodes(node);
  if (record?.['type'] === 'Identifier') return typeof record['name'] === 'string' ? record['name'] : '';
  if (record?.['type'] !== 'MemberExpression' || record['computed'] === true) return '';
  const [object, property] = [nameOf(record['object']), nameOf(record['property'])];
  return object === '' || property === '' ? '' : `${object}.${property}`;
}
