import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArgv } from '../../../src/options/parse-argv.ts';

test('an import knows its tool, its files and its SLA; in CI stored runs are looked for in the branch, as those of a run are', () => {
  const parsed = parseArgv(['import', 'hlog', 'a.hlog', 'b.hlog', '--sla', 'x.yaml', '--unit', 'us', '--target', 'https://a.test'], {
    CI: 'true',
  });
  assert.ok(parsed.ok && parsed.value.command === 'import', JSON.stringify(parsed));
  const { tool, files, sla, unit, target, baseline, mode, out, failOn } = parsed.value;
  assert.deepEqual([tool, files, sla, unit, target], ['hlog', ['a.hlog', 'b.hlog'], 'x.yaml', 'us', 'https://a.test']);
  assert.deepEqual(
    [baseline, mode, out, failOn],
    [{ kind: 'implied', branch: 'load-gate-baselines' }, 'gate', 'load-gate-report/', ['breach', 'regression', 'inconclusive']],
  );
});

const WRONG: readonly (readonly [argv: string, says: readonly RegExp[]])[] = [
  ['import', [/import is not a command alone; expected locust, k6 or hlog/]],
  ['import jmeter a.jtl --sla x.yaml', [/import has no command "jmeter"/]],
  ['import k6', [/needs what is promised: --sla FILE/, /needs what was measured: load-gate import k6 k6\.json/]],
  ['import k6 a.json', [/needs what is promised/]],
  ['import k6 a.json --sla x.yaml --unit us', [/--unit does not go with import k6/]],
  ['import hlog a.hlog --sla x.yaml --unit s', [/ns, us, ms|one of/]],
  ['import k6 a.json --sla x.yaml --baseline url:https://a.test', [/names a target to measure, and import measures nothing/]],
  ['import k6 a.json --sla x.yaml --update-baseline', [/needs to know where the stored runs are: --baseline file:DIR/]],
  ['import k6 a.json --sla x.yaml --fail-on no-baseline', [/no-baseline goes with a baseline only: --baseline file:DIR/]],
];

for (const [argv, says] of WRONG) {
  test(`load-gate ${argv} is told what is wrong`, () => {
    const parsed = parseArgv(argv.split(' '));
    assert.ok(!parsed.ok);
    assert.equal(parsed.issues.length, says.length, JSON.stringify(parsed.issues));
    for (const [place, expected] of says.entries()) assert.match(parsed.issues[place]?.message ?? '', expected);
  });
}
