import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../src/knowledge/index.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { seen } from '../../support/discord-server/shown.ts';
import { echo, messageOf, type Started, startBot } from './harness.ts';

describe('listening in Discord', () => {
  let started: Started;
  let questions: Question[];
  beforeEach(async () => {
    questions = [];
    started = await startBot(async (question) => {
      questions.push(question);
      return echo(question);
    });
  });
  afterEach(() => started.stop());

  const told = async (text: string, changes: Readonly<Record<string, unknown>>) => {
    const question = started.question('mention', text, changes);
    question.deliver();
    await started.settled();
    return question.posts();
  };

  it.each([
    ['everyone', { content: '@everyone what?', mention_everyone: true, mentions: [] }],
    ['a role', { content: '<@&900> what?', mention_roles: ['900'], mentions: [] }],
    ['the reply to an answer', { content: 'thanks', type: 19, mentions: [BOT] }],
    ['somebody else', { content: '<@2011> what?', mentions: [] }],
    ['nobody', { content: 'what?', mentions: [] }],
  ])('takes no mention of %s for one of itself', async (_name, changes) => {
    expect(await told('', changes)).toEqual([]);
  });

  it.each([
    ['a pinned message', { type: 6 }],
    ['a new member', { type: 7 }],
    ['a thread', { type: 18 }],
  ])('does not answer the notice of %s', async (_name, changes) => {
    expect(await told('what?', changes)).toEqual([]);
  });

  it('takes both forms of a mention, wherever it stands, out of the question', async () => {
    const content = `what <@!${BOT.id}> was the count <@${BOT.id}>`;
    expect(await told('', { content })).toHaveLength(1);
    expect(questions[0]?.text.replace(/\s+/g, ' ')).toBe('what was the count');
  });

  it('does not answer a message again that is edited', async () => {
    const question = started.question('mention', 'once');
    await started.ask(question);
    started.discord.gateway.dispatch('MESSAGE_UPDATE', {
      id: question.posts()[0]?.body?.nonce,
      channel_id: '600',
      guild_id: '500',
      content: `<@${BOT.id}> twice`,
      author: { id: '300', username: 'ada', discriminator: '0', avatar: null },
    });
    await started.settled();
    expect(question.posts()).toHaveLength(1);
  });

  it('knows the place of a question; a thread is of its channel', async () => {
    await started.ask(started.question('mention', 'in a channel'));
    await started.ask(started.question('mention', 'in a thread', { channel_id: '700' }));
    await started.ask(started.question('slash command', 'by a command'));
    await started.ask(started.question('direct message', 'alone', { channel_id: '999' }));
    expect(questions.map(({ scope }) => scope.place)).toEqual([
      { bot: 'discord', guild: '500', channel: '600' },
      { bot: 'discord', guild: '500', channel: '600' },
      { bot: 'discord', guild: '500', channel: '600' },
      { bot: 'discord', guild: null, channel: '999' },
    ]);
  });

  it('keeps what people asked in one channel apart', async () => {
    const other = { id: '303', username: 'bob', discriminator: '0', avatar: null };
    await started.ask(started.question('mention', 'first'));
    await started.ask(started.question('mention', 'by another', { author: other }));
    await started.ask(started.question('mention', 'second'));
    const earlier = questions.map((question) => question.earlier.map((turn) => turn.question));
    expect(earlier).toEqual([[], [], ['first']]);
  });

  it('takes a command without its option, and one without optional fields', async () => {
    const bare = { data: { id: '800', name: 'ask', type: 1 }, member: undefined, guild_id: undefined };
    await started.ask(started.question('slash command', '', bare));
    const scant = { entitlements: undefined, context: undefined, channel: undefined, locale: undefined };
    await started.ask(started.question('slash command', 'scant', scant));
    expect(questions.map(({ text }) => text)).toEqual(['', 'scant']);
  });

  it.each([
    [
      'a command that it does not know',
      { data: { id: '1', name: 'sing', type: 1 } },
      /do not know this command/,
    ],
    [
      'a button of long ago',
      { type: 3, data: { custom_id: 'old', component_type: 2 } },
      /does nothing any more/,
    ],
  ])('says so, to the one who used it alone, for %s', async (_name, changes, sentence) => {
    const message = messageOf(await started.ask(started.question('slash command', '', changes)));
    expect(seen(message).text).toMatch(sentence);
    expect(Number(message.flags) & (1 << 6)).not.toBe(0);
  });

  it('completes nothing where Discord asks for completions', async () => {
    const question = started.question('slash command', '', { type: 4 });
    question.deliver();
    await started.discord.until(() => started.discord.calls.some(({ body }) => body?.type === 8));
    expect(questions).toEqual([]);
  });
});
