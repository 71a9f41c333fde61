/** A burst in which something is switched on and off: pairs of blocks, of each pair one on and one off, and which of them is first alternates. */
export interface Blocks {
  /** Seconds before the first block; it is on in them. */
  readonly fromSec: number;
  /** Of each block; at least 2. Its first second is left out: there is still something of the block before in it. */
  readonly blockSec: number;
  /** At least 2. */
  readonly pairs: number;
}

/** What had been used up when a second of the burst was complete, since any fixed time. */
export interface Sample {
  /** From 0, without gaps. */
  readonly second: number;
  readonly atMs: number;
  /** All threads of the process. */
  readonly cpuMs: number;
  /** Its main thread alone. */
  readonly mainMs: number;
  /** The process that answers it: it does the same work all the time, so that it shows what else the machine does. */
  readonly serverMs: number;
}

/** Something measured, and the standard error of it. */
export interface Measured {
  readonly value: number;
  readonly error: number;
}

export interface Comparison {
  /** CPU of the process for a second of the burst while it is off, ms, the mean of all blocks. */
  readonly offMs: number;
  readonly onMs: number;
  /** On ÷ off, the geometric mean of the pairs. */
  readonly ratio: Measured;
  /** The same of the CPU for each ms of the server's in the same seconds: neighbours on the machine slow both down alike. */
  readonly perServer: Measured;
  /** What the main thread alone needs more of in a second while it is on, ms, the mean of the pairs. */
  readonly mainMs: Measured;
}

/** Seconds that a burst needs for them, at the least. */
export function lengthOf({ fromSec, blockSec, pairs }: Blocks): number {
  return fromSec + 2 * pairs * blockSec;
}

/** Whether it is on in what follows the end of a second; after the last block it is off. */
export function isOn({ fromSec, blockSec, pairs }: Blocks, second: number): boolean {
  // What a second brought is worked on in the next one.
  const block = Math.floor((second + 1 - fromSec) / blockSec);
  if (block < 0) return true;
  return block < 2 * pairs && isOnIn(block);
}

/** off on · on off · off on …: what grows evenly falls on both alike. */
function isOnIn(block: number): boolean {
  return block % 4 === 1 || block % 4 === 2;
}

/** What it costs, from the samples of one burst. Throws when a second is missing: a block that was not measured is no block without a cost. */
export function compareBlocks(blocks: Blocks, samples: readonly Sample[]): Comparison {
  const bySecond = new Map(samples.map((sample) => [sample.second, sample]));
  const at = (second: number): Sample => {
    const sample = bySecond.get(second);
    if (!sample) throw new Error(`second ${second} of the burst was not measured`);
    return sample;
  };
  const measured = Array.from({ length: 2 * blocks.pairs }, (_entry, block) => {
    const first = blocks.fromSec + block * blocks.blockSec;
    const [from, to] = [at(first), at(first + blocks.blockSec - 1)];
    const rate = (pick: (sample: Sample) => number): number => ((pick(to) - pick(from)) * 1_000) / (to.atMs - from.atMs);
    const cpuMs = rate((sample) => sample.cpuMs);
    return { cpuMs, perServer: cpuMs / rate((sample) => sample.serverMs), mainMs: rate((sample) => sample.mainMs), on: isOnIn(block) };
  });
  const on = measured.filter((block) => block.on);
  // As many as there are pairs: one of each, in order.
  const pairs = measured.filter((block) => !block.on).map((off, pair) => ({ off, on: on[pair] ?? off }));
  return {
    offMs: meanOf(pairs.map(({ off }) => off.cpuMs)).value,
    onMs: meanOf(on.map((block) => block.cpuMs)).value,
    ratio: ratioOf(pairs.map((pair) => pair.on.cpuMs / pair.off.cpuMs)),
    perServer: ratioOf(pairs.map((pair) => pair.on.perServer / pair.off.perServer)),
    mainMs: meanOf(pairs.map((pair) => pair.on.mainMs - pair.off.mainMs)),
  };
}

function ratioOf(ratios: readonly number[]): Measured {
  const logs = meanOf(ratios.map((ratio) => Math.log(ratio)));
  const value = Math.exp(logs.value);
  return { value, error: value * logs.error };
}

function meanOf(values: readonly number[]): Measured {
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  return { value, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}
