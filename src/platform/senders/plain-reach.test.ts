import { describe, expect, it } from 'vitest';

import type { PlainReach } from './plain-reach.ts';
import { OUT_OF_REACH, isWithinReach, lookupWithin } from './plain-reach.ts';

function look(name: string, reach: PlainReach): Promise<string> {
  return new Promise((resolve) => {
    lookupWithin(reach)(name, {}, (error, address) => {
      resolve(error?.code ?? JSON.stringify(address));
    });
  });
}

describe('an address', () => {
  it.each([
    ['127.0.0.1', true, true],
    ['::1', true, true],
    ['10.255.0.1', false, true],
    ['172.31.255.255', false, true],
    ['172.32.0.0', false, false],
    ['192.168.0.1', false, true],
    ['fd12::1', false, true],
    ['169.254.169.254', false, false],
    ['fe80::1', false, false],
    ['0.0.0.0', false, false],
    ['8.8.8.8', false, false],
    ['localhost', false, false],
  ])('%s is loopback: %s, private: %s', (address, isLoopback, isPrivate) => {
    expect(isWithinReach(address, 'loopback')).toBe(isLoopback);
    expect(isWithinReach(address, 'private')).toBe(isPrivate);
    expect(isWithinReach(address, 'nowhere')).toBe(false);
  });
});

describe('a name', () => {
  it('is looked up, and refused when an address of it is out of reach', async () => {
    expect(await look('localhost', 'loopback')).toMatch(/^"(127\.0\.0\.1|::1)"$/);
    expect(await look('localhost', 'nowhere')).toBe(OUT_OF_REACH);
    expect(await look('10.1.2.3', 'loopback')).toBe(OUT_OF_REACH);
  });
});
