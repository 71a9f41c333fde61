import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Issue } from '../../src/config/issue.ts';
import type { PlanRequest } from '../../src/plan/plan-request.ts';
import { NO_WISHES, planOf, planText } from '../support/build-plan.ts';

const STEPS = 'steps: [ { get: /a } ]';
const PHASES = 'phases: [ { arrival_rate: 10/s, duration: 10s } ]';
const SMALL = `${STEPS}\n${PHASES}`;
const ROWS = 'data: { account: { values: [a, b, c], pick: unique } }';

interface Row {
  readonly name: string;
  readonly yaml: string;
  readonly wishes?: Partial<PlanRequest>;
  /** `file:line code`, and words that the message or the suggestion must hold. */
  readonly issue: string;
  readonly words: readonly string[];
}

function issuesOf(yaml: string, wishes: Partial<PlanRequest> = {}): readonly Issue[] {
  const planned = planText(yaml, wishes);
  return planned.ok ? planned.warnings : planned.issues;
}

const REFUSED: readonly Row[] = [
  {
    name: 'whose profile is unknown',
    yaml: `${SMALL}\nprofiles: { smoke: [ { users: 1, duration: 1s } ] }`,
    wishes: { profile: 'smok' },
    issue: '--profile:1 reference',
    words: ['no profile smok', 'smoke'],
  },
  {
    name: 'whose tags are unknown',
    yaml: SMALL,
    wishes: { only: ['api'] },
    issue: '--only:1 reference',
    words: ['api is no tag', 'has a tag'],
  },
  {
    name: 'whose user profile is misspelt',
    yaml: `users: { browser: { steps: [ { get: / } ] } }\n${PHASES}`,
    wishes: { userClasses: ['browsr'] },
    issue: '--user-class:1 reference',
    words: ['browsr', 'browser'],
  },
  {
    name: 'that leaves no task',
    yaml: `users: { browser: { tags: [x], steps: [ { get: / } ] } }\n${PHASES}`,
    wishes: { skip: ['x'] },
    issue: 'load.yaml:1 selection',
    words: ['no task to run'],
  },
  {
    name: 'that has phases in profiles alone, and none was chosen',
    yaml: `${STEPS}\nprofiles: { smoke: [ { users: 1, duration: 1s } ] }`,
    issue: 'load.yaml:1 phases',
    words: ['no phase that makes load', '--profile: smoke'],
  },
  {
    name: 'beyond the rate cap',
    yaml: SMALL,
    wishes: { caps: { ...NO_WISHES.caps, maxRatePerSec: 9 } },
    issue: 'load.yaml:3 cap',
    words: ['asks for 10/s', 'the cap is 9/s', '--max-rate 10/s'],
  },
  {
    name: 'beyond the cap of users',
    yaml: `${STEPS}\nphases: [ { users: 1001, duration: 1s } ]`,
    wishes: { caps: { ...NO_WISHES.caps, maxUsers: 1_000 } },
    issue: 'load.yaml:3 cap',
    words: ['1,001', '--max-users 1001'],
  },
  {
    name: 'beyond the cap of time',
    yaml: SMALL,
    wishes: { caps: { ...NO_WISHES.caps, maxDurationMs: 9_000 } },
    issue: 'load.yaml:1 cap',
    words: ['take 10 s', '--max-duration 10s'],
  },
  {
    name: 'that does not fit its time box with the last answers',
    yaml: `time_box: 15s\n${SMALL}`,
    issue: 'load.yaml:1 time-box',
    words: ['20 s', 'time_box: 20s'],
  },
  {
    name: 'whose poll can outlast its time box',
    yaml: `time_box: 25s\nsteps: [ { poll: { get: /job, every: 1s, within: 20s, until: { status: 200 } } } ]\n${PHASES}`,
    issue: 'load.yaml:1 time-box',
    words: ['30 s', 'up to 20 s for the last answers'],
  },
  {
    name: 'with a target that is no URL',
    yaml: SMALL,
    wishes: { target: 'ftp://x' },
    issue: '--target:1 target',
    words: ['"ftp://x" is not an http or https URL'],
  },
  { name: 'with a target with a query', yaml: SMALL, wishes: { target: 'http://x/?a=1' }, issue: '--target:1 target', words: ['query'] },
  {
    name: 'with a target with a password',
    yaml: SMALL,
    wishes: { target: 'http://u:p@x' },
    issue: '--target:1 target',
    words: ['password'],
  },
  {
    name: 'whose flag leads away from allowed_hosts',
    yaml: `target: http://a.test\nallowed_hosts: [a.test, "*.b.test"]\n${SMALL}`,
    wishes: { target: 'http://evil.test' },
    issue: '--target:1 host',
    words: ['evil.test', 'allowed: a.test, *.b.test'],
  },
  {
    name: 'whose own target is not among its allowed_hosts',
    yaml: `target: http://a.test\nallowed_hosts: [b.test]\n${SMALL}`,
    issue: 'load.yaml:1 host',
    words: ['a.test', 'is not in allowed_hosts'],
  },
  {
    name: 'with a request to a host that is not allowed',
    yaml: `steps:\n  - get: /a\n  - get: https://other.test/x\n${PHASES}`,
    issue: 'load.yaml:4 host',
    words: ['other.test', 'allowed: target.test'],
  },
  {
    name: 'with a request to such a host, though its path holds a variable',
    yaml: `vars: { id: { uuid: true } }\nsteps: [ { get: "https://other.test/x?\${id}" } ]\n${PHASES}`,
    issue: 'load.yaml:3 host',
    words: ['other.test'],
  },
  {
    name: 'with such a request before the load',
    yaml: `before: [ { get: "http://other.test/login" } ]\n${SMALL}`,
    issue: 'load.yaml:2 host',
    words: ['other.test'],
  },
  {
    name: 'with such a request in a loop and in a poll',
    yaml: `steps:\n  - repeat: 2\n    steps: [ { parallel: [ { get: "http://other.test/" } ] } ]\n${PHASES}`,
    issue: 'load.yaml:4 host',
    words: ['other.test'],
  },
  {
    name: 'with a proxy that holds a variable',
    yaml: `vars: { id: { uuid: true } }\nhttp: { proxy: "http://\${id}.test" }\n${SMALL}`,
    issue: 'load.yaml:1 proxy',
    words: ['cannot hold a variable'],
  },
  {
    name: 'with a secret that would end its header',
    yaml: `http: { headers: { authorization: "Bearer \${secret.TOKEN}" } }\n${SMALL}`,
    wishes: { secrets: { TOKEN: 'abc\n' } },
    issue: 'load.yaml:1 header',
    words: ['the header authorization holds a line break'],
  },
  {
    name: 'with fewer unique rows than iterations',
    yaml: `${ROWS}\nsteps: [ { get: /health }, { post: /x, text: "\${account}" } ]\nphases: [ { iterations: 4, max_duration: 10s } ]`,
    issue: 'load.yaml:3 data',
    words: ['account has 3 unique rows', 'at least 4', 'pick: sequential'],
  },
  {
    name: 'with fewer unique rows than arrivals, the warm-up among them',
    yaml: `${ROWS}\nsteps: [ { get: "/x?\${account}" } ]\nphases: [ { arrival_rate: 2/s, duration: 1s, warmup: true }, { arrival_rate: 2/s, duration: 1s } ]`,
    issue: 'load.yaml:3 data',
    words: ['at least 4'],
  },
  {
    name: 'with fewer unique rows than arrivals, though each may take another task that reads one',
    yaml: `${ROWS}\nusers: { u: { weight: 1, tasks: { a: { weight: 1, steps: [ { get: "/a?\${account}" } ] }, b: { weight: 2, steps: [ { get: "/b?\${account}" } ] } } }, v: { weight: 2.3, steps: [ { get: "/c?\${account}" } ] } }\nphases: [ { arrival_rate: 4/s, duration: 1s } ]`,
    issue: 'load.yaml:3 data',
    words: ['at least 4'],
  },
  {
    name: 'with fewer unique rows than virtual users that start',
    yaml: `${ROWS}\nusers: { u: { start: [ { post: /login, text: "\${account}" } ], steps: [ { get: / } ] } }\nphases: [ { users: 4, duration: 5s } ]`,
    issue: 'load.yaml:3 data',
    words: ['at least 4'],
  },
  {
    name: 'that would upload more than the cap',
    yaml: `steps: [ { repeat: 3, steps: [ { post: /x, bytes: 1MB } ] } ]\n${PHASES}`,
    wishes: { caps: { ...NO_WISHES.caps, maxBytes: 2.9e8 } },
    issue: 'load.yaml:1 cap',
    words: ['at least 300 MB', 'the cap is 290 MB', '--max-bytes'],
  },
];

