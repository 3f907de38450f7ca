import type { Corpus } from './corpus.ts';
import type { Place } from './place.ts';
import { type AnswerKind, kindOf } from './question-kind.ts';
import { type Roles, rolesOf } from './question-roles.ts';
import { type AskedTerm, askedTerms, eachOnce, withImportance } from './question-terms.ts';
import { withoutFillers } from './questions/fillers.ts';
import { asksTheSame, isUnclear, leanedOn, type TurnBefore } from './questions/leaning.ts';
import { type Parted, questionIn } from './questions/parts.ts';
import { type PersonMeant, personMeant } from './questions/person.ts';
import { withSmallWordsMended } from './questions/small-words.ts';
import { spentOn } from './questions/spent.ts';
import { termOf } from './words/terms.ts';

export type { AskedTerm } from './question-terms.ts';

/** Where a question was asked, and so what it may be answered from. */
export interface Scope {
  readonly place: Place;
  /** Slug of the one story that is meant; `null` for every story that is open to the place. */
  readonly story: string | null;
}

/** What was asked. */
export interface Question {
  readonly text: string;
  readonly scope: Scope;
  /** What was asked before it in the same thread, oldest first. */
  readonly earlier: readonly EarlierTurn[];
  /** Sentences that shall not be quoted again: somebody has said that they are not what was asked. */
  readonly except?: readonly QuotedAt[];
}

/** A question that was asked before in the same thread, and what answered it. */
export interface EarlierTurn {
  readonly question: string;
  /** Where the first sentence stands that was quoted; `null` where the question was not answered. */
  readonly quoted: QuotedAt | null;
}

/** A place in an article: never its text, which may have been closed or changed since. */
export interface QuotedAt {
  /** The story's slug. */
  readonly story: string;
  /** The article's id within its story. */
  readonly article: string;
  /** UTF-16 code units into the article's body. */
  readonly start: number;
  readonly end: number;
}

/** A question, understood as far as its form allows. */
export interface Reading {
  /** What was asked, in plain words: without greetings and asides, small words mended. */
  readonly text: string;
  readonly kind: AnswerKind;
  /** Whether it asks what is yet to happen. */
  readonly future: boolean;
  readonly roles: Roles;
  readonly terms: readonly AskedTerm[];
  /** What the terms that are not its own come from: what was said beside it or before it, the story's topic, or nothing. */
  readonly leansOn: 'question' | 'topic' | null;
  /** Sentences that answered the questions before, where this one leans on them; empty otherwise. */
  readonly spent: ReadonlySet<number>;
  /** Whom it calls "he" or "she", where that is known. */
  readonly person: PersonMeant | null;
}

/** Of words that are only said beside the question, or that name the story. */
const BESIDE_IMPORTANCE = 0.5;
/** Of the story's name, where an earlier question tells better what is meant. */
const TOPIC_IMPORTANCE = 0.2;
/** Of the earlier question's words, where a name is put in the place of another: each is asked for again. */
const ALIKE_IMPORTANCE = 0.9;
/** Of the name that "she" stands for: less than a word that was written, since it may be another's. */
const MEANT_IMPORTANCE = 0.6;

/**
 * Reads a question against a library.
 *
 * @param question what was asked
 * @param corpus the library's words, to match the question's with
 * @returns what is asked for and by which words
 */
