import { autocompletion, typedCommand } from '../../tests/support/discord-server/interactions.ts';
import type { Json } from '../../tests/support/discord-server/json.ts';
import { press } from '../../tests/support/discord-server/press.ts';
import { say } from '../../tests/support/discord-server/say.ts';
import { BOT, type DiscordServer } from '../../tests/support/discord-server/server.ts';
import { seen } from '../../tests/support/discord-server/shown.ts';
import type { Excuse, Question, Tally } from '../counting/tally.ts';
import { oneOf, type Random } from '../random.ts';
import type { Witness } from './canary.ts';
import { discordKeys, hearDiscord } from './discord-hearing.ts';
import { type Mischief, mischievously } from './mischief.ts';
import { type Asked, someFollowUp } from './questions.ts';
import { recent } from './recent.ts';
import type { Street } from './street.ts';

/** What there is to work with. */
export interface DiscordAround {
  readonly discord: DiscordServer;
  readonly tally: Tally;
  readonly mischief: Mischief;
  readonly random: Random;
}

export interface DiscordStreet extends Street {
  /** Discord itself lost what was asked between two moments, in ms since people began to ask. */
  excuse(from: number, to: number): void;
  readonly stop: () => void;
  readonly witness: Witness;
}

const GUILD = '500';
/** Of the server: in none, more is asked than is answered in a minute. */
const CHANNELS = 60;
/** Nobody asks more than is answered to one person in a minute. */
const PEOPLE = 600;
/** In ms: three seconds, and what an answer needs that was under way. */
const RESPONDED_WITHIN = 4_000;
const PRESSED = ['More context', 'Not what I asked', 'Other sources', 'Tell the desk', 'Helpful'];

/**
 * People in Discord.
 *
 * @param around the server
 * @returns ways to ask
 */
export function discordStreet(around: DiscordAround): DiscordStreet {
  const { discord, tally, mischief, random } = around;
  openPlaces(discord);
  const answered = recent<string>();
  let count = 0;
  const stop = hearDiscord(discord, tally, (message) => answered.add(message));

  const channel = () => String(6_000 + (count % CHANNELS));
  const user = () => String(10_000 + (count % PEOPLE));
  /** Without a session, Discord has nobody to tell. */
  const send = (question: Question, deliver: () => void) => {
    if (discord.gateway.intents() === null) question.excuse = 'undelivered';
    void mischievously(mischief, random, async () => deliver());
    return question;
  };

  function said(way: string, message: Parameters<typeof say>[1], expects: string | null): Question {
    // The message is made when it is first delivered, and is the same when it comes again.
    const id = discord.snowflake();
    const question = tally.ask(`discord ${way}`, [discordKeys.under(id)], expects);
    return send(question, () => void say(discord, { ...message, more: { id } }));
  }

  function interacted(way: string, payload: Json, expects: string | null): Question {
    const question = tally.ask(`discord ${way}`, [discordKeys.interaction(payload.token)], expects);
    // Discord tells the person itself that nobody has responded in time.
    setTimeout(() => {
      if (discord.interaction(payload.token)?.responded === null) question.excuse ??= 'untaken';
    }, RESPONDED_WITHIN).unref();
    return send(question, () => discord.interact(payload));
  }

  function button(): Question | null {
    const on = answered.take(random);
    const kept = on === null ? undefined : discord.message(on);
    if (kept === undefined) return null;
    const labels = seen(kept.message)
      .buttons.map(({ label }) => label)
      .filter((label) => PRESSED.includes(label));
    if (labels.length === 0) return null;
    count += 1;
    return interacted('button', press(discord, kept, oneOf(random, labels), { user: user() }), null);
  }

  function followUp(): Question | null {
    const on = answered.take(random);
    const replyTo = on === null ? undefined : discord.message(on);
    if (replyTo === undefined) return null;
    const { text, expects } = someFollowUp(random);
    return said('follow-up', { text, replyTo, channel: replyTo.channel, user: user() }, expects);
  }

  const next = (ask: (asked: Asked) => Question) => (asked: Asked) => {
    count += 1;
    return ask(asked);
  };
  const mention = next(({ text, expects }) =>
    said('mention', { text: `<@${BOT.id}> ${text}`, channel: channel(), user: user() }, expects),
  );
  return {
    stop,
    witness: {
      way: 'discord mention',
      ask: mention,
      look: ({ answers }) => JSON.stringify(discord.message([...answers][0])?.message ?? null),
    },
    excuse(from, to) {
      for (const question of tally.questions) {
        const isMeant = question.way.startsWith('discord') && question.answeredAt === null;
        if (isMeant && question.askedAt >= from && question.askedAt <= to)
          question.excuse ??= 'undelivered' satisfies Excuse;
      }
    },
    ways: [
      { weight: 3, ask: mention },
      {
        weight: 3,
        ask: next(({ text, expects }) => {
          const person = { channel: channel(), user: user() };
          return interacted('command', typedCommand(discord, 'ask', { question: text }, person), expects);
        }),
      },
      {
        weight: 2,
        ask: next(({ text, expects }) =>
          said(
            'direct message',
            { text, channel: String(900_000 + (count % PEOPLE)), user: user() },
            expects,
          ),
        ),
      },
      {
        weight: 1,
        ask: next(({ text }) => {
          const typed = { question: text.slice(0, 12) };
          const person = { channel: channel(), user: user() };
          return interacted('typing', autocompletion(discord, 'ask', typed, 'question', person), null);
        }),
      },
      { weight: 2, ask: followUp },
      { weight: 2, ask: button },
    ],
  };
}

function openPlaces(discord: DiscordServer): void {
  const home = discord.guilds.get(GUILD) ?? {};
  const roles = [{ id: GUILD, permissions: '8', name: '@everyone', position: 0 }];
  discord.guilds.set(GUILD, { ...home, id: GUILD, roles });
  for (let index = 0; index < CHANNELS; index += 1) {
    const id = String(6_000 + index);
    discord.channels.set(id, { id, type: 0, guild_id: GUILD, name: `floor-${index}` });
  }
}
