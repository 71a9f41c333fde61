import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { findTool } from '../../../.ci/install-tools.ts';
import { listSystems } from '../../../src/demo/systems/find-system.ts';
import { sendRequest } from '../send-request.ts';
import { withServer } from '../with-server.ts';

function lint(text: string): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(findTool('prometheus'), ['check', 'metrics'], { input: text, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

for (const { name, dials } of listSystems()) {
  test(`promtool finds nothing in the metrics of ${name}, before and after its first requests`, async () => {
    await withServer(dials, async ({ url }) => {
      for (const { method, path } of dials.routes) {
        const page = await sendRequest(`${url}/metrics`);
        assert.ok('body' in page);
        assert.deepEqual(lint(page.body.toString()), { status: 0, said: '' }, path);
        await sendRequest(`${url}${path}`, { method });
      }
    });
  });
}
