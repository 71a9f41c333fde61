import { setFlagsFromString } from 'node:v8';

/**
 * Servers choose the texts that expressions are held against, so that `(a+)+$` could hold a worker for years. With this flag V8 goes over to an engine
 * of linear time after too many steps back. It has no such engine for the flags i and u, for look-arounds and back references: those are the user's risk,
 * and the watchdog's. The flag holds for the process, and for expressions that run for the first time after it is set.
 */
setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');

/** An expression of the scenario, ready to run. It keeps no state between two answers. */
export function prepareRegex({ source, flags }: { readonly source: string; readonly flags: string }): RegExp {
  return new RegExp(source, flags.replace(/[gy]/g, ''));
}
