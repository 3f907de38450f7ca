import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Self } from '../workspace/identify.ts';

/**
 * Messages of ours that Slack has told us of. Slack may have posted a message whose answer to us was lost, and has no
 * way to post one only once (https://docs.slack.dev/reference/methods/chat.postMessage): what has come back as an
 * event is not posted again.
 */
export interface Echoes {
  /** Takes note of an event, if it tells of a message of ours. */
  heard(event: unknown, self: Self): void;
  /**
   * @param channel where it was posted
   * @param threadTs the thread; `null` beside it
   * @param text its `text`
   * @param since in ms, as `performance.now` tells it
   * @returns the timestamp of such a message that came since then; `null` where none has
   */
  find(channel: string, threadTs: string | null, text: string, since: number): string | null;
}

/** The last messages; a lost answer is noticed within seconds. */
const REMEMBERED = { max: 2_000, ttl: 60_000 };

const text = z.string().nullish();
const Message = z.object({
  type: z.literal('message'),
  subtype: text,
  channel: z.string().min(1),
  ts: z.string().min(1),
  thread_ts: text,
  user: text,
  bot_id: text,
  text,
});

/** @returns echoes, none heard yet */
export function openEchoes(): Echoes {
  const heard = new LRUCache<string, { readonly ts: string; readonly at: number }>(REMEMBERED);
  return {
    heard(event, self) {
      const { data } = Message.safeParse(event);
      if (data === undefined || (data.subtype && data.subtype !== 'bot_message')) return;
      const isOurs = data.user === self.user || (self.bot !== null && data.bot_id === self.bot);
      if (!isOurs) return;
      heard.set(keyOf(data.channel, data.thread_ts || null, data.text ?? ''), {
        ts: data.ts,
        at: performance.now(),
      });
    },
    find(channel, threadTs, sent, since) {
      const found = heard.get(keyOf(channel, threadTs, sent));
      return found !== undefined && found.at >= since ? found.ts : null;
    },
  };
}

/** Slack changes how a text is written (entities, links), not its words. */
function keyOf(channel: string, threadTs: string | null, text: string): string {
  const words = text.replace(/&(?:amp|lt|gt);/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
  return `${channel} ${threadTs ?? ''} ${words.slice(0, 300)}`;
}
