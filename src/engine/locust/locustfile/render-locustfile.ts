import { createHash } from 'node:crypto';
import type { Scenario } from '../../../config/scenario.ts';
import type { Plan } from '../../../plan/plan.ts';
import { VERSION } from '../../../version.ts';
import { isTargetSecret, listSecrets } from './list-secrets.ts';
import { Identifiers, listTakenWords } from './name-identifiers.ts';
import { escapeText, layOut, prefix } from './render-python.ts';
import { DATA_VARIABLE, hashSecretData, listSecretTables, renderSecretData, type SecretTable } from './render-secret-data.ts';
import { isJsonRead, renderData, renderPlanTable, renderVariables } from './render-tables.ts';
import { renderUser } from './render-user.ts';
import { selectProfiles } from './select-profiles.ts';

export interface LocustfileInput {
  readonly scenario: Scenario;
  /** A plan of this scenario that `checkLocust` has nothing against. */
  readonly plan: Plan;
  /** What follows the scenario in the file, the same for all: Python. */
  readonly runtime: string;
}

/** The locustfile of a plan, and what it needs that may not stand in it. */
export interface Locustfile {
  readonly text: string;
  /** SHA-256 over the file with an empty hash in it, in hex: names the plan, the scenario and the runtime; who has another makes another burst. */
  readonly hash: string;
  /** Variables of the environment that it reads. */
  readonly secrets: readonly string[];
  /** The target, where it is a secret; undefined: it stands in the file. */
  readonly host: string | undefined;
  /** What the file that LOAD_GATE_DATA names must hold, to the byte; undefined: none of its rows is a secret. Never shown. */
  readonly data: string | undefined;
}

/** What must not stand in the file and is named there. */
interface Withheld {
  /** Environment variables. */
  readonly secrets: readonly string[];
  readonly tables: readonly SecretTable[];
  /** Of their rows. */
  readonly dataHash: string | undefined;
}

const BORDER = '# ' + '-'.repeat(100);
const DATA_COMMENT = `# Rows with secrets are not here: they are read from the file that ${DATA_VARIABLE} names.\n`;

/** Scenario and plan → one locustfile that stands on its own. The same input gives the same file on every machine. */
export function renderLocustfile(input: LocustfileInput): Locustfile {
  const { scenario, plan } = input;
  const secrets = listSecrets(scenario, selectProfiles(scenario, plan));
  const tables = listSecretTables(scenario, plan);
  const data = renderSecretData(tables);
  const withheld = { secrets, tables, dataHash: data === undefined ? undefined : hashSecretData(data) };
  const hash = createHash('sha256')
    .update(render(input, withheld, ''))
    .digest('hex');
  const host = isTargetSecret(plan) ? plan.target : undefined;
  return { text: render(input, withheld, hash), hash, secrets, host, data };
}

function render({ scenario, plan, runtime }: LocustfileInput, withheld: Withheld, hash: string): string {
  const { secrets, tables, dataHash } = withheld;
  const profiles = selectProfiles(scenario, plan);
  const taken = listTakenWords(runtime);
  const names = new Identifiers(taken);
  const classes = profiles.map((profile) => {
    const name = names.nameClass(profile.user.name);
    return { name, text: renderUser(profile, name, { plan, defaults: scenario.http, taken }) };
  });
  const blocks = [
    `"""\n${describeFile(scenario, plan, withheld)}"""\n`,
    ...(isJsonRead(plan, tables) ? ['import json\n'] : []),
    `${layOut(prefix('PLAN = ', renderPlanTable({ scenario, plan, secrets, dataHash }, hash)))}\n`,
    `# Drawn when first read, anew for each iteration.\n${layOut(prefix('VARS = ', renderVariables(plan)))}\n`,
    `${tables.length > 0 ? DATA_COMMENT : ''}${layOut(prefix('DATA = ', renderData(plan, tables)))}\n`,
  ];
  return [
    blocks.join('\n'),
    ...classes.map(({ text }) => `\n\n${text}`),
    `\n\n${BORDER}\n# The scenario ends here. What follows is the same in every file: how load-gate makes load and measures with Locust.\n${BORDER}\n\n`,
    `${runtime.trim()}\n\n\n`,
    ...classes.map(({ name }) => `${name} = gate_user(${name})\n`),
  ].join('');
}

/** The docstring; what comes from the scenario is escaped. */
function describeFile(scenario: Scenario, plan: Plan, { secrets, tables }: Withheld): string {
  const show = (text: string): string => escapeText(text, '"');
  const profile = plan.profile === undefined ? '' : `, profile ${show(plan.profile)}`;
  // Without its folder: the file is the same wherever the scenario is seen from.
  const file = plan.file.replace(/^.*[/\\]/s, '');
  const needed = [...secrets, ...(isTargetSecret(plan) ? ['LOCUST_HOST'] : []), ...(tables.length > 0 ? [DATA_VARIABLE] : [])];
  return [
    `${show(plan.name)}, for Locust: made by load-gate ${VERSION} from ${show(file)}${profile}. It stands on its own.\n`,
    '',
    '    locust -f FILE --headless                               # alone',
    '    locust -f FILE --headless --processes 4                 # on four cores',
    '    locust -f FILE --headless --master --expect-workers 8   # a master, and on other machines workers:',
    '    locust -f FILE --worker --master-host MASTER',
    '    docker run --rm -v "$PWD:/load" locustio/locust -f /load/FILE --worker --master-host MASTER',
    '',
    'The plan below says how many users there are and when: -u, -r and -t have no say. load-gate run --engine locust',
    'drives the same file and judges what comes of it.',
    ...(needed.length === 0 ? [] : ['', `The environment must hold ${needed.join(', ')}.`]),
    ...(tables.length === 0
      ? []
      : [
          '',
          `${DATA_VARIABLE} names a JSON file with the rows of ${tables.map(({ table }) => show(table.name)).join(', ')}, which hold secrets:`,
          'load-gate export locust SCENARIO --data FILE writes it.',
        ]),
    ...(scenario.before.length === 0 ? [] : ['', 'The steps of `before` are not in it: load-gate makes them, once, before any load.']),
    '',
  ]
    .map((line, index) => (index === 0 ? line.trimEnd() : line))
    .join('\n');
}
