import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readMachineLimits } from '../../src/workspace/read-machine-limits.ts';

const HEAD = 'Limit                     Soft Limit           Hard Limit           Units     \n';
const files = (soft: string): string =>
  `${HEAD}Max open files            ${soft}                 1048576              files     \nMax processes  1 1 processes\n`;

function limitsOf(limits: string | undefined, ports: string | undefined): ReturnType<typeof readMachineLimits> {
  const folder = mkdtempSync(join(tmpdir(), 'load-gate-'));
  try {
    mkdirSync(join(folder, 'self'));
    mkdirSync(join(folder, 'sys/net/ipv4'), { recursive: true });
    if (limits !== undefined) writeFileSync(join(folder, 'self/limits'), limits);
    if (ports !== undefined) writeFileSync(join(folder, 'sys/net/ipv4/ip_local_port_range'), ports);
    return readMachineLimits(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the limits of a machine', () => {
  const rows: readonly {
    readonly name: string;
    readonly limits?: string;
    readonly ports?: string;
    readonly expected: ReturnType<typeof readMachineLimits>;
  }[] = [
    {
      name: 'are the soft limit of files and the number of ports',
      limits: files('4096'),
      ports: '32768\t60999\n',
      expected: { openFiles: 4_096, ports: 28_232 },
    },
    { name: 'are unknown where there is none', limits: files('unlimited'), expected: { openFiles: undefined, ports: undefined } },
    { name: 'are unknown where the files are missing', expected: { openFiles: undefined, ports: undefined } },
    {
      name: 'are unknown where the files say something else',
      limits: 'no',
      ports: '60999 1024',
      expected: { openFiles: undefined, ports: undefined },
    },
  ];
  for (const { name, limits, ports, expected } of rows) it(name, () => assert.deepEqual(limitsOf(limits, ports), expected));
  it('are at least one where this machine tells them', () => {
    const { openFiles, ports } = readMachineLimits();
    assert.ok((openFiles ?? 1) >= 1 && (ports ?? 1) >= 1);
  });
});
