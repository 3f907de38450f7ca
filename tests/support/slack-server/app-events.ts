import { type Clock, eventCallback, type Happening } from './event.ts';
import type { Json } from './json.ts';

/** What Slack tells an app of itself, its home and its links (https://docs.slack.dev/reference/events). */

/** Somebody opened the app's home, or its messages. `view`: what was published there before. */
export function homeOpened(
  slack: Clock,
  tab: 'home' | 'messages',
  { user = 'U1', view, ...at }: Happening & { readonly user?: string; readonly view?: Json } = {},
): Json {
  const event = { type: 'app_home_opened', user, channel: `D${user}`, tab };
  return eventCallback(slack, view === undefined ? event : { ...event, view }, at);
}

/** Links were pasted into a channel, or are being written: then there is no message yet. */
export function linkShared(
  slack: Clock,
  urls: readonly string[],
  source: 'conversations_history' | 'composer',
  said: { readonly channel: string; readonly ts?: string; readonly thread?: string; readonly user?: string },
  at: Happening & { readonly member?: boolean } = {},
): Json {
  const { user = 'U1', ts = slack.ts(), thread } = said;
  const { member = true, ...rest } = at;
  const composing = source === 'composer';
  const unfurl_id = composing ? `${user}-${slack.ts()}` : `${said.channel}.${ts}.${slack.ts()}`;
  const event = {
    type: 'link_shared',
    user,
    channel: composing ? 'COMPOSER' : said.channel,
    message_ts: composing ? unfurl_id : ts,
    ...(thread === undefined || composing ? {} : { thread_ts: thread }),
    links: urls.map((url) => ({ url, domain: new URL(url).hostname })),
    source,
    unfurl_id,
    is_bot_user_member: member,
  };
  return eventCallback(slack, event, rest);
}

/** The app was removed. Slack sends no authorisations with it. */
export function appUninstalled(slack: Clock, at: Happening = {}): Json {
  const { authorizations: _, ...payload } = eventCallback(slack, { type: 'app_uninstalled' }, at);
  return payload;
}

/** Tokens do not work any more; `bot` and `oauth` hold ids of users. */
export function tokensRevoked(
  slack: Clock,
  tokens: { readonly bot?: readonly string[]; readonly oauth?: readonly string[] },
  at: Happening = {},
): Json {
  return eventCallback(slack, { type: 'tokens_revoked', tokens }, at);
}
