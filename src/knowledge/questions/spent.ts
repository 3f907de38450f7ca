import { type Corpus, textOf } from '../corpus.ts';
import { rolesIn } from '../evidence/names.ts';
import type { Reading } from '../question.ts';
import type { Ranked } from '../ranking/model.ts';
import type { TurnBefore } from './leaning.ts';

/**
 * The sentences that have been quoted, as far as they answered another question than this.
 *
 * @param text a follow-up in plain words
 * @param earlier what was asked before it
 * @returns indexes of sentences
 */
export function spentOn(text: string, earlier: readonly TurnBefore[]): ReadonlySet<number> {
  const others = earlier.filter(({ question }) => bare(question) !== bare(text));
  return new Set(others.flatMap(({ sentence }) => (sentence === null ? [] : [sentence])));
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Kinds that the sentence before may hold by its form; what it says of a person it has said already. */
const TOLD_BY_FORM =
  /^(?:number|score|age|share|money|duration|date|state|country|place|reason|effect|organisation|body)$/;

/**
 * Leaves out sentences that answered the questions before, where a follow-up asks further: "why?" is not answered
 * by saying the same again. One stays where it holds the very thing that is asked for now, as a date does a "when?", or tells who "she" is.
 *
 * @param ranked the judged candidates
 * @param reading the follow-up
 * @param corpus the library
 * @returns the candidates that may answer it
 */
export function withoutSpent(ranked: readonly Ranked[], reading: Reading, corpus: Corpus): readonly Ranked[] {
  const { spent, kind, person } = reading;
  if (spent.size === 0) return ranked;
  const names = reading.terms.filter(({ own, isName }) => own && isName);
  // "And in Boston?" is not answered by a sentence that only told of another place.
  const holdsNames = (sentence: number) =>
    names.every(({ matches }) => [...matches.keys()].some((term) => corpus.termsOf(sentence).has(term)));
  const isTold = ({ pair }: Ranked) =>
    (TOLD_BY_FORM.test(kind) && pair.evidence.fit === 1 && holdsNames(pair.candidate.sentence)) ||
    (person !== null &&
      person.sentence === pair.candidate.sentence &&
      WHO.test(kind) &&
      introduces(textOf(corpus.sentences[person.sentence]), person.name));
  return ranked.filter((each) => !spent.has(each.pair.candidate.sentence) || isTold(each));
}

const WHO = /^(?:person|name)$/;

/** "Union leader Marisol Tregenza", "a former guard, Lukas Brandt", "Piet Vandersloot, the director". */
function introduces(text: string, name: string): boolean {
  const last = name.split(' ').at(-1)?.toLowerCase() ?? '';
  const at = text.toLowerCase().indexOf(last);
  if (at < 0 || rolesIn(name).length > 0) return false;
  const [before, after] = [text.slice(0, at), text.slice(at + last.length)];
  return (
    /$(?<=\p{L}{4},? (?:\p{Lu}[\p{L}.'’-]* )*)/u.test(before) ||
    /^, (?:the|an?|who|its|their|his|her) /u.test(after)
  );
}
