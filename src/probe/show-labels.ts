const MOST_VALUE = 60;
const MOST_SHOWN = 120;

/**
 * Labels of a series as Prometheus writes them, as many as there is room for. Values are shown whole or not at all: half a secret would be known for none by whoever masks
 * it.
 */
export function showLabels(labels: readonly { readonly name: string; readonly value: string }[]): string {
  const texts = labels.map(({ name, value }) =>
    `${name}${value}`.length > MOST_VALUE ? `${name.slice(0, MOST_VALUE)}="…"` : `${name}=${JSON.stringify(value)}`,
  );
  const shown: string[] = [];
  for (const text of texts) {
    if ([...shown, text].join(',').length > MOST_SHOWN) return `{${shown.join(',')},…}`;
    shown.push(text);
  }
  return `{${shown.join(',')}}`;
}
