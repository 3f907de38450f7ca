import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type DeliveryType, deliveryRequest } from '../support/slack-server/http.ts';
import type { Json } from '../support/slack-server/json.ts';
import type { SlackServer } from '../support/slack-server/server.ts';

/** Tries one delivery once; resolves with whether it was acknowledged in time. */
export type Try = (type: DeliveryType, payload: Json, tries: number) => Promise<boolean>;

/** In ms: Slack waits as long for an acknowledgement. */
const ACKNOWLEDGED_WITHIN = 3_000;
/**
 * In ms: Slack sends an event again at once, after a minute and after five
 * (https://docs.slack.dev/apis/events-api/#retries); here a minute has 600 ms.
 */
const RETRIES = [0, 600, 3_000];

/** Delivers as Slack does: an event again until somebody acknowledges it, anything else once. */
export async function acknowledged(attempt: Try, type: DeliveryType, payload: Json): Promise<boolean> {
  if (await attempt(type, payload, 0)) return true;
  if (type !== 'events_api') return false;
  for (const [index, wait] of RETRIES.entries()) {
    await sleep(wait);
    if (await attempt(type, payload, index + 1)) return true;
  }
  return false;
}

/** Over HTTP, to an address that is a load balancer's. */
export function overHttp(url: string, secret: string): Try {
  return async (type, payload, tries) => {
    const retry = tries === 0 ? undefined : { num: tries, reason: 'http_error' };
    const signal = AbortSignal.timeout(ACKNOWLEDGED_WITHIN);
    try {
      const response = await fetch(url, { ...deliveryRequest(secret, type, payload, retry), signal });
      await response.arrayBuffer();
      return response.status === 200;
    } catch {
      return false;
    }
  };
}

/** In Socket Mode, over whichever connection is open. */
export function overSockets(slack: SlackServer): Try {
  return async (type, payload, tries) => {
    const id = randomUUID();
    const retry = tries === 0 ? {} : { retry_attempt: tries, retry_reason: 'timeout' };
    await slack.send({
      envelope_id: id,
      type,
      payload,
      accepts_response_payload: type !== 'events_api',
      ...retry,
    });
    const end = Date.now() + ACKNOWLEDGED_WITHIN;
    while (Date.now() < end) {
      if (slack.acknowledged.includes(id)) return true;
      await sleep(10);
    }
    return slack.acknowledged.includes(id);
  };
}

/** A load balancer that knows nothing of its servers' health: each gets a request in turn, those that are gone too. */
export interface Balancer {
  readonly url: string;
  /** Where requests go from now on. */
  to(ports: readonly number[]): void;
  close(): Promise<void>;
}

export async function balancer(): Promise<Balancer> {
  let ports: readonly number[] = [];
  let turn = 0;
  const server = createServer((incoming, response) => {
    turn += 1;
    const { method = 'POST', url = '/', headers } = incoming;
    const target = { host: '127.0.0.1', port: ports[turn % ports.length], method, path: url, headers };
    const outgoing = request(target, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
    incoming.pipe(outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    to(next) {
      ports = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
