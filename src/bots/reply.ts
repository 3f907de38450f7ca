import {
  type Answer,
  type Answered,
  MAX_QUESTION_LENGTH,
  MOST_QUESTIONS,
  type Quote,
  type StaleStory,
} from '../knowledge/index.ts';
import { momentText } from './source-line.ts';
import { oneLine } from './text.ts';

/**
 * What a person is shown, before it takes a platform's form. Renderers turn it into a payload; they add
 * nothing to it and leave nothing out that fits.
 */
export type Reply =
  | SingleReply
  | {
      readonly kind: 'several';
      /** One for each question of a message, each shown under its question, all in one message. */
      readonly parts: readonly [ReplyPart, ...ReplyPart[]];
    };

/** What is shown for one question of several. */
export interface ReplyPart {
  /** `null` for what belongs to no question, such as that there were too many. */
  readonly question: string | null;
  readonly reply: SingleReply;
}

/** What a person is shown for one question. */
export type SingleReply =
  | {
      readonly kind: 'answer';
      readonly answer: Answered;
      /** Sentences of ours that belong beside the answer, such as that there may be newer news. */
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'unanswered';
      /** The fixed sentence that says so. */
      readonly sentence: string;
      /** At most three; shown under {@link NEAREST_HEADING} and never as the answer. */
      readonly nearest: readonly Quote[];
      readonly notes: readonly string[];
      /** Questions that are answered, shown under {@link SUGGESTIONS_HEADING}. */
      readonly suggestions: readonly string[];
    }
  | {
      /** An answer that the story no longer gives. */
      readonly kind: 'gone';
      /** What it quoted, shown as struck. */
      readonly texts: readonly string[];
      /** The fixed sentence that says so. */
      readonly sentence: string;
    }
  | {
      readonly kind: 'notice';
      readonly sentence: string;
      readonly suggestions: readonly string[];
    };

/** Stands above the nearest sentences of an unanswered question. */
export const NEAREST_HEADING = 'The closest the story comes:';
/** Stands above questions that could be asked instead. */
export const SUGGESTIONS_HEADING = 'You could ask:';
/** Stands before the sources that say the same as the first quote. */
export const ALSO_HEADING = 'Also:';
/** Stands in the place of a sentence that is longer than the platform shows. It is never cut. */
export const TOO_LONG_TO_SHOW = 'The sentence that answers is too long to show here; read it at the source.';

const SENTENCES = {
  unsure: 'I am not sure that the story says.',
  'not-in-story': 'The story does not say.',
  'no-story': 'There is no such story here.',
  'too-long': `That is too long for a question: please ask in at most ${MAX_QUESTION_LENGTH.toLocaleString('en')} characters.`,
  'too-many': `I answered the first ${MOST_QUESTIONS} questions: please ask the others again.`,
  'no-word': 'There is no word in that question: please ask in words.',
  empty: 'Ask me a question about a story, and I answer with what the articles say, word for word.',
} as const;

/** An unanswered question may concern many stories; more notes than this would hide that it is not answered. */
const NOTES_AT_MOST = 2;

/** What is shown of a story's title, in UTF-16 code units. */
const TITLE = 100;

function staleNote({ title, since }: StaleStory): string {
  const when = since === null ? 'yet' : `since ${momentText(since)}`;
  return `The feed of “${oneLine(title, TITLE)}” has not been read ${when}: there may be newer news.`;
}

/** "?!": something was written, and there is no word in it. */
function isWordless(question: string): boolean {
  return question.trim() !== '' && !/[\p{L}\p{N}]/u.test(question);
}

/**
 * What to show for an answer.
 *
 * @param answer what the story says, or that it does not
 * @returns the reply; renderers take it from here
 */
export function replyTo(answer: Answer): Reply {
  return answer.further.length === 0 ? singleReply(answer) : severalReply([answer, ...answer.further]);
}

/** What would be said under each question is said once: notes at the first, suggestions at the last. */
function severalReply([first, ...others]: readonly [Answer, ...Answer[]]): Reply {
  const said = new Set<string>();
  const partOf = (answer: Answer, isLast: boolean): ReplyPart => {
    const reply = singleReply(answer);
    const suggestions = 'suggestions' in reply && isLast ? reply.suggestions : [];
    const notes = 'notes' in reply ? reply.notes.filter((note) => !said.has(note)) : [];
    for (const note of notes) said.add(note);
    const once =
      reply.kind === 'answer'
        ? { ...reply, notes }
        : reply.kind === 'unanswered'
          ? { ...reply, notes, suggestions }
          : { ...reply, suggestions };
    return { question: isTooMany(answer) ? null : answer.question, reply: once };
  };
  const last = others.length - 1;
  const top = partOf(first, false);
  return { kind: 'several', parts: [top, ...others.map((answer, index) => partOf(answer, index === last))] };
}

function isTooMany(answer: Answer): boolean {
  return answer.status === 'unanswered' && answer.reason === 'too-many';
}

function singleReply(answer: Answer): SingleReply {
  const notes = answer.stale.slice(0, NOTES_AT_MOST).map(staleNote);
  if (answer.status === 'answered') return { kind: 'answer', answer, notes };
  const { nearest, related: suggestions } = answer;
  switch (answer.reason) {
    case 'unsure':
    case 'not-in-story':
      return { kind: 'unanswered', sentence: SENTENCES[answer.reason], nearest, notes, suggestions };
    case 'no-story':
    case 'too-long':
    case 'too-many':
      return { kind: 'notice', sentence: SENTENCES[answer.reason], suggestions };
    case 'empty':
      return {
        kind: 'notice',
        sentence: isWordless(answer.question) ? SENTENCES['no-word'] : SENTENCES.empty,
        suggestions,
      };
  }
}

/** @returns what is quoted in a reply, best first */
export function quotesIn(reply: SingleReply): readonly Quote[] {
  if (reply.kind === 'answer') return reply.answer.quotes;
  return reply.kind === 'unanswered' ? reply.nearest : [];
}
