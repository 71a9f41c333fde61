/** Files that the page keeps and offers, after the server has gone too. */
export interface KeptFiles {
  /** Where each is, by its name. */
  readonly urls: ReadonlyMap<string, string>;
  /** In the place of those before. */
  keep(files: Readonly<Record<string, string>>): void;
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', csv: 'text/csv', json: 'application/json', xml: 'application/xml' };

/** None yet. */
export function keepFiles(): KeptFiles {
  const urls = new Map<string, string>();
  return {
    urls,
    keep: (files) => {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
      for (const [name, text] of Object.entries(files)) {
        const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain';
        urls.set(name, URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })));
      }
    },
  };
}
