import { type Answer, MAX_QUESTION_LENGTH, type Quote } from '../answer.ts';
import type { Corpus } from '../corpus.ts';
import type { EarlierTurn, QuotedAt } from '../question.ts';
import type { TurnBefore } from './leaning.ts';

/**
 * What an answer leaves behind for questions that come after it in the same thread.
 *
 * @param answer an answer, with the answers to the other questions of its message
 * @returns a turn for each question that was really asked, oldest first
 */
export function turnsOf(answer: Answer): readonly EarlierTurn[] {
  return [answer, ...answer.further].filter(wasAsked).map(({ question, quotes: [first] }) => ({
    question,
    quoted: first ? quotedAt(first) : null,
  }));
}

/** @returns where a quote stands */
export function quotedAt({ citation, start, end }: Quote): QuotedAt {
  return { story: citation.story, article: citation.article, start, end };
}

function wasAsked(answer: Answer): boolean {
  return answer.status === 'answered' || answer.reason === 'unsure' || answer.reason === 'not-in-story';
}

/** Turns that a follow-up may lean on; what was said before them nobody has in mind. */
const TURNS = 20;

/**
 * Looks up what answered before. A sentence is found only in what may be asked now: not in a story that is closed to
 * the place or is not the one meant, and not where the article has changed.
 *
 * @param earlier what was asked before, oldest first
 * @param stories slugs of the stories that may be looked in
 * @param corpus the library, as far as it is open to the place
 * @returns the last turns with the sentences that answered; none that is longer than any question that is read
 */
export function turnsBefore(
  earlier: readonly EarlierTurn[],
  stories: ReadonlySet<string>,
  corpus: Corpus,
): readonly TurnBefore[] {
  const asked = earlier.filter(({ question }) => question.length <= MAX_QUESTION_LENGTH);
  return asked.slice(-TURNS).map(({ question, quoted }) => ({
    question,
    sentence: quoted !== null && stories.has(quoted.story) ? sentenceAt(quoted, corpus) : null,
  }));
}

/**
 * @param places sentences that were quoted
 * @param corpus the library, as far as it is open to the place
 * @returns those of them that still stand there
 */
export function sentencesAt(places: readonly QuotedAt[], corpus: Corpus): ReadonlySet<number> {
  return new Set(places.map((place) => sentenceAt(place, corpus)).filter((index) => index !== null));
}

function sentenceAt({ story, article, start, end }: QuotedAt, corpus: Corpus): number | null {
  const stretch = corpus.stretchesOf(story).find((each) => each.article.id === article);
  if (!stretch) return null;
  for (let index = stretch.sentences.from; index < stretch.sentences.to; index += 1) {
    const sentence = corpus.sentences[index];
    if (sentence?.start === start && sentence.end === end) return index;
  }
  return null;
}
