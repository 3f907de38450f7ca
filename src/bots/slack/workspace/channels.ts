import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { SlackApi } from '../calls/api.ts';

/** What channels are, as far as that decides what may be shown in them. */
export interface Channels {
  /** Whether people of another organisation read along; `null` where Slack does not say. */
  isShared(channel: string): Promise<boolean | null>;
  /** Remembers what an event told of a channel. */
  told(channel: string, isShared: boolean): void;
}

/** For as long as a channel that was just shared with others may still be taken for our own. */
const KNOWN = { max: 10_000, ttl: 5 * 60_000 };
const flag = z.boolean().nullish();
/** https://docs.slack.dev/reference/objects/conversation-object */
const Answer = z.object({
  channel: z.object({ is_ext_shared: flag, is_pending_ext_shared: flag }),
});

/**
 * @param api the way to Slack
 * @returns channels, none of them known yet
 */
export function openChannels(api: SlackApi): Channels {
  const known = new LRUCache<string, boolean>(KNOWN);
  return {
    async isShared(channel) {
      const before = known.get(channel);
      if (before !== undefined) return before;
      try {
        const { channel: found } = Answer.parse(await api.ask('conversations.info', { channel }));
        const isShared = found.is_ext_shared === true || found.is_pending_ext_shared === true;
        known.set(channel, isShared);
        return isShared;
      } catch {
        return null;
      }
    },
    told: (channel, isShared) => void known.set(channel, isShared),
  };
}
