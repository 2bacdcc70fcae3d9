import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { BlockList, isIP } from 'node:net';

/**
 * How far a message may travel without TLS. `private` includes loopback; link-local addresses are in
 * neither, because clouds answer there with credentials.
 */
export type PlainReach = 'nowhere' | 'loopback' | 'private';

/** The code of the error of a connection that would have gone too far. */
export const OUT_OF_REACH = 'ERR_PLAIN_OUT_OF_REACH';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const privateNetworks = new BlockList();
privateNetworks.addSubnet('10.0.0.0', 8, 'ipv4');
privateNetworks.addSubnet('172.16.0.0', 12, 'ipv4');
privateNetworks.addSubnet('192.168.0.0', 16, 'ipv4');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

export function isWithinReach(address: string, reach: PlainReach): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (reach === 'nowhere' || isIP(address) === 0) return false;
  if (loopback.check(address, family)) return true;
  return reach === 'private' && privateNetworks.check(address, family);
}

/** The brackets of an IPv6 address in a URL are not part of it. */
export function toBareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Looks a name up and refuses it unless all its addresses are within reach, at each connection anew. */
export function lookupWithin(reach: PlainReach): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) {
        callback(error ?? withCode('ENOTFOUND'), []);
      } else if (!addresses.every(({ address }) => isWithinReach(address, reach))) {
        callback(withCode(OUT_OF_REACH), []);
      } else if (options.all === true) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function withCode(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
