import { describe, expect, it } from 'vitest';
import { isPrivateName, isPublicAddress } from '../../src/fetch/public-address.ts';

describe('a public address', () => {
  it.each([
    '8.8.8.8',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '2606:4700::6810:84e5',
    '2a00:1450:4001:82a::200e',
    // Of networks without IPv4, by which every outlet without IPv6 is reached there.
    '64:ff9b::808:808',
    '::ffff:8.8.8.8',
  ])('is one that outlets have: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['unspecified', '0.0.0.0', '0.1.2.3', '::'],
    ['loopback', '127.0.0.1', '127.255.255.254', '::1'],
    ['private', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12::1'],
    ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
    ['link-local', '169.254.1.1', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
    [
      'cloud metadata',
      '169.254.169.254',
      'fd00:ec2::254',
      '100.100.100.200',
      '168.63.129.16',
      '::ffff:a83f:8110',
    ],
    ['site-local', 'fec0::1'],
    ['documentation', '192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    ['benchmarks', '198.18.0.1', '198.19.255.255', '2001:2::1'],
    ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
    ['reserved and broadcast', '240.0.0.1', '255.255.255.255', '192.0.0.8', '100::1', '4000::1'],
    ['IPv4 within IPv6', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', '::7f00:1'],
    ['IPv4 translated', '64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::808:808', '::ffff:0:127.0.0.1'],
    ['6to4', '2002:7f00:1::', '2002:a00:1::1', '2002:808:808::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['unreadable', '', 'localhost', '1.2.3.4.5', '8.8.8.8 '],
  ])('is none that is %s', (_kind, ...addresses) => {
    expect(addresses.filter((address) => isPublicAddress(address))).toEqual([]);
  });

  it('is none at which this machine or its network is, however it is written', () => {
    const own = ['93.184.215.14/32', '2a00:1450:4001:82a::7/64', 'no network'];
    const refused = [
      '93.184.215.14',
      '::ffff:93.184.215.14',
      '64:ff9b::5db8:d70e',
      '2a00:1450:4001:82a::7',
      '2a00:1450:4001:82a::200e',
    ];
    expect(refused.filter((address) => isPublicAddress(address, own))).toEqual([]);
    for (const address of ['93.184.215.15', '2a00:1450:4001:82b::1'])
      expect(isPublicAddress(address, own)).toBe(true);
  });
});

describe('a private name', () => {
  it.each([
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'printer.local',
    'metadata.google.internal',
    'internal',
    'db.internal..',
    'localhost.localdomain',
  ])('is %s', (name) => {
    expect(isPrivateName(name)).toBe(true);
  });

  it.each(['mylocalhost', 'local.example', 'internal.example', 'outlet.example'])('is not %s', (name) => {
    expect(isPrivateName(name)).toBe(false);
  });
});
