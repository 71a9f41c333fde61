/** By what the endpoints are ordered: the plan, or a column of their table. */
export type SortKey = 'plan' | 'requests' | 'failures' | 'rate' | 'p50' | 'p95' | 'p99';

/** What somebody has chosen to see, and where they are in stopping the run; nothing of the run itself. */
export interface View {
  /** The place of the series whose charts are shown; undefined: all of them together. */
  readonly focus: number | undefined;
  readonly sort: SortKey;
  /** All endpoints and promises, however many. */
  readonly showsAll: boolean;
  readonly stop: 'idle' | 'asking' | 'sent';
  /** What the level form has asked for, in words; empty: nothing yet. */
  readonly asked: string;
  readonly isDark: boolean;
}

/** A view that changes. */
export class LivePageView {
  now: View = { focus: undefined, sort: 'plan', showsAll: false, stop: 'idle', asked: '', isDark: false };

  change(part: Partial<View>): void {
    this.now = { ...this.now, ...part };
  }

  /** Another burst has the same endpoints, and was neither stopped nor changed. */
  begin(): void {
    this.change({ stop: 'idle', asked: '' });
  }
}
