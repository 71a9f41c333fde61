import assert from 'node:assert/strict';

/** A page of metrics in Prometheus's text format. */
export interface Page {
  /** Name → what `# TYPE` says. */
  readonly types: ReadonlyMap<string, string>;
  /** A line up to its value → the value. */
  readonly samples: ReadonlyMap<string, number>;
}

const LABELS = String.raw`\{(?:[a-z_][a-z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)*\}`;
const SAMPLE = new RegExp(String.raw`^([a-z_:][a-z0-9_:]*)(${LABELS})? (\S+)$`);

/** Reads a page strictly: each family has its help and type once and before its lines, no line comes twice, histograms add up. */
export function readPage(text: string): Page {
  assert.ok(text.endsWith('\n'), 'the last line ends');
  const types = new Map<string, string>();
  const samples = new Map<string, number>();
  let help = '';
  let family = '';
  for (const line of text.trimEnd().split('\n')) {
    const [hash, word, name = '', ...rest] = line.split(' ');
    if (hash === '#' && word === 'HELP') {
      assert.ok(!types.has(name) && rest.length > 0, line);
      help = name;
    } else if (hash === '#') {
      assert.ok(word === 'TYPE' && name === help && ['gauge', 'counter', 'histogram'].includes(rest.join(' ')), line);
      types.set(name, rest.join(' '));
      family = name;
    } else {
      const [, sampled = '', labels = '', value = ''] = SAMPLE.exec(line) ?? assert.fail(line);
      const plain = types.get(family) === 'histogram' ? sampled.replace(/_(bucket|sum|count)$/, '') : sampled;
      assert.equal(plain, family, line);
      assert.ok(!samples.has(sampled + labels) && Number.isFinite(Number(value)), line);
      samples.set(sampled + labels, Number(value));
    }
  }
  checkHistograms({ types, samples });
  return { types, samples };
}

function checkHistograms({ types, samples }: Page): void {
  const last = new Map<string, number>();
  for (const [line, value] of samples) {
    const [, name = '', labels = '', bound = ''] = /^(.*)_bucket\{(.*?),?le="(.*)"\}$/.exec(line) ?? [];
    if (types.get(name) !== 'histogram') continue;
    const key = `${name} ${labels}`;
    assert.ok(value >= (last.get(key) ?? 0), line);
    last.set(key, value);
    if (bound === '+Inf') assert.equal(samples.get(`${name}_count${labels === '' ? '' : `{${labels}}`}`), value, line);
  }
}
