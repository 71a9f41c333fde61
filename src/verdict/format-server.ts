import type { Comparison, ServerUnit } from '../config/sla.ts';
import { formatBytes, formatLatency, formatNumber, formatRatio } from '../units.ts';
import { SIGNS } from './format-check.ts';

/** `≤ 1,000`, `≥ 60 %`: a limit of `server:` with all the digits that the user wrote. */
export function formatServerLimit(unit: ServerUnit, comparison: Comparison, limit: number): string {
  return `${SIGNS[comparison]} ${formatExact(unit, limit)}`;
}

/** `1,204`, `61.3 %`, `212 ms`, `1.9 GB`: a value as reports show it. */
export function formatServerValue(unit: ServerUnit, value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  switch (unit) {
    case 'plain':
      return formatPlain(value);
    case 'ratio':
      return formatRatio(value);
    case 'seconds':
      return `${sign}${formatLatency(size * 1e6)}`;
    case 'bytes':
      return `${sign}${formatBytes(size)}`;
  }
}

/** A value beside its limit: where rounding would make two different numbers look equal, with more digits. */
export function formatServerObserved(unit: ServerUnit, value: number, limit: number): string {
  const rounded = formatServerValue(unit, value);
  return value !== limit && rounded === formatServerValue(unit, limit) ? formatExact(unit, value) : rounded;
}

/** Four digits, and all those before the point; what is too large or too small to read as that is written with its power of ten. */
function formatPlain(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-6)) return value.toExponential(3);
  return formatNumber(value, size >= 1_000 ? 0 : size >= 100 ? 1 : size >= 1 ? 3 : 6);
}

function formatExact(unit: ServerUnit, value: number): string {
  const size = Math.abs(value);
  switch (unit) {
    case 'plain':
      return size >= 1e15 ? String(value) : formatNumber(value, 9);
    case 'ratio':
      return `${formatNumber(value * 100, 7)} %`;
    case 'seconds':
      return size < 1 ? `${formatNumber(value * 1e3, 6)} ms` : `${formatNumber(value, 9)} s`;
    case 'bytes':
      return size < 1e3
        ? `${formatNumber(value, 3)} B`
        : size < 1e6
          ? `${formatNumber(value / 1e3, 6)} KB`
          : `${formatNumber(value / 1e6, 9)} MB`;
  }
}
