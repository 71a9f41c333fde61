/** A piece of a Markdown document: rows between a head and a tail. Rows are what may be left out, from the end. */
export interface Block {
  /** Lines before the rows; a block without rows is its head alone. */
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly tail: readonly string[];
}

/** Blocks that are folded together until somebody opens them. */
export interface Fold {
  /** What is seen of them, as HTML. */
  readonly summary: string;
  readonly blocks: readonly Block[];
}

/** Room for the two sentences that say what is missing. */
const RESERVED = 200;

/**
 * Joins blocks into a document of at most `limit` bytes of UTF-8. What does not fit is left out at the border of a row, never within one, and the
 * document says how many rows are missing. The first piece is a block that is always there, whole: keep it below the limit.
 */
export function fitBlocks(pieces: readonly (Block | Fold)[], limit: number): string {
  const whole = joinTexts(pieces.map(renderPiece));
  if (sizeOf(whole) <= limit) return whole;
  const parts: string[] = [];
  let left = limit - RESERVED;
  let missing = 0;
  for (const [index, piece] of pieces.entries()) {
    const fitted = index === 0 ? { text: renderPiece(piece), missing: 0 } : fitPiece(piece, left);
    missing += fitted.missing;
    if (fitted.text === '') continue;
    parts.push(fitted.text);
    left -= sizeOf(fitted.text) + 1;
  }
  parts.push(`_${missing} rows in all were left out to keep this short; results.json has everything._\n`);
  return joinTexts(parts);
}

/** Pieces bring blank lines of their own; one between two is enough. */
function joinTexts(texts: readonly string[]): string {
  return texts.join('\n').replace(/\n{3,}/g, '\n\n');
}

interface Fitted {
  /** Empty: nothing of it fits. */
  readonly text: string;
  readonly missing: number;
}

function fitPiece(piece: Block | Fold, room: number): Fitted {
  return 'summary' in piece ? fitFold(piece, room) : fitBlock(piece, room);
}

function fitFold({ summary, blocks }: Fold, room: number): Fitted {
  const texts: string[] = [];
  let left = room - sizeOf(wrapFold(summary, []));
  let missing = 0;
  for (const block of blocks) {
    const fitted = fitBlock(block, left);
    missing += fitted.missing;
    if (fitted.text === '') continue;
    texts.push(fitted.text);
    left -= sizeOf(fitted.text) + 1;
  }
  return { text: texts.length === 0 ? '' : wrapFold(summary, texts), missing };
}

/** The block with as many rows as `room` bytes hold; empty when not even one row fits. */
function fitBlock(block: Block, room: number): Fitted {
  const frame = sizeOf(renderBlock({ ...block, rows: [] })) + RESERVED / 2;
  let used = frame;
  let kept = 0;
  for (const row of block.rows) {
    used += sizeOf(row) + 1;
    if (used > room) break;
    kept++;
  }
  if (frame > room || (kept === 0 && block.rows.length > 0)) return { text: '', missing: block.rows.length };
  const missing = block.rows.length - kept;
  return { text: renderBlock(cutNote({ ...block, rows: block.rows.slice(0, kept) }, missing)), missing };
}

function cutNote(block: Block, missing: number): Block {
  return missing === 0 ? block : { ...block, tail: ['', `_… and ${missing} more rows._`, ...block.tail] };
}

function renderPiece(piece: Block | Fold): string {
  return 'summary' in piece ? wrapFold(piece.summary, piece.blocks.map(renderBlock)) : renderBlock(piece);
}

/** The blank line lets GitHub read Markdown inside. */
function wrapFold(summary: string, texts: readonly string[]): string {
  return `<details><summary>${summary}</summary>\n\n${texts.join('\n').trimStart()}\n</details>\n`;
}

function renderBlock(block: Block): string {
  return [...block.head, ...block.rows, ...block.tail, ''].join('\n');
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
