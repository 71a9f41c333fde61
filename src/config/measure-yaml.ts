import { Lexer } from 'yaml';

/** Beyond these a file is not a configuration; they keep the parser's time and stack bounded for any bytes. */
const MOST_TOKENS = 250_000;
const MOST_FLOW_DEPTH = 64;

/** The first place where a text is too much to be parsed; undefined when it is not. Counts tokens and open brackets without building anything. */
export function findExcess(text: string): { offset: number; message: string } | undefined {
  let offset = 0;
  let tokens = 0;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    tokens++;
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth = Math.max(0, depth - 1);
    if (depth > MOST_FLOW_DEPTH) return { offset, message: `brackets are nested more than ${MOST_FLOW_DEPTH} deep` };
    if (tokens > MOST_TOKENS)
      return { offset, message: `the file has more than ${MOST_TOKENS} YAML tokens; move data into a file of its own` };
    if (!isMarker(token)) offset += token.length;
  }
  return undefined;
}

/** The lexer's one-character marks (document, flow error, scalar) take no room in the text. */
export function isMarker(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === '\u001f';
}
