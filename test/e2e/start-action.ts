import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProcess, type Ended, type Started } from './start-process.ts';

/** What the action told the runner besides its log. */
export interface ActionEnded extends Ended {
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  /** Workflow commands of the log, as the runner reads them. */
  readonly commands: readonly string[];
}

/** As the runner starts it: inputs with their defaults from action.yml, files for outputs and summary beside the workspace. */
export async function startAction(
  entry: string,
  options: {
    readonly workspace: string;
    /** A folder outside of the workspace. */
    readonly runner: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<Omit<Started, 'ended'> & { readonly ended: Promise<ActionEnded> }> {
  const [output, summary] = [join(options.runner, 'output'), join(options.runner, 'summary')];
  await Promise.all([writeFile(output, ''), writeFile(summary, '')]);
  const inputs = Object.entries({ 'fail-on': 'breach,regression,inconclusive', 'working-directory': '.', ...options.inputs });
  const started = startProcess(entry, [], {
    cwd: options.workspace,
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: options.workspace,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])),
      ...options.env,
    },
  });
  const ended = started.ended.then(async (end) => ({
    ...end,
    outputs: parseOutputs(await readFile(output, 'utf8')),
    summary: await readFile(summary, 'utf8'),
    commands: end.stdout.split(/\r?\n/).filter((line) => /^\s*::|##\[/.test(line)),
  }));
  return { ...started, ended };
}

/** `name<<delimiter`, lines, `delimiter`: the format of GITHUB_OUTPUT. */
function parseOutputs(text: string): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const [, name, delimiter] = /^([\w-]+)<<(\S+)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    outputs.set(name, lines.slice(index + 1, end).join('\n'));
    index = end;
  }
  return outputs;
}
