import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPTIONS } from '../../src/options.ts';
import { COMMANDS } from '../../src/options/commands.ts';
import { renderHelp } from '../../src/options/render-help.ts';
import { EXIT_CODES } from '../../src/verdict/exit-code.ts';

const NAMES = COMMANDS.map(({ name }) => name);
const TOPICS = [undefined, ...NAMES];

for (const topic of TOPICS) {
  const help = renderHelp(topic);

  test(`the help of ${topic ?? 'the tool'} fits 80 columns and ends with one line break`, () => {
    assert.deepEqual(
      help.split('\n').filter((line) => line.length > 80 || line !== line.trimEnd()),
      [],
    );
    assert.match(help, /[^\n]\n$/);
  });

  test(`the help of ${topic ?? 'the tool'} lists every exit code`, () => {
    for (const { code } of EXIT_CODES) assert.match(help, new RegExp(`^ +${code}  \\S`, 'm'));
  });
}

for (const topic of NAMES) {
  test(`the help of ${topic} lists its flags, and no other`, () => {
    const expected = OPTIONS.filter(({ form, commands }) => form === 'flag' && commands.includes(topic));
    const listed = [...renderHelp(topic).matchAll(/^ {2}--([\w-]+)/gm)].map(([, name]) => name);
    assert.deepEqual(listed, [...expected.map(({ name }) => name), 'help']);
  });
}

test('the help of the tool lists the available commands, and no other', () => {
  const block =
    renderHelp()
      .split('\n\n')
      .find((each) => each.startsWith('Commands')) ?? '';
  const listed = [...block.matchAll(/^ {2}(\w+(?: \w+)?) {2}/gm)].map(([, name]) => name);
  assert.deepEqual(listed, NAMES);
});
