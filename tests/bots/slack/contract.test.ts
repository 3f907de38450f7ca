import { holdable } from '../../support/held.ts';
import type { Call } from '../../support/slack-server/server.ts';
import { pingsIn, seen } from '../../support/slack-server/shown.ts';
import { type BotUnderTest, describeBot, type Shown } from '../bot-contract.ts';
import { type Mode, startBot, type Way } from './harness.ts';

describeBot({
  name: 'slack (Socket Mode)',
  ways: ['mention', 'direct message', 'slash command', 'message shortcut'],
  privateWays: ['slash command', 'message shortcut'],
  shared: true,
  open: (ask) => open(ask, 'socket'),
});

describeBot({
  name: 'slack (HTTP)',
  ways: ['mention', 'slash command'],
  privateWays: ['slash command'],
  shared: true,
  open: (ask) => open(ask, 'http'),
});

function shown({ method, args }: Call): Shown {
  const onlyToAsker =
    method === 'chat.postEphemeral' || (method === 'response_url' && args.response_type === 'ephemeral');
  return { ...seen(args), onlyToAsker };
}

async function open(find: Parameters<typeof startBot>[0], mode: Mode): Promise<BotUnderTest> {
  const desk = holdable(find);
  const started = await startBot(desk.find, mode);
  const { slack } = started;

  return {
    ask: async (way, text) => shown(await started.ask(started.question(way as Way, text))),
    async askTwice(way, text) {
      const question = started.question(way as Way, text);
      await started.deliver(question);
      await started.deliver(question);
      await started.settled();
      return question.posts().map(shown);
    },
    async letBotsSpeak(text) {
      const traits = [
        { user: 'UBOT', bot_id: 'BBOT', app_id: 'A1' },
        { user: 'UBOT' },
        { user: 'U9', bot_id: 'B9' },
        { user: 'U9', bot_profile: { id: 'B9', name: 'other' } },
        { user: undefined, subtype: 'bot_message', bot_id: 'B9', username: 'other' },
        { user: 'USLACKBOT' },
      ];
      const said = traits.flatMap((trait) => [
        started.question('mention', text, trait),
        started.question('direct message', text, trait),
      ]);
      for (const question of said) await started.deliver(question);
      await started.settled();
      return said.flatMap((question) => question.posts().map(shown));
    },
    pings: () => slack.calls.flatMap(({ args }) => pingsIn(args)),
    async stopWhileAsking(way, text) {
      const { reached, release } = desk.hold();
      const question = started.question(way as Way, text);
      await started.deliver(question);
      await reached;
      const stopped = started.bot.stop();
      release();
      await stopped;
      return question.posts().map(shown);
    },
    stop: started.stop,
  };
}