export function readQuestion(
  question: {
    readonly text: string;
    /** What was asked before it in the same thread, oldest first, with the sentences that answered. */
    readonly earlier: readonly TurnBefore[];
    /** What is spoken of where the question does not say; `null` when that cannot be known. */
    readonly topic: string | null;
  },
  corpus: Corpus,
): Reading {
  const { question: text, context } = plainQuestion(question.text, corpus);
  const earlier = question.earlier.map((turn) => ({
    ...turn,
    question: plainQuestion(turn.question, corpus).question,
  }));
  const asked = askedTerms(text, corpus, true);
  const person = personMeant(text, earlier, corpus);
  const name = askedTerms(person?.name ?? '', corpus, true).map((term) => ({ ...term, isName: false }));
  const meant = withImportance(name, MEANT_IMPORTANCE);
  const own = eachOnce([...asked, ...meant]);
  const kind = kindOf(text);
  const roles = rolesOf(text);
  const form = {
    text,
    kind,
    future: FUTURE.test(text),
    roles: roles.speaker.size > 0 ? roles : { ...roles, speaker: termsOf(meant) },
    spent: new Set<number>(),
    person,
  };
  const beside = withImportance(askedTerms(context, corpus, false), BESIDE_IMPORTANCE);
  const topic = askedTerms(question.topic ?? '', corpus, false);
  if (!isUnclear(text, asked) || (earlier.length === 0 && beside.length > 0)) {
    return { ...form, terms: eachOnce([...own, ...beside]), leansOn: beside.length > 0 ? 'question' : null };
  }
  if (earlier.length === 0) {
    const leaned = withImportance(topic, BESIDE_IMPORTANCE);
    return { ...form, terms: eachOnce([...own, ...leaned]), leansOn: topic.length > 0 ? 'topic' : null };
  }
  const isClear = (turn: TurnBefore) => !isUnclear(turn.question, askedTerms(turn.question, corpus, false));
  const topicImportance = earlier.some(isClear) ? TOPIC_IMPORTANCE : BESIDE_IMPORTANCE;
  const same = kind === 'thing' && asksTheSame(text) ? sameAsBefore(termsOf(own), earlier) : null;
  const leaned = leanedOn(text, earlier, corpus, (before) => askedTerms(before, corpus, false));
  const kept = leaned.filter(({ term }) => same === null || !same.replaced.has(term));
  // "And in Boston?" asks the whole of what was asked before: a sentence about Boston alone is no answer.
  const isWhole = same !== null && asked.some(({ isName }) => isName);
  const alike = isWhole ? withImportance(termsBefore(earlier, corpus), ALIKE_IMPORTANCE) : [];
  return {
    ...form,
    ...(same && { kind: same.kind, roles: same.roles }),
    terms: eachOnce([
      ...own,
      ...alike.filter(({ term }) => !same?.replaced.has(term)),
      ...beside,
      ...kept,
      ...withImportance(topic, topicImportance),
    ]),
    leansOn: 'question',
    spent: spentOn(text, earlier),
  };
}

const FUTURE = /\b(?:will|won't|going to|gonna|upcoming|next (?:steps?|up)|what(?:'s| is)? next)\b/i;

/** The words of the last question that had words of its own. */
function termsBefore(earlier: readonly TurnBefore[], corpus: Corpus): readonly AskedTerm[] {
  const asked = earlier.map((turn) => askedTerms(turn.question, corpus, true));
  return asked.findLast((terms) => terms.some(({ importance }) => importance === 1)) ?? [];
}

interface AskedAgain {
  readonly kind: AnswerKind;
  readonly roles: Roles;
  /** Terms of the earlier question that this one puts others in the place of. */
  readonly replaced: ReadonlySet<string>;
}

/** "And Amazon?" asks what was asked before: where that was what somebody said, of another speaker. */
function sameAsBefore(own: ReadonlySet<string>, earlier: readonly TurnBefore[]): AskedAgain | null {
  const before = earlier.findLast((turn) => kindOf(turn.question) !== 'thing');
  if (!before) return null;
  const kind = kindOf(before.question);
  const roles = rolesOf(before.question);
  if (kind !== 'statement' || own.size === 0) return { kind, roles, replaced: new Set() };
  return { kind, roles: { ...roles, speaker: own }, replaced: roles.speaker };
}

function termsOf(terms: readonly AskedTerm[]): ReadonlySet<string> {
  return new Set(terms.map(({ term }) => term));
}

/** What was asked without what stands around it, and what was said beside it, both in plain words. */
function plainQuestion(text: string, corpus: Corpus): Parted {
  const isHeld = (word: string) => corpus.frequency.has(termOf(word));
  const { question, context } = questionIn(text);
  return {
    question: withoutFillers(withSmallWordsMended(question, isHeld)),
    context: withSmallWordsMended(context, isHeld),
  };
}
