import { join } from 'node:path';
import { openDiscord, TOKEN } from '../tests/support/discord-server/server.ts';
import { openSlack, TOKENS } from '../tests/support/slack-server/server.ts';
import { openBots } from './bot/bot.ts';
import { type LedgerControl, noLedger, postgresLedger, sqliteLedgers } from './bot/ledger.ts';
import { openTally, type Tally } from './counting/tally.ts';
import type { Order } from './drive.ts';
import { discordStreet } from './driving/discord.ts';
import { discordKeys, tooLate } from './driving/discord-hearing.ts';
import { libraryFiles, writeFiles } from './driving/library.ts';
import { slackStreet } from './driving/slack.ts';
import { httpCarrying, socketCarrying } from './driving/slack-carrying.ts';
import type { Street } from './driving/street.ts';
import { webStreet } from './driving/web.ts';
import type { Reach } from './faults/fault.ts';
import { randomFrom } from './random.ts';

/** The platforms, the bot between them, and people. */
export interface Scene {
  /** Where people ask, and the share of all questions that each place has. */
  readonly streets: readonly (readonly [Street, number])[];
  readonly tally: Tally;
  readonly reach: Reach;
  /** People begin to ask now. */
  begin(): void;
  /** The platforms forget all but so much. */
  forget(newest: number): void;
  end(): Promise<void>;
}

const SECRET = 'a-signing-secret-of-nobody';
const BOTS = ['slack-and-discord', 'slack-http'] as const;
/** In ms: how often a connection to Discord has to show that it lives; 41 s at Discord itself, which few runs would see. */
const HEARTBEAT = 5_000;
const INTERACTION = { status: 404, body: { message: 'Unknown interaction', code: 10062 } } as const;

/**
 * @param order what is to be run
 * @param folder for library and ledgers
 * @returns the scene, with the bot connected
 */
export async function openScene(order: Order, folder: string): Promise<Scene> {
  const ms = order.minutes * 60_000;
  const library = join(folder, 'library');
  await writeFiles(library, libraryFiles());
  const [slack, slackHttp, discord] = await Promise.all([openSlack(), openSlack(), openDiscord()]);
  for (const each of [slack, slackHttp]) each.paced = true;
  discord.gateway.heartbeatMs = Math.min(HEARTBEAT, ms / 20);
  const ledger = await ledgerOf(order.ledger, folder);
  const processes = await openBots(library);
  const common = { SLACK_BOT_TOKEN: TOKENS.bot, LOG_LEVEL: 'info' };
  const [first, second] = await Promise.all([
    processes.start(BOTS[0], {
      ...common,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      LEDGER_URL: ledger.url(BOTS[0]),
      WEB: 'on',
    }),
    processes.start(BOTS[1], {
      ...common,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: slackHttp.apiUrl,
      LEDGER_URL: ledger.url(BOTS[1]),
    }),
  ]);

  let began = performance.now();
  const clock = () => performance.now() - began;
  const tally = openTally(clock);
  const random = randomFrom(order.seed + 2);
  const mischief = { twice: 0, keptBack: 0 };
  const minute = Math.min(60_000, ms / 20);
  const sockets = socketCarrying(slack, minute);
  const street = { tally, mischief, random };
  const bySocket = slackStreet({ ...street, name: 'slack', slack, carrying: sockets });
  const byHttp = slackStreet({
    ...street,
    name: 'slack http',
    slack: slackHttp,
    carrying: httpCarrying(second, SECRET, minute),
  });
  const inDiscord = discordStreet({ ...street, discord });
  discord.weather = (call) => {
    const token = tooLate(discord, call);
    if (token === null) return undefined;
    const question = tally.find(discordKeys.interaction(token));
    if (question !== undefined) question.excuse = 'untaken';
    return INTERACTION;
  };
  const witnesses = [bySocket.witness, byHttp.witness, inDiscord.witness];
  return {
    tally,
    streets: [
      [bySocket, 0.33],
      [byHttp, 0.22],
      [inDiscord, 0.3],
      [webStreet(first, tally, random), 0.15],
    ],
    reach: {
      slack,
      slackHttp,
      sockets,
      discord,
      discordStreet: inDiscord,
      mischief,
      bots: [first, second],
      ledger,
      forgetAnswers() {
        for (const each of [bySocket, byHttp]) each.forget();
      },
      library,
      random,
      clock,
      corrected: { witnesses, expected: [], missing: [], pending: new Set() },
    },
    begin() {
      began = performance.now();
    },
    forget(newest) {
      for (const each of [slack, slackHttp, discord]) each.forget(newest);
    },
    async end() {
      for (const each of [bySocket, byHttp, inDiscord]) each.stop();
      await processes.end();
      await Promise.all([slack.close(), slackHttp.close(), discord.close(), ledger.end()]);
    },
  };
}

function ledgerOf(wish: string, folder: string): LedgerControl | Promise<LedgerControl> {
  if (wish === 'off') return noLedger();
  const files = sqliteLedgers(folder, BOTS);
  return wish === 'sqlite' ? files : postgresLedger(wish, files);
}
