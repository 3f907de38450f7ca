import type { App } from '@slack/bolt';
import { z } from 'zod';
import { articleAt } from '../../article-link.ts';
import { questionsOf } from '../../article-questions.ts';
import { channelKey } from '../../place-key.ts';
import { placeOf } from '../payloads/place.ts';
import { unfurlBlocks } from '../rendering/unfurl.ts';
import type { Around, AroundOf } from '../workspace/around.ts';

const text = z.string().nullish();
/** https://docs.slack.dev/reference/events/link_shared */
const Shared = z.object({
  channel: z.string().min(1),
  user: text,
  message_ts: text,
  unfurl_id: text,
  source: text,
  links: z.array(z.object({ url: z.string().min(1) })).min(1),
});
const Envelope = z.object({
  event_id: text,
  team_id: text,
  is_ext_shared_channel: z.boolean().nullish(),
});

/** More previews under one message would push the conversation away. */
const MOST = 3;

/**
 * Shows headline, date and three questions under a link to an article of the library, in channels that want it.
 *
 * @param app Bolt
 * @param aroundOf what there is to work with
 */
export function onLinkShared(app: App, aroundOf: AroundOf): void {
  app.event('link_shared', async ({ event, body, context }) => {
    const shared = Shared.safeParse(event).data;
    // While it is being written there is no channel yet whose settings could want it.
    if (shared === undefined || shared.source === 'composer') return;
    const around = aroundOf(context);
    if (shared.user === around.self.user) return;
    const envelope = Envelope.safeParse(body).data ?? {};
    const name = envelope.event_id || `unfurl:${shared.channel}:${shared.message_ts}`;
    // Nobody has asked for it, so nobody is told that it could not be done.
    await around.desk.handle(
      [name],
      () => unfurl(around, shared, envelope),
      async () => undefined,
    );
  });
}

async function unfurl(
  around: Around,
  { channel, user, message_ts, unfurl_id, source, links }: z.infer<typeof Shared>,
  { team_id, is_ext_shared_channel }: z.infer<typeof Envelope>,
): Promise<void> {
  if ((await around.ledger.settings.get(channelKey('slack', channel))).unfurl !== true) return;
  const spot = {
    workspace: team_id || null,
    organisation: null,
    channel,
    user: user || null,
    userTeam: null,
    isShared: is_ext_shared_channel ?? null,
  };
  const place = await placeOf(around, spot, 'channel');
  const stories = around.knowledge.storiesOpenTo(place);
  const unfurls: Record<string, unknown> = {};
  for (const { url } of links.slice(0, MOST)) {
    const article = articleAt(url, stories);
    if (article === null) continue;
    const blocks = unfurlBlocks(article, await questionsOf(article, stories, place, around.knowledge));
    if (blocks.length > 0) unfurls[url] = { blocks };
  }
  if (Object.keys(unfurls).length === 0) return;
  const target = unfurl_id && source ? { unfurl_id, source } : { channel, ts: message_ts ?? '' };
  await around.api.call('chat.unfurl', { ...target, unfurls });
}
