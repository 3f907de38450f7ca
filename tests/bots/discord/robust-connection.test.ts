import { describe, expect, it, type onTestFinished } from 'vitest';
import { press } from '../../support/discord-server/press.ts';
import type { DiscordServer } from '../../support/discord-server/server.ts';
import { holdable } from '../../support/held.ts';
import { type Delivery, echo, type Started, startBot, WAYS } from './harness.ts';

async function started(finished: typeof onTestFinished, ask = echo): Promise<Started> {
  const bot = await startBot(ask);
  finished(bot.stop);
  return bot;
}

/** What breaks a connection, and whether Discord keeps the session, so that it tells what was missed. */
const FAULTS: readonly (readonly [string, boolean, (discord: DiscordServer) => void])[] = [
  ['RECONNECT', true, ({ gateway }) => gateway.reconnect()],
  ['RECONNECT, twice', true, ({ gateway }) => [gateway.reconnect(), gateway.reconnect()]],
  ['INVALID_SESSION, to be resumed', true, ({ gateway }) => gateway.invalidate(true)],
  ['INVALID_SESSION', false, ({ gateway }) => gateway.invalidate(false)],
  ['a socket that breaks', true, ({ gateway }) => gateway.cut()],
  ['a session that ended meanwhile', false, ({ gateway }) => [gateway.expire(), gateway.cut()]],
  ['close code 1001', true, ({ gateway }) => gateway.drop(1001)],
  ['close code 4000', true, ({ gateway }) => gateway.drop(4000)],
  // discord.js would begin a new session after these, though Discord says nothing of the old one.
  ['close code 4003', true, ({ gateway }) => gateway.drop(4003)],
  ['close code 4005', true, ({ gateway }) => gateway.drop(4005)],
  ['close code 4008', true, ({ gateway }) => gateway.drop(4008)],
  ['close code 4009', false, ({ gateway }) => gateway.drop(4009)],
  [
    'a gateway that is gone for a moment',
    true,
    ({ gateway }) => {
      gateway.away = true;
      gateway.cut();
      setTimeout(() => {
        gateway.away = false;
      }, 1_200);
    },
  ],
];

// What takes its time here is discord.js's own waiting.
describe.concurrent('a connection to Discord that is lost', () => {
  it.for(FAULTS)(
    'loses no question and answers none twice: %s',
    async ([, keeps, fault], { onTestFinished }) => {
      const desk = holdable(echo);
      const { discord, question, ask, bot } = await started(onTestFinished, desk.find);
      const answer = await ask(question('mention', 'the one before'));
      const kept = discord.message(answer.message);
      if (kept === undefined) throw new Error('no message');

      const { reached, release } = desk.hold();
      const inFlight = WAYS.map((way) => question(way, `${way} in flight`));
      for (const each of inFlight) each.deliver();
      await reached;
      fault(discord);
      await expect.poll(() => bot.health(), { interval: 10 }).toBe('connecting');
      const missed = WAYS.map((way) => question(way, `${way} meanwhile`));
      const pressed = press(discord, kept, 'Helpful');
      if (keeps) {
        for (const each of missed) each.deliver();
        discord.interact(pressed);
      }
      release();
      await expect.poll(() => bot.health(), { timeout: 15_000 }).toBe('connected');
      // What was on its way when the connection broke may be told again.
      for (const each of inFlight) each.deliver();
      const after = WAYS.map((way) => question(way, `${way} afterwards`));
      for (const each of after) await ask(each);

      const all: readonly Delivery[] = [...inFlight, ...(keeps ? missed : []), ...after];
      await discord.until(() => all.every((each) => each.posts().length > 0));
      expect(all.map((each) => each.posts().length)).toEqual(all.map(() => 1));
      const presses = discord.calls.filter(({ path }) => path.includes(`/${String(pressed.token)}/callback`));
      expect(presses.map(({ status }) => status < 300)).toEqual(keeps ? [true] : []);
      if (keeps) expect(discord.gateway.said.filter(({ op }) => op === 2)).toHaveLength(1);
    },
  );

  it('is noticed where it only falls silent, and nothing is lost', async ({ onTestFinished }) => {
    const { discord, question, bot } = await started(onTestFinished);
    discord.gateway.heartbeatMs = 200;
    discord.gateway.reconnect();
    await discord.until(() => discord.gateway.beats() > 0);
    await expect.poll(() => bot.health()).toBe('connected');
    discord.gateway.silence();
    const unheard = question('mention', 'anybody there?');
    unheard.deliver();
    await discord.until(() => unheard.posts().length > 0);
    expect(unheard.posts()).toHaveLength(1);
    expect(discord.gateway.said.map(({ op }) => op)).toEqual([2, 6, 6]);
  });

  it.for([
    ['accepts it and says nothing', 'mute'],
    ['never says that it is resumed', 'stalled'],
  ] as const)(
    'is tried again where Discord %s, and the session is kept',
    async ([, how], { onTestFinished }) => {
      const { discord, question, bot } = await started(onTestFinished);
      discord.gateway[how] = true;
      discord.gateway.cut();
      const meanwhile = question('mention', 'meanwhile');
      await discord.until(() => discord.gateway.connections() === 2);
      if (how === 'stalled') await discord.until(() => discord.gateway.said.length === 2);
      meanwhile.deliver();
      discord.gateway[how] = false;
      await discord.until(() => meanwhile.posts().length > 0);
      expect(meanwhile.posts()).toHaveLength(1);
      expect(discord.gateway.said.filter(({ op }) => op === 2)).toHaveLength(1);
      expect(bot.health()).toBe('connected');
    },
  );

  it.for(WAYS)(
    'answers once what Discord delivers again after it was answered: %s',
    async (way, { onTestFinished }) => {
      const { question, ask, settled, discord } = await started(onTestFinished);
      const asked = question(way, 'how many people came to the meeting?');
      await ask(asked);
      const calls = discord.calls.length;
      asked.deliver();
      asked.deliver();
      await settled();
      expect(asked.posts()).toHaveLength(1);
      expect(discord.calls.slice(calls).filter(({ status }) => status >= 400)).toEqual([]);
      expect(JSON.stringify(discord.calls.slice(calls))).not.toContain('a moment ago');
    },
  );
});
