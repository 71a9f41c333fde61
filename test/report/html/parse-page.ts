import assert from 'node:assert/strict';

/** One element of a page, as our own strict reader sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of the element and all within, references resolved. */
  text: string;
  readonly children: Element[];
}

const VOID = new Set(['meta', 'br', 'input']);
const RAW = new Set(['style', 'script']);
const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z_:][-\w:.]*(?:="[^"<>]*")?)*)\s*(\/?)>/;
const ATTRIBUTE = /([a-zA-Z_:][-\w:.]*)(?:="([^"<>]*)")?/g;
const REFERENCE = /&(?:amp|lt|gt|quot|#39|#96);/g;
const TEXTS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`' };

/** Reads a page that is well formed in the narrowest sense; anything else throws, so a text that broke out of its place cannot go unseen. */
export function parsePage(page: string): Element {
  const root: Element = { name: '#page', attributes: {}, text: '', children: [] };
  const open: Element[] = [root];
  let rest = page.replace(/^<!doctype html>\n/, '');
  assert.notEqual(rest.length, page.length, 'the page begins with its document type');
  while (rest !== '') {
    const [text = ''] = /^[^<]*/.exec(rest) ?? [];
    assert.doesNotMatch(text, /[>`"]/, `${text.slice(0, 80)} holds a character that must be escaped`);
    assert.doesNotMatch(text.replace(REFERENCE, ''), /&/, `${text.slice(0, 80)} holds a reference of its own`);
    for (const element of open) element.text += text.replace(REFERENCE, (reference) => TEXTS[reference] ?? '');
    rest = rest.slice(text.length);
    if (rest === '') break;
    rest = rest.slice(readTag(rest, open));
  }
  assert.equal(open.length, 1, `${open.at(-1)?.name ?? ''} is not closed`);
  return root;
}

function readTag(rest: string, open: Element[]): number {
  const match = TAG.exec(rest);
  assert.ok(match, `no tag: ${rest.slice(0, 80)}`);
  const [tag, slash, name = '', attributes = '', end] = match;
  if (slash === '/') {
    assert.equal(open.pop()?.name, name, `</${name}> closes another element`);
    return tag.length;
  }
  const element: Element = { name, attributes: readAttributes(attributes), text: '', children: [] };
  open.at(-1)?.children.push(element);
  if (end === '/' || VOID.has(name)) return tag.length;
  if (RAW.has(name)) {
    const close = rest.indexOf(`</${name}>`);
    assert.ok(close > 0);
    element.text = rest.slice(tag.length, close);
    return close + name.length + 3;
  }
  open.push(element);
  return tag.length;
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(
    ([, name = '', value = '']) => [name, value.replace(REFERENCE, (reference) => TEXTS[reference] ?? '')] as const,
  );
  assert.equal(new Set(pairs.map(([name]) => name)).size, pairs.length, `an attribute stands twice in ${text}`);
  return Object.fromEntries(pairs);
}

/** All elements of a page, or those of one name, in the order of the text. */
export function listElements(root: Element, name?: string): readonly Element[] {
  const all = root.children.flatMap((child): readonly Element[] => [child, ...listElements(child)]);
  return name === undefined ? all : all.filter((element) => element.name === name);
}

/** The element with an id; undefined when there is none. */
export function findById(root: Element, id: string): Element | undefined {
  return listElements(root).find(({ attributes }) => attributes['id'] === id);
}
