import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Issue } from '../../src/config/issue.ts';
import { paintPlain } from '../../src/terminal/paint.ts';
import { renderIssues } from '../../src/terminal/render-issues.ts';
import { RunLog } from '../../src/terminal/run-log.ts';

const issue = (file: string, line: number, message: string, rest: Partial<Issue> = {}): Issue => ({
  file,
  line,
  column: 3,
  code: 'x',
  severity: 'error',
  message,
  ...rest,
});

test('Issues stand as compilers print them: by file, by line, with what was meant, and counted.', () => {
  const text = renderIssues(
    [
      issue('b.sla.yaml', 112, '"p59" is not a known key', { suggestion: 'p95' }),
      issue('a.yaml', 4, 'GET ignores a body', { severity: 'warning' }),
      issue('b.sla.yaml', 7, 'no endpoint of this name', { suggestion: 'GET /health' }),
      issue('b.sla.yaml', 9, '"x" is not a known key', { suggestion: 'one of p50, p95' }),
    ],
    paintPlain,
  );
  assert.equal(
    text,
    [
      'b.sla.yaml:7:3    error    no endpoint of this name',
      '                           did you mean GET /health?',
      'b.sla.yaml:9:3    error    "x" is not a known key',
      '                           one of p50, p95',
      'b.sla.yaml:112:3  error    "p59" is not a known key',
      '                           did you mean p95?',
      '',
      'a.yaml:4:3  warning  GET ignores a body',
      '',
      '3 errors, 1 warning',
      '',
    ].join('\n'),
  );
});

test('One error is counted in the singular, and no issue is no text.', () => {
  assert.match(renderIssues([issue('a', 1, 'm')], paintPlain), /\n1 error\n$/);
  assert.equal(renderIssues([], paintPlain), '');
});

test('Text of a file cannot write escapes or lines of its own.', () => {
  const text = renderIssues([issue('a\u001b[2J', 1, 'x\n::error::y\u0007', { suggestion: '\u001b]0;t\u0007z' })], paintPlain);
  assert.equal(text, 'a:1:3  error    x ::error::y\n                did you mean z?\n\n1 error\n');
});

test('run.log has each line with its time and without colour.', () => {
  const log = new RunLog();
  log.add(0, 'begins');
  log.add(12_345.6, '\u001b[31mBREACH\u001b[0m\n\n  two');
  assert.equal(log.text(), '    0.000  begins\n   12.346  BREACH\n   12.346\n   12.346    two\n');
  assert.equal(new RunLog().text(), '');
});

test('run.log is bounded and says how much it did not keep.', () => {
  const log = new RunLog();
  for (let line = 0; line < 50_003; line++) log.add(line, 'x');
  assert.match(log.text(), /… 3 more lines were not kept\n$/);
});

test('a flag, an input and the command line have no line and column, a file has', () => {
  const wrong = { line: 1, column: 1, code: 'value', severity: 'error', message: 'is wrong' } as const;
  const lines = (file: string): string => renderIssues([{ ...wrong, file }], paintPlain).split('\n')[0] ?? '';
  assert.deepEqual(['--seed', 'input seed', 'command line', 'a.yaml'].map(lines), [
    '--seed  error    is wrong',
    'input seed  error    is wrong',
    'command line  error    is wrong',
    'a.yaml:1:1  error    is wrong',
  ]);
});
