import type { Position } from './issue.ts';

/** More than anybody means: a pattern that went astray. */
export const MOST_PARTS = 100;

/** Several scenarios that are one run with one verdict. */
export interface Suite {
  /** What the reports call it. */
  readonly name: string;
  /** The suite file as the user named it; the first scenario where there is none. */
  readonly file: string;
  /** In order; at least one of them is a scenario. */
  readonly steps: readonly SuiteStep[];
  /** `breach`: what comes after a part that breaches or regresses is left out. */
  readonly stopOn: 'breach' | 'never';
}

export type SuiteStep =
  | {
      readonly kind: 'part';
      /** Unique within the suite. */
      readonly name: string;
      /** As seen from the working directory. */
      readonly scenario: string;
      /** Undefined: the name of the scenario with .sla.yaml. */
      readonly sla: string | undefined;
      readonly profile: string | undefined;
      readonly at: Position;
    }
  /** A cool-down. */
  | { readonly kind: 'pause'; readonly ms: number };