describe('a plan is refused', () => {
  for (const { name, yaml, wishes, issue, words } of REFUSED) {
    it(name, () => {
      const planned = planText(yaml, wishes);
      assert.ok(!planned.ok);
      const errors = planned.issues.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ file, line, code }) => `${file}:${line} ${code}`),
        [issue],
      );
      const said = errors.map(({ message, suggestion }) => `${message}; ${suggestion}`).join('\n');
      for (const word of words) assert.ok(said.includes(word), `${word} in: ${said}`);
    });
  }
  it('when the secret that its target comes from is not set, unless it is only looked at', () => {
    const planned = planText(SMALL, { target: '${secret.NONE}' });
    assert.ok(!planned.ok);
    assert.match(planned.issues[0]?.message ?? '', /from a secret is not an http or https URL; NONE is not set/);
    assert.equal(planOf(SMALL, { target: '${secret.NONE}', requireSecrets: false }).shownTarget, '(from a secret that is not set here)');
  });
  it('with everything that is wrong at once', () => {
    const yaml = `time_box: 5s\n${ROWS}\nsteps: [ { get: "http://other.test/\${account}" } ]\n${PHASES}`;
    const codes = issuesOf(yaml, { caps: { ...NO_WISHES.caps, maxRatePerSec: 1 } }).map(({ code }) => code);
    assert.deepEqual(codes.toSorted(), ['cap', 'data', 'host', 'time-box']);
  });
  it('without showing a target that is a secret', () => {
    const yaml = `target: "\${secret.T}"\nallowed_hosts: [b.test]\n${SMALL}`;
    const text = JSON.stringify(issuesOf(yaml, { secrets: { T: 'http://hidden.test' } }));
    assert.ok(text.includes('from a secret') && !text.includes('hidden'));
  });
});

