import parseJsonPath from 'jsonpath-rfc9535/parser';

/** Why a text is no RFC 9535 JSONPath; undefined when it is one. */
export function checkJsonPath(path: string): string | undefined {
  try {
    parseJsonPath(path);
    return undefined;
  } catch (thrown) {
    const column = columnOf(thrown);
    return `${path} is not a JSONPath as in RFC 9535${column === undefined ? '' : `; it is wrong at character ${column}`}`;
  }
}

/** The generated parser throws an error with `location.start.column`. */
function columnOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('location' in thrown)) return undefined;
  const { location } = thrown;
  if (typeof location !== 'object' || location === null || !('start' in location)) return undefined;
  const { start } = location;
  return typeof start === 'object' && start !== null && 'column' in start && typeof start.column === 'number' ? start.column : undefined;
}
