import type { Span } from '../answer.ts';
import { textOf } from '../corpus.ts';
import type { Inquiry } from '../ranking/inquiry.ts';
import type { Pair } from '../ranking/pair.ts';
import { tokens } from '../words/terms.ts';
import { amountsAsked, mostAbout, type NumbersAsked, numbersAsked, tallyIn } from './asked-numbers.ts';
import { portionsIn } from './figures.ts';
import { asAsked, momentsIn } from './moments.ts';
import { agesIn, durationsIn, moneyIn, scoresIn } from './numbers.ts';
import { peopleAsked } from './persons.ts';
import { bodyAsked, lone, placeAsked } from './wheres.ts';

/**
 * The words of a sentence that answer, as a reader would mark them, and nothing where that is not sure: no
 * kind is marked of which less than four in five were right on Wikipedia questions of SQuADShifts. There
 * nine of ten sentences with a mark had it on what annotators had marked.
 *
 * @param pair a question and a sentence that answers it
 * @returns spans relative to the sentence, in order
 */
export function emphasisOf(pair: Pair): Span[] {
  const text = textOf(pair.corpus.sentences[pair.candidate.sentence]);
  if (text.length > LONGEST) return [];
  const spans = spansFor(pair, text).map((span) => withPoint(text, span));
  const isTurned = [...pair.inquiry.words].some((word) => TURNS.test(word));
  return unasked(spans, text, pair.inquiry.words).filter((span) => isTurned || !isDenied(text, span));
}

/** In UTF-16 code units: what is longer is a list or a table, and is read for each of its numbers. */
export const LONGEST = 2000;

function spansFor({ inquiry, evidence }: Pair, text: string): readonly Span[] {
  const asked = askedOf(inquiry);
  const { question } = asked;
  switch (inquiry.reading.kind) {
    case 'number':
      return numbersAsked(text, asked);
    case 'score':
      return tallyIn(text, asked);
    case 'share':
      return amountsAsked(text, portionsIn(text), asked);
    case 'money':
      return amountsAsked(text, moneyIn(text), asked);
    case 'duration': {
      const spells = durationsIn(text).map((span) => without(/^(?:for|in|over) /i, text, span));
      return amountsAsked(text, spells, asked);
    }
    case 'age':
      return agesIn(text).map((span) => without(/^(?:aged? (?:of )?|turn\w* )/i, text, span));
    case 'date':
      return ASKS_WHEN.test(question) ? mostAbout(text, asAsked(question, text, momentsIn(text)), asked) : [];
    case 'name':
    case 'person':
      return ASKS_WHO.test(question) ? peopleAsked(text, inquiry.words, asked.isAsked) : [];
    case 'state':
    case 'country':
      return lone(evidence.spans);
    case 'place':
      return placeAsked(question, text, evidence.spans, asked.isAsked);
    case 'organisation':
    case 'body':
      return bodyAsked(question, text, evidence.spans);
    case 'statement':
      return ASKS_WHO.test(question) ? [] : evidence.spans;
    case 'reason':
    case 'effect':
    case 'manner':
    case 'yes-no':
    case 'thing':
      return [];
  }
}

/** "When" inside a question asks for no date: "who spoke when they met?" */
const ASKS_WHEN =
  /^(?:(?:and|so|but|since|until|from|by|on|in|at|about|around|exactly) )*(?:when|(?:what|which) (?:\S+ )?(?:day|date|year|month|week|weekday|time|season|century|decade|deadline)|how (?:recently|soon)|what(?:'s| is| was) the (?:\S+ )?(?:date|deadline|year|day))\b|\b(?:in|on|by|at|of|since|from) (?:what|which) (?:day|date|year|month|time|century|decade)\b|\b(?:when|(?:what|which) (?:year|day|date|month))$/;
const ASKS_WHO =
  /^(?:(?:and|so|but|by|to|with|for|from) )*(?:who|whom|whose|who's)\b|\b(?:by|to|with|from) whom?$/;

interface Asked extends NumbersAsked {
  /** Whether a term is one that the question asks about. */
  isAsked(term: string): boolean;
}

function askedOf({ terms, tokens, reading }: Inquiry): Asked {
  const counted = terms.filter(({ term }) => reading.roles.counted.has(term));
  return {
    question: tokens.map(({ word }) => word).join(' '),
    isCounted: (term) => counted.some(({ matches }) => matches.has(term)),
    isAsked: (term) => terms.some(({ matches }) => matches.has(term)),
    worthOf: (term) => Math.max(0, ...terms.map(({ weight, matches }) => weight * (matches.get(term) ?? 0))),
  };
}

/** The last point of "U.S." is part of the name. */
function withPoint(text: string, { start, end }: Span): Span {
  return { start, end: /\.\p{L}$/u.test(text.slice(start, end)) && text[end] === '.' ? end + 1 : end };
}

function without(beginning: RegExp, text: string, { start, end }: Span): Span {
  return { start: start + (beginning.exec(text.slice(start, end))?.[0].length ?? 0), end };
}

const TURNS = /^(?:not|never|false|untrue|incorrect|wrong|den(?:y|ies|ied|ying)|.*n['’]t)$/i;
/** Longer than any clause in which a denial still holds, in UTF-16 code units. */
const CLAUSE = 120;
/** "It did not cost $5 million", "it is false that it cost $5 million": without a comma or a "but" in between. "Not until" and "not only" state it, and so does "not to": who voted not to join voted. */
const DENIED =
  /(?:(?<!\p{L})(?:not(?! (?:only|just|to)(?!\p{L}))|never|false|untrue|incorrect|wrong|den(?:y|ies|ied|ying))|n['’]t)(?!\p{L})(?:(?!(?<!\p{L})(?:but|until)(?!\p{L}))[^,;:.–—])*$/iu;

/** Whether what stands there is what a sentence says that it is not: bold, it would be read as the answer. */
function isDenied(text: string, { start, end }: Span): boolean {
  const [own, before] = [text.slice(start, end), text.slice(Math.max(0, start - CLAUSE), start)];
  if (/^(?:until|only|just)(?!\p{L})/iu.test(own)) return false;
  // A court that denied it 7-2 has done so by these votes.
  const isTally = scoresIn(own).length > 0 || /(?<!\p{L})votes?(?!\p{L})/iu.test(own);
  return DENIED.test(isTally ? before.replace(/(?<!\p{L})den(?:y|ies|ied|ying)(?!\p{L})/giu, '') : before);
}

/** What the question itself says is no answer to it. */
function unasked(spans: readonly Span[], text: string, words: ReadonlySet<string>): Span[] {
  return spans.filter(({ start, end }) =>
    tokens(text.slice(start, end)).some(({ word }) => !words.has(word)),
  );
}
