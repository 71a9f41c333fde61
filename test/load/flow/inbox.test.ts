import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patternOf } from '../../../src/load/flow/json-pattern.ts';
import { Inbox } from '../../../src/load/flow/inbox.ts';
import { Message, type MessageMatch } from '../../../src/load/flow/match-message.ts';

const reply = (id: number): MessageMatch => ({ kind: 'json', pattern: patternOf({ id }) });
const message = (id: number, arrivedUs: number): Message => new Message(JSON.stringify({ id }), arrivedUs, 0);

function makeInbox(): { readonly inbox: Inbox; readonly seen: string[] } {
  const seen: string[] = [];
  const inbox = new Inbox({
    countLate: (series, { text }) => seen.push(`late ${series} ${text}`),
    countDuplicate: (series, { text }) => seen.push(`duplicate ${series} ${text}`),
    countUnmatched: ({ text }) => seen.push(`unmatched ${text}`),
  });
  return { inbox, seen };
}

test('A message that came early is there for the step that receives it, once.', () => {
  const { inbox, seen } = makeInbox();
  inbox.put(message(1, 100));
  inbox.put(message(2, 200));
  assert.equal(inbox.take(reply(2), 0, true)?.arrivedUs, 200);
  assert.equal(inbox.take(reply(2), 0, true), undefined);
  assert.equal(inbox.take(reply(1), 0, true)?.arrivedUs, 100);
  inbox.close();
  assert.deepEqual(seen, []);
});

test('Of several that fit the oldest is taken.', () => {
  const { inbox } = makeInbox();
  inbox.put(message(1, 100));
  inbox.put(message(1, 200));
  assert.equal(inbox.take(reply(1), 0, true)?.arrivedUs, 100);
});

test('What came before a request is not its effect.', () => {
  const { inbox } = makeInbox();
  inbox.put(message(1, 100));
  assert.equal(inbox.take(reply(1), 101, true), undefined);
  assert.equal(inbox.take(reply(1), 100, true)?.arrivedUs, 100);
});

test('A greeting that came before the first message was sent may be received after it, the twin of an earlier answer may not.', () => {
  const { inbox } = makeInbox();
  inbox.put(message(1, 100));
  assert.equal(inbox.take(reply(1), 150, false)?.arrivedUs, 100);
  inbox.noteReceived(reply(1), 5);
  inbox.put(message(1, 200));
  assert.equal(inbox.take(reply(1), 250, false), undefined);
  assert.equal(inbox.take(reply(1), 200, false)?.arrivedUs, 200);
});

test('A message that comes after its step has given up is late, and a second one of it a duplicate.', () => {
  const { inbox, seen } = makeInbox();
  inbox.noteExpired(reply(1), 5);
  inbox.put(message(1, 100));
  assert.deepEqual(seen, ['late 5 {"id":1}']);
  inbox.put(message(1, 200));
  inbox.close();
  assert.deepEqual(seen, ['late 5 {"id":1}', 'duplicate 5 {"id":1}']);
});

test('What is left when the connection ends is counted: duplicates of what was received, and what nobody ever wanted.', () => {
  const { inbox, seen } = makeInbox();
  inbox.noteReceived(reply(1), 5);
  inbox.put(message(1, 100));
  inbox.put(message(2, 200));
  assert.deepEqual(seen, []);
  inbox.close();
  inbox.close();
  assert.deepEqual(seen, ['duplicate 5 {"id":1}', 'unmatched {"id":2}']);
});

test('It is bounded by messages and by size, the oldest give way and are counted.', () => {
  const { inbox, seen } = makeInbox();
  for (let id = 0; id < 1_000; id++) inbox.put(message(id, id));
  assert.equal(seen.length, 1_000 - 64);
  assert.equal(seen[0], 'unmatched {"id":0}');
  inbox.put(new Message('x'.repeat(1_000_000), 2_000, 0));
  assert.equal(seen.length, 1_000, 'one long message stays, alone');
  assert.equal(inbox.newest?.text.length, 1_000_000);
  inbox.put(message(1, 3_000));
  assert.equal(inbox.take(reply(1), 0, true)?.arrivedUs, 3_000);
});

test('A constant match that is received again and again is remembered once, so that the others are not forgotten.', () => {
  const { inbox, seen } = makeInbox();
  const constant = reply(0);
  inbox.noteReceived(reply(1), 5);
  for (let count = 0; count < 1_000; count++) inbox.noteReceived(constant, 6);
  inbox.put(message(1, 100));
  inbox.close();
  assert.deepEqual(seen, ['duplicate 5 {"id":1}']);
});
