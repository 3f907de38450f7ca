import type { Sentence } from '../article.ts';
import { type Corpus, contentWords, textOf } from '../corpus.ts';
import { counting, isAttributed } from '../evidence/roles.ts';
import { type Evidence, evidenceOf } from '../evidence.ts';
import type { Candidate } from '../search/engine.ts';
import type { Token } from '../words/terms.ts';
import { type Form, formOf } from './form.ts';
import { type Held, type Holding, heldOf, holdingOf, type Qualities } from './held.ts';
import { type Inquiry, type Standing, standingOf } from './inquiry.ts';
import { cosinesTo, type Likeness, likenessTo } from './likeness.ts';
import { shortlisted } from './shortlist.ts';

/** A question and one sentence: what features are taken of. */
export interface Pair extends Held {
  readonly inquiry: Inquiry;
  readonly candidate: Candidate;
  readonly corpus: Corpus;
  readonly evidence: Evidence;
  readonly standing: Standing;
  readonly likeness: Likeness;
  readonly form: Form;
  /** What a network makes of the sentence; `null` where there is none. */
  readonly deep: { readonly cosine: number; readonly before: number; readonly place: number } | null;
  /** What any other sentence holds of what was asked. */
  readonly holds: (sentence: number) => Qualities;
  /** The highest share of it that any other sentence of its paragraph holds, 0 to 1. */
  readonly besides: Holding['besides'];
}

/** @returns the pairs of a question and those of its candidates that are worth judging */
export function pairsOf(inquiry: Inquiry, candidates: readonly Candidate[], corpus: Corpus): Pair[] {
  const cosine = cosinesTo(inquiry, corpus);
  const likeness = likenessTo(inquiry, corpus, cosine);
  const holding = holdingOf(inquiry, corpus);
  return shortlisted(inquiry, candidates, corpus, { holding, cosine }).map((candidate) => {
    const index = candidate.sentence;
    const sentence = corpus.sentences[index];
    const words = corpus.wordsOf(index);
    const found = evidenceOf(inquiry.reading.kind, textOf(sentence), inquiry.words);
    const evidence = inRoles(found, { inquiry, sentence, words });
    const form = formOf(corpus, index);
    const matched = holding.holds(index);
    const here = inquiry.terms.map((term, at) =>
      Math.max(matched[at] ?? 0, term.namesKind ? evidence.fit : 0),
    );
    const held = heldOf(inquiry, index, corpus, here, holding);
    return {
      inquiry,
      candidate,
      corpus,
      evidence,
      standing: standingOf(inquiry, index),
      likeness: likeness({ index, form, here, paragraph: held.paragraph }),
      form,
      deep: inquiry.deep && {
        cosine: inquiry.deep.cosines.get(index) ?? 0,
        before: inquiry.deep.cosines.get(index - 1) ?? 0,
        place: inquiry.deep.places.get(index) ?? 0,
      },
      holds: holding.holds,
      besides: holding.besides,
      ...held,
    };
  });
}

interface InSentence {
  readonly inquiry: Inquiry;
  readonly sentence: Sentence | undefined;
  readonly words: readonly Token[];
}

/** A number that counts something else, and words that somebody else said, are less than what is asked for. */
function inRoles(found: Evidence, { inquiry, sentence, words }: InSentence): Evidence {
  const { kind, roles } = inquiry.reading;
  const plays = (role: ReadonlySet<string>) => {
    const terms = inquiry.terms.filter(({ term }) => role.has(term));
    return (term: string) => terms.some(({ matches }) => matches.has(term));
  };
  if (kind === 'number' && roles.counted.size > 0 && found.fit === 1) {
    const counts = counting(found.spans, words, plays(roles.counted));
    return counts.length > 0 ? { fit: 1, spans: counts } : { ...found, fit: 0.5 };
  }
  if (kind === 'statement' && roles.speaker.size > 0) {
    // In a transcript every sentence is a statement of its speaker, whether or not it says "said".
    const isSpeaker = plays(roles.speaker);
    const speaks = contentWords(sentence?.speaker ?? '').some(({ term }) => isSpeaker(term));
    const said = speaks || isAttributed(textOf(sentence), words, isSpeaker);
    return { ...found, fit: said ? 1 : words.some(({ term }) => isSpeaker(term)) ? -0.5 : -1 };
  }
  return found;
}
