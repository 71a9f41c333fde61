/** Rows below a header as Python's csv.writer writes them: CRLF at each line's end, quotes only where RFC 4180 needs them. */
export function formatCsv(columns: string, rows: readonly (readonly string[])[]): string {
  return [columns, ...rows.map((row) => row.map(quote).join(','))].map((line) => `${line}\r\n`).join('');
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
