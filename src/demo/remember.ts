const KEPT = 100_000;

/** Sets a key, and lets the oldest go beyond 100,000; returns the key. */
export function remember<V>(map: Map<string, V>, key: string, value: V): string {
  map.set(key, value);
  if (map.size > KEPT) {
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  }
  return key;
}
