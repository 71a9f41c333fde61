/** A piece of a Markdown document: rows between a head and a tail. Rows are what may be left out, from the end. */
export interface Block {
  /** Lines before the rows; a block without rows is its head alone. */
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly tail: readonly string[];
}

/** Room for the two sentences that say what is missing. */
const RESERVED = 200;

/**
 * Joins blocks into a document of at most `limit` bytes of UTF-8. What does not fit is left out at the border of a row, never within one, and the
 * document says how many rows are missing. The first block is always there, whole: keep it below the limit.
 */
export function fitBlocks(blocks: readonly Block[], limit: number): string {
  const whole = blocks.map(renderBlock).join('\n');
  if (sizeOf(whole) <= limit) return whole;
  const parts: string[] = [];
  let left = limit - RESERVED;
  let missing = 0;
  for (const [index, block] of blocks.entries()) {
    const fitted = index === 0 ? block : fitBlock(block, left);
    missing += block.rows.length - (fitted?.rows.length ?? 0);
    if (!fitted) continue;
    const text = renderBlock(cutNote(fitted, block.rows.length - fitted.rows.length));
    parts.push(text);
    left -= sizeOf(text) + 1;
  }
  parts.push(`_${missing} rows in all were left out to keep this short; results.json has everything._\n`);
  return parts.join('\n');
}

/** The block with as many rows as `room` bytes hold; undefined when not even one row fits. */
function fitBlock(block: Block, room: number): Block | undefined {
  const frame = sizeOf(renderBlock({ ...block, rows: [] })) + RESERVED / 2;
  let used = frame;
  let kept = 0;
  for (const row of block.rows) {
    used += sizeOf(row) + 1;
    if (used > room) break;
    kept++;
  }
  if (frame > room || (kept === 0 && block.rows.length > 0)) return undefined;
  return { ...block, rows: block.rows.slice(0, kept) };
}

function cutNote(block: Block, missing: number): Block {
  return missing === 0 ? block : { ...block, tail: ['', `_… and ${missing} more rows._`, ...block.tail] };
}

function renderBlock(block: Block): string {
  return [...block.head, ...block.rows, ...block.tail, ''].join('\n');
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
