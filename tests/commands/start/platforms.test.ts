import { describe, expect, it } from 'vitest';
import { type Bot, BotStartError } from '../../../src/bots/bot.ts';
import { startTogether } from '../../../src/commands/start/platforms.ts';
import { rememberingLog } from '../../support/remembering-log.ts';

function bot(name: 'slack' | 'discord', error: Error | null): Bot {
  return {
    name,
    start: async () => {
      if (error !== null) throw error;
    },
    stop: async () => undefined,
    health: () => (error === null ? 'connected' : 'connecting'),
  };
}

const WRONG = new BotStartError('bad-token', 'Slack refused the token: copy it anew.');
const AWAY = new BotStartError('unreachable', 'Discord cannot be reached: check the network.');

describe('bots that are started together', () => {
  it('go on without one that cannot start, which is told once', async () => {
    const { lines, log } = rememberingLog();
    const [slack, discord] = [bot('slack', WRONG), bot('discord', null)];
    const { running } = await startTogether([slack, discord], log);
    expect(running).toEqual([discord]);
    expect(lines).toEqual([
      {
        level: 'error',
        fields: { bot: 'slack', code: 'bad-token' },
        message: 'Slack refused the token: copy it anew. Until then the others go on without it.',
      },
    ]);
  });

  it('end later where a platform could not be reached, as a new process may reach it', async () => {
    const { log } = rememberingLog();
    const { ended } = await startTogether([bot('slack', null), bot('discord', AWAY)], log, 5);
    await expect(ended).rejects.toBe(AWAY);
  });

  it('do not end later for what a new process would meet again', async () => {
    const { log } = rememberingLog();
    const { ended } = await startTogether([bot('slack', WRONG), bot('discord', null)], log, 1);
    const waited = new Promise((resolve) => setTimeout(resolve, 20, 'still running'));
    expect(await Promise.race([ended, waited])).toBe('still running');
  });

  it('do not start where none of them can: one is what it ends with, the log has the others', async () => {
    const { lines, log } = rememberingLog();
    await expect(startTogether([bot('slack', WRONG), bot('discord', AWAY)], log)).rejects.toBe(WRONG);
    expect(lines).toEqual([
      { level: 'error', fields: { bot: 'discord', code: 'unreachable' }, message: AWAY.message },
    ]);
  });

  it('do not go on over a mistake of ours', async () => {
    const { log } = rememberingLog();
    const mistake = new TypeError('undefined is not a function');
    await expect(startTogether([bot('slack', mistake), bot('discord', null)], log)).rejects.toBe(mistake);
  });
});
