/** Shorter values would mask half of every text and protect nothing. */
const SHORTEST = 3;
const MASK = '***';

/** Replaces every secret, and its base64 and URL-encoded forms, by `***`. Works on any text; the empty list changes nothing. */
export function createMasker(secrets: readonly string[]): (text: string) => string {
  const forms = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const form of formsOf(secret)) forms.add(form);
  }
  // Longest first: a secret that holds another must not leave its ends behind.
  const ordered = [...forms].sort((left, right) => right.length - left.length);
  return (text) => {
    let masked = text;
    for (const form of ordered) if (masked.includes(form)) masked = masked.replaceAll(form, MASK);
    return masked;
  };
}

/** What a workflow gives to the action, and not to what the action runs: inputs (tokens among them) and the runner's own credentials. */
const WITHHELD = /^(?:INPUT_.*|ACTIONS_.*|GITHUB_TOKEN|GITHUB_ENV|GITHUB_PATH|GITHUB_OUTPUT|GITHUB_STATE|GITHUB_STEP_SUMMARY)$/i;

/** The environment for a program that is started, without what is meant for load-gate alone. */
export function withholdCredentials(env: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !WITHHELD.test(name)));
}

/** All secrets that a process has met so far, taken out of what it prints; a suite meets those of its parts one after the other. */
export class Masking {
  readonly #secrets = new Set<string>();
  #mask: (text: string) => string = (text) => text;

  add(secrets: readonly string[]): void {
    for (const secret of secrets) this.#secrets.add(secret);
    this.#mask = createMasker([...this.#secrets]);
  }

  mask(text: string): string {
    return this.#mask(text);
  }
}

/** Keys whose values are words of ours, which readers decide by: a secret that happens to be such a word (`breach`) must not turn a verdict into `***`. */
const OWN_WORDS: ReadonlySet<string> = new Set(['state', 'kind', 'severity', 'class', 'model', 'arrivals', 'startedAt', 'tool', 'hash']);

/** Masks every string inside a report; its keys (names of ours, status codes, protocols) and what stands under `OWN_WORDS` hold no text of others. */
export function maskDeep<T>(value: T, mask: (text: string) => string): T {
  // The walk keeps every type: strings stay strings, lists lists, objects objects.
  return maskValue(value, mask) as T;
}

function maskValue(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map((item: unknown) => maskValue(item, mask));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, OWN_WORDS.has(key) ? item : maskValue(item, mask)]));
  }
  return value;
}

function formsOf(secret: string): readonly string[] {
  const wellFormed = secret.toWellFormed();
  const bytes = new TextEncoder().encode(wellFormed);
  const base64 = btoa(String.fromCharCode(...bytes));
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    base64,
    base64.replace(/=+$/, ''),
    base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''),
    encodeURIComponent(wellFormed),
    encodeURI(wellFormed),
    // As in a request target, where only what may not stand there is encoded (load/http/escape-target.ts).
    wellFormed.replace(/[^\x21-\x7e]|["<>\\^`{|}#]/gu, encodeURIComponent),
    // As in a form's body.
    new URLSearchParams([['', wellFormed]]).toString().slice(1),
    json,
  ].filter((form) => form.length >= SHORTEST);
}
