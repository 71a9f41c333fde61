import { GateError, messageOf } from '../gate-error.ts';

/** Sets the outputs of the action. One that cannot be set is an error: a later step would read an empty verdict as none. */
export async function publishOutputs(outputs: Readonly<Record<string, string>>): Promise<void> {
  const { setOutput } = await import('@actions/core');
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  } catch (thrown) {
    throw new GateError('LOAD_GATE_OUTPUT_UNWRITABLE', `the outputs of the action could not be set: ${messageOf(thrown)}`, {
      cause: thrown,
    });
  }
}
