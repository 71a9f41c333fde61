import type { BuildContext } from './build-context.ts';
import { readDuration, readFilePath } from './build-context.ts';
import { booleanOf, childOf, entriesOf, itemsOf, keyPositionOf, numberOf, textOf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Header, RequestDefaults, TlsOptions } from './step.ts';

/** `http:`, or the same keys of a step; what is absent stays undefined. */
export function buildDefaults(cursor: Cursor | undefined, context: BuildContext): RequestDefaults {
  return {
    headers: buildHeaders(childOf(cursor, 'headers'), context),
    timeoutMs: readDuration(cursor, 'timeout', context),
    followRedirects: booleanOf(childOf(cursor, 'follow_redirects')),
    connections: numberOf(childOf(cursor, 'connections')),
    http2: booleanOf(childOf(cursor, 'http2')),
    cookies: booleanOf(childOf(cursor, 'cookies')),
    tls: buildTls(childOf(cursor, 'tls'), context),
    proxy: textOf(childOf(cursor, 'proxy')),
    traceparent: booleanOf(childOf(cursor, 'traceparent')),
    slowerThanMs: readDuration(cursor, 'slower_than', context),
  };
}

function buildHeaders(cursor: Cursor | undefined, context: BuildContext): readonly Header[] {
  const seen = new Map<string, string>();
  return entriesOf(cursor).flatMap(([name, value]) => {
    const first = seen.get(name.toLowerCase());
    if (first !== undefined) context.issues.error(keyPositionOf(value), 'duplicate', `the header ${name} is already there as ${first}`);
    seen.set(name.toLowerCase(), name);
    return { name, value: textOf(value) ?? '' };
  });
}

function buildTls(cursor: Cursor | undefined, context: BuildContext): TlsOptions | undefined {
  if (cursor === undefined) return undefined;
  const has = (key: string): boolean => childOf(cursor, key) !== undefined;
  if (has('cert') !== has('key'))
    context.issues.error(keyPositionOf(cursor), 'missing', 'tls: a client certificate needs both cert and key');
  return {
    ca: readFilePath(cursor, 'ca', context)?.path,
    cert: readFilePath(cursor, 'cert', context)?.path,
    key: readFilePath(cursor, 'key', context)?.path,
    insecure: booleanOf(childOf(cursor, 'insecure')) ?? false,
  };
}

/** Names and values of `query` and `form`; a list repeats its name. */
export function buildFields(cursor: Cursor | undefined): readonly Header[] {
  return entriesOf(cursor).flatMap(([name, value]) => {
    const items = itemsOf(value);
    return (items.length > 0 ? items : [value]).flatMap((item) => {
      const text = textOf(item);
      return text === undefined ? [] : { name, value: text };
    });
  });
}