describe('a plan is not refused', () => {
  const rows: readonly { readonly name: string; readonly yaml: string; readonly wishes?: Partial<PlanRequest> }[] = [
    { name: 'for fixed work without a limit of its own', yaml: `${STEPS}\nphases: [ { iterations: 100, users: 5 } ]` },
    {
      name: 'when its unique rows just suffice',
      yaml: `${ROWS}\nsteps: [ { get: "/x?\${account}" }, { get: "/y?\${account}" } ]\nphases: [ { iterations: 3, max_duration: 10s } ]`,
    },
    {
      name: 'when only chance decides whether unique rows suffice',
      yaml: `${ROWS}\nusers: { u: { tasks: { a: { weight: 1, steps: [ { get: "/x?\${account}" } ] }, b: { weight: 99, steps: [ { get: / } ] } } } }\nphases: [ { iterations: 200, max_duration: 10s } ]`,
    },
    {
      name: 'when the rows of a unique list are looped over, not drawn',
      yaml: `${ROWS}\nsteps: [ { for_each: account, steps: [ { get: "/x?\${account}" } ] } ]\n${PHASES}`,
    },
    {
      name: 'when each virtual user of a start has its row',
      yaml: `${ROWS}\nusers: { u: { start: [ { post: /login, text: "\${account}" } ], steps: [ { get: "/\${account}" } ] } }\nphases: [ { users: 3, duration: 5s } ]`,
    },
    {
      name: 'when the plan is within the cap of bytes',
      yaml: `steps: [ { post: /x, bytes: 1MB } ]\n${PHASES}`,
      wishes: { caps: { ...NO_WISHES.caps, maxBytes: 1e8 } },
    },
    {
      name: 'when a host is only known at run time',
      yaml: `vars: { id: { uuid: true } }\nsteps: [ { get: "http://\${id}.test/" } ]\n${PHASES}`,
    },
    {
      name: 'when a flag leads to an allowed host',
      yaml: `target: http://a.test\nallowed_hosts: [a.test, "*.b.test"]\n${SMALL}`,
      wishes: { target: 'https://pr-7.B.test/base' },
    },
    { name: 'when a request names the host of the target', yaml: `steps: [ { get: "http://target.test:9000/x" } ]\n${PHASES}` },
  ];
  for (const { name, yaml, wishes } of rows) {
    it(name, () => assert.deepEqual(issuesOf(yaml, wishes), []));
  }
});

