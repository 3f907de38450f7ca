import { describe, expect, it } from 'vitest';
import { EVERYONE } from '../../src/knowledge/audience.ts';
import { isOpenTo, type Place, parsePlace, placeName } from '../../src/knowledge/place.ts';

const LISTED = {
  audience: {
    everyone: false,
    web: false,
    embargo: null,
    slack: { workspaces: ['T1'], channels: ['C9'] },
    discord: { guilds: ['1'], channels: ['9'] },
  },
};
const NOON = Date.parse('2026-12-01T12:00:00Z');

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
    [{ bot: 'web' }, false],
  ])('%j is on the list: %s', (place, open) => {
    expect(isOpenTo(LISTED, place, NOON)).toBe(open);
    expect(isOpenTo({ audience: EVERYONE }, place, NOON)).toBe(true);
  });

  it('is on the web where the story is open to the web, and nowhere else for that', () => {
    const story = { audience: { ...LISTED.audience, web: true } };
    const others: Place[] = [
      { bot: 'terminal' },
      { bot: 'slack', workspace: 'T2', channel: 'C2' },
      { bot: 'discord', guild: '2', channel: '2' },
    ];
    expect(isOpenTo(story, { bot: 'web' }, NOON)).toBe(true);
    expect(others.map((place) => isOpenTo(story, place, NOON))).toEqual([false, false, false]);
  });

  it('on no list has to wait for the embargo to end, to the moment', () => {
    const embargo = '2026-12-01T13:00:00+01:00';
    const story = { audience: { ...LISTED.audience, everyone: true, web: false, embargo } };
    const [inside, outside]: Place[] = [
      { bot: 'slack', workspace: 'T1', channel: 'C1' },
      { bot: 'slack', workspace: 'T2', channel: 'C1' },
    ];
    expect([inside, outside].map((place) => place && isOpenTo(story, place, NOON - 1))).toEqual([
      true,
      false,
    ]);
    expect([inside, outside].map((place) => place && isOpenTo(story, place, NOON))).toEqual([true, true]);
  });

  it('stays closed after an embargo where everyone was never let in', () => {
    const story = { audience: { ...LISTED.audience, embargo: '2026-12-01T12:00:00Z' } };
    expect(isOpenTo(story, { bot: 'terminal' }, NOON + 1)).toBe(false);
  });

  it('has a name that it can be read from again', () => {
    const place: Place = { bot: 'discord', guild: '1', channel: '2' };
    expect(parsePlace(placeName(place))).toEqual(place);
    for (const bot of ['terminal', 'web'] as const) expect(parsePlace(placeName({ bot }))).toEqual({ bot });
    expect(placeName({ bot: 'slack', workspace: 'T1', channel: 'C1' })).toBe('slack:T1/C1');
    expect(placeName({ bot: 'slack', workspace: null, channel: null })).toBe('slack:-/-');
    expect(placeName({ bot: 'discord', guild: null, channel: '2' })).toBe('discord:-/2');
  });

  it.each([
    ['terminal', { bot: 'terminal' }],
    ['slack:T1', { bot: 'slack', workspace: 'T1', channel: null }],
    ['slack:T1/C1', { bot: 'slack', workspace: 'T1', channel: 'C1' }],
    ['discord:1/2', { bot: 'discord', guild: '1', channel: '2' }],
    ['discord:1', { bot: 'discord', guild: '1', channel: null }],
    ['irc:x', null],
    ['x slack:T1', null],
    ['slack:T1 ', null],
    ['Web', null],
    ['slack:', null],
    ['slack:T1/C1/x', null],
  ])('is read from %j', (text, place) => {
    expect(parsePlace(text)).toEqual(place);
  });
});
