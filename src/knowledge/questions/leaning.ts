import type { Corpus } from '../corpus.ts';
import { textOf } from '../corpus.ts';
import { namesIn, peopleIn, rolesIn } from '../evidence/names.ts';
import type { AskedTerm } from '../question-terms.ts';
import { PERSON } from './person.ts';

/** What was asked before in the same thread, as far as it can still be looked up. */
export interface TurnBefore {
  readonly question: string;
  /** Index of the sentence that answered; `null` where none did, or where it may not be looked at any more. */
  readonly sentence: number | null;
}

/** One or more, or a body. */
const THEY = /(?<![\p{L}'’])(?:they|them|their|theirs)(?![\p{L}])/iu;
const POINTING =
  /(?<![\p{L}'’])(?:it|its|it's|they|them|their|that|that's|this|those|these|he|he's|him|his|she|she's|her|there|then)(?![\p{L}])/iu;
const GOING_ON =
  /^\s*(?:and|or|but|so|also|then|plus|what about|how about|what else|who else|how so|how come|since when|says who|anything else|any more|if so)(?![\p{L}'’])/iu;

/** Words of its own, above which a question that only goes on ("and …") or points ("that") says enough itself. */
const ENOUGH = { goingOn: 3, pointing: 3, plain: 1 } as const;

/**
 * Whether a question is not to be understood by itself: "and against?", "when was that?", "what did they say".
 *
 * @param text the question in plain words
 * @param own what it asks for itself
 */
export function isUnclear(text: string, own: readonly AskedTerm[]): boolean {
  const weighty = own.filter(({ importance }) => importance === 1);
  if (GOING_ON.test(text)) {
    return weighty.length < ENOUGH.goingOn && !(weighty.length > 1 && weighty.some(({ isName }) => isName));
  }
  if (POINTING.test(text) && own.length <= ENOUGH.pointing) return true;
  // "Where is Boston?" is short and says all: its one word is a name that somebody wrote as one.
  if (weighty.length === ENOUGH.plain) return !(own.length === 1 && weighty[0]?.isName === true);
  return weighty.length < ENOUGH.plain;
}

/** Whether it has no kind of its own and asks what was asked before, of something else: "and in Boston?" */
export function asksTheSame(text: string): boolean {
  const rest = text.replace(
    /^\W*(?:(?:and|or|but|so|also|then|plus|what about|how about)(?![\p{L}'’])[\s,]*)+/iu,
    '',
  );
  return !/(?<![\p{L}'’])(?:who|whom|whose|what|when|where|why|how|which|whether)(?![\p{L}])/iu.test(rest);
}

/**
 * How much the words of what came before count, 1 being a word of the question itself; set by hand. An answer holds
 * many words, of which few are meant: together they count no more than the earlier question's, or as one word.
 */
const IMPORTANCE = { question: 0.5, name: 0.45, answer: 0.25, further: 0.6 } as const;
/** The rarest words of the sentence that answered are what it is about. */
const OF_ANSWER = 6;

/** Makes the terms of a text, none of them the question's own. */
export type Termed = (text: string) => readonly AskedTerm[];

/**
 * The words that a follow-up leans on: those of the question before it, those of the sentence that answered it, and
 * where that question leaned on another itself, those of the other.
 *
 * @param text the follow-up in plain words
 * @param earlier what was asked before it, oldest first
 * @param corpus the library, to look the answers up in
 * @param termed makes the terms of a text
 * @returns terms with their importance, each once
 */
export function leanedOn(
  text: string,
  earlier: readonly TurnBefore[],
  corpus: Corpus,
  termed: Termed,
): readonly AskedTerm[] {
  const found = new Map<string, AskedTerm>();
  const add = (terms: readonly AskedTerm[], importance: number) => {
    for (const term of terms) {
      const weighed = { ...term, own: false, importance: term.importance * importance };
      if ((found.get(term.term)?.importance ?? 0) < weighed.importance) found.set(term.term, weighed);
    }
  };
  let share = 1;
  for (const turn of earlier.toReversed()) {
    const asked = termed(turn.question);
    add(asked, IMPORTANCE.question * share);
    if (turn.sentence !== null) {
      const others = rarest(termed(textOf(corpus.sentences[turn.sentence])), corpus);
      if (PERSON.test(text) || THEY.test(text)) {
        add(termed(namesOf(turn.sentence, corpus, PERSON.test(text)).join(', ')), IMPORTANCE.name * share);
      }
      add(others, (IMPORTANCE.answer * share * Math.max(1, asked.length)) / Math.max(1, others.length));
    }
    if (!isUnclear(turn.question, asked)) break;
    share *= IMPORTANCE.further;
  }
  return [...found.values()];
}

function rarest(terms: readonly AskedTerm[], corpus: Corpus): readonly AskedTerm[] {
  const frequencyOf = ({ term }: AskedTerm) => corpus.frequency.get(term) ?? 0;
  return [...terms].sort((a, b) => frequencyOf(a) - frequencyOf(b)).slice(0, OF_ANSWER);
}

/** "They" are no one person. */
function namesOf(sentence: number, corpus: Corpus, isOne: boolean): readonly string[] {
  const text = textOf(corpus.sentences[sentence]);
  const people = new Set(peopleIn(text).map(({ start }) => start));
  const named = namesIn(text).filter(({ start }) => isOne || !people.has(start));
  return [...named, ...rolesIn(text)].map(({ start, end }) => text.slice(start, end));
}
