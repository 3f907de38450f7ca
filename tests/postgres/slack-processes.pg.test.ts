import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { DeliveryType } from '../support/slack-server/http.ts';
import type { Json } from '../support/slack-server/json.ts';
import { mentionEvent, messageEvent } from '../support/slack-server/message-events.ts';
import { slashCommand } from '../support/slack-server/payloads.ts';
import { openSlack, type SlackServer, TOKENS } from '../support/slack-server/server.ts';
import { type Program, program, type Running } from './program.ts';
import { installedPostgres, type Server, startServer } from './server.ts';
import { acknowledged, balancer, overHttp, overSockets, type Try } from './slack-sending.ts';

/** Questions in a second, and for how many seconds. */
const RATE = 20;
const SECONDS = 30;
/** Questions under way, at most: a machine that is slower than that is asked less. */
const UNDER_WAY = 20;
/** In ms. A process counts as gone after 15 s; what it left is answered within some seconds then. */
const HEIRS_ANSWER_WITHIN = 90_000;
const PATIENCE = 600_000;
/** In ms: how long both are there before one of them is killed. */
const BETWEEN_KILLS = 3_000;
/** Slack takes a message a second in each. */
const CHANNELS = 150;
const PRICE = 'What does a ticket cost?';
const SECRET = 'signing-secret';
const programs = installedPostgres();

let server: Server;
let nutgraf: Program;
beforeAll(async () => {
  if (programs === null) return;
  [server, nutgraf] = await Promise.all([startServer(programs), program({ ready: 'connected to Slack' })]);
});
afterAll(async () => {
  await nutgraf?.end();
  await server?.end();
});

/** Something that is asked, and how many answers there are. */
interface Asked {
  readonly kind: 'mention' | 'direct message' | 'command';
  readonly deliveries: readonly (readonly [DeliveryType, Json])[];
  readonly answers: () => number;
}

/** A mention comes twice, as an app is told of it that hears messages as well. */
function asked(slack: SlackServer, index: number): Asked {
  const ts = slack.ts();
  const [shared, own] = [`C${index % CHANNELS}`, `D${index}`];
  switch (index % 5) {
    case 0: {
      const direct = messageEvent(slack, { channel: own, text: PRICE, ts });
      return {
        kind: 'direct message',
        deliveries: [['events_api', direct]],
        answers: () => slack.messages(own).length,
      };
    }
    case 1: {
      const user = `U${index}`;
      const command = slashCommand(slack, shared, PRICE, { user });
      const answers = () => slack.ephemerals(shared, user).length;
      return { kind: 'command', deliveries: [['slash_commands', command]], answers };
    }
    default: {
      const mention = mentionEvent(slack, { channel: shared, text: PRICE, ts });
      const message = messageEvent(slack, { channel: shared, text: `<@UBOT> ${PRICE}`, ts });
      const deliveries = [['events_api', mention] as const, ['events_api', message] as const];
      return { kind: 'mention', deliveries, answers: () => slack.messages(shared, ts).length };
    }
  }
}

/** Asks at a steady rate; resolves with what somebody acknowledged. */
async function ask(slack: SlackServer, attempt: Try, rate: number): Promise<readonly Asked[]> {
  const taken: Asked[] = [];
  const sending = new Set<Promise<unknown>>();
  const began = performance.now();
  for (let index = 0; index < rate * SECONDS; index += 1) {
    await sleep(Math.max(0, began + (index * 1_000) / rate - performance.now()));
    const question = asked(slack, index);
    for (const [, payload] of question.deliveries) slack.note(payload);
    const sent = Promise.all(
      question.deliveries.map(([type, payload]) => acknowledged(attempt, type, payload)),
    ).then((heard) => {
      if (heard.includes(true)) taken.push(question);
      sending.delete(sent);
    });
    sending.add(sent);
    while (sending.size >= UNDER_WAY) await Promise.race(sending);
  }
  await Promise.all(sending);
  return taken;
}

