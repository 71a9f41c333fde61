import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInChild } from './run-in-child.ts';

function publish(overrides: Record<string, unknown>): string {
  const annotation = { level: 'error', file: 'load/a.sla.yaml', line: 7, title: 'GET /a p95', message: 'is 300 ms', ...overrides };
  const { stdout, status } = runInChild('publish-annotations.ts', 'publishAnnotations', { args: [[annotation]] });
  assert.equal(status, 0);
  return stdout;
}

const ROWS: readonly (readonly [what: string, overrides: Record<string, unknown>, expected: string])[] = [
  ['an error', {}, '::error title=GET /a p95,file=load/a.sla.yaml,line=7::is 300 ms\n'],
  ['a warning', { level: 'warning' }, '::warning title=GET /a p95,file=load/a.sla.yaml,line=7::is 300 ms\n'],
  ['a notice', { level: 'notice' }, '::notice title=GET /a p95,file=load/a.sla.yaml,line=7::is 300 ms\n'],
  [
    'a message of two lines stays one command',
    { message: 'a\n::set-output name=verdict::pass' },
    '::error title=GET /a p95,file=load/a.sla.yaml,line=7::a%0A::set-output name=verdict::pass\n',
  ],
  [
    'a carriage return ends nothing',
    { message: 'a\r::add-mask::b' },
    '::error title=GET /a p95,file=load/a.sla.yaml,line=7::a%0D::add-mask::b\n',
  ],
  ['an escaped line break stays escaped', { message: '100%0A' }, '::error title=GET /a p95,file=load/a.sla.yaml,line=7::100%250A\n'],
  [
    'a title cannot add a property or end the command',
    { title: 'a,file=x::b\n::stop-commands::c' },
    '::error title=a%2Cfile=x%3A%3Ab %3A%3Astop-commands%3A%3Ac,file=load/a.sla.yaml,line=7::is 300 ms\n',
  ],
  ['a file name cannot either', { file: 'a,line=1::b' }, '::error title=GET /a p95,file=a%2Cline=1%3A%3Ab,line=7::is 300 ms\n'],
  [
    'colours and bidirectional overrides are dropped',
    { message: '\u001b[31mred\u202e\u0000' },
    '::error title=GET /a p95,file=load/a.sla.yaml,line=7::[31mred\n',
  ],
];

for (const [what, overrides, expected] of ROWS) {
  test(what, () => assert.equal(publish(overrides), expected));
}

test('a long message is cut', () => {
  assert.ok(publish({ message: 'x'.repeat(100_000) }).length < 5_000);
});
