import type os from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openFetcher } from '../../src/fetch/fetch.ts';
import { ownNetworks } from '../../src/fetch/own-networks.ts';
import { failure, resolver, routed, site } from './site.ts';

const interfaces = vi.hoisted(() => ({ found: {} as Record<string, unknown>, fails: false }));
vi.mock('node:os', async (original) => ({
  ...(await original<typeof os>()),
  networkInterfaces: () => {
    if (interfaces.fails) throw new Error('not permitted');
    return interfaces.found;
  },
}));

const EN0 = [
  { address: '93.184.215.14', family: 'IPv4', cidr: '93.184.215.14/24' },
  { address: '2a00:1450:4001:82a::7', family: 'IPv6', cidr: '2a00:1450:4001:82a::7/64' },
  { address: '2606:4700::1', family: 'IPv6', cidr: null },
];

function fetcher(addresses: readonly string[]) {
  const { lookup } = resolver({ 'outlet.example': [addresses] });
  const opened = openFetcher({ allowPrivate: false, lookup });
  onTestFinished(() => opened.close());
  return opened;
}

describe('a machine with an address of its own on the Internet', () => {
  it.each([
    ['its own', '93.184.215.14'],
    ['one of its house', '2a00:1450:4001:82a::200e'],
    ['its own of IPv6', '2606:4700::1'],
  ])('is not asked under %s', async (_whose, address) => {
    interfaces.found = { en0: EN0 };
    const refused = await failure(fetcher([address]).fetch('http://outlet.example/'));
    expect(refused.code).toBe('private-address');
  });

  it('asks its neighbours', async () => {
    interfaces.found = { en0: EN0 };
    const { port } = await site((_path, response) => response.end('The gate is open.'));
    routed('outlet.example', port);
    const found = await fetcher(['93.184.215.15']).fetch('http://outlet.example/');
    expect(found.kind).toBe('fetched');
  });

  it('may not be told which it has', () => {
    interfaces.fails = true;
    expect(ownNetworks()).toEqual([]);
    interfaces.fails = false;
  });
});
