import { z } from 'zod';
import { type Finding, missing, notChecked, ok } from '../../doctor.ts';
import { counted, type Outcome } from '../register/calls.ts';

/** https://discord.com/developers/docs/events/gateway#get-gateway-bot */
export const Gateway = z.object({
  shards: z.number(),
  session_start_limit: z.object({ total: z.number(), remaining: z.number(), reset_after: z.number() }),
});

const NAME = 'Connection';
/** With fewer left, in connections a day, something restarts the bot over and over. */
const FEW = 20;
const MINUTE_MS = 60_000;

/**
 * @param outcome of `GET /gateway/bot`
 * @returns whether the bot may connect
 */
export function gatewayFinding(outcome: Outcome<z.infer<typeof Gateway>>): Finding {
  if (outcome.kind === 'away') return notChecked(NAME, outcome.sentence);
  if (outcome.kind === 'refused') {
    return notChecked(NAME, 'Discord does not say whether the bot may connect: run this again in a minute.');
  }
  const { shards, session_start_limit: limit } = outcome.result;
  const minutes = counted(Math.max(1, Math.ceil(limit.reset_after / MINUTE_MS)), 'minute', 'minutes');
  // Each connection of a bot that is divided counts.
  if (limit.remaining < shards) {
    return missing(
      NAME,
      `Discord lets the bot connect again only in ${minutes}, after ${limit.total} connections in a day: find what restarts it over and over.`,
    );
  }
  const divided = shards > 1 ? `; Discord wants it divided into ${shards} shards` : '';
  const few = limit.remaining < FEW ? `, until more are allowed in ${minutes}` : '';
  return ok(NAME, `${limit.remaining} of ${limit.total} connections of today are left${few}${divided}`);
}
