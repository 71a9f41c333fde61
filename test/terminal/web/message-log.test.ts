import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MessageLog } from '../../../src/terminal/web/message-log.ts';
import { PageFeed } from '../../../src/terminal/web/page-feed.ts';

function listKept(log: MessageLog): readonly string[] {
  return Array.from({ length: log.length }, (_, place) => log.at(place)).flatMap((message) => message?.toString() ?? []);
}

describe('what pages were told', () => {
  it('is kept whole and in order', () => {
    const log = new MessageLog();
    log.add('begin', 'stays');
    log.add('one', 'passes');
    log.add('two', 'passes');
    assert.deepEqual([listKept(log), log.lost], [['begin', 'one', 'two'], 0]);
  });

  it('beyond its bound loses the oldest seconds, and nothing else', () => {
    const log = new MessageLog('begin 1second 98second 99note'.length);
    log.add('begin 1', 'stays');
    for (let second = 0; second < 100; second++) log.add(`second ${second}`, 'passes');
    log.add('note', 'stays');
    assert.deepEqual([listKept(log), log.lost], [['begin 1', 'second 98', 'second 99', 'note'], 98]);
  });

  it('has one question at a time', () => {
    const log = new MessageLog();
    log.add('ask 1', 'ask');
    log.add('note', 'stays');
    log.add('ask 2', 'ask');
    assert.deepEqual(listKept(log), ['note', 'ask 2']);
  });
});

describe('the feed of a page', () => {
  function feedOf(log: MessageLog): { readonly feed: PageFeed; readonly got: string[]; readonly sent: () => void } {
    const got: string[] = [];
    let pending: (() => void) | undefined;
    const feed = new PageFeed(log, {
      send: (text, sent) => {
        assert.equal(pending, undefined, 'one at a time');
        got.push(text.toString());
        pending = sent;
      },
      refuse: () => undefined,
    });
    const sent = (): void => {
      const next = pending;
      pending = undefined;
      next?.();
    };
    return { feed, got, sent };
  }

  it('begins with the first message however late it comes, and sends the next when the last has left', () => {
    const log = new MessageLog();
    for (const text of ['a', 'b', 'c']) log.add(text, 'passes');
    const { feed, got, sent } = feedOf(log);
    feed.wake();
    feed.wake();
    assert.deepEqual(got, ['a']);
    for (let round = 0; round < 5; round++) sent();
    assert.deepEqual(got, ['a', 'b', 'c']);
    log.add('d', 'passes');
    feed.wake();
    assert.deepEqual(got, ['a', 'b', 'c', 'd']);
  });

  it('passes over what is no longer kept when the page is too slow', () => {
    const log = new MessageLog(2);
    log.add('a', 'passes');
    const { feed, got, sent } = feedOf(log);
    feed.wake();
    for (const text of ['b', 'c', 'd']) log.add(text, 'passes');
    for (let round = 0; round < 5; round++) sent();
    assert.deepEqual(got, ['a', 'c', 'd']);
  });

  it('is told when its page has everything', async () => {
    const log = new MessageLog();
    log.add('a', 'stays');
    const { feed, sent } = feedOf(log);
    feed.wake();
    let isTold = false;
    const told = feed.told().then(() => (isTold = true));
    await Promise.resolve();
    assert.equal(isTold, false);
    sent();
    await told;
    await feed.told();
  });

  it('is not waited for when its page has gone', async () => {
    const log = new MessageLog();
    log.add('a', 'stays');
    const { feed, got, sent } = feedOf(log);
    feed.wake();
    const told = feed.told();
    feed.leave();
    await told;
    log.add('b', 'stays');
    sent();
    assert.deepEqual(got, ['a']);
  });
});
