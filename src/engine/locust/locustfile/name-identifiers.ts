/**
 * What must not be the name of a class or function in the file: Python's own words, and what Locust's users have already (`dir(FastHttpUser)`), or a task
 * named `run` would take the place of what Locust runs.
 */
const KEYWORDS =
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield match case type self';
const LOCUST =
  'abstract client client_pool concurrency connection_timeout context default_headers environment fixed_count fullname greenlet group host id insecure json max_redirects max_retries max_wait min_wait network_timeout on_start on_stop pool_manager proxy_host proxy_port rest rest_ run ssl_context_factory start stop tasks wait wait_function wait_time weight think per_iteration per_pass flows name';
const FILE = 'PLAN VARS DATA json';

const LONGEST = 60;

/** The words that no name may be: those above, and every word of the runtime, which may name things as it likes. */
export function listTakenWords(runtime: string): ReadonlySet<string> {
  return new Set([...`${KEYWORDS} ${LOCUST} ${FILE}`.split(' '), ...(runtime.match(/[A-Za-z_]\w*/g) ?? [])]);
}

/** Gives out Python names that are valid, unique, and none of those that are taken. */
export class Identifiers {
  readonly #taken: Set<string>;

  constructor(taken: ReadonlySet<string>) {
    this.#taken = new Set(taken);
  }

  /** `api user` → `ApiUser`; where that is taken, `ApiUserProfile`. */
  nameClass(text: string): string {
    const name = wordsOf(text)
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    return this.#take(startWithLetter(name, 'User'), 'Profile');
  }

  /** `Browse projects` → `browse_projects`; where that is taken, `browse_projects_flow`. */
  nameFlow(text: string): string {
    return this.#take(startWithLetter(wordsOf(text).join('_').toLowerCase(), 'flow_').replace(/_+$/, ''), '_flow');
  }

  #take(wanted: string, suffix: string): string {
    const candidates = [wanted, wanted + suffix];
    for (let count = 2; candidates.every((name) => this.#taken.has(name)); count++) candidates.push(`${wanted}${suffix}${count}`);
    const name = candidates.find((candidate) => !this.#taken.has(candidate)) ?? wanted;
    this.#taken.add(name);
    return name;
  }
}

/** Its runs of ASCII letters and digits, accents taken off. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  )
    .join(' ')
    .slice(0, LONGEST)
    .trim()
    .split(' ');
}

function startWithLetter(name: string, before: string): string {
  return /^[A-Za-z]/.test(name) ? name : before + name;
}
