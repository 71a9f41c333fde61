import { cpus, totalmem } from 'node:os';
import type { Environment } from '../metrics/run-summary.ts';

/** The machine that made the load, for people who compare runs. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const processors = cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpuModel: processors[0]?.model.trim() || 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
    runnerImage: env['ImageOS'] === undefined ? undefined : `${env['ImageOS']} ${env['ImageVersion'] ?? ''}`.trim(),
  };
}