describe('a plan is made with a warning', () => {
  const rows = [
    { name: 'when http2 is asked of an http target', yaml: `http: { http2: true }\n${SMALL}`, issue: '1 http2', word: 'agreed on in TLS' },
    { name: 'when a step asks for it', yaml: `steps: [ { get: /, http2: true } ]\n${PHASES}`, issue: '2 http2', word: 'http URL' },
    {
      name: 'when think time has no phase to hold in',
      yaml: `users: { u: { think: 1s, steps: [ { get: / } ] } }\n${PHASES}`,
      issue: '1 think',
      word: 'the think time of u',
    },
    {
      name: 'when think time has fixed work alone to hold in',
      yaml: `users: { u: { think: 1s, steps: [ { get: / } ] } }\nphases: [ { iterations: 5, users: 1, max_duration: 5s } ]`,
      issue: '1 think',
      word: 'the think time of u',
    },
    {
      name: 'when a spawn rate is too low for its phase',
      yaml: `${STEPS}\nphases: [ { users: 100, spawn_rate: 1/s, duration: 9.5s } ]`,
      issue: '3 spawn-rate',
      word: '10 of 100 users',
    },
  ];
  for (const { name, yaml, issue, word } of rows) {
    it(name, () => {
      const planned = planText(yaml);
      assert.ok(planned.ok);
      assert.deepEqual(
        planned.warnings.map(({ line, code, severity }) => `${line} ${code} ${severity}`),
        [`${issue} warning`],
      );
      assert.ok(planned.warnings[0]?.message.includes(word), planned.warnings[0]?.message);
    });
  }
  it('but not of think time where no phase makes load, which is an error of its own', () => {
    const issues = issuesOf('users: { u: { think: 1s, steps: [ { get: / } ] } }\nprofiles: { smoke: [ { users: 1, duration: 1s } ] }');
    assert.equal(issues.length, 1, JSON.stringify(issues));
  });
  it('but not where think time holds in one of the phases', () => {
    assert.deepEqual(
      issuesOf(
        `users: { u: { think: 1s, steps: [ { get: / } ] } }\nphases: [ { users: 1, duration: 1s }, { arrival_rate: 1/s, duration: 1s } ]`,
      ),
      [],
    );
  });
});

describe('a plan', () => {
  it('has no more workers than the smallest open phase has users', () => {
    const yaml = `${STEPS}\nphases: [ { arrival_rate: 1/s, duration: 1s, max_users: 3 }, { users: 1, duration: 1s } ]`;
    assert.equal(planOf(yaml, { workers: 8 }).workers, 3);
    assert.equal(planOf(yaml, { workers: 2 }).workers, 2);
  });
  it('takes the phases and the selection of its profile, and flags before those', () => {
    const yaml = [
      'users:',
      '  a: { tags: [x], steps: [ { get: /a } ] }',
      '  b: { tags: [y], steps: [ { get: /b } ] }',
      PHASES,
      'profiles: { p: { only: [x], phases: [ { users: 1, duration: 1s } ] } }',
    ].join('\n');
    const selected = (wishes: Partial<PlanRequest>): readonly string[] =>
      planOf(yaml, wishes)
        .series.filter((series) => series.selected)
        .map(({ name }) => name);
    assert.deepEqual(selected({}), ['GET /a', 'GET /b']);
    assert.deepEqual(selected({ profile: 'p' }), ['GET /a']);
    assert.deepEqual(selected({ profile: 'p', only: ['y'] }), ['GET /b']);
    assert.equal(planOf(yaml, { profile: 'p' }).phases[0]?.model, 'closed');
  });
  it('shows a target from a secret to nobody, and masks its forms and the secret itself', () => {
    const wishes = { target: 'https://${secret.HOST}/base', secrets: { HOST: 'hidden.test' } };
    const plan = planOf(SMALL, wishes);
    assert.equal(plan.target, 'https://hidden.test/base');
    assert.equal(plan.shownTarget, '(from a secret)');
    assert.ok(['hidden.test', 'https://hidden.test', 'https://hidden.test/base'].every((form) => plan.program.secrets.includes(form)));
  });
  it('allows the hosts that are listed and not the target besides', () => {
    assert.deepEqual(planOf(SMALL).program.allowedHosts, ['target.test']);
    assert.deepEqual(planOf(`target: http://A.test\nallowed_hosts: [a.test, "*.B.test"]\n${SMALL}`).program.allowedHosts, [
      'a.test',
      '*.b.test',
    ]);
  });
  it('gives the steps before the load the variables that earlier ones capture', () => {
    const plan = planOf(`before: [ { post: /login, capture: { token: $.token } }, { get: "/warm?\${token}" } ]\n${SMALL}`);
    const slot = plan.program.slots.findIndex(({ name }) => name === 'token');
    const [login, warm] = plan.before.map(({ code }) => (code[0]?.op === 'http' ? code[0].step : undefined));
    assert.equal(login?.captures[0]?.slot, slot);
    assert.deepEqual(warm?.path, ['/warm?', { slot, column: undefined }]);
  });
});
