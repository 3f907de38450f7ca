import { describe, expect, it } from 'vitest';
import { plainAddress, toldByProxies } from '../../../../src/bots/web/guard/forwarded.ts';
import { networkOf } from '../../../../src/http/network.ts';

describe('what proxies tell', () => {
  const chain = '203.0.113.66, 203.0.113.9,10.0.0.1';

  it.each([
    [0, null],
    [1, '10.0.0.1'],
    [2, '203.0.113.9'],
    [3, '203.0.113.66'],
    [4, '203.0.113.66'],
  ])('is, of %i that are believed, what the outermost of them has written', (proxies, told) => {
    expect(toldByProxies(chain, proxies)).toBe(told);
  });

  it.each([undefined, '', ' ', ',,'])('is nothing where %j was written', (header) => {
    expect(toldByProxies(header, 1)).toBeNull();
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['203.0.113.9:4711', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['[::ffff:cb00:7109]:80', '203.0.113.9'],
    ['2001:DB8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
  ])('%s is %s', (told, plain) => {
    expect(plainAddress(told)).toBe(plain);
  });

  it.each(['', 'unknown', '_hidden', 'constructor', '203.0.113.900', '<b>', '1 OR 1=1', '[203.0.113.9'])(
    '%j is none',
    (told) => {
      expect(plainAddress(told)).toBeNull();
    },
  );

  it('stands for its network where it is of the sixth kind, and for itself otherwise', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::1'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
    expect(networkOf('unknown')).toBe('unknown');
  });
});
