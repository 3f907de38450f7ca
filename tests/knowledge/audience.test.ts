import { describe, expect, it } from 'vitest';
import {
  AudienceField,
  audienceLines,
  belongsUnderAudience,
  EmbargoField,
  EVERYONE,
  isMeantForAudience,
  NOBODY,
} from '../../src/knowledge/audience.ts';
import { isOpenTo, type Place } from '../../src/knowledge/place.ts';

const PLACES: readonly Place[] = [
  { bot: 'terminal' },
  { bot: 'web' },
  { bot: 'slack', workspace: 'T1', channel: 'C1' },
  { bot: 'slack', workspace: null, channel: null },
  { bot: 'discord', guild: '1', channel: '2' },
  { bot: 'discord', guild: null, channel: null },
];

describe('who may see a story', () => {
  it('is nobody in any place for NOBODY, at any time, and everybody for EVERYONE', () => {
    const openTo = (audience: typeof NOBODY) => PLACES.map((place) => isOpenTo({ audience }, place, 2 ** 53));
    expect(openTo(NOBODY)).toEqual(PLACES.map(() => false));
    expect(openTo(EVERYONE)).toEqual(PLACES.map(() => true));
    // Neither lists a place that some platform might come to have.
    const lists = [NOBODY, EVERYONE].flatMap(({ slack, discord }) => [
      ...Object.values(slack),
      ...Object.values(discord),
    ]);
    expect(lists.flat()).toEqual([]);
  });

  it('is nobody where no list names anybody and everyone is not said', () => {
    expect(AudienceField.parse({})).toEqual({
      everyone: false,
      embargo: null,
      web: false,
      slack: { workspaces: [], channels: [] },
      discord: { guilds: [], channels: [] },
    });
  });

  it('is everyone only where that is said', () => {
    expect(AudienceField.parse('everyone')).toMatchObject({ everyone: true, embargo: null });
    expect(AudienceField.parse({ everyone: 'true' })).toMatchObject({ everyone: true, web: false });
    expect(AudienceField.parse({ everyone: 'false', web: 'true' })).toMatchObject({
      everyone: false,
      web: true,
    });
  });

  it.each([
    { web: 'yes' },
    { everyone: '' },
    { slack: { workspaces: 'T1' } },
    { slack: { channels: [' '] } },
    { irc: [] },
    'nobody',
  ])('is not read from %j, which might be meant either way', (written) => {
    expect(AudienceField.safeParse(written).success).toBe(false);
  });

  it('has ids without the white space around them', () => {
    expect(AudienceField.parse({ discord: { guilds: [' 1 '], channels: null } })).toMatchObject({
      discord: { guilds: ['1'], channels: [] },
    });
  });
});

describe('an embargo', () => {
  it('is a moment that everybody understands alike, so it needs its offset', () => {
    const isRead = (text: string) => EmbargoField.safeParse(text).success;
    expect(['2026-12-01T06:00:00Z', '2026-12-01T06:00:00-05:00'].map(isRead)).toEqual([true, true]);
    expect(['2026-12-01T06:00:00', '2026-12-01', 'noon', ''].map(isRead)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the name of a field', () => {
  it.each([
    'audience',
    'Audience',
    'audiences',
    'audiance',
    'adience',
    'ａｕｄｉｅｎｃｅ',
    'embargo',
    'ebmargo',
    'embargoed',
    'embargo_until',
    'audience list',
    'awdiense',
  ])('%j seems to be meant for who may see a story', (name) => {
    expect(isMeantForAudience(name)).toBe(true);
  });

  it.each(['title', 'aliases', 'feeds', 'questions', 'science', 'cargo'])('%j does not', (name) => {
    expect(isMeantForAudience(name)).toBe(false);
  });

  it('belongs under audience where it is one of those that stand there, and no other', () => {
    expect(['web', 'Slack', ' guilds '].map(belongsUnderAudience)).toEqual([true, true, true]);
    expect(['website', 'myweb', 'title'].map(belongsUnderAudience)).toEqual([false, false, false]);
  });
});

describe('the lines of a story file that say who may see the story', () => {
  it('are those under audience and embargo, without comments, blank lines and white space at their ends', () => {
    const source = `title: Ferry
audience:  
  # the desk
  slack:

    workspaces:
      - T1
aliases:
  - boat
embargo: 2026-12-01T06:00:00Z
`;
    expect(audienceLines(source)).toBe(`audience:
  slack:
    workspaces:
      - T1
embargo: 2026-12-01T06:00:00Z`);
  });

  it('are none where only the words of another field sound like them', () => {
    expect(audienceLines('  title: x\ntitle: on the web: more\nquestions:\n  - Which channels:?\n')).toBe('');
  });

  it('are the same whatever else is changed, and however the lines end', () => {
    const source = 'title: Ferry\naudience:\n  web: true\nquestions:\n  - When?\n';
    const other = 'audience:\n  web: true\ntitle: Boat\n';
    expect(audienceLines(other.replaceAll('\n', '\r\n'))).toBe(audienceLines(source));
    expect(audienceLines(source.replaceAll('\n', '\r'))).toBe(audienceLines(source));
  });

  it.each([
    ['"audience": everyone'],
    ["{ 'audience': everyone }"],
    ['{audience: everyone }'],
    ['title: x, audience: everyone'],
    ['audiance: everyone'],
    ['  web: true'],
    ['{web: true}'],
    ['{  web: true}'],
    ['"web": true'],
    ["'awdiense'  : x"],
    ['? audience'],
    ['*x: &audience'],
  ])('hold %j, which may say it', (line) => {
    expect(audienceLines(`title: Ferry\n${line}\nfeeds: []`)).toBe(line);
  });
});
