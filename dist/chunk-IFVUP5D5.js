import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/parse-csv.ts
function parseCsv(text) {
  const records = [];
  const end = text.length;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (at < end) {
    const startLine = line;
    const fields = [];
    for (let isLast = false; !isLast; ) {
      const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at);
      if (field === void 0)
        return {
          ok: false,
          line,
          error: text[at] === '"' ? "a quoted field is not closed, or text follows its closing quote" : "a quote stands inside an unquoted field"
        };
      fields.push(field.value);
      line += countBreaks(text, at, field.end);
      at = field.end;
      isLast = text[at] !== ",";
      if (!isLast) at++;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    line++;
    if (fields.length > 1 || fields[0] !== "") records.push({ line: startLine, fields });
  }
  return { ok: true, records };
}
function readPlain(text, start) {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") {
    if (text[end] === '"') return void 0;
    end++;
  }
  return { value: text.slice(start, end), end };
}
function readQuoted(text, start) {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    const next = text[quote + 1];
    if (next === '"') continue;
    const isEnd = next === void 0 || next === "," || next === "\n" || next === "\r";
    return isEnd ? { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 } : void 0;
  }
  return void 0;
}
function countBreaks(text, from, to) {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

export {
  parseCsv
};
