import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addGitConfig,
  buildGitEnvironment,
  chooseConfig,
  listSecrets,
  maskAddresses,
} from '../../../src/baseline/branch/build-git-environment.ts';
import { classifyTrouble, describeGit, explainPush, type Trouble } from '../../../src/baseline/branch/explain-git.ts';
import { createMasker } from '../../../src/mask-secrets.ts';

/** What git and servers have said, word for word. */
const SAID: readonly (readonly [trouble: Trouble, stdout: string, stderr: string])[] = [
  [
    'lost-race',
    '!\tabc:refs/heads/b\t[rejected] (fetch first)\nDone\n',
    "error: failed to push some refs to 'https://github.com/o/permission-denied'",
  ],
  ['lost-race', '!\tabc:refs/heads/b\t[rejected] (stale info)\n', ''],
  [
    'lost-race',
    '!\tabc:refs/heads/b\t[remote rejected] (failed to update ref)\n',
    "remote: error: cannot lock ref 'refs/heads/b': is at 1 but expected 2",
  ],
  ['lost-race', '!\tabc:refs/heads/b\t[remote rejected] (reference already exists)\n', ''],
  ['lost-race', '', "remote: error: cannot lock ref 'refs/heads/b': Unable to create '/r/refs/heads/b.lock': File exists."],
  [
    'forbidden',
    '',
    "remote: Permission to o/r.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/o/r/': The requested URL returned error: 403",
  ],
  ['forbidden', '', 'remote: Write access to repository not granted.'],
  ['forbidden', '', "fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
  ['forbidden', '', 'git@github.com: Permission denied (publickey).'],
  [
    'protected',
    '!\tabc:refs/heads/b\t[remote rejected] (protected branch hook declined)\n',
    'remote: error: GH006: Protected branch update failed for refs/heads/b.',
  ],
  ['protected', '!\tabc:refs/heads/b\t[remote rejected] (pre-receive hook declined)\n', ''],
  ['protected', '', 'remote: error: denying non-fast-forward refs/heads/b (you should pull first)'],
  ['passing', '', "fatal: unable to access 'https://github.com/o/r/': The requested URL returned error: 503"],
  ['passing', '', 'fatal: the remote end hung up unexpectedly'],
  ['passing', '', "fatal: unable to access 'https://github.com/o/r/': Could not resolve host: github.com"],
  ['other', '', "fatal: '/gone' does not appear to be a git repository"],
  // Somebody made the branch between the fetch and the question whether there is one.
  ['passing', '', "fatal: couldn't find remote ref refs/heads/b"],
  ['other', '', ''],
];

describe('what git says', () => {
  for (const [trouble, stdout, stderr] of SAID) {
    it(`is ${trouble}: ${(stderr || stdout || 'nothing').slice(0, 60).trim()}`, () => {
      assert.equal(classifyTrouble({ stdout: Buffer.from(stdout), stderr }), trouble);
    });
  }

  it('names the permission that is missing', () => {
    const error = explainPush('forbidden', 'the branch b of origin', 'denied');
    assert.deepEqual([error.code, /contents: write/.test(error.hint ?? '')], ['LOAD_GATE_BASELINE_FORBIDDEN', true]);
  });

  it('is one line without escapes and without what would be secret', () => {
    const stderr = 'hint: noise\nfatal: \u001b[31mno\u001b[0m https://me:hunter22@example.com/r token ghs_0123456789\n';
    const mask = createMasker(['ghs_0123456789']);
    const said = describeGit({ code: 128, stdout: Buffer.alloc(0), stderr }, (text) => maskAddresses(mask(text)));
    assert.equal(said, 'fatal: no https://***@example.com/r token ***');
  });
});

describe('the configuration that is taken along', () => {
  const header = 'AUTHORIZATION: basic eC1hY2Nlc3MtdG9rZW46Z2hzXzEyMw==';
  const listing = [
    'core.hookspath\n/evil',
    'core.worktree\n/work',
    'core.sshcommand\nssh -i key',
    'remote.origin.url\nhttps://me:hunter22@example.com/r',
    'remote.origin.fetch\n+refs/heads/*:refs/remotes/origin/*',
    'remote.other.url\nhttps://other',
    `http.https://github.com/.extraheader\n${header}`,
    'http.sslverify',
    'user.name\nme',
    'filter.lfs.clean\ngit-lfs clean',
    '',
  ].join('\0');
  const entries = chooseConfig(listing, 'origin');

  it('says how to reach the remote and nothing else', () => {
    assert.deepEqual(
      entries.map(([key]) => key),
      ['core.sshcommand', 'remote.origin.url', 'http.https://github.com/.extraheader', 'http.sslverify'],
    );
  });

  it('names its secrets', () => {
    const secrets = listSecrets(entries);
    assert.ok(secrets.includes('hunter22') && secrets.includes(header) && secrets.includes('eC1hY2Nlc3MtdG9rZW46Z2hzXzEyMw=='));
    assert.deepEqual(listSecrets([['remote.origin.url', 'ssh://git@example.com/r']]), []);
  });

  it('comes after what the environment configures, with hooks off last', () => {
    const env = addGitConfig({ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'a.b', GIT_CONFIG_VALUE_0: 'c' }, '/own', entries);
    assert.deepEqual([env['GIT_CONFIG_KEY_0'], env['GIT_CONFIG_KEY_1'], env['GIT_DIR']], ['a.b', 'core.sshcommand', '/own']);
    assert.equal(env['GIT_CONFIG_VALUE_4'], 'true');
    const keys = Object.keys(env).filter((name) => name.startsWith('GIT_CONFIG_KEY_'));
    assert.equal(Number(env['GIT_CONFIG_COUNT']), keys.length);
    const hooks = keys.find((name) => env[name] === 'core.hooksPath');
    assert.equal(env[hooks?.replace('KEY', 'VALUE') ?? ''], '/dev/null');
  });

  it('drops what a hook or a trace has set, and keeps the rest', () => {
    const env = buildGitEnvironment({
      GIT_DIR: '/x',
      GIT_INDEX_FILE: '/y',
      GIT_TRACE_CURL: '1',
      GIT_CURL_VERBOSE: '1',
      GIT_SSH_COMMAND: 'ssh',
      HOME: '/h',
    });
    assert.deepEqual(
      Object.keys(env)
        .filter((name) => /^(GIT_(DIR|INDEX|TRACE|CURL|SSH)|HOME)/.test(name))
        .toSorted(),
      ['GIT_SSH_COMMAND', 'HOME'],
    );
  });
});
