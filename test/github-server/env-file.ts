/** One `NAME=value` a line, for `act --env-file` and for shells. A value that either could read differently stands in single quotes. */
export function renderEnvFile(env: Readonly<Record<string, string>>): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${quote(value)}\n`)
    .join('');
}

function quote(value: string): string {
  if (/^[\w./:@=+-]*$/.test(value)) return value;
  if (/['\n\r]/.test(value)) throw new Error(`an environment file cannot hold ${JSON.stringify(value)}`);
  return `'${value}'`;
}
