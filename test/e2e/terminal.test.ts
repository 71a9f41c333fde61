import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { measureWidth } from '../../src/terminal/measure-width.ts';
import { buildProduct, type Product } from './build-product.ts';
import { HOLDING, longScenario, makeFolder, shortScenario } from './make-folder.ts';
import { startTarget, type Target } from './start-target.ts';

/** util-linux's `script` gives a process a pseudo terminal. */
const SCRIPT = ['/usr/bin/script', '/bin/script'].find((path) => existsSync(path));
const skip = SCRIPT === undefined || process.platform !== 'linux' ? 'there is no script(1) of util-linux here' : false;

let product: Product;
let target: Target;

before(async () => {
  target = await startTarget();
  product = await buildProduct();
});
after(async () => {
  await target?.stop();
  await product?.remove();
});

interface Shown {
  readonly code: number | null;
  readonly text: string;
}

/** Runs the command line on a terminal of so many columns; `interrupt` resolves when the user presses Ctrl-C. */
async function runOnTerminal(folder: string, columns: number, interrupt?: Promise<void>): Promise<Shown> {
  const command = `stty cols ${columns} rows 24; exec "${process.execPath}" "${product.cli}" run`;
  const child = spawn(SCRIPT ?? '', ['-qefc', command, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  void interrupt?.then(() => child.stdin.write('\u0003'));
  await once(child, 'close');
  return { code: child.exitCode, text };
}

// oxlint-disable-next-line no-control-regex
const MOVES = /\u001b\[[0-9;]*[A-Za-z]/g;

/** The text without what moves the cursor, erases and paints. */
function plain(text: string): string[] {
  const lines = text.replace(MOVES, '').split(/\r?\n/);
  return lines.map((line) => line.replaceAll('\r', ''));
}

for (const columns of [60, 80, 140]) {
  test(
    `on a terminal of ${columns} columns the table repaints in place, no line is wider, and the report stays`,
    { skip },
    async (context) => {
      const steps =
        '  - get: /ok\n  - { get: /ok, name: an endpoint with a name that is longer than what a narrow terminal has room for }\n';
      const scenario = shortScenario(target.url, steps).replace('duration: 1s', 'duration: 3s');
      const folder = await makeFolder(context, { 'load-gate.yaml': scenario, 'load-gate.sla.yaml': HOLDING });
      const { code, text } = await runOnTerminal(folder, columns);
      assert.equal(code, 0, text);
      // oxlint-disable-next-line no-control-regex
      assert.ok((text.match(/\u001b\[\d+A/g) ?? []).length >= 2, 'it went up to paint over itself');
      const lines = plain(text);
      assert.ok(
        lines.some((line) => /\d \(\d+\.\d %\) \| .*failed 0/.test(line)),
        'progress',
      );
      assert.deepEqual(
        // Notes of what happens are lines of a log: the terminal may wrap them.
        lines.filter((line) => measureWidth(line) > columns && !line.includes(' → ')),
        [],
      );
      assert.match(text.slice(text.lastIndexOf('\u001b[J')), /PASS/);
    },
  );
}

test('Ctrl-C on the terminal ends the burst and shows what there is', { skip }, async (context) => {
  const folder = await makeFolder(context, { 'load-gate.yaml': longScenario(target.url), 'load-gate.sla.yaml': HOLDING });
  const { code, text } = await runOnTerminal(folder, 80, target.received(target.count() + 60));
  assert.equal(code, 3, text);
  assert.match(text, /INCONCLUSIVE/);
  assert.match(text, /cut short: interrupted \(SIGINT\)/);
});