/** Two processes, of which one is killed and started again, and then the other, and so on. */
async function twoOfThem(
  env: Readonly<Record<string, string>>,
  changed: (running: readonly Running[]) => void,
) {
  const all: Running[] = [];
  const start = async () => {
    const started = await nutgraf.start(env);
    all.push(started);
    return started;
  };
  const running = await Promise.all([start(), start()]);
  changed(running);
  let [kills, isOver] = [0, false];
  const killing = (async () => {
    for (; !isOver; kills += 1) {
      await sleep(BETWEEN_KILLS);
      await running[kills % 2]?.end('SIGKILL');
      running[kills % 2] = await start();
      changed(running);
    }
  })();
  return {
    async spare(): Promise<number> {
      isOver = true;
      await killing;
      return kills;
    },
    end: () => Promise.all(all.map((each) => each.end('SIGKILL'))),
    /** Whether anything was taken on without being kept, which is lost with its process. */
    tookUnkept: () =>
      all.some(({ complaints }) => complaints.some((line) => /did not keep a delivery/.test(line))),
  };
}

interface Fire {
  readonly env: Readonly<Record<string, string>>;
  readonly slack: SlackServer;
  readonly attempt: Try;
  readonly changed?: (running: readonly Running[]) => void;
}

/** @returns whether PostgreSQL kept up with it: where it did not, nothing is told by what came of it */
async function underFire(
  { slack, env, attempt, changed = () => undefined }: Fire,
  rate: number,
): Promise<boolean> {
  const url = await server.database();
  const shared = { SLACK_BOT_TOKEN: TOKENS.bot, SLACK_API_URL: slack.apiUrl, LEDGER_URL: url, ...env };
  const two = await twoOfThem(shared, changed);
  onTestFinished(async () => void (await two.end()));
  const taken = await ask(slack, attempt, rate);
  const kills = await two.spare();
  const end = Date.now() + HEIRS_ANSWER_WITHIN;
  while (taken.some(({ answers }) => answers() === 0) && Date.now() < end) await sleep(500);
  // Whoever is late would answer now.
  await sleep(2_000);
  await two.end();
  const answers = (kind: Asked['kind']) =>
    taken.filter((each) => each.kind === kind).map((each) => each.answers());
  const twice = answers('command').filter((count) => count > 1).length;
  const said = `${taken.length} of ${rate * SECONDS} acknowledged, ${kills} kills, ${twice} whispers twice`;
  process.stderr.write(`Slack, ${rate} a second: ${said}\n`);
  if (two.tookUnkept()) return false;
  expect(kills).toBeGreaterThan(2);
  expect(taken.length).toBeGreaterThan((rate * SECONDS) / 4);
  expect(new Set(answers('mention'))).toEqual(new Set([1]));
  expect(new Set(answers('direct message'))).toEqual(new Set([1]));
  expect(answers('command')).not.toContain(0);
  return true;
}

/** Asks for less until the machine keeps up, since others may use it as well. */
async function atSomeRate(opened: () => Promise<Fire>): Promise<void> {
  for (let rate = RATE; rate > 1; rate /= 2) if (await underFire(await opened(), rate)) return;
  throw new Error('This machine is too slow: PostgreSQL did not keep a delivery within a second and a half.');
}

describe.skipIf(programs === null)('two processes in Slack, one of them killed again and again', () => {
  async function slackServer(): Promise<SlackServer> {
    const slack = await openSlack();
    slack.paced = true;
    onTestFinished(() => slack.close());
    return slack;
  }

  it('answer all that was acknowledged, once, behind a load balancer', { timeout: PATIENCE }, () =>
    atSomeRate(async () => {
      const [slack, proxy] = await Promise.all([slackServer(), balancer()]);
      onTestFinished(() => proxy.close());
      return {
        slack,
        env: { SLACK_SIGNING_SECRET: SECRET },
        attempt: overHttp(proxy.url, SECRET),
        changed: (running) => proxy.to(running.flatMap(({ port }) => port ?? [])),
      };
    }),
  );

  it('answer all that was acknowledged, once, in Socket Mode', { timeout: PATIENCE }, () =>
    atSomeRate(async () => {
      const slack = await slackServer();
      slack.byTurns = true;
      return { slack, env: { SLACK_APP_TOKEN: TOKENS.app }, attempt: overSockets(slack) };
    }),
  );
});
