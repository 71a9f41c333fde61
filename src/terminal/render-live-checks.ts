import type { LiveCheck } from '../metrics/live-snapshot.ts';
import { cleanText } from '../report/clean-text.ts';
import { NOTHING } from '../report/format-reading.ts';
import { formatNumber } from '../units.ts';
import { fitText, measureWidth } from './measure-width.ts';
import type { Paint, Style } from './paint.ts';
import { renderTable, type Column } from './render-table.ts';

type State = LiveCheck['state'];

/** A sign says what the colour says, for those who see none. */
const SIGNS: Readonly<Record<State, readonly [sign: string, style: Style, word: string]>> = {
  broken: ['✗', 'broken', 'broken'],
  warning: ['!', 'warning', 'broken as a warning'],
  waiting: ['·', 'quiet', 'not decided yet'],
  holding: ['✓', 'good', 'hold so far'],
};
/** Most urgent first. */
const ORDER = ['broken', 'warning', 'waiting', 'holding'] as const satisfies readonly State[];

const NARROWEST_NAME = 16;
const COLUMNS: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'promise', align: 'left', shrinksTo: NARROWEST_NAME },
  { title: 'so far', align: 'right' },
  { title: 'limit', align: 'left', goes: 1 },
];

/** Lines that all promises take: their tally and one for each; 0 without any. */
export function countCheckLines(checks: readonly LiveCheck[]): number {
  return checks.length === 0 ? 0 : checks.length + 1;
}

/**
 * How the promises stand, in at most `most` lines of at most `width` columns: a tally, then one line for each, the broken first and else in the order of the SLA;
 * those that do not fit are counted.
 */
export function renderLiveChecks(checks: readonly LiveCheck[], most: number, width: number, paint: Paint): readonly string[] {
  if (checks.length === 0 || most < 1) return [];
  const sorted = ORDER.flatMap((state) => checks.filter((check) => check.state === state));
  const room = most - 1;
  const shown = sorted.length <= room ? sorted : sorted.slice(0, Math.max(0, room - 1));
  const rest = sorted.slice(shown.length);
  const roomForName = measureRoom(shown, width);
  const rows = shown.map((check) => {
    const [sign, style] = SIGNS[check.state];
    const seen = { text: showObserved(check), style: check.state === 'holding' ? 'plain' : style } as const;
    return [{ text: sign, style }, { text: fitName(check, roomForName) }, seen, { text: check.limit, style: 'quiet' as const }];
  });
  return [
    paintTally(checks, width, paint),
    ...renderTable(COLUMNS, rows, width, paint).slice(1),
    ...(rest.length > 0 && room > 0 ? [paint('quiet', fitTally(`… ${formatNumber(rest.length, 0)} more: `, rest, width))] : []),
  ];
}

function showObserved({ observed }: LiveCheck): string {
  return observed === '' ? NOTHING : observed;
}

/** Between two columns of a table. */
const GAP = 2;

/** The columns that are left for names, with the limits or, where that is too little, without. */
function measureRoom(checks: readonly LiveCheck[], width: number): number {
  const widest = (textOf: (check: LiveCheck) => string): number =>
    Math.max(0, ...checks.map((check) => measureWidth(cleanText(textOf(check)))));
  const others = 1 + GAP + GAP + widest(showObserved);
  const withLimits = width - others - GAP - widest(({ limit }) => limit);
  return withLimits >= NARROWEST_NAME ? withLimits : width - others;
}

/** What is promised stays whole where it can; the name of the endpoint gives way, in its middle. */
function fitName({ name, series }: LiveCheck, room: number): string {
  const clean = cleanText(name);
  const subject = cleanText(series);
  const promised = clean.slice(subject.length);
  const left = room - measureWidth(promised);
  if (measureWidth(clean) <= room || !clean.startsWith(`${subject} `) || left < 4) return fitText(clean, room);
  return fitText(subject, left) + promised;
}

/** Red where something is broken. */
function paintTally(checks: readonly LiveCheck[], width: number, paint: Paint): string {
  const style = checks.some(({ state }) => state === 'broken') ? 'broken' : 'strong';
  return paint(style, fitTally('promises: ', checks, width));
}

/** In words or, where they do not fit, in signs. */
function fitTally(lead: string, checks: readonly LiveCheck[], width: number): string {
  const words = lead + tallyOf(checks);
  return measureWidth(words) <= width ? words : fitText(lead + tallyOf(checks, 0), width);
}

/** `1 broken, 11 hold so far`, or by signs: `1 ✗, 11 ✓`. */
function tallyOf(checks: readonly LiveCheck[], say: 0 | 2 = 2): string {
  return ORDER.flatMap((state) => {
    const count = checks.filter((check) => check.state === state).length;
    const word = say === 2 && state === 'holding' && count === 1 ? 'holds so far' : SIGNS[state][say];
    return count === 0 ? [] : [`${formatNumber(count, 0)} ${word}`];
  }).join(', ');
}
