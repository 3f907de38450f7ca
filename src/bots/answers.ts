import { createHash } from 'node:crypto';
import { type Place, placeName, type QuotedAt, quotedAt } from '../knowledge/index.ts';
import type { Ledger, PostedAnswer, ShownQuote } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import { type Asking, readAsking, WrittenAsking, writtenAsking } from './asking.ts';
import { lost } from './lost.ts';
import { quotesIn, type Reply, type SingleReply } from './reply.ts';

/** Where an answer stands, and what its bot has to know to change it. */
export type Standing = Pick<PostedAnswer, 'bot' | 'channel' | 'message' | 'workspace' | 'view'>;

/**
 * Keeps an answer that everybody in a channel can read, so that it can follow corrections and is withdrawn where a story
 * of which it shows something is closed; not what shows nothing of any. Nothing waits for that.
 *
 * @param ledger where it is kept
 * @param log where it is told that it cannot be
 * @param standing where it stands
 * @param place where it was asked
 * @param reply what it shows
 * @param asking what finds it again
 */
export function keepAnswer(
  ledger: Ledger,
  log: Log,
  standing: Standing,
  place: Place,
  reply: Reply,
  asking: Asking | null,
): void {
  const quotes = shownIn(reply);
  const untold = lost(log, 'an answer will not follow corrections');
  if (asking === null || quotes.length === 0) {
    // It may have quoted something before its question was edited.
    ledger.answers.remove(standing).catch(untold);
    return;
  }
  const answer: PostedAnswer = {
    ...standing,
    at: Date.now(),
    place: placeName(place),
    asking: JSON.stringify(writtenAsking(asking)),
    quotes,
  };
  ledger.answers.set(answer).catch(untold);
}

/** @returns what finds an answer again; `null` where another version of this program wrote it */
export function askingOf({ asking }: PostedAnswer): Asking | null {
  try {
    const { data } = WrittenAsking.safeParse(JSON.parse(asking));
    return data === undefined ? null : readAsking(data);
  } catch {
    return null;
  }
}

/** @returns a name for an answer, whatever it shows */
export function nameOf({ bot, channel, message }: PostedAnswer): string {
  return `${bot} ${channel} ${message}`;
}

/** @returns a name for an answer as it stands, the same in every process; another once it quotes something else */
export function stateOf({ channel, message, quotes }: PostedAnswer): string {
  const hash = createHash('sha256').update(JSON.stringify(quotes)).digest('base64url');
  return `${channel}:${message}:${hash}`;
}

/** @returns everything that a reply quotes as an answer, with copies of the same sentence once */
export function quotesOf(reply: Reply): readonly ShownQuote[] {
  return repliesIn(reply).flatMap((each) =>
    each.kind === 'answer'
      ? each.answer.quotes.map((quote) => ({ ...quotedAt(quote), text: quote.text }))
      : [],
  );
}

/**
 * @param reply what a message shows
 * @returns what it quotes as an answer, and of what else it shows of articles, such as the closest passages and the
 *   headlines of copies, where that is from: it does not claim to be true, but goes when its story is closed
 */
export function shownIn(reply: Reply): readonly ShownQuote[] {
  const others = repliesIn(reply).flatMap((each): readonly QuotedAt[] => {
    const quotes = quotesIn(each);
    const copies = quotes.flatMap(({ also }) =>
      also.map(({ story, article }) => ({ story, article, start: 0, end: 0 })),
    );
    return each.kind === 'answer' ? copies : [...quotes.map(quotedAt), ...copies];
  });
  return [...quotesOf(reply), ...others.map((at) => ({ ...at, text: '' }))];
}

function repliesIn(reply: Reply): readonly SingleReply[] {
  return reply.kind === 'several' ? reply.parts.map((part) => part.reply) : [reply];
}
