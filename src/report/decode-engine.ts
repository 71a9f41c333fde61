import { EMBEDDED_ENGINE, FACETS, type EngineInfo, type Missing } from '../metrics/engine-info.ts';
import { both, count, DecodeProblem, list, maybe, object, tagged, text, word, type Decoder } from './decode-json.ts';

/** Longer than any version or sentence of ours: nobody speaks through it. */
const MOST_CHARACTERS = 500;

const short: Decoder<string> = (value, path) => {
  const found = text(value, path);
  if (found.length > MOST_CHARACTERS) throw new DecodeProblem(`${path} must have at most ${MOST_CHARACTERS} characters`);
  return found;
};

const missing = object<Missing>({ facets: list(word(...FACETS)), sentence: short });

type Kind<Name extends EngineInfo['kind']> = Extract<EngineInfo, { kind: Name }>;

const known: Decoder<EngineInfo> = tagged<EngineInfo>('kind', {
  embedded: object<Kind<'embedded'>>({ kind: word('embedded') }),
  locust: object<Kind<'locust'>>({ kind: word('locust'), version: short, python: short }),
  import: both(
    object<Omit<Kind<'import'>, 'failedChecks'>>({
      kind: word('import'),
      tool: word('locust', 'k6', 'hlog'),
      format: short,
      missing: list(missing),
    }),
    maybe('failedChecks', count),
  ),
});

/** `run.engine` of results.json. Absent: the embedded engine. */
export const decodeEngine: Decoder<EngineInfo> = (value, path) => (value === undefined ? EMBEDDED_ENGINE : known(value, path));
