import { setTimeout as sleep } from 'node:timers/promises';
import { overHttp, type Try } from '../../tests/postgres/slack-sending.ts';
import type { DeliveryType } from '../../tests/support/slack-server/http.ts';
import type { Json } from '../../tests/support/slack-server/json.ts';
import type { SlackServer } from '../../tests/support/slack-server/server.ts';
import type { Bot } from '../bot/bot.ts';

/** How Slack's deliveries reach the bot. */
export interface Carrying {
  /** As Slack does: an event again until somebody acknowledges it, anything else once. Resolves with whether somebody did. */
  carry(type: DeliveryType, payload: Json): Promise<boolean>;
  /** Nothing that is sent arrives, and nobody is told. Socket Mode alone. */
  isHalfOpen: boolean;
}

/** In ms: Slack waits as long for an acknowledgement. */
const ACKNOWLEDGED_WITHIN = 3_000;

/**
 * When Slack delivers an event again: at once, after a minute and after five
 * (https://docs.slack.dev/apis/events-api/#retries).
 *
 * @param minute in ms: as long as a minute lasts here, so that all tries fit into a short run
 */
const retriesOf = (minute: number) => [0, minute, 5 * minute];

/**
 * @param slack the server whose connections are used
 * @param minute as for the times of Slack's retries
 * @returns Socket Mode
 */
export function socketCarrying(slack: SlackServer, minute: number): Carrying {
  const carrying = carryingBy(overSocket, minute);
  const waiting = new Map<string, () => void>();
  let count = 0;
  let last: string | undefined;
  void slack.until(() => {
    for (const id of slack.acknowledged.slice(slack.acknowledged.lastIndexOf(last ?? '') + 1))
      waiting.get(id)?.();
    last = slack.acknowledged.at(-1);
    return false;
  });

  async function overSocket(type: DeliveryType, payload: Json, tries: number): Promise<boolean> {
    count += 1;
    const id = `envelope-${count}`;
    // Without a connection Slack cannot deliver, and tries again as it does after a silence.
    if (slack.open() === 0) return false;
    const retry = tries === 0 ? {} : { retry_attempt: tries, retry_reason: 'timeout' };
    const acknowledged = new Promise<true>((resolve) => waiting.set(id, () => resolve(true)));
    if (!carrying.isHalfOpen) {
      const accepts_response_payload = type !== 'events_api';
      await slack.send({ envelope_id: id, type, payload, accepts_response_payload, ...retry });
    }
    const isTaken = await Promise.race([acknowledged, sleep(ACKNOWLEDGED_WITHIN, false)]);
    waiting.delete(id);
    return isTaken;
  }

  return carrying;
}

/**
 * @param bot that is reached by HTTP
 * @param secret that requests are signed with
 * @param minute as for the times of Slack's retries
 * @returns signed requests
 */
export function httpCarrying(bot: Pick<Bot, 'port'>, secret: string, minute: number): Carrying {
  return carryingBy(overHttp(`http://127.0.0.1:${bot.port}/slack/events`, secret), minute);
}

function carryingBy(attempt: Try, minute: number): Carrying {
  return {
    isHalfOpen: false,
    async carry(type, payload) {
      if (await attempt(type, payload, 0)) return true;
      if (type !== 'events_api') return false;
      for (const [index, wait] of retriesOf(minute).entries()) {
        await sleep(wait);
        if (await attempt(type, payload, index + 1)) return true;
      }
      return false;
    },
  };
}
