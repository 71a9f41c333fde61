import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { renderResults } from '../../src/report/render-results.ts';
import { reportOf } from '../support/build-stored-runs.ts';
import { buildProduct, type Product } from './build-product.ts';
import { makeFolder } from './make-folder.ts';
import { runProcess, startProcess } from './start-process.ts';

let product: Product;
let folder: string;

before(async () => {
  product = await buildProduct();
});
after(async () => {
  await product?.remove();
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`view serves two runs until ${signal}, ends with 0 although a browser holds its connection, and leaves nothing open`, async (context) => {
    folder = await makeFolder(context, {});
    for (const [day, name] of ['a', 'b'].entries()) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'results.json'), renderResults(reportOf({ day, further: 0 })));
    }
    const started = startProcess(product.cli, ['view', 'a', 'b/results.json'], { cwd: folder });
    const [url] = await started.read(/http:\/\/127\.0\.0\.1:\d+\/[\w-]+\//);
    // `fetch` keeps the connection, as a browser does.
    const page = await fetch(url);
    assert.match(await page.text(), /<strong>2 runs<\/strong> side by side/);
    assert.match(await (await fetch(`${url}report-2.html`)).text(), /<title>Pass: Example<\/title>/);
    started.kill(signal);
    const { code, stderr } = await started.ended;
    assert.equal(code, 0);
    assert.equal(stderr, '');
    await assert.rejects(fetch(url));
  });
}

test('what cannot be viewed is explained, and the exit code is 2', async (context) => {
  folder = await makeFolder(context, { 'load-gate.yaml': 'target: http://127.0.0.1:1\n' });
  for (const names of [['load-gate.yaml'], ['nothing'], []]) {
    const { code, stdout, stderr } = await runProcess(product.cli, ['view', ...names], { cwd: folder });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.notEqual(stderr, '');
  }
});

test('baseline show --html draws the page where it is told, and under its usual name', async (context) => {
  folder = await makeFolder(context, {});
  for (const [flag, file] of [
    ['--html', 'load-gate-baseline.html'],
    ['--html=trend.html', 'trend.html'],
  ] as const) {
    const { code, stdout, stderr } = await runProcess(product.cli, ['baseline', 'show', '--baseline=file:runs', flag], { cwd: folder });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^No run is stored in /);
    assert.match(await readFile(join(folder, file), 'utf8'), /No run is stored here yet/);
  }
});
