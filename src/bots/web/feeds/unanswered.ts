import { LRUCache } from 'lru-cache';
import { likelyStory, type Story } from '../../../knowledge/index.ts';
import { apiError } from '../api/error.ts';
import { sendTagged, tagged } from '../api/tagged.ts';
import type { WebAround, WebContext } from '../around.ts';
import { holdsDeskToken } from '../desk/token.ts';
import { type Buckets, openBuckets } from '../guard/buckets.ts';
import { type NamedGroup, type Unanswered, unansweredOf } from './groups.ts';

/** As https://jsonfeed.org/version/1.1 wants it. */
export interface UnansweredFeed {
  readonly version: 'https://jsonfeed.org/version/1.1';
  readonly title: string;
  readonly description: string;
  readonly feed_url: string;
  /** What was asked most comes first. */
  readonly items: readonly FeedItem[];
}

interface FeedItem {
  readonly id: string;
  readonly title: string;
  readonly content_text: string;
  readonly date_modified: string;
}

const DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
/** Wrong tokens of an address: five at once, and one more every twelve seconds. */
const ATTEMPTS = { perMinute: 5, burst: 5, max: 10_000 };
const CHALLENGE = 'Basic realm="desk", charset="UTF-8"';
/** Grouping costs; a reader of feeds looks every quarter of an hour at the most. */
const REMEMBERED = { max: 50, ttl: 60_000 };

/**
 * `/feed/<story>/unanswered.json`: what was asked of a story that no story answers, for the desk.
 *
 * @param around the library, the ledger, and the token that opens it
 * @returns what is done for the path
 */
export function unansweredFeed(
  around: Pick<WebAround, 'config' | 'knowledge' | 'ledger'>,
): (c: WebContext) => Promise<Response> {
  const found = rememberedGroups(around);
  const attempts = openBuckets(ATTEMPTS);
  return async (c) => {
    const refused = refusedOf(c, around, attempts);
    if (refused !== null) return refused;
    const slug = c.req.param('story') ?? '';
    const story = around.knowledge.stories.find((each) => each.slug === slug);
    if (story === undefined) {
      return apiError(c, 404, 'no-story', 'There is no such story: nutgraf list names all of them.');
    }
    const address = `${c.get('origin') ?? new URL(c.req.url).origin}${c.req.path}`;
    const feed = feedOf(story, await found(slug), address);
    return sendTagged(c, tagged(JSON.stringify(feed)), 'application/feed+json', 'private');
  };
}

/** `null` for whoever has the token. */
function refusedOf(c: WebContext, around: Pick<WebAround, 'config'>, attempts: Buckets): Response | null {
  if (around.config.deskToken === null) {
    return apiError(c, 404, 'no-desk', 'There is no desk here: set DESK_TOKEN to open one.');
  }
  const wait = attempts.wait(c.get('address'));
  if (wait > 0) {
    const message = 'These were too many wrong tokens: wait a moment, then send the right one.';
    return apiError(c, 429, 'too-many-attempts', message, { 'retry-after': String(wait) });
  }
  if (holdsDeskToken(c, around)) return null;
  // Readers of feeds ask without it first.
  if (c.req.header('authorization') !== undefined) attempts.take(c.get('address'));
  const message = 'This is for the desk: send DESK_TOKEN as a bearer token, or as the password.';
  return apiError(c, 401, 'not-the-desk', message, { 'www-authenticate': CHALLENGE });
}

/** Whoever asks at the same time waits for the same. */
function rememberedGroups({ knowledge, ledger }: Pick<WebAround, 'knowledge' | 'ledger'>) {
  const known = new LRUCache<string, Promise<Unanswered>>(REMEMBERED);
  let finder: { readonly stories: readonly Story[]; readonly of: (text: string) => string | null } | null =
    null;

  async function group(slug: string): Promise<Unanswered> {
    const now = Date.now();
    const entries = await ledger.journal.within({ from: now - DAYS * DAY_MS, to: now + 1 });
    const { stories } = knowledge;
    if (finder?.stories !== stories) finder = { stories, of: likelyStory(stories) };
    return unansweredOf(entries, slug, finder.of);
  }

  return (slug: string): Promise<Unanswered> => {
    const before = known.get(slug);
    if (before !== undefined) return before;
    const groups = group(slug);
    known.set(slug, groups);
    groups.catch(() => known.delete(slug));
    return groups;
  };
}

function feedOf({ title }: Story, { groups, texts, grouped }: Unanswered, address: string): UnansweredFeed {
  const bound =
    texts === grouped
      ? ''
      : ` Of ${texts} different wordings the ${grouped} that were used most are counted.`;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${title}: what no story answers`,
    description: `Asked in the last ${DAYS} days and not answered, the most asked first.${bound}`,
    feed_url: address,
    items: groups.map(itemOf),
  };
}

function itemOf({ id, title, count, people, desk, last, wordings }: NamedGroup): FeedItem {
  const rest = wordings.reduce((sum, wording) => sum + wording.count, 0);
  const told = [
    ...(count > 0 ? [`Asked ${times(count)}${people > 1 ? ` by ${people} people` : ''}.`] : []),
    ...(desk > 0 ? [`The desk was told ${times(desk)}.`] : []),
  ].join(' ');
  const ways = [{ text: title, count: (count > 0 ? count : desk) - rest }, ...wordings];
  const lines = ways.map((way) => `${way.text} (${times(way.count)})`);
  return { id, title, content_text: [told, ...lines].join('\n'), date_modified: last };
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
