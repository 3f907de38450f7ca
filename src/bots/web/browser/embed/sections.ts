import { oneLine } from '../../../text.ts';
import type { AnswerJson, QuoteJson, StaleJson } from './answer-json.ts';
import { differenceOf } from './difference.ts';
import { momentText } from './source.ts';

/** What is shown for one question, in the order in which it is read. */
export interface Section {
  /** `null` for what belongs to no question of its own. */
  readonly question: string | null;
  /** The fixed sentence that stands where there is no answer; `null` with one. */
  readonly sentence: string | null;
  readonly notes: readonly string[];
  readonly groups: readonly Group[];
  readonly suggestions: readonly string[];
}

/** Quotes that stand under one heading. Only what answers is a `lead`. */
export interface Group {
  readonly kind: 'lead' | 'differing' | 'same' | 'nearest';
  readonly heading: string | null;
  readonly quotes: readonly QuoteJson[];
}

export const SUGGESTIONS_HEADING = 'You could ask:';
const NEAREST_HEADING = 'The closest the story comes:';
const ALSO_HEADING = 'Also:';
const NO_WORD = 'There is no word in that question: please ask in words.';
const SENTENCES = {
  unsure: 'I am not sure that the story says.',
  'not-in-story': 'The story does not say.',
  'no-story': 'There is no such story here.',
  'too-long': 'That is too long for a question: please ask in at most 1,000 characters.',
  'too-many': 'I answered the first 3 questions: please ask the others again.',
  empty: 'Ask me a question about a story, and I answer with what the articles say, word for word.',
} as const;

/** An unanswered question may concern many stories; more notes than this would hide that it is not answered. */
const NOTES_AT_MOST = 2;
/** What is shown of a story's title, in UTF-16 code units. */
const TITLE = 100;

/**
 * What to show for an answer: what the other bots show, in the same words, to which a test holds it. The module that
 * they take them from leads to the knowledge, which is ten times what a page should load for a box.
 *
 * @param answer what the API says
 * @returns a section for each question of it; never empty
 */
export function sectionsOf(answer: AnswerJson): readonly Section[] {
  const all = [answer, ...answer.further];
  const said = new Set<string>();
  return all.map((each, index) => {
    const notes = notesOf(each).filter((note) => !said.has(note));
    for (const note of notes) said.add(note);
    return {
      question: each.status === 'unanswered' && each.reason === 'too-many' ? null : each.question,
      sentence: each.status === 'answered' ? null : sentenceOf(each),
      notes,
      groups: groupsOf(each).filter(({ quotes }) => quotes.length > 0),
      suggestions: each.status === 'unanswered' && index === all.length - 1 ? each.related : [],
    };
  });
}

function groupsOf(answer: AnswerJson): readonly Group[] {
  if (answer.status === 'unanswered') {
    const quotes = isOfStory(answer.reason) ? answer.nearest : [];
    return [{ kind: 'nearest', heading: NEAREST_HEADING, quotes }];
  }
  const [lead, ...others] = answer.quotes;
  const differing = differenceOf(answer);
  return [
    { kind: 'lead', heading: null, quotes: lead === undefined ? [] : [lead] },
    {
      kind: 'differing',
      heading: differing?.sentence ?? null,
      quotes: differing === null ? [] : [differing.quote],
    },
    { kind: 'same', heading: ALSO_HEADING, quotes: others.filter((quote) => quote !== differing?.quote) },
  ];
}

/** Whether it was the story that did not say. */
function isOfStory(reason: keyof typeof SENTENCES): boolean {
  return reason === 'unsure' || reason === 'not-in-story';
}

function sentenceOf({ reason, question }: Extract<AnswerJson, { status: 'unanswered' }>): string {
  const isWordless = question.trim() !== '' && !/[\p{L}\p{N}]/u.test(question);
  return reason === 'empty' && isWordless ? NO_WORD : SENTENCES[reason];
}

function notesOf(answer: AnswerJson): readonly string[] {
  if (answer.status === 'unanswered' && !isOfStory(answer.reason)) return [];
  return answer.stale.slice(0, NOTES_AT_MOST).map(staleNote);
}

function staleNote({ title, since }: StaleJson): string {
  const when = since === null ? 'yet' : `since ${momentText(since)}`;
  return `The feed of “${oneLine(title, TITLE)}” has not been read ${when}: there may be newer news.`;
}

/**
 * @param value what arrived: proxies and sign-in pages answer in the server's place
 * @returns whether it is an answer that can be shown
 */
export function isAnswer(value: unknown): value is AnswerJson {
  const { status, quotes, reason, nearest, related, further, stale } = (value ?? {}) as Record<
    string,
    unknown
  >;
  if (![related, further, stale].every(Array.isArray) || !(further as unknown[]).every(isAnswer))
    return false;
  return status === 'answered'
    ? isQuotes(quotes) && quotes.length > 0
    : Object.hasOwn(SENTENCES, String(reason)) && isQuotes(nearest);
}

function isQuotes(value: unknown): value is readonly QuoteJson[] {
  return Array.isArray(value) && value.every(isQuote);
}

function isQuote(value: Partial<QuoteJson> | null): boolean {
  const { text, emphasis, citation, also } = value ?? {};
  return typeof text === 'string' && Array.isArray(emphasis) && Array.isArray(also) && citation != null;
}
