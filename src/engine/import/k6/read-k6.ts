import { ImportProblem } from '../import-problem.ts';
import type { Imported } from '../imported.ts';
import { readLines, readWhole } from '../read-lines.ts';
import type { NamedFile } from '../named-file.ts';
import { PointCollector } from './collect-points.ts';
import { isOpenRecord, parseCsvHeader, parseCsvRow, type CsvColumns } from './parse-csv-rows.ts';
import { parseJsonLine, type ParsedPoint } from './parse-json-line.ts';
import { parseK6Summary } from './parse-k6-summary.ts';

type Kind = 'json' | 'csv' | 'summary';

const FORMATS = { json: "k6's JSON output", csv: "k6's CSV output" } as const;

/** What k6 has written: lines of `--out json=` or `--out csv=`, of one or more machines, or one summary. Throws ImportProblem. */
export async function readK6(files: readonly NamedFile[]): Promise<Imported> {
  const kinds = await Promise.all(files.map(async (file) => ({ file, kind: await sniff(file) })));
  const [first] = kinds;
  if (!first) throw new Error('there is no file to read');
  const odd = kinds.find(({ kind }) => kind !== first.kind);
  if (odd)
    throw new ImportProblem(
      { file: odd.file.name, line: 1 },
      `this is not of the format of ${first.file.name}`,
      'name files of one format',
    );
  if (first.kind === 'summary') {
    if (kinds[1])
      throw new ImportProblem(
        { file: kinds[1].file.name, line: 1 },
        'percentiles of several summaries cannot be put together',
        'import the lines of --out json= of each',
      );
    return parseK6Summary(await readWhole(first.file.path, first.file.name), first.file);
  }
  const collector = new PointCollector();
  const state = { hasFractions: false };
  for (const { file } of kinds) await (first.kind === 'csv' ? readRows(file, collector, state) : readJson(file, collector));
  const summary = collector.summarize(FORMATS[first.kind], first.kind === 'csv' && !state.hasFractions ? 1_000 : 1);
  if (typeof summary === 'string') throw new ImportProblem({ file: first.file.name, line: 1 }, summary);
  return summary;
}

/** By its first line. */
async function sniff({ path, name }: NamedFile): Promise<Kind> {
  for await (const { lines } of readLines(path, name, true)) {
    const [line = ''] = lines;
    if (parseCsvHeader(line)) return 'csv';
    if (/^\{.*"type":\s?"(?:Metric|Point)".*\}\r?$/.test(line)) return 'json';
    if (/^\s*\{/.test(line)) return 'summary';
    break;
  }
  throw new ImportProblem(
    { file: name, line: 1 },
    'this is nothing that k6 writes',
    'expected are the files of --out json=FILE or --out csv=FILE, or of --summary-export=FILE',
  );
}

async function readJson({ path, name }: NamedFile, collector: PointCollector): Promise<void> {
  const defined = new Set<string>();
  for await (const { firstLine, lines } of readLines(path, name)) {
    for (const [place, line] of lines.entries()) {
      if (line !== '') take(parseJsonLine(line), { collector, defined, at: { file: name, line: firstLine + place } });
    }
  }
}

const MOST_LINES = 1_000;

async function readRows({ path, name }: NamedFile, collector: PointCollector, state: { hasFractions: boolean }): Promise<void> {
  const defined = new Set(['metric_name']);
  let columns: CsvColumns | undefined;
  let open = '';
  let begun = 1;
  for await (const { firstLine, lines } of readLines(path, name)) {
    for (const [place, line] of lines.entries()) {
      const at = { file: name, line: firstLine + place };
      if (open === '') begun = at.line;
      const text = open === '' ? line : `${open}\n${line}`;
      open = isOpenRecord(text) ? text : '';
      if (open !== '') {
        if (at.line - begun > MOST_LINES) throw new ImportProblem({ file: name, line: begun }, 'a quoted field is not closed');
        continue;
      }
      if (columns === undefined) {
        columns = parseCsvHeader(text);
        if (!columns) throw new ImportProblem(at, "this is no header of k6's CSV output");
        continue;
      }
      if (text === '' || text === '\r') continue;
      const parsed = parseCsvRow(text, columns);
      take(parsed, { collector, defined, at: { file: name, line: begun } });
      state.hasFractions ||= parsed.kind === 'point' && parsed.point.timeMs % 1_000 !== 0;
    }
  }
  if (open !== '') throw new ImportProblem({ file: name, line: begun }, 'a quoted field is not closed: the file was cut off');
}

interface Place {
  readonly collector: PointCollector;
  /** What has been defined in this file so far. */
  readonly defined: Set<string>;
  readonly at: { readonly file: string; readonly line: number };
}

function take(parsed: ParsedPoint, { collector, defined, at }: Place): void {
  switch (parsed.kind) {
    case 'wrong':
      throw new ImportProblem(at, parsed.why);
    case 'definition':
      // Closed: k6 defines everything once in a file. Of one that was put together nobody could tell a test that is in it twice.
      if (defined.has(parsed.metric))
        throw new ImportProblem(
          at,
          `${parsed.metric} is defined here once more: this file was put together of several`,
          'name each of them by itself',
        );
      defined.add(parsed.metric);
      return;
    case 'point': {
      const problem = collector.add(parsed.point);
      if (problem !== undefined) throw new ImportProblem(at, problem);
      return;
    }
    case 'other':
  }
}
