import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAddressAllowed } from '../../../src/load/socket/allow-hosts.ts';
import { createHostResolver } from '../../../src/load/socket/resolve-host.ts';

const ADDRESSES: readonly (readonly [address: string, isAllowed: boolean])[] = [
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['192.168.0.1', true],
  ['93.184.216.34', true],
  ['::1', true],
  ['fd00::1', true],
  ['2001:db8::1', true],
  ['169.254.169.254', false],
  ['169.253.255.255', true],
  ['169.255.0.0', true],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['239.255.255.255', false],
  ['255.255.255.255', false],
  ['::', false],
  ['fe80::1', false],
  ['ff02::1', false],
  ['::ffff:169.254.169.254', false],
  ['::FFFF:a9fe:a9fe', false],
  ['::ffff:10.0.0.1', true],
];

for (const [address, isAllowed] of ADDRESSES) {
  test(`A name that resolves to ${address} ${isAllowed ? 'may be' : 'is not'} connected to`, () => {
    assert.equal(isAddressAllowed(address), isAllowed);
  });
}

test('Sockets that ask for a name at the same time are all told, in both forms that sockets ask in', async () => {
  const resolve = createHostResolver();
  const asked = Array.from(
    { length: 20 },
    (_, index) =>
      new Promise<string>((done) =>
        resolve('localhost', { all: index % 2 === 0 }, (error, found) =>
          done(error ? error.message : typeof found === 'string' ? found : (found[0]?.address ?? 'none')),
        ),
      ),
  );
  for (const address of await Promise.all(asked)) assert.match(address, /^(?:127\.0\.0\.1|::1)$/);
});

test('A name that does not exist is an error each time', async () => {
  const resolve = createHostResolver();
  for (let round = 0; round < 2; round++) {
    const code = await new Promise((done) => resolve('no-such-host.invalid', {}, (error) => done(error?.code)));
    assert.match(String(code), /^(?:ENOTFOUND|EAI_AGAIN)$/);
  }
});
