/** What a colour says: red is for what is broken and for nothing else. */
export type Style = 'plain' | 'broken' | 'good' | 'warning' | 'quiet' | 'strong';

/** Puts a style on text that has no escapes of its own; the width stays. */
export type Paint = (style: Style, text: string) => string;

/** SGR parameters (ECMA-48): the eight basic colours, which every theme keeps readable. */
const CODES: Readonly<Record<Exclude<Style, 'plain'>, string>> = { broken: '31', good: '32', warning: '33', quiet: '2', strong: '1' };

/** A painter in colour. */
export const paintColour: Paint = (style, text) => (style === 'plain' || text === '' ? text : `\u001b[${CODES[style]}m${text}\u001b[0m`);

/** A painter that leaves the text as it is. */
export const paintPlain: Paint = (_style, text) => text;

/** Colour on a terminal that can, unless the user said otherwise (no-color.org; FORCE_COLOR as Node reads it). */
export function choosePaint(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Paint {
  if ((env['NO_COLOR'] ?? '') !== '') return paintPlain;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? paintPlain : paintColour;
  return isTerminal && env['TERM'] !== 'dumb' ? paintColour : paintPlain;
}
