const INCONCLUSIVE = 3;

/** What a run came to, as far as it decides whether there is another one. */
export interface RunEnd {
  readonly exitCode: number;
  /** Of each check that may fail a build. */
  readonly states: ReadonlyMap<string, string>;
  readonly reasons: readonly string[];
}

/** The names of all checks that do not hold. */
export function listRed(states: RunEnd['states']): readonly string[] {
  return [...states].filter(([, state]) => state !== 'passed' && state !== 'skipped').map(([name]) => name);
}

/**
 * Why a run is made once more; undefined: it counts. One that could not be judged is, as its verdict advises: the machine had no time for the generator. So is one in which other
 * rows than `expected` turned red: what the server breaks is broken each time, what a busy machine breaks is not. Closed: a row that held in spite of its fault counts at once,
 * and is never asked again until chance turns it red.
 */
export function explainRepeat({ exitCode, states, reasons }: RunEnd, expected: readonly string[]): string | undefined {
  const expectedStates = expected.map((name) => states.get(name));
  if (exitCode === INCONCLUSIVE) return expectedStates.includes('passed') ? undefined : (reasons[0] ?? 'nothing was judged');
  if (!expectedStates.every((state) => state === 'breached')) return undefined;
  const others = listRed(states).filter((name) => !expected.includes(name));
  return others.length === 0 ? undefined : `${others.join(', ')} red`;
}
