/** The inputs of the action by name, trimmed; one that was not given is empty. */
export async function readInputs(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { getInput } = await import('@actions/core');
  return Object.freeze(Object.fromEntries(names.map((name) => [name, getInput(name)])));
}
