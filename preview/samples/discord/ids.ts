import type { Place } from '../../../src/knowledge/index.ts';
import type { Known } from '../../discord/known.ts';

/** Discord's ids are numbers; these are of nobody. */
export const GUILD = '100000000000000001';
export const CHANNEL = '100000000000000002';
const BOT = '100000000000000003';

/** What a reader's Discord knows. The day is an invented one: a picture stays as it is. */
export const KNOWN: Known = {
  names: { [CHANNEL]: 'night-desk', [BOT]: 'Nutgraf' },
  now: Date.parse('2026-02-03T10:24:00Z'),
};

/** Where the samples' questions are asked: in some channel, of which nothing is known. */
export const SOMEWHERE: Place = { bot: 'discord', guild: GUILD, channel: CHANNEL };

/** How a person in a channel addresses us. */
export const MENTION = `<@${BOT}>`;
