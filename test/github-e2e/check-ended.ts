import assert from 'node:assert/strict';
import type { StepEnded } from '../github-server/run-act.ts';
import type { Ended, World } from './open-world.ts';

/** The step of the gate has this verdict, and fails unless it is `pass`; in the job or leg whose name holds `leg`. */
export function checkVerdict(ended: Ended, verdict: string, leg = ''): StepEnded {
  const gate = ended.steps.find((step) => step.outputs.has('verdict') && step.job.includes(leg));
  assert.ok(gate, ended.text);
  assert.equal(gate.outputs.get('verdict'), verdict, gate.log);
  assert.equal(gate.result, verdict === 'pass' ? 'success' : 'failure', gate.log);
  return gate;
}

/** The run has failed, and the job has. */
export function checkFailed(ended: Ended, job: string): void {
  assert.deepEqual([ended.code, ended.jobs.get(job)], [1, 'failure'], ended.text);
}

/** There is an artifact of this name from the run, with the results and the summary in it. */
export async function checkReports({ github }: World, { artifacts, text }: Ended, name: string): Promise<void> {
  const reports = artifacts.find((artifact) => artifact.name === name);
  assert.ok(reports, `${name} is not among ${artifacts.map((artifact) => artifact.name).join(', ')}\n${text}`);
  const zip = Buffer.from((await github.readArtifact(reports)) ?? []);
  for (const file of ['results.json', 'summary.md', 'junit.xml']) assert.ok(zip.includes(file), `${file} is not in ${name}`);
}
