/**
 * Quantities as users write them, and as reports show them.
 *
 *   duration  = number ( "us" | "ms" | "s" | "m" | "h" )      → milliseconds
 *   rate      = number "/" ( "s" | "m" | "h" )                → per second
 *   ratio     = number "%"                                    → 0 … 1
 *   size      = number ( "B" | "KB" | "MB" | "GB" | "KiB" | "MiB" | "GiB" ) → bytes (KB is 1,000)
 *   byte rate = size "/s"                                     → bytes per second
 *
 * Every parser answers undefined for anything else: a bare number, a negative one, a wrong unit, more than a double can hold.
 */

const DURATION_MS = { us: 0.001, ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
const SIZE_BYTES = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 } as const;
const PER_SECONDS = { s: 1, m: 60, h: 3_600 } as const;

const DURATION = /^(\d{1,12}(?:\.\d{1,9})?)(us|ms|s|m|h)$/;
const RATE = /^(\d{1,12}(?:\.\d{1,9})?)\/(s|m|h)$/;
const RATIO = /^(\d{1,12}(?:\.\d{1,9})?)%$/;
const SIZE = /^(\d{1,12}(?:\.\d{1,9})?)(B|KB|MB|GB|KiB|MiB|GiB)$/;

/** `250ms`, `5s`, `2m`, `1h` → milliseconds. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  return match ? Number(match[1]) * DURATION_MS[match[2] as keyof typeof DURATION_MS] : undefined;
}

/** `500/s`, `10000/m` → a number per second. */
export function parseRate(text: string): number | undefined {
  const match = RATE.exec(text);
  return match ? Number(match[1]) / PER_SECONDS[match[2] as keyof typeof PER_SECONDS] : undefined;
}

/** `1%`, `0.05%` → 0 … 1 (more for more than 100 %). */
export function parseRatio(text: string): number | undefined {
  const match = RATIO.exec(text);
  return match ? Number(match[1]) / 100 : undefined;
}

/** `64KB`, `10MiB` → whole bytes. */
export function parseSize(text: string): number | undefined {
  const match = SIZE.exec(text);
  return match ? Math.round(Number(match[1]) * SIZE_BYTES[match[2] as keyof typeof SIZE_BYTES]) : undefined;
}

/** `200MB/s` → bytes per second. */
export function parseByteRate(text: string): number | undefined {
  return text.endsWith('/s') ? parseSize(text.slice(0, -2)) : undefined;
}

/** 1234.5 → `1,234.5`; at most `digits` decimals, no trailing zeros. */
export function formatNumber(value: number, digits = 1): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const trimmed = fraction.replace(/0+$/, '');
  const text = trimmed ? `${grouped}.${trimmed}` : grouped;
  return value < 0 && text !== '0' ? `-${text}` : text;
}

/** Microseconds as a reader wants them: `0.4 ms`, `12.3 ms`, `268 ms`, `2.10 s`, `75 s`. */
export function formatLatency(latencyUs: number): string {
  const ms = latencyUs / 1_000;
  if (ms < 99.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${ms.toFixed(0)} ms`;
  if (ms < 9_995) return `${(ms / 1_000).toFixed(2)} s`;
  if (ms < 99_950) return `${(ms / 1_000).toFixed(1)} s`;
  return `${(ms / 1_000).toFixed(0)} s`;
}

/** Milliseconds of plan or run time: `250 ms`, `30 s`, `7 m`, `1 h 5 m`. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1_000) return `${formatNumber(durationMs, 0)} ms`;
  if (durationMs < 60_000) return `${formatNumber(durationMs / 1_000)} s`;
  const totalSeconds = Math.round(durationMs / 1_000);
  const parts = [
    [Math.floor(totalSeconds / 3_600), 'h'],
    [Math.floor((totalSeconds % 3_600) / 60), 'm'],
    [totalSeconds % 60, 's'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ');
}

/** 0 … 1 → `0.5 %`, `12.3 %`; small ones keep two significant digits, so that 1 in 10,000 is not shown as 0. */
export function formatRatio(ratio: number): string {
  const percent = ratio * 100;
  if (percent === 0) return '0 %';
  const digits = Math.abs(percent) >= 10 ? 1 : Math.abs(percent) >= 0.1 ? 2 : 4;
  return `${formatNumber(percent, digits)} %`;
}

/** Bytes: `512 B`, `1.2 KB`, `200 MB`. */
export function formatBytes(bytes: number): string {
  for (const [unit, size] of [
    ['GB', 1e9],
    ['MB', 1e6],
    ['KB', 1e3],
  ] as const) {
    if (bytes >= size) return `${formatNumber(bytes / size)} ${unit}`;
  }
  return `${formatNumber(bytes, 0)} B`;
}

/** A number per second: `50/s`, `0.5/s`, `1,234/s`. */
export function formatRate(perSecond: number): string {
  return `${formatNumber(perSecond, perSecond >= 100 ? 0 : perSecond >= 1 ? 1 : 3)}/s`;
}
