import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planOf } from '../support/build-plan.ts';

const USERS = `
users:
  reader: { tags: [read], start: [ { post: /login } ], tasks: { list: { tags: [rest], steps: [ { get: /list } ] }, one: { steps: [ { get: /one, tags: [slow] }, { get: /shared } ] } } }
  writer: { tags: [write], steps: [ { post: /write }, { get: /shared, tags: [warm] } ] }
phases: [ { users: 1, duration: 1s } ]
`;

const NOTHING = { only: [], skip: [], userClasses: [] };

describe('the selection', () => {
  const rows = [
    { name: 'of nothing takes everything', ask: {}, tasks: ['reader/list', 'reader/one', 'writer/writer'] },
    { name: 'by a tag of a user takes all of its tasks', ask: { only: ['read'] }, tasks: ['reader/list', 'reader/one'] },
    { name: 'by any of several tags', ask: { only: ['rest', 'write'] }, tasks: ['reader/list', 'writer/writer'] },
    { name: 'lets skip win', ask: { only: ['read'], skip: ['rest'] }, tasks: ['reader/one'] },
    { name: 'leaves out a user without a task', ask: { skip: ['write'] }, tasks: ['reader/list', 'reader/one'] },
    { name: 'by user profile', ask: { userClasses: ['writer'] }, tasks: ['writer/writer'] },
    { name: 'by user profile and tag', ask: { userClasses: ['reader', 'writer'], only: ['rest'] }, tasks: ['reader/list'] },
  ];
  for (const { name, ask, tasks } of rows) {
    it(name, () => {
      const { program } = planOf(USERS, { ...NOTHING, ...ask });
      assert.deepEqual(
        program.users.flatMap((user) => user.tasks.map((task) => `${user.name}/${task.name}`)),
        tasks,
      );
    });
  }
});

describe('the series', () => {
  it('are all of the scenario in order, each once, with the tags of all its steps', () => {
    const { series } = planOf(USERS);
    assert.deepEqual(
      series.map(({ name, tags, method, kind }) => `${kind} ${method} ${name}: ${tags.toSorted().join(' ')}`),
      [
        'http POST POST /login: read',
        'http GET GET /list: read rest',
        'http GET GET /one: read slow',
        'http GET GET /shared: read warm write',
        'http POST POST /write: write',
      ],
    );
  });
  it('keep their place and say so when their tasks are filtered out; what is left of `start` is selected with its user', () => {
    const selected = planOf(USERS, { skip: ['rest', 'write'] }).series.map(({ name, selected: isSelected }) => `${name} ${isSelected}`);
    assert.deepEqual(selected, ['POST /login true', 'GET /list false', 'GET /one true', 'GET /shared true', 'POST /write false']);
  });
});
