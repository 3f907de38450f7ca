import { describe, expect, it } from 'vitest';
import { isOpenTo, type Place, parsePlace } from '../../src/knowledge/place.ts';

const LISTED = {
  audience: {
    slack: { workspaces: ['T1'], channels: ['C9'] },
    discord: { guilds: ['1'], channels: ['9'] },
  },
};

describe('a place', () => {
  it.each<[Place, boolean]>([
    [{ bot: 'slack', workspace: 'T1', channel: 'C1' }, true],
    [{ bot: 'slack', workspace: 'T2', channel: 'C9' }, true],
    [{ bot: 'slack', workspace: 'T2', channel: 'C1' }, false],
    [{ bot: 'slack', workspace: null, channel: null }, false],
    [{ bot: 'discord', guild: '1', channel: '2' }, true],
    [{ bot: 'discord', guild: '2', channel: '9' }, true],
    [{ bot: 'discord', guild: 'T1', channel: 'C9' }, false],
    [{ bot: 'discord', guild: null, channel: '2' }, false],
    [{ bot: 'terminal' }, false],
  ])('%j is on the list: %s', (place, open) => {
    expect(isOpenTo(LISTED, place)).toBe(open);
    expect(isOpenTo({ audience: 'everyone' }, place)).toBe(true);
  });

  it.each([
    ['terminal', { bot: 'terminal' }],
    ['slack:T1', { bot: 'slack', workspace: 'T1', channel: null }],
    ['slack:T1/C1', { bot: 'slack', workspace: 'T1', channel: 'C1' }],
    ['discord:1/2', { bot: 'discord', guild: '1', channel: '2' }],
    ['irc:x', null],
    ['slack:', null],
    ['slack:T1/C1/x', null],
  ])('is read from %j', (text, place) => {
    expect(parsePlace(text)).toEqual(place);
  });
});
