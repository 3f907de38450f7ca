import type { Call } from '../../support/discord-server/server.ts';
import { BOT } from '../../support/discord-server/server.ts';
import { pingsIn, seen } from '../../support/discord-server/shown.ts';
import { holdable } from '../../support/held.ts';
import { type BotUnderTest, describeBot, type Shown } from '../bot-contract.ts';
import { type Ask, messageOf, startBot, WAYS, type Way } from './harness.ts';

const PRIVATE = 'message command';
describeBot({ name: 'discord', ways: [...WAYS, PRIVATE], privateWays: [PRIVATE], shared: true, open });

async function open(find: Ask): Promise<BotUnderTest> {
  const desk = holdable(find);
  const started = await startBot(desk.find);
  const { discord } = started;

  /** Who alone sees an answer is decided by the first response, so that it is asked of where it stands. */
  function shown(call: Call): Shown {
    const { text, bold, links } = seen(messageOf(call));
    const kept = discord.message(call.message);
    if (kept === undefined) throw new Error('the answer stands nowhere');
    return { text, bold, links, onlyToAsker: kept.to !== null };
  }

  return {
    ask: async (way, text) => shown(await started.ask(started.question(way as Way, text))),
    async askTwice(way, text) {
      const question = started.question(way as Way, text);
      question.deliver();
      await started.ask(question);
      await started.settled();
      return question.posts().map(shown);
    },
    async letBotsSpeak(text) {
      const other = { id: '301', username: 'other', discriminator: '0', avatar: null };
      const said = [
        { author: BOT },
        { author: { ...other, bot: true } },
        { author: { ...other, system: true } },
        { author: other, webhook_id: '900' },
      ].flatMap((trait) => [
        started.question('mention', text, trait),
        started.question('direct message', text, trait),
      ]);
      for (const question of said) question.deliver();
      await started.settled();
      return said.flatMap((question) => question.posts().map(shown));
    },
    pings: () => discord.calls.flatMap((call) => pingsIn(messageOf(call))),
    async stopWhileAsking(way, text) {
      const { reached, release } = desk.hold();
      const question = started.question(way as Way, text);
      question.deliver();
      await reached;
      const stopped = started.bot.stop();
      release();
      await stopped;
      return question.posts().map(shown);
    },
    stop: started.stop,
  };
}
