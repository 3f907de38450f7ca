import { messageOf } from './chat-methods.ts';
import type { Json } from './json.ts';
import type { Kept } from './messages.ts';
import { type Calling, closedTo, type Method, no, type Outcome, yes } from './method.ts';

/** What was said (https://docs.slack.dev/reference/methods/conversations.replies, …/conversations.history). */

const ARGS = ['channel', 'cursor', 'include_all_metadata', 'inclusive', 'latest', 'limit', 'oldest'];

function replies(calling: Calling): Outcome {
  const { channel, ts } = calling.args;
  const closed = closedTo(calling, String(channel));
  if (closed !== null) return no(closed);
  const all = said(calling);
  const parent = all.find((kept) => kept.ts === ts);
  if (parent === undefined) return no('thread_not_found');
  const thread = all.filter((kept) => kept.thread === ts && kept !== parent);
  // The message that a thread is under always comes first.
  return page(calling, [parent, ...within(calling, thread)]);
}

function history(calling: Calling): Outcome {
  const closed = closedTo(calling, String(calling.args.channel));
  if (closed !== null) return no(closed);
  const own = said(calling).filter(
    ({ thread, ts, broadcast }) => thread === null || thread === ts || broadcast,
  );
  return page(calling, within(calling, own).reverse());
}

/** What everybody in the channel sees, oldest first. */
function said({ state, args }: Calling): readonly Kept[] {
  return state.messages
    .all()
    .filter((kept) => kept.channel === args.channel && kept.to === null)
    .toSorted((a, b) => Number(a.ts) - Number(b.ts));
}

function within({ args }: Calling, messages: readonly Kept[]): Kept[] {
  const [oldest, latest] = [Number(args.oldest ?? 0), Number(args.latest ?? Number.POSITIVE_INFINITY)];
  const inclusive = args.inclusive === true;
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function page({ args }: Calling, messages: readonly Kept[]): Outcome {
  const from = Number(args.cursor ?? 0);
  const to = from + Number(args.limit ?? 100);
  const isMore = to < messages.length;
  return yes({
    messages: messages.slice(from, to).map((kept) => listed(kept, args.include_all_metadata === true)),
    has_more: isMore,
    ...(isMore ? { response_metadata: { next_cursor: String(to) } } : {}),
  });
}

function listed(kept: Kept, all: boolean): Json {
  const { metadata, edited } = kept.message;
  return {
    ...messageOf(kept),
    ...(edited === undefined ? {} : { edited }),
    ...(all && metadata !== undefined ? { metadata } : {}),
  };
}

function readers({ state, args }: Calling): readonly string[] {
  const id = String(args.channel);
  const isPrivate = state.channels.get(id)?.is_private === true;
  return [id.startsWith('D') ? 'im:history' : isPrivate ? 'groups:history' : 'channels:history'];
}

export const HISTORY_METHODS: Readonly<Record<string, Method>> = {
  'conversations.replies': {
    args: [...ARGS, 'ts'],
    needed: ['channel', 'ts'],
    scopes: readers,
    run: replies,
  },
  'conversations.history': { args: ARGS, needed: ['channel'], scopes: readers, run: history },
};
