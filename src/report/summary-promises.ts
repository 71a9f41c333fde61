import { formatNumber } from '../units.ts';
import type { Check, Observed } from '../verdict/verdict.ts';
import { describeBudget, describeObserved, describeState, describeSubject } from './describe-check.ts';
import { groupReasons } from './describe-comparison.ts';
import { codeSpan, escapeMarkdown, escapeSentence } from './escape-markdown.ts';
import type { Block } from './fit-blocks.ts';
import { NOTHING } from './format-reading.ts';
import { tableBlock } from './table-block.ts';

const COLUMNS = ['', 'endpoint', 'promise', 'observed >', 'about 85 % >', 'budget used >', 'samples >'] as const;
/** What is left out where no row has it. */
const OPTIONAL: ReadonlySet<string> = new Set(['about 85 % >', 'budget used >']);

/** Promises and what became of them, in the order given. */
export function promiseTable(title: string, checks: readonly Check[]): Block {
  const rows = checks.map(checkRow);
  const shown = COLUMNS.map((column, index) => !OPTIONAL.has(column) || rows.some((row) => row[index] !== NOTHING));
  const pick = (cells: readonly string[]): readonly string[] => cells.filter((_, index) => shown[index]);
  return tableBlock(title, pick(COLUMNS), rows.map(pick));
}

function checkRow(check: Check): readonly string[] {
  const seen = 'observed' in check ? check.observed : undefined;
  const samples = seen?.samples ?? (check.state === 'no-data' ? check.samples : undefined);
  const text = escapeMarkdown(describeObserved(check), 60);
  return [
    signOf(check),
    codeSpan(describeSubject(check), 120),
    codeSpan(check.promise, 120),
    seen ? (check.state === 'breached' ? `**${text}**` : text) : describeState(check),
    seen?.interval ? escapeMarkdown(seen.interval.text, 60) : NOTHING,
    seen ? `${describeBudget(seen)}${describeBurn(seen)}` : NOTHING,
    samples === undefined ? NOTHING : formatNumber(samples, 0),
  ];
}

/** How many times faster than allowed the budget was spent at its worst. */
function describeBurn({ burnRate }: Observed): string {
  return burnRate === undefined ? '' : `, burn ${formatNumber(burnRate)}×`;
}

function signOf(check: Check): string {
  switch (check.state) {
    case 'passed':
      return '✅';
    case 'breached':
      return check.severity === 'warn' ? '⚠️' : '❌';
    case 'no-data':
      return '⚠️';
    case 'skipped':
      return '➖';
  }
}

/** Below a table: why promises were not judged, or skipped; those of which one of the sentences `told` says so already are left out. */
export function unjudgedBlocks(checks: readonly Check[], told: readonly string[]): readonly Block[] {
  const rows = (['no-data', 'skipped'] as const).flatMap((state) => {
    const untold = checks.flatMap((check) =>
      check.state !== state || told.some((sentence) => sentence.includes(check.name) && sentence.includes(check.reason)) ? [] : [check],
    );
    if (untold.length === 0) return [];
    const entries = untold.map(({ name, reason }) => ({ name, reason: reason.replace(/\.$/, '') }));
    const sentence = `${state === 'skipped' ? 'Skipped' : 'Not judged'}: ${groupReasons(entries)}.`;
    return [
      `- ${escapeSentence(
        sentence,
        untold.map(({ name }) => name),
      )}`,
    ];
  });
  return rows.length === 0 ? [] : [{ head: [], rows, tail: [] }];
}
