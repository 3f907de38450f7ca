import { quotesIn, type Reply, type SingleReply } from './reply.ts';

/** What is said when something went wrong, when an answer is not what was asked, and when it is no longer true. */

/** As many as are shown as the closest. */
const OTHERS_AT_MOST = 3;
const OTHERS = 'Not that one, then.';
const NO_OTHERS = 'Nothing else in the story comes close.';

const FAILURES = {
  finding: 'Something went wrong here and your question was not answered. Please ask again',
  posting: 'There is an answer, but it could not be posted here',
  doing: 'Something went wrong here and that was not done. Please try again',
} as const;

/**
 * What to show when something broke on our side.
 *
 * @param what `finding`: no answer was made; `posting`: there was one, and the platform refused it; `doing`:
 *   something else that a person asked for
 * @param id the id under which the log tells what happened
 */
export function failureReply(what: keyof typeof FAILURES, id: string): Reply {
  const sentence = `${FAILURES[what]}; if it happens again, tell whoever runs this bot the id ${id}.`;
  return { kind: 'notice', sentence, suggestions: [] };
}

/**
 * What to show to somebody whose answer could not be posted where they asked.
 *
 * @param reply what was to be posted
 * @param told what says that it was not
 * @returns both, where there is something to show
 */
export function undeliveredReply(reply: Reply, told: Reply): Reply {
  if (told.kind !== 'notice' || (reply.kind !== 'answer' && reply.kind !== 'unanswered')) return told;
  return { ...reply, notes: [told.sentence, ...reply.notes] };
}

/**
 * What to show to somebody who says that an answer is not what was asked.
 *
 * @param reply what else the story says, without what was shown before
 * @returns the next sentences, as the closest that the story comes
 */
export function othersReply(reply: SingleReply): SingleReply {
  const others = quotesIn(reply).slice(0, OTHERS_AT_MOST);
  if (others.length === 0) return { kind: 'notice', sentence: NO_OTHERS, suggestions: [] };
  const plain = others.map((quote) => ({ ...quote, emphasis: [] }));
  return { kind: 'unanswered', sentence: OTHERS, nearest: plain, notes: [], suggestions: [] };
}

/**
 * What to show in the place of an answer whose article was corrected, or which quoted what may not be shown there any
 * more: of that nothing is said.
 *
 * @param reply what the story says now
 * @param at when the library changed, in ms since the epoch
 * @param isCorrected whether the article was corrected
 * @returns the reply with the word that it is new
 */
export function correctedReply(reply: Reply, at: number, isCorrected = true): Reply {
  const note = `Updated ${clockText(at)}${isCorrected ? ': the article was corrected.' : '.'}`;
  if (reply.kind === 'answer' || reply.kind === 'unanswered')
    return { ...reply, notes: [note, ...reply.notes] };
  if (reply.kind !== 'several') return reply;
  const [first, ...others] = reply.parts;
  const noted = correctedReply(first.reply, at, isCorrected);
  return noted.kind === 'several'
    ? reply
    : { kind: 'several', parts: [{ ...first, reply: noted }, ...others] };
}

/**
 * What to show in the place of an answer that the article no longer gives.
 *
 * @param texts what it quoted; none where that may not be shown any more
 * @param at when the library changed, in ms since the epoch
 */
export function goneReply(texts: readonly string[], at: number): SingleReply {
  const sentence = texts.length > 0 ? 'The article no longer says this.' : 'This answer was withdrawn.';
  return { kind: 'gone', texts, sentence: `Updated ${clockText(at)}: ${sentence}` };
}

/** "14:05 UTC": the same for every reader. */
function clockText(at: number): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}

/** What to show to somebody who asks while the bot is being stopped. */
export function closedReply(): Reply {
  return {
    kind: 'notice',
    sentence: 'I am being restarted. Please ask again in a minute.',
    suggestions: [],
  };
}
