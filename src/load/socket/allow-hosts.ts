import { BlockList, isIPv6 } from 'node:net';

/**
 * Addresses that no staging target has, whatever its name resolves to: "this network", link-local (where clouds keep their metadata service),
 * multicast and broadcast. A name that an attacker controls must not lead the load there. They can be reached when written as an address.
 */
const NEVER_BY_NAME = new BlockList();
NEVER_BY_NAME.addSubnet('0.0.0.0', 8);
NEVER_BY_NAME.addSubnet('169.254.0.0', 16);
NEVER_BY_NAME.addSubnet('224.0.0.0', 4);
NEVER_BY_NAME.addAddress('255.255.255.255');
NEVER_BY_NAME.addAddress('::', 'ipv6');
NEVER_BY_NAME.addSubnet('fe80::', 10, 'ipv6');
NEVER_BY_NAME.addSubnet('ff00::', 8, 'ipv6');

/** Whether a host name's address may be connected to. */
export function isAddressAllowed(address: string): boolean {
  if (!isIPv6(address)) return !NEVER_BY_NAME.check(address);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped === undefined ? !NEVER_BY_NAME.check(address, 'ipv6') : !NEVER_BY_NAME.check(mapped);
}
