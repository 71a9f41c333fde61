import type { Html } from '../../../report/html/markup.ts';

/** What browsers that know Trusted Types ask for before text becomes markup. */
interface Policy {
  createHTML(text: string): string;
}

const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };

/** The one place where markup becomes elements. It takes `Html` alone, which the escaper makes, so a text of the server cannot come here by mistake. */
const policy: Policy = trustedTypes?.createPolicy('load-gate', { createHTML: (text) => text }) ?? { createHTML: (text) => text };

/** What the page itself has put among rendered elements, and what patching leaves alone. */
export const KEPT = 'data-kept';

/**
 * Makes the children of an element what the markup says, and touches only what differs: focus, selected text, scrolling, open folds and what was typed stay as they are.
 * Children with a `data-key` are found again in another order.
 */
export function patchElement(target: Element, html: Html): void {
  const template = document.createElement('template');
  template.innerHTML = policy.createHTML(html.toString());
  const focused = document.activeElement;
  patchChildren(target, template.content);
  // An element that was moved has lost it.
  if (focused instanceof HTMLElement && focused !== document.activeElement && target.contains(focused))
    focused.focus({ preventScroll: true });
}

function patchChildren(target: Node, source: Node): void {
  const keyed = new Map<string, Element>();
  for (const child of target.childNodes) {
    const key = keyOf(child);
    if (key !== undefined) keyed.set(key, child as Element);
  }
  let place = skipKept(target.firstChild);
  for (const wanted of [...source.childNodes]) {
    const key = keyOf(wanted);
    const known = key === undefined ? place : keyed.get(key);
    if (key !== undefined) keyed.delete(key);
    if (known && isAlike(known, wanted)) {
      if (known === place) place = skipKept(place.nextSibling);
      else target.insertBefore(known, place);
      patchNode(known, wanted);
    } else {
      target.insertBefore(wanted, place);
    }
  }
  while (place) {
    const next = skipKept(place.nextSibling);
    place.remove();
    place = next;
  }
}

function skipKept(node: ChildNode | null): ChildNode | null {
  let current = node;
  while (current instanceof Element && current.hasAttribute(KEPT)) current = current.nextSibling;
  return current;
}

function keyOf(node: Node): string | undefined {
  return node instanceof Element ? (node.getAttribute('data-key') ?? undefined) : undefined;
}

function isAlike(known: Node, wanted: Node): boolean {
  return known.nodeType === wanted.nodeType && known.nodeName === wanted.nodeName && keyOf(known) === keyOf(wanted);
}

function patchNode(known: Node, wanted: Node): void {
  if (known instanceof Element && wanted instanceof Element) {
    patchAttributes(known, wanted);
    patchChildren(known, wanted);
  } else if (known.nodeValue !== wanted.nodeValue) {
    known.nodeValue = wanted.nodeValue;
  }
}

/** Whether a fold is open is for its reader to say. */
function patchAttributes(known: Element, wanted: Element): void {
  for (const { name, value } of [...wanted.attributes]) if (known.getAttribute(name) !== value) known.setAttribute(name, value);
  for (const { name } of [...known.attributes]) {
    const isOfReader = name === 'open' && known.localName === 'details';
    if (!wanted.hasAttribute(name) && !isOfReader) known.removeAttribute(name);
  }
}
