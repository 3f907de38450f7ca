import { rm } from 'node:fs/promises';
import { App, type AppOptions } from '@slack/bolt';
import { openDesk } from '../../../src/bots/conversation.ts';
import { openEchoes } from '../../../src/bots/slack/calls/echoes.ts';
import { openPostings } from '../../../src/bots/slack/calls/postings.ts';
import { openInbox } from '../../../src/bots/slack/inbox/inbox.ts';
import { boltLog } from '../../../src/bots/slack/intake/bolt-log.ts';
import { listenTo } from '../../../src/bots/slack/listen.ts';
import { aroundOf } from '../../../src/bots/slack/workspace/around-of.ts';
import { openKnowledge } from '../../../src/knowledge/index.ts';
import { memoryLedger } from '../../../src/ledger/memory.ts';
import { rememberingLog } from '../../support/remembering-log.ts';
import type { Json } from '../../support/slack-server/json.ts';
import { openSlack, type SlackServer, TOKENS } from '../../support/slack-server/server.ts';

/** What became of a delivery. */
export interface Done {
  /** What it was acknowledged with, as often as it was. */
  readonly acknowledged: readonly unknown[];
  /** What Bolt could not handle: whoever took it in tells the log, and nobody else. */
  readonly thrown: unknown;
}

/** The real Bolt with every listener of ours, into which payloads go as its receivers hand them on. */
export interface Opened {
  readonly slack: SlackServer;
  /** Delivers something, and resolves once everything is done that it sets off. */
  deliver(body: Json): Promise<Done>;
  close(): Promise<void>;
}

/** @param data folder of a library, which goes with it */
export async function openBolt(data: string): Promise<Opened> {
  const [slack, knowledge, ledger] = await Promise.all([
    openSlack(),
    openKnowledge({ data }),
    memoryLedger(null),
  ]);
  const { log } = rememberingLog();
  const logger = boltLog(log);
  const config = {
    botToken: TOKENS.bot,
    oauth: null,
    apiUrl: slack.apiUrl,
    mode: { kind: 'http', signingSecret: 'secret' },
  } as const;
  const desk = openDesk({ knowledge, ledger, log });
  const postings = openPostings(ledger, log);
  const inbox = openInbox({ store: ledger.inbox, desk, postings, log });
  // Here nobody waits for the next message of a channel.
  const pace = { inTurn: <T>(_: string, work: () => Promise<T>) => work(), release: () => undefined };
  const shared = {
    desk,
    knowledge,
    ledger,
    log,
    pace,
    postings,
    echoes: openEchoes(),
    inbox,
    mayBeDone: () => false,
  };
  const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
  const authorize: NonNullable<AppOptions['authorize']> = async () => ({
    botToken: TOKENS.bot,
    botUserId: 'UBOT',
    botId: 'BBOT',
  });
  const app = new App({ receiver, authorize, ignoreSelf: false, convoStore: false, logger });
  app.error(async (error) => log.error({ err: error }, 'Bolt could not handle an event'));
  listenTo(app, aroundOf(config, logger, shared));
  const taking = inbox.before(app, () => ({ user: 'UBOT', bot: 'BBOT' }));

  return {
    slack,
    async deliver(body) {
      slack.note(body);
      const acknowledged: unknown[] = [];
      const ack = async (answer?: unknown) => void acknowledged.push(answer);
      try {
        await taking.processEvent({ body, ack });
        return { acknowledged, thrown: null };
      } catch (thrown) {
        return { acknowledged, thrown };
      }
    },
    async close() {
      inbox.stop();
      await knowledge.close();
      await slack.close();
      await rm(data, { recursive: true });
    },
  };
}
