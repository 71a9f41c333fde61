import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Acceptance, BaselineStore, SetAsideKind } from '../../src/baseline/baseline-store.ts';
import { buildRunFile } from '../../src/baseline/build-files.ts';
import { nameRun } from '../../src/baseline/name-files.ts';
import { editedRun, KEY, originOf, reportOf, runOf } from '../baseline/build-run.ts';
import { artifactPlace, branchPlace, filePlace, type TestPlace } from '../baseline/places.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const ACCEPTANCE: Acceptance = { by: 'somebody', at: '2026-03-20T08:00:00Z', why: 'the new index is worth it' };
const DAY_1 = '20260302T120000000Z';

interface Hostile {
  readonly name: string;
  readonly kind: SetAsideKind;
  readonly reason: RegExp;
  readonly file: { readonly name: string; readonly content: Uint8Array };
}

const under = (name: string, text: string): Hostile['file'] => ({ name, content: bytesOf(text) });
/** The content decides nothing here, so the name may promise any. */
const named = (text: string): Hostile['file'] => under(`${DAY_1}-00000000.json`, text);
const good = runOf(1);

const HOSTILE: readonly Hostile[] = [
  { name: 'a file cut in half', kind: 'truncated', reason: /cut off/, file: named(good.text.slice(0, good.text.length / 2)) },
  { name: 'an empty file', kind: 'truncated', reason: /empty/, file: named('') },
  {
    name: 'a file of a later format',
    kind: 'newer',
    reason: /baseline_version 2.*update load-gate/,
    file: editedRun(1, (text) => text.replace('"baseline_version":1', '"baseline_version":2')),
  },
  {
    name: 'results of a later format',
    kind: 'newer',
    reason: /schema_version 2.*update load-gate/,
    file: editedRun(1, (text) => text.replace('"schema_version":1', '"schema_version":2')),
  },
  { name: 'a file of more than 10 MB', kind: 'oversized', reason: /10 MB/, file: named(good.text + ' '.repeat(10_000_000)) },
  { name: 'a NUL character', kind: 'hostile', reason: /NUL/, file: named(good.text.replace('main', 'ma\0in')) },
  {
    name: 'bytes that are no text',
    kind: 'not-text',
    reason: /UTF-8/,
    file: { name: `${DAY_1}-00000000.json`, content: Uint8Array.of(0x7b, 0xff, 0xfe) },
  },
  { name: 'brackets without end', kind: 'hostile', reason: /64 levels/, file: named('['.repeat(1_000_000)) },
  { name: 'null', kind: 'invalid', reason: /must be an object/, file: named('null') },
  { name: 'a list', kind: 'invalid', reason: /must be an object/, file: named('[]') },
  { name: 'an object without anything', kind: 'invalid', reason: /lacks "/, file: named('{}') },
  {
    name: '__proto__ at the top',
    kind: 'invalid',
    reason: /unknown key "__proto__"/,
    file: editedRun(1, (text) => text.replace('{', '{"__proto__":{"accepted":true},')),
  },
  {
    name: '__proto__ in the results',
    kind: 'invalid',
    reason: /__proto__/,
    file: editedRun(1, (text) => text.replace('"run":{', '"run":{"__proto__":{"seed":1},')),
  },
  {
    name: 'a control character in the branch',
    kind: 'invalid',
    reason: /branch must be one line/,
    file: editedRun(1, (text) => text.replace('"branch":"main"', '"branch":"ma\\u001b[2Jin"')),
  },
  {
    name: 'a version as text',
    kind: 'invalid',
    reason: /baseline_version must be 1/,
    file: editedRun(1, (text) => text.replace('"baseline_version":1', '"baseline_version":"1"')),
  },
  {
    name: 'another commit than the name promises',
    kind: 'altered',
    reason: /changed/,
    file: under(`${good.id}.json`, good.text.replace(/"commit":"0/, '"commit":"1')),
  },
  {
    name: 'another time than the name promises',
    kind: 'altered',
    reason: /changed/,
    file: under(`20991231T000000000Z-${good.id.slice(-8)}.json`, good.text),
  },
  {
    name: 'a run of another key',
    kind: 'other-key',
    reason: /belongs to the key "another"/,
    file: under(`${runOf(1, { key: 'another' }).id}.json`, runOf(1, { key: 'another' }).text),
  },
  {
    name: 'a regression that calls itself accepted',
    kind: 'invalid',
    reason: /regression cannot be stored as accepted/,
    file: editedRun(1, (text) =>
      text.replace('"judged":"pass"', '"judged":"regression"').replace('"state":"pass"', '"state":"regression"'),
    ),
  },
  {
    name: 'a verdict that the results contradict',
    kind: 'invalid',
    reason: /judged is breach, and the results say pass/,
    file: editedRun(1, (text) => text.replace('"judged":"pass"', '"judged":"breach"')),
  },
  {
    name: 'a fingerprint that the results contradict',
    kind: 'invalid',
    reason: /differ in the scenario/,
    file: editedRun(1, (text) => text.replace(/"fingerprint":\{"scenario":"[^"]*"/, '"fingerprint":{"scenario":"other"')),
  },
  {
    name: 'an acceptance under the name of a run',
    kind: 'invalid',
    reason: /holds an acceptance/,
    file: named(JSON.stringify({ baseline_version: 1, accepts: good.id, ...ACCEPTANCE })),
  },
  { name: 'a file that is not ours', kind: 'foreign', reason: /does not name/, file: under('notes.json', 'remember the milk') },
  {
    name: 'an acceptance without its run',
    kind: 'orphan',
    reason: /not here/,
    file: under(`${DAY_1}-ffffffff.accepted.json`, '{}'),
  },
];

const STORES: readonly { readonly name: string; readonly make: () => TestPlace }[] = [
  { name: 'file', make: filePlace },
  { name: 'artifact', make: artifactPlace },
  { name: 'branch', make: branchPlace },
];

for (const { name: storeName, make } of STORES) {
  describe(`the ${storeName} store`, () => {
    let place: TestPlace;
    let store: BaselineStore;
    beforeEach(async () => {
      place = make();
      store = await place.open(KEY);
    });
    afterEach(async () => {
      await store.close();
      await place.close();
    });
    const plant = (...files: readonly Hostile['file'][]): void =>
      place.plant(KEY, new Map(files.map(({ name, content }) => [name, content])));
    const found = async (from: BaselineStore = store) => {
      const history = await from.list();
      assert.equal(history.state, 'found', JSON.stringify(history));
      return history.state === 'found' ? history : assert.fail();
    };
    const ids = async (from?: BaselineStore): Promise<readonly string[]> => (await found(from)).runs.map(({ id }) => id);

    it('has no baseline yet before the first run', async () => {
      assert.deepEqual(await store.list(), { state: 'none-yet', otherKeys: [] });
    });

    it('gives back what was put in', async () => {
      const origin = originOf(1, { commit: undefined, event: undefined, accepted: false });
      const report = reportOf(1, 'regression');
      const run = buildRunFile(origin, report);
      assert.equal(await store.add(run), 'added');
      const expected = {
        id: run.id,
        fileName: `${run.id}.json`,
        bytes: bytesOf(run.text).byteLength,
        origin,
        judged: 'regression' as const,
        acceptance: undefined,
        report,
      };
      assert.deepEqual(await store.list(), { state: 'found', runs: [expected], setAside: [], unread: 0 });
    });

    it('lists the newest last, however they came', async () => {
      const runs = [3, 1, 2].map((day) => runOf(day));
      for (const run of runs) await store.add(run);
      assert.deepEqual(await ids(), runs.map(({ id }) => id).toSorted());
    });

    it('holds a run once, however often it is added', async () => {
      assert.deepEqual([await store.add(good), await store.add(good)], ['added', 'present']);
      assert.deepEqual(await ids(), [good.id]);
    });

    it('keeps both of two runs that are added at once', async () => {
      const other = await place.open(KEY);
      assert.deepEqual(await Promise.all([store.add(runOf(1)), other.add(runOf(2))]), ['added', 'added']);
      assert.deepEqual(await ids(), [runOf(1).id, runOf(2).id]);
    });

    it('adds a run once when two add it at once', async () => {
      const other = await place.open(KEY);
      assert.deepEqual((await Promise.all([store.add(good), other.add(good)])).toSorted(), ['added', 'present']);
      assert.deepEqual(await ids(), [good.id]);
    });

    it('keeps the histories of two keys apart', async () => {
      const other = await place.open('another/../key');
      await store.add(good);
      assert.deepEqual(await other.list(), { state: 'none-yet', otherKeys: [KEY] });
      const theirs = runOf(2, { key: 'another/../key' });
      await other.add(theirs);
      assert.deepEqual([await ids(), await ids(other)], [[good.id], [theirs.id]]);
    });

    it('tells a key without a run which others have some: in order, clean, and a few of many', async () => {
      const plantRunOf = (key: string): void =>
        place.plant(key, new Map([[`${runOf(1, { key }).id}.json`, bytesOf(runOf(1, { key }).text)]]));
      const [long, hidden] = ['a'.repeat(150), 'e\u202evil'];
      for (const key of ['ci / load / 20, ubuntu-latest', 'b', long, hidden]) plantRunOf(key);
      const history = await store.list();
      assert.ok(history.state === 'none-yet', JSON.stringify(history));
      const [cut = '', ...others] = history.otherKeys;
      assert.deepEqual(others, ['b', 'ci / load / 20, ubuntu-latest', 'e vil']);
      assert.ok(cut.endsWith('…') && cut.length > 90 && long.startsWith(cut.slice(0, -1)), cut);
      for (let index = 0; index < 30; index++) plantRunOf(`key ${index}`);
      const many = await (await place.open('not yet')).list();
      assert.ok(many.state === 'none-yet' && many.otherKeys.length === 20);
    });

    it('takes a key whose folder holds no run for none', async () => {
      place.plant('another', new Map([['notes.txt', bytesOf('remember the milk')]]));
      assert.deepEqual(await store.list(), { state: 'none-yet', otherKeys: [] });
    });

    it('refuses a run that could not be read back', async () => {
      const invalid = { code: 'LOAD_GATE_BASELINE_INVALID' };
      await assert.rejects(store.add({ ...good, id: `${DAY_1}-00000000` }), invalid);
      await assert.rejects(store.add({ ...good, id: '../../etc/passwd' }), invalid);
      await assert.rejects(store.add(runOf(1, { key: 'another' })), invalid);
      assert.throws(() => buildRunFile(originOf(1), reportOf(1, 'regression')), invalid);
      assert.deepEqual(await store.list(), { state: 'none-yet', otherKeys: [] });
    });

    it('names and sets aside each file that cannot be used, and reads the rest', async () => {
      const fresh = runOf(9);
      await store.add(fresh);
      for (const { name, kind, reason, file } of HOSTILE) {
        plant(file);
        const { runs, setAside } = await found();
        assert.deepEqual(
          runs.map(({ id }) => id),
          [fresh.id],
          name,
        );
        const entry = setAside.find((each) => each.file === file.name);
        assert.equal(entry?.kind, kind, `${name}: ${JSON.stringify(entry)}`);
        assert.match(entry.reason, reason, name);
      }
    });

    it('never takes files that cannot be used for no baseline', async () => {
      plant(named(good.text.slice(0, 100)));
      assert.equal((await store.list()).state, 'unusable');
    });

    it('reads the newest 200 runs and counts the others', async () => {
      const runs = Array.from({ length: 205 }, (_, day) => runOf(day));
      plant(...runs.map(({ id, text }) => under(`${id}.json`, text)));
      const { unread } = await found();
      assert.equal(unread, 5);
      assert.deepEqual(
        await ids(),
        runs.slice(5).map(({ id }) => id),
      );
    });

    it('lets a run count from its acceptance on', async () => {
      const run = runOf(1, { accepted: false });
      await store.add(run);
      assert.deepEqual(
        [await store.accept(run.id, ACCEPTANCE), await store.accept(run.id, { ...ACCEPTANCE, by: 'another' })],
        ['added', 'present'],
      );
      const { runs, setAside } = await found();
      assert.deepEqual([runs.map(({ acceptance, origin }) => [acceptance, origin.accepted]), setAside], [[[ACCEPTANCE, false]], []]);
    });

    it('lets the first of two acceptances at once stand', async () => {
      const run = runOf(1, { accepted: false });
      await store.add(run);
      const other = await place.open(KEY);
      const outcomes = await Promise.all([store.accept(run.id, ACCEPTANCE), other.accept(run.id, { ...ACCEPTANCE, by: 'another' })]);
      assert.deepEqual(outcomes.toSorted(), ['added', 'present']);
      assert.equal((await found()).runs.length, 1);
    });

    it('has nothing to accept in a run that counts already, is unknown or cannot be used', async () => {
      await store.add(good);
      assert.equal(await store.accept(good.id, ACCEPTANCE), 'present');
      for (const id of [`${DAY_1}-00000000`, '../x', '']) {
        await assert.rejects(
          store.accept(id, ACCEPTANCE),
          (error: unknown) => error instanceof Error && 'code' in error && /NO_RUN|INVALID/.test(String(error.code)),
        );
      }
      plant(named('{'));
      await assert.rejects(store.accept(`${DAY_1}-00000000`, ACCEPTANCE), { code: 'LOAD_GATE_BASELINE_INVALID', message: /cut off/ });
      await assert.rejects(store.accept(good.id, { ...ACCEPTANCE, why: '' }), {
        code: 'LOAD_GATE_BASELINE_INVALID',
        message: /why must be/,
      });
    });

    it('does not count a run whose acceptance cannot be used', async () => {
      const run = runOf(1, { accepted: false });
      await store.add(run);
      const other = JSON.stringify({ baseline_version: 1, accepts: `${DAY_1}-00000000`, ...ACCEPTANCE });
      for (const text of ['{', '{}', other, good.text, other.replace('Z-0', 'Z-g')]) {
        plant(under(`${run.id}.accepted.json`, text));
        const { runs, setAside } = await found();
        assert.equal(runs[0]?.acceptance, undefined);
        assert.deepEqual(
          setAside.map(({ file }) => file),
          [`${run.id}.accepted.json`],
        );
      }
      await assert.rejects(store.accept(run.id, ACCEPTANCE), { code: 'LOAD_GATE_BASELINE_UNWRITABLE' });
    });

    it('prunes the oldest, with their acceptances, and keeps what is pinned', async () => {
      const runs = [1, 2, 3, 4, 5].map((day) => runOf(day, { accepted: day !== 2 }));
      plant(...runs.map(({ id, text }) => under(`${id}.json`, text)));
      const [first, second, third, ...newest] = runs.map(({ id }) => id);
      assert.ok(first && second && third);
      await store.accept(second, ACCEPTANCE);
      const other = await place.open('other');
      await other.add(runOf(1, { key: 'other' }));
      assert.deepEqual(await store.prune({ newest: 2, pinned: new Set([first]) }), [second, third]);
      const { runs: left, setAside } = await found();
      assert.deepEqual([left.map(({ id }) => id), setAside], [[first, ...newest], []]);
      assert.equal((await ids(other)).length, 1);
      assert.deepEqual(await store.prune({ newest: 3, pinned: new Set() }), []);
      for (const none of [0, -1, 1.5, Number.NaN]) {
        await assert.rejects(store.prune({ newest: none, pinned: new Set() }), { code: 'LOAD_GATE_USAGE' });
      }
    });

    it('loses nothing that is added while it prunes', async () => {
      for (const day of [1, 2, 3]) await store.add(runOf(day));
      const other = await place.open(KEY);
      await Promise.all([store.prune({ newest: 2, pinned: new Set() }), other.add(runOf(4))]);
      const left = await ids();
      assert.ok(left.includes(runOf(4).id) && left.includes(runOf(3).id), left.join());
      assert.ok(!left.includes(runOf(1).id));
    });

    it('takes a store that cannot be read for an error, not for no baseline', async () => {
      await store.add(good);
      place.break();
      const unreadable = { code: 'LOAD_GATE_BASELINE_UNREADABLE' };
      await assert.rejects(store.list(), unreadable);
      await assert.rejects(store.accept(good.id, ACCEPTANCE), unreadable);
      await assert.rejects(store.prune({ newest: 1, pinned: new Set() }), unreadable);
      await assert.rejects(store.add(runOf(2)), { code: /LOAD_GATE_BASELINE_UN(READ|WRIT)ABLE/ });
    });

    it('gives every hostile file a name that its content has earned', () => {
      // Else the hash would refuse it first, and the check that is meant would never run.
      for (const { kind, file } of HOSTILE.filter((each) => each.kind === 'invalid' && !each.file.name.includes('-00000000'))) {
        assert.equal(file.name, `${nameRun(reportOf(1).run.startedAt, file.content)}.json`, kind);
      }
    });
  });
}
