import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseScenario } from '../../../src/config/parse-scenario.ts';
import type { PlanRequest } from '../../../src/options/request.ts';
import { buildStartForm } from '../../../src/terminal/web/build-start-form.ts';
import { chooseStart, type Choice } from '../../../src/terminal/web/choose-start.ts';
import type { FromPage, StartForm } from '../../../src/terminal/web/live-messages.ts';
import { sourceOf } from '../../config/read-fixtures.ts';
import { NO_WISHES, planOf } from '../../support/build-plan.ts';

type Start = Extract<FromPage, { kind: 'start' }>;
type Asked = Pick<PlanRequest, 'target' | 'profile' | 'caps' | 'sets'>;

const TEXT = `target: http://127.0.0.1:8080
steps: [ { get: / } ]
phases:
  - { name: warm, warmup: true, users: 2, duration: 5s, spawn_rate: 1/s }
  - { name: v1.steady, users: 10, duration: 5s }
  - { pause: 2s }
  - { name: '0', arrival_rate: 20/s, duration: 5s }
  - { name: work, iterations: 100, users: 4 }
profiles:
  list: [ { name: top, arrival_rate: 5/s, duration: 5s } ]
  v2.map: { phases: [ { name: top, users: 5, duration: 5s } ] }
`;

const ASKED: Asked = { target: undefined, profile: undefined, sets: [], caps: NO_WISHES.caps };

function formOf(text: string, asked: Asked = ASKED, secrets: Record<string, string> = {}): StartForm {
  const scenario = parseScenario(sourceOf(text, { env: secrets }));
  assert.ok(scenario.ok);
  return buildStartForm(asked, { scenario: scenario.value, plan: planOf(text, { ...asked, secrets }), hasTarget: true });
}

/** The phases of the scenario that comes out of a choice, without their places in the file. */
function phasesOf(choice: Choice<Asked>): readonly Readonly<Record<string, unknown>>[] {
  assert.ok(choice.ok, JSON.stringify(choice));
  const { profile, sets } = choice.request;
  const parsed = parseScenario(sourceOf(TEXT, { sets }));
  assert.ok(parsed.ok, JSON.stringify(parsed));
  const phases = parsed.value.profiles.find(({ name }) => name === profile)?.phases ?? parsed.value.phases;
  return phases.map((phase) => ({ ...phase, at: undefined }));
}

function choose(wish: Partial<Start>, asked: Asked = ASKED): Choice<Asked> {
  const form = formOf(TEXT, asked);
  return chooseStart(asked, form, { kind: 'start', target: form.target, levels: [], ...wish });
}

describe('the start form', () => {
  it('offers what the files say, phase by phase, with the caps', () => {
    const form = formOf(TEXT, { ...ASKED, caps: { ...NO_WISHES.caps, maxUsers: 77, maxRatePerSec: 88 } });
    assert.deepEqual([form.target, form.isTargetFixed, form.maxUsers, form.maxRatePerSec], ['http://127.0.0.1:8080', false, 77, 88]);
    assert.deepEqual(
      form.phases.map((phase) => [phase.name, phase.model, 'users' in phase ? phase.users : undefined]),
      [
        ['warm', 'closed', 2],
        ['v1.steady', 'closed', 10],
        ['phase-3', 'pause', undefined],
        ['0', 'open', undefined],
        ['work', 'iterations', 4],
      ],
    );
  });

  it('has the phases of the profile that was asked for', () =>
    assert.deepEqual(
      formOf(TEXT, { ...ASKED, profile: 'list' }).phases.map(({ name, model }) => [name, model]),
      [['top', 'open']],
    ));

  it('neither shows a target from a secret nor lets it be changed', () => {
    const form = formOf(TEXT.replace(/target: .*/, 'target: ${secret.PLACE}'), ASKED, { PLACE: 'http://hidden.test' });
    assert.equal(form.isTargetFixed, true);
    assert.doesNotMatch(JSON.stringify(form), /hidden/);
    const wish = { kind: 'start', target: form.target, levels: [] } as const;
    assert.deepEqual(chooseStart(ASKED, form, wish), { ok: true, request: ASKED });
    assert.deepEqual(chooseStart(ASKED, form, { ...wish, target: '' }), { ok: true, request: ASKED });
    assert.equal(chooseStart(ASKED, form, { ...wish, target: 'http://evil.test' }).ok, false);
  });
});

describe('what is chosen on the page', () => {
  it('changes nothing where it is what the files have', () => {
    const levels = [
      { phase: 'warm', users: 2, spawnRatePerSec: 1 },
      { phase: '0', arrivalRatePerSec: 20 },
      { phase: 'work', users: 4 },
    ];
    assert.deepEqual(choose({ levels }), { ok: true, request: ASKED });
  });

  it('becomes --target and --set, as the command line would say it', () => {
    const choice = choose({ target: ' http://127.0.0.1:9 ', levels: [{ phase: 'warm', users: 7, spawnRatePerSec: 0.5 }] });
    assert.ok(choice.ok);
    assert.equal(choice.request.target, 'http://127.0.0.1:9');
    assert.deepEqual(choice.request.sets, [
      { path: 'phases.warm.users', value: '7' },
      { path: 'phases.warm.spawn_rate', value: '0.5/s' },
    ]);
  });

  it('comes after what the command line has set', () => {
    const asked = { ...ASKED, sets: [{ path: 'phases.work.users', value: '9' }] };
    const choice = choose({ levels: [{ phase: 'work', users: 5 }] }, asked);
    assert.ok(choice.ok);
    assert.deepEqual(
      choice.request.sets.map(({ value }) => value),
      ['9', '5'],
    );
  });

  for (const [title, level, index, field, value] of [
    ['a phase whose name holds a dot', { phase: 'v1.steady', users: 3 }, 1, 'users', 3],
    ['a phase that has the place of another for a name', { phase: '0', arrivalRatePerSec: 31 }, 3, 'arrivalRatePerSec', 31],
    ['the phase whose place that is', { phase: 'warm', users: 6 }, 0, 'users', 6],
    ['fixed work', { phase: 'work', users: 8 }, 4, 'users', 8],
  ] as const) {
    it(`reaches ${title}, and no other`, () => {
      const before = phasesOf({ ok: true, request: ASKED });
      assert.deepEqual(phasesOf(choose({ levels: [level] })), before.with(index, { ...before[index], [field]: value }));
    });
  }

  for (const profile of ['list', 'v2.map'])
    it(`reaches a phase of the profile ${profile}`, () => {
      const level = profile === 'list' ? { phase: 'top', arrivalRatePerSec: 9 } : { phase: 'top', users: 9 };
      const [phase] = phasesOf(choose({ levels: [level] }, { ...ASKED, profile }));
      assert.equal(phase?.['users'] ?? phase?.['arrivalRatePerSec'], 9);
    });

  for (const [title, wish, said] of [
    ['a phase that is not there', { levels: [{ phase: 'x', users: 1 }] }, /no phase of that name/],
    ['users of an open phase', { levels: [{ phase: '0', users: 1 }] }, /0 has no users/],
    ['arrivals of a closed phase', { levels: [{ phase: 'warm', arrivalRatePerSec: 1 }] }, /warm has no arrival_rate/],
    ['anything of a pause', { levels: [{ phase: 'phase-3', users: 1 }] }, /has no users/],
    ['a target that names a secret', { target: 'http://evil.test/${secret.TOKEN}' }, /plain address/],
  ] as const) {
    it(`is refused with a sentence: ${title}`, () => {
      const choice = choose(wish);
      assert.ok(!choice.ok);
      assert.match(choice.issues.join(), said);
    });
  }
});
