import type { IssueList } from './issue-list.ts';
import { findPlace, isList, isMap, joinPointer } from './source-tree.ts';
import type { SourceTree, SourceValue } from './source-tree.ts';

/** The lengths are bounded, so that a text full of `${env.` costs no more than its length times them. */
const PLACEHOLDER = /(\$?)\$\{env\.([^}:]{0,200})(?::-([^}]{0,2000}))?\}/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

interface Substitution {
  readonly tree: SourceTree;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly issues: IssueList;
  readonly rawTexts: Map<string, string>;
}

/**
 * `${env.X}` and `${env.X:-default}` in every value (not in keys) → the variable's text. A value that is one placeholder and nothing else becomes a
 * number, true or false if it reads like one. What a variable holds is text: a `${` in it is never a placeholder.
 */
export function substituteEnv(tree: SourceTree, env: Readonly<Record<string, string | undefined>>, issues: IssueList): SourceTree {
  const substitution: Substitution = { tree, env, issues, rawTexts: new Map() };
  const root = substituteValue(substitution, tree.root, '');
  return substitution.rawTexts.size === 0 ? tree : { ...tree, root, rawTexts: substitution.rawTexts };
}

function substituteValue(substitution: Substitution, value: SourceValue, pointer: string): SourceValue {
  if (typeof value === 'string') return value.includes('${env.') ? substituteText(substitution, value, pointer) : value;
  if (isList(value)) return value.map((item, index) => substituteValue(substitution, item, joinPointer(pointer, index)));
  if (isMap(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, substituteValue(substitution, item, joinPointer(pointer, key))]),
    );
  return value;
}

function substituteText(substitution: Substitution, text: string, pointer: string): SourceValue {
  let isWhole = false;
  const replaced = text.replace(PLACEHOLDER, (match: string, escape: string, name: string, fallback: string | undefined) => {
    if (escape !== '') return match;
    const value = lookUp(substitution, { name, fallback, pointer });
    isWhole = match === text;
    return isWhole ? value : escapePlaceholders(value);
  });
  if (replaced === text) return text;
  substitution.rawTexts.set(pointer, text);
  return isWhole ? retype(replaced) : replaced;
}

function lookUp(substitution: Substitution, wanted: { name: string; fallback: string | undefined; pointer: string }): string {
  const { name, fallback, pointer } = wanted;
  const at = findPlace(substitution.tree, pointer).value;
  if (!NAME.test(name)) {
    substitution.issues.error(at, 'env', `\${env.${name.slice(0, 80)}} does not name an environment variable`);
    return '';
  }
  const value = Object.hasOwn(substitution.env, name) ? substitution.env[name] : undefined;
  if (value !== undefined && (value !== '' || fallback === undefined)) return value;
  if (fallback !== undefined) return fallback;
  substitution.issues.error(at, 'env', `the environment variable ${name} is not set`, `set it, or give a default: \${env.${name}:-value}`);
  return '';
}

/** As YAML reads a plain scalar, but only where nothing is lost: `007` and numbers beyond 2^53 stay text. */
function retype(text: string): SourceValue {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text !== '' && String(number) === text && Number.isFinite(number) ? number : escapePlaceholders(text);
}

/** A function, because `$$` in a replacement text means one dollar sign. */
function escapePlaceholders(text: string): string {
  return text.replaceAll('${', () => '$${');
}
