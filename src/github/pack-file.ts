const NEW_LINE = 0x0a;
/** A header holds a short name and nothing else. */
const LONGEST_HEADER = 1_000;

/** A file of a history as an artifact: a first line with its name, because artifacts of a history all have the same one; then its bytes as they are. */
export function packFile(name: string, content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ file: name })}\n`, 'utf8'), content]);
}

/** The file in an artifact; throws for bytes that are none. The name may be any text. */
export function unpackFile(bytes: Uint8Array): { readonly name: string; readonly content: Uint8Array } {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(NEW_LINE);
  const header = end === -1 ? undefined : parseHeader(Buffer.from(bytes.subarray(0, end)).toString('utf8'));
  if (header === undefined) throw new Error('it does not begin with the name of a file');
  return { name: header, content: bytes.subarray(end + 1) };
}

function parseHeader(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'file' in value && typeof value.file === 'string' ? value.file : undefined;
  } catch {
    return undefined; // Not JSON is no header.
  }
}
