import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Slack's own bound for a request that is played back; the same for a clock that is wrong, to either side. */
const MOST_OFF_S = 5 * 60;
const TIMESTAMP = /^\d{1,12}$/;
const SIGNATURE = /^v0=([0-9a-f]{64})$/;

/**
 * Whether Slack sent a body, and just now
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Two headers of the same name reach us as
 * one with a comma, which is malformed.
 *
 * @param secret the app's signing secret
 * @param headers of the request
 * @param body the body, byte for byte as it came
 * @param nowMs now, in ms since the epoch
 * @returns a word or two for what is wrong, or `null` when nothing is
 */
export function signatureProblem(
  secret: string,
  headers: IncomingHttpHeaders,
  body: Uint8Array,
  nowMs: number,
): string | null {
  const timestamp = headers['x-slack-request-timestamp'];
  const signature = headers['x-slack-signature'];
  if (timestamp === undefined || signature === undefined) return 'not signed';
  if (typeof timestamp !== 'string' || !TIMESTAMP.test(timestamp)) return 'malformed timestamp';
  const hex = typeof signature === 'string' ? SIGNATURE.exec(signature)?.[1] : undefined;
  if (hex === undefined) return 'malformed signature';
  const off = Math.floor(nowMs / 1000) - Number(timestamp);
  if (off > MOST_OFF_S) return 'too old';
  if (off < -MOST_OFF_S) return 'from the future';
  return isSigned(secret, timestamp, hex, body) ? null : 'wrong signature';
}

/**
 * @param secret the app's signing secret
 * @param headers of a request that was refused for its time
 * @param body as it came
 * @param nowMs now, in ms since the epoch
 * @returns by how many ms our clock is ahead of the request's, less than 0 where it is behind; `null` where the request
 * is none of Slack's, which says nothing of clocks
 */
export function clockOff(
  secret: string,
  headers: IncomingHttpHeaders,
  body: Uint8Array,
  nowMs: number,
): number | null {
  const timestamp = String(headers['x-slack-request-timestamp']);
  const hex = SIGNATURE.exec(String(headers['x-slack-signature']))?.[1];
  if (!TIMESTAMP.test(timestamp) || hex === undefined) return null;
  return isSigned(secret, timestamp, hex, body) ? nowMs - Number(timestamp) * 1_000 : null;
}

function isSigned(secret: string, timestamp: string, hex: string, body: Uint8Array): boolean {
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(hex, 'hex'));
}
