import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Json } from './json.ts';

/** Arguments that come as JSON inside a form. */
const AS_JSON = new Set(['blocks', 'view', 'metadata', 'unfurls', 'prompts', 'loading_messages']);
/** Arguments that are true or false. */
const FLAGS = new Set([
  'include_all_metadata',
  'include_locale',
  'inclusive',
  'include_num_members',
  'link_names',
  'mrkdwn',
  'prevent_creation',
  'reply_broadcast',
  'return_im',
  'unfurl_links',
  'unfurl_media',
  'user_auth_required',
]);

/** A request as Slack signs it (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signed(
  secret: string,
  body: string,
  type: string,
  timestamp: number = Math.floor(Date.now() / 1000),
): RequestInit {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** What kind of delivery it is, as Socket Mode calls it. */
export type DeliveryType = 'events_api' | 'slash_commands' | 'interactive';

/**
 * A delivery as Slack sends it over HTTP, signed.
 *
 * @param secret the app's signing secret
 * @param type events are JSON, the others forms
 * @param payload what to deliver
 * @param retry which try it is beyond the first, and why
 * @returns what to `fetch` the bot's address with
 */
export function deliveryRequest(
  secret: string,
  type: DeliveryType,
  payload: Json,
  retry?: { readonly num: number; readonly reason: string },
): RequestInit {
  const form =
    type === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  const request =
    type === 'events_api'
      ? signed(secret, JSON.stringify(payload), 'application/json')
      : signed(secret, new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded');
  if (retry === undefined) return request;
  const marks = { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason };
  return { ...request, headers: { ...(request.headers as Record<string, string>), ...marks } };
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The arguments of a call, from a form or from JSON. */
export function argsOf({ headers }: IncomingMessage, body: string): Json {
  if (headers['content-type']?.startsWith('application/json')) return JSON.parse(body) as Json;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [name, decoded(name, value)]),
  );
}

function decoded(name: string, value: string): unknown {
  if (FLAGS.has(name) && (value === 'true' || value === 'false')) return value === 'true';
  if (!AS_JSON.has(name)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Name and password of an `Authorization: Basic` header; two empty strings without one. */
export function basicAuth(header: string | undefined): readonly [string, string] {
  const [, encoded = ''] = /^Basic (.+)$/.exec(header ?? '') ?? [];
  const [name = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return [name, password];
}
