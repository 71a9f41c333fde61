/** Every form in which a value travels, and in which somebody who sees it could take it back. */
export function listForms(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  return [
    value,
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    encodeURIComponent(value),
    // As a browser, and as a request target, encodes it: only what may not stand there.
    encodeURI(value),
    new URL(`http://x/?${value}`).search.slice(1),
    new URLSearchParams([['', value]]).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
  ];
}

/** Which text, by its name, holds which form of a secret; empty: none does. */
export function findLeaks(texts: ReadonlyMap<string, string>, secrets: readonly string[]): string[] {
  const forms = secrets.flatMap(listForms);
  return [...texts].flatMap(([name, text]) => forms.filter((form) => text.includes(form)).map((form) => `${name} holds ${form}`));
}
