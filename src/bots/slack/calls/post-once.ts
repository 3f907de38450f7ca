import { setTimeout as sleep } from 'node:timers/promises';
import type { Around } from '../workspace/around.ts';
import type { SlackResult } from './api.ts';
import { failureOf } from './failure.ts';
import type { Destination, Fields } from './post.ts';
import { metadataOf, type Naming, standing } from './standing.ts';

/**
 * Waits before the next try, in ms: long enough for Slack to tell us of a message that it did post, short enough for
 * somebody who waits for an answer.
 */
const WAITS_MS = [500, 1_000, 2_000, 4_000];

/**
 * Posts a message, again where that failed in passing, unless Slack has told us of it meanwhile, or says so when asked.
 *
 * @param around the way to Slack
 * @param to where
 * @param form what
 * @param naming what it is posted for, by which Slack is asked; `null` where it stands for nothing that has a name
 * @returns what Slack answered, or where its event says that the message is
 * @throws what Slack's client threw last
 */
export async function postOnce(
  around: Pick<Around, 'api' | 'self' | 'echoes' | 'ledger' | 'log'>,
  to: Destination,
  form: Fields,
  naming: Naming | null,
): Promise<SlackResult> {
  const { api, echoes } = around;
  const { channel, threadTs } = to;
  const named = naming === null ? {} : metadataOf(naming);
  const thread = threadTs === null ? {} : { thread_ts: threadTs };
  const quiet = { unfurl_links: false, unfurl_media: false };
  const began = performance.now();
  for (let tries = 0; ; tries += 1) {
    try {
      return await api.call('chat.postMessage', { channel, ...thread, ...form, ...named, ...quiet }, 0);
    } catch (error) {
      const { kind } = failureOf(error);
      const wait = WAITS_MS[tries];
      if ((kind !== 'passing' && kind !== 'timeout') || wait === undefined) throw error;
      await sleep(wait);
      const ts = echoes.find(channel, threadTs, String(form.text ?? ''), began);
      if (ts !== null) return { channel, ts };
      const there = naming === null ? null : await standing(around, to, naming, true);
      if (there !== null) return { channel: there.channel, ts: there.message };
      // It took so long that it may still be under way, and nobody waits for longer.
      if (kind === 'timeout') throw error;
    }
  }
}
