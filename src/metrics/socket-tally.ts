import { zeroMessages, type MessageTally } from './counts.ts';

/** `SocketDelta` while it is counted. */
export interface SocketCell {
  readonly counts: MessageTally;
  open: number;
  most: number;
  fewest: number;
}

/** WebSockets that a worker opened, and those that have ended; at its end they must be equal. */
export interface SocketBook {
  readonly opened: number;
  readonly ended: number;
}

/** The connections of one worker: how many each series has open, whatever the phase in which they were opened. */
export class SocketTally {
  /** By series. */
  readonly #open: number[];
  /** The phase that it is now: open connections count there. */
  phase = 0;
  readonly totals = { opened: 0, ended: 0 };

  constructor(seriesCount: number) {
    this.#open = new Array<number>(seriesCount).fill(0);
  }

  /** A cell's count of a second that begins, or in which nothing happened so far; connections are held in the phase that it is now alone. */
  cell(phase: number, series: number): SocketCell {
    const open = phase === this.phase ? (this.#open[series] ?? 0) : 0;
    return { counts: zeroMessages(), open, most: open, fewest: open };
  }

  /** One more; `cell` is the one of the phase that it is now. */
  opened(series: number, cell: SocketCell): void {
    this.totals.opened++;
    cell.open = this.#open[series] = (this.#open[series] ?? 0) + 1;
    if (cell.open > cell.most) cell.most = cell.open;
  }

  /** One less. Throws RangeError when none was open: that is a bug of the caller. */
  ended(series: number, cell: SocketCell): void {
    const open = (this.#open[series] ?? 0) - 1;
    if (open < 0) throw new RangeError(`series ${series} has no open connection that could end`);
    this.totals.ended++;
    cell.open = this.#open[series] = open;
    if (open < cell.fewest) cell.fewest = open;
  }

  /** The series that have open connections. */
  listHeld(): readonly number[] {
    return this.#open.flatMap((open, series) => (open > 0 ? [series] : []));
  }
}
