import type { Corpus } from '../corpus.ts';
import { textOf } from '../corpus.ts';
import { namesIn, peopleIn, rolesIn } from '../evidence/names.ts';
import { type Token, tokens } from '../words/terms.ts';
import type { TurnBefore } from './leaning.ts';

/** A person whom a follow-up calls "he" or "she". */
export interface PersonMeant {
  /** The name, or what the person is: "Mayor Tomas Hale", "a spokeswoman". */
  readonly name: string;
  /** Index of the sentence that names the person. */
  readonly sentence: number;
}

/** One person who was spoken of before. */
export const PERSON = /(?<![\p{L}'’])(?:he|she|him|his|her|hers|himself|herself)(?!\p{L})/iu;
/** Stands for the subject of a sentence, and so for whoever was its subject before. */
const SUBJECT = /^(?:he|she)$/;
/** Sentences after the one with the name in which "she" is still that person, in the same paragraph or the next. */
const REACH = 3;

/**
 * Whom "he" or "she" means: the speaker of the sentence that answered before, or the one person whom it names.
 *
 * @param text the follow-up in plain words
 * @param earlier what was asked before it, oldest first
 * @param corpus the library
 * @returns the person; `null` where nobody is meant, or where it could be two
 */
export function personMeant(
  text: string,
  earlier: readonly TurnBefore[],
  corpus: Corpus,
): PersonMeant | null {
  if (!PERSON.test(text)) return null;
  for (const { sentence } of earlier.toReversed()) {
    if (sentence === null) continue;
    const name = personIn(sentence, corpus);
    if (name !== null) return { name, sentence };
  }
  return null;
}

function personIn(index: number, corpus: Corpus): string | null {
  const sentence = corpus.sentences[index];
  if (sentence?.speaker) return sentence.speaker;
  const text = textOf(sentence);
  for (const people of [peopleIn(text), rolesIn(text), namesIn(text)]) {
    const [only, ...others] = new Set(people.map(({ start, end }) => text.slice(start, end)));
    if (only !== undefined) return others.length === 0 ? only : null;
  }
  return null;
}

/**
 * The library as a follow-up about a person reads it: "she" in the sentences after the one that names her is her
 * name. Without it nothing that she is only said to have said would be hers.
 *
 * @param corpus the library
 * @param person whom the follow-up means
 * @returns the same library, in which those sentences hold the name in the place of the pronoun, and which they are
 */
export function withPersonNamed(
  corpus: Corpus,
  person: PersonMeant,
): { readonly corpus: Corpus; readonly sentences: readonly number[] } {
  const name = tokens(person.name).map(({ term }) => term);
  const named = new Map(
    sentencesAfter(person.sentence, corpus).map((index): [number, readonly Token[]] => {
      const pronouns = corpus.tokensOf(index).filter(({ word }) => SUBJECT.test(word));
      const stands = pronouns.flatMap((pronoun) => name.map((term) => ({ ...pronoun, term })));
      return [index, [...corpus.wordsOf(index), ...stands].sort((a, b) => a.start - b.start)];
    }),
  );
  const terms = new Map([...named].map(([index, words]) => [index, new Set(words.map(({ term }) => term))]));
  return {
    corpus: {
      ...corpus,
      wordsOf: (index) => named.get(index) ?? corpus.wordsOf(index),
      termsOf: (index) => terms.get(index) ?? corpus.termsOf(index),
      indexedTermsOf: (index) => named.get(index)?.map(({ term }) => term) ?? corpus.indexedTermsOf(index),
    },
    sentences: [...named.keys()],
  };
}

/** Those with a pronoun, up to the first that names somebody else. */
function sentencesAfter(index: number, corpus: Corpus): number[] {
  const found: number[] = [];
  const paragraph = corpus.paragraphOf[index] ?? -1;
  for (let next = index + 1; next <= index + REACH; next += 1) {
    const sentence = corpus.sentences[next];
    const apart = (corpus.paragraphOf[next] ?? -1) - paragraph;
    if (sentence?.article !== corpus.sentences[index]?.article || apart > 1 || sentence?.speaker) break;
    if (peopleIn(textOf(sentence)).length > 0) break;
    if (corpus.tokensOf(next).some(({ word }) => SUBJECT.test(word))) found.push(next);
  }
  return found;
}
