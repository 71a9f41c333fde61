import type { SetOption } from './config-source.ts';
import { createIssueList } from './issue-list.ts';
import type { IssueList } from './issue-list.ts';
import { parseYaml } from './parse-yaml.ts';
import { isList, isMap, joinPointer } from './source-tree.ts';
import type { Place, SourceTree, SourceValue } from './source-tree.ts';
import { suggestWord } from './suggest-word.ts';

/** Where everything stands that comes from the command line. */
const SET_POSITION = { file: '--set', line: 1, column: 1 } as const;
const SET_PLACE: Place = { value: SET_POSITION, key: SET_POSITION };
/** Maps that may be absent from the file and still be set into. */
const IMPLIED_MAPS = ['http'];

/**
 * `--set phases.steady.users=50` on the value of the file, before anything looks at it. A part of the path is a key, or a list item by its `name:` or its
 * index from 0 (an unnamed phase is also `phase-N`, from 1); a profile that is a bare list has `phases`, too. The last key may be new: the schema says whether it is known. A path that leads nowhere is an issue.
 */
export function applySets(tree: SourceTree, sets: readonly SetOption[], issues: IssueList): SourceTree {
  let current = tree;
  for (const { path, value } of sets) {
    const parsed = parseValue(value, path, issues);
    if (parsed === undefined) continue;
    const pointer = { value: '' };
    const root = setValue(current.root, path.split('.'), { value: parsed.value, path, pointer, issues });
    if (root === undefined) continue;
    const places = new Map([...current.places].filter(([key]) => key !== pointer.value && !key.startsWith(`${pointer.value}/`)));
    places.set(pointer.value, SET_PLACE);
    current = { ...current, root, places };
  }
  return current;
}

interface Setting {
  readonly value: SourceValue;
  readonly path: string;
  /** Grows with each step into the tree. */
  readonly pointer: { value: string };
  readonly issues: IssueList;
}

function parseValue(text: string, path: string, issues: IssueList): { value: SourceValue } | undefined {
  if (text.trim() === '') return { value: '' };
  const own = createIssueList();
  const tree = parseYaml('--set', text, own);
  const [first] = own.sorted();
  if (tree && !first) return { value: tree.root };
  issues.error(SET_POSITION, 'set', `--set ${path}: ${first?.message ?? 'the value is not YAML'}`, 'quote the value');
  return undefined;
}

/** A copy with the value at the path; undefined after an issue. */
function setValue(parent: SourceValue, parts: readonly string[], setting: Setting): SourceValue | undefined {
  const [part = '', ...rest] = parts;
  if (isList(parent)) {
    const index = findItem(parent, part);
    if (part === 'phases' && index < 0 && rest.length > 0) return setValue(parent, rest, setting);
    const item = parent[index];
    if (item === undefined) return refuse(part, itemNames(parent), setting);
    setting.pointer.value = joinPointer(setting.pointer.value, index);
    const changed = rest.length === 0 ? setting.value : setValue(item, rest, setting);
    return changed === undefined ? undefined : parent.with(index, changed);
  }
  if (!isMap(parent)) return refuse(part, [], setting);
  const { key, after } = longestKey(parent, parts) ?? { key: part, after: rest };
  const isRoot = setting.pointer.value === '';
  setting.pointer.value = joinPointer(setting.pointer.value, key);
  const child = Object.hasOwn(parent, key) ? parent[key] : undefined;
  if (key === '' || (after.length > 0 && child === undefined && !(isRoot && IMPLIED_MAPS.includes(key))))
    return refuse(part, Object.keys(parent), setting);
  const changed = after.length === 0 ? setting.value : setValue(child ?? {}, after, setting);
  return changed === undefined ? undefined : Object.fromEntries([...Object.entries(parent), [key, changed]]);
}

/** Keys may hold dots (`v1.tasks`): the longest join of parts that is a key wins. */
function longestKey(
  parent: { readonly [key: string]: SourceValue },
  parts: readonly string[],
): { key: string; after: readonly string[] } | undefined {
  for (let length = Math.min(parts.length, 20); length > 0; length--) {
    const key = parts.slice(0, length).join('.');
    if (Object.hasOwn(parent, key)) return { key, after: parts.slice(length) };
  }
  return undefined;
}

function findItem(items: readonly SourceValue[], part: string): number {
  const byName = items.findIndex((item) => isMap(item) && Object.hasOwn(item, 'name') && item['name'] === part);
  if (byName >= 0) return byName;
  if (/^\d{1,6}$/.test(part)) return Number(part);
  const position = /^phase-(\d{1,6})$/.exec(part)?.[1];
  return position === undefined ? -1 : Number(position) - 1;
}

function itemNames(items: readonly SourceValue[]): readonly string[] {
  return items.map((item, index) => (isMap(item) && typeof item['name'] === 'string' ? item['name'] : String(index)));
}

function refuse(part: string, words: readonly string[], setting: Setting): undefined {
  const nearest = suggestWord(part, words);
  const suggestion = nearest ?? (words.length > 0 ? `one of ${words.slice(0, 8).join(', ')}` : undefined);
  setting.issues.error(
    SET_POSITION,
    'set',
    `--set ${setting.path}: there is no ${part === '' ? 'empty name' : part} in the file`,
    suggestion,
  );
}
