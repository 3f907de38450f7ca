import { onTestFinished, vi } from 'vitest';
import { openKnowledge } from '../../../../src/knowledge/index.ts';
import type { Delivery, Ledger } from '../../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../../src/ledger/memory.ts';
import type { Line } from '../../../support/remembering-log.ts';
import { deliveryRequest } from '../../../support/slack-server/http.ts';
import type { Json } from '../../../support/slack-server/json.ts';
import { type Call, openSlack, type SlackServer } from '../../../support/slack-server/server.ts';
import { eventsUrl, type Making, type Mode, makeBot, SECRET } from '../harness.ts';

type Ask = Parameters<typeof makeBot>[0];

/** One of several processes that serve the same workspace. */
export interface Process {
  readonly lines: readonly Line[];
  /** Delivers to this one; resolves once it has acknowledged, with the body. */
  deliver(payload: Json, type?: 'events_api' | 'slash_commands' | 'interactive'): Promise<string>;
  stop(): Promise<void>;
}

/** A workspace whose bot runs in several processes over one ledger. */
export interface Office {
  readonly slack: SlackServer;
  readonly ledger: Ledger;
  /** What was taken on, whether it was new or not. */
  readonly offered: readonly Delivery[];
  /** First names of what is done, in order. */
  readonly done: readonly string[];
  /** Starts a process; all of them answer from the same library. */
  start(with_?: { ask?: Ask; mode?: Mode; making?: Making }): Promise<Process>;
  /** Starts one that never comes to answer. */
  startStuck(): Promise<Process>;
  /** Starts one that dies before it can say of anything what became of it. */
  startDying(): Promise<Process>;
  /** Everything that is taken on and not done was of a process that has gone. */
  gone(): Promise<void>;
  /** Waits until a delivery is done, by any of its names. */
  until(name: string): Promise<void>;
  /** Calls of a method that Slack took. */
  taken(method: string): readonly Call[];
}

export async function openOffice(): Promise<Office> {
  const slack = await openSlack();
  const memory = await memoryLedger(null);
  const { ask, storiesOpenTo } = await openKnowledge({ data: 'tests/fixtures/library' });
  onTestFinished(async () => {
    await slack.close();
    await memory.close();
  });
  const offered: Delivery[] = [];
  const done: string[] = [];
  const ledger: Ledger = {
    ...memory,
    inbox: {
      ...memory.inbox,
      async accept(delivery) {
        offered.push(delivery);
        return memory.inbox.accept(delivery);
      },
      async done(name) {
        await memory.inbox.done(name);
        done.push(name);
      },
    },
  };

  async function startWith(answer: Ask, mode: Mode, making: Making, stops = true): Promise<Process> {
    const { bot, lines } = await makeBot(answer, mode, { ledger, slack, storiesOpenTo, ...making });
    await bot.start();
    // One that is stuck would be waited for.
    onTestFinished(async () => {
      const stopped = bot.stop();
      if (stops) await stopped;
    });
    return {
      lines,
      async deliver(payload, type = 'events_api') {
        slack.note(payload);
        const response = await fetch(eventsUrl(lines), deliveryRequest(SECRET, type, payload));
        if (response.status !== 200) throw new Error(`the bot answered ${response.status}`);
        return response.text();
      },
      stop: bot.stop,
    };
  }

  return {
    slack,
    ledger,
    offered,
    done,
    start: ({ ask: answer = ask, mode = 'http', making = {} } = {}) => startWith(answer, mode, making),
    startStuck: () => startWith(() => new Promise(() => undefined), 'http', {}, false),
    startDying() {
      const silent = { ...ledger.inbox, done: async () => undefined };
      const posts = { ...ledger.posts, set: async () => undefined };
      return startWith(ask, 'http', { ledger: { ...ledger, inbox: silent, posts } });
    },
    async gone() {
      const taken = offered.filter(({ names: [name = ''] }) => !done.includes(name));
      for (const { names } of taken) await memory.inbox.release(names[0] ?? '');
    },
    until: (name) =>
      vi.waitFor(
        () => {
          const delivery = offered.find(({ names }) => names.includes(name));
          if (!done.includes(delivery?.names[0] ?? name)) throw new Error(`${name} is not done`);
        },
        { timeout: 10_000 },
      ),
    taken: (method) => slack.calls.filter((call) => call.method === method && call.refusal === null),
  };
}
