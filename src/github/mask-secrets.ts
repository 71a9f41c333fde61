const SHORTEST_LINE = 4; // a line such as `}` of a JSON key would black out the whole log

/** Hides each secret, and the forms in which it travels, from the log of the workflow. To be called before anything is printed. */
export async function maskSecrets(secrets: readonly string[]): Promise<void> {
  const forms = new Set(secrets.flatMap(listForms));
  if (forms.size === 0) return;
  const { setSecret } = await import('@actions/core');
  // Longest first: a form inside another must not leave the rest of it readable.
  for (const form of [...forms].toSorted((left, right) => right.length - left.length)) setSecret(form);
}

/** The secret, its longer lines (the runner masks line by line), and each in base64, base64url, URL, form and JSON encoding. */
function listForms(secret: string): string[] {
  if (secret.trim() === '') return [];
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const parts = lines.length > 1 ? [secret, ...lines.filter((line) => line.length >= SHORTEST_LINE)] : [secret, secret.trim()];
  return parts.flatMap((part) => {
    const base64 = Buffer.from(part, 'utf8').toString('base64');
    const urlEncoded = encodeURIComponent(part.toWellFormed());
    const base64Url = base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    return [part, base64, base64Url, urlEncoded, new URLSearchParams([['', part]]).toString().slice(1), JSON.stringify(part).slice(1, -1)];
  });
}
