import type { Difference, Relation } from '../answer.ts';
import type { Article } from '../article.ts';
import { type Corpus, textOf } from '../corpus.ts';
import { covered } from '../ranking/held.ts';
import type { Ranked } from '../ranking/model.ts';
import { ANSWER_FROM } from '../ranking/weights.ts';
import { isFate } from './measured.ts';
import { isNumeric, relationOf, type Telling, tellingOf } from './relation.ts';
import { isLater, newestOf } from './reported.ts';
import { isSameSentence } from './same-sentence.ts';

/** A sentence that is shown, and where else it stands. */
export interface Source {
  readonly ranked: Ranked;
  /** `null` for the first. */
  readonly relation: Relation | null;
  /** Indexes of nearly the same sentence in other articles. */
  readonly copies: readonly number[];
  /** Whether its report is known to be the latest of those shown. */
  readonly newest: boolean;
}

/** What is shown for an answer, and in what it differs. */
export interface SideBySide {
  /** The best first; then one that differs from it; then those that say the same. */
  readonly sources: readonly Source[];
  readonly difference: Difference | null;
}

/** Sources shown in all. */
const AT_MOST = 3;
/** Another source is shown only when it holds nearly as much of what was asked. */
const AS_COVERED_AS = 0.8;
/** How far down the ranking is looked for other sources. */
const LOOKED_AT = 40;

/**
 * Puts other sources beside the sentence that answers: copies of it, one that differs, others that say the
 * same. A sentence of which it is not sure how it stands to the first is not shown.
 *
 * @param best the sentence that answers
 * @param ranked all candidates, best first
 * @param corpus the library
 * @returns what is shown, in order
 */
export function sideBySide(best: Ranked, ranked: readonly Ranked[], corpus: Corpus): SideBySide {
  const first: Group = { ranked: best, relation: null, copies: [] };
  const groups = [first, ...othersThan(first, ranked.slice(0, LOOKED_AT), corpus)];
  const shown = chosen(groups, corpus);
  const newest = newestOf(shown.map((group) => articleOf(group.ranked, corpus)));
  return {
    sources: shown.map((group, index) => ({
      ...group,
      newest: index === newest && isLaterThanCopies(group, shown, corpus),
    })),
    difference: differenceIn(shown, corpus),
  };
}

interface Group {
  readonly ranked: Ranked;
  readonly relation: Relation | null;
  readonly copies: number[];
}

/** For each other article one sentence that stands to the first in a way that is sure. Copies join what they copy. */
function othersThan(first: Group, candidates: readonly Ranked[], corpus: Corpus): Group[] {
  const groups = new Map<Article, Group>();
  const telling = tellingOf(first.ranked.pair);
  const copied = new Set([articleOf(first.ranked, corpus)]);
  for (const other of candidates) {
    const article = articleOf(other, corpus);
    const known = groups.get(article);
    if (copied.has(article) || known?.relation === 'same') continue;
    const original = [first, ...groups.values()].find((group) => isCopy(group.ranked, other, corpus));
    if (original && !known) {
      original.copies.push(other.pair.candidate.sentence);
      copied.add(article);
      continue;
    }
    const relation = relationIfSure(first.ranked, telling, other);
    // An article that says the same somewhere does not differ.
    if (relation === 'same' || (relation !== null && !known)) {
      groups.set(article, { ranked: other, relation, copies: [] });
    }
  }
  const own = candidates.filter((each) => articleOf(each, corpus) === telling.article && isSure(each));
  return [...groups.values()].filter(
    ({ relation, ranked }) => relation === 'same' || !own.some((each) => saysItToo(each, ranked)),
  );
}

/** The article of the first quote may itself go on to say what the other says: then the two do not differ. */
function saysItToo(own: Ranked, other: Ranked): boolean {
  return relationOf(tellingOf(own.pair), tellingOf(other.pair)) === 'same';
}

function isSure({ confidence }: Ranked): boolean {
  return confidence >= ANSWER_FROM;
}

function relationIfSure(best: Ranked, telling: Telling, other: Ranked): Relation | null {
  if (!isSure(other) || (other.pair.evidence.fit < 0 && best.pair.evidence.fit > 0)) return null;
  if (coverageOf(other) < AS_COVERED_AS * coverageOf(best)) return null;
  return relationOf(telling, tellingOf(other.pair));
}

/** A copy that was printed later than the newest report holds nothing newer, but the report is not the newest. */
function isLaterThanCopies(group: Group, shown: readonly Group[], corpus: Corpus): boolean {
  const article = articleOf(group.ranked, corpus);
  const copies = shown.filter((other) => other !== group).flatMap((other) => other.copies);
  return copies.every((copy) => {
    const copied = corpus.sentences[copy]?.article;
    return copied !== undefined && isLater(article, copied);
  });
}

/** The first; of those that differ the latest, or the best where that is not known; then those that say the same. */
function chosen([first, ...others]: readonly Group[], corpus: Corpus): Group[] {
  const differing = others.filter(({ relation }) => relation !== 'same');
  const newest = newestOf(differing.map(({ ranked }) => articleOf(ranked, corpus)));
  const differs = differing[newest ?? 0];
  const same = others.filter(({ relation }) => relation === 'same');
  return [first, differs, ...same].filter((group) => group !== undefined).slice(0, AT_MOST);
}

function differenceIn([first, other]: readonly Group[], corpus: Corpus): Difference | null {
  if (!first || !other || other.relation === null || other.relation === 'same') return null;
  const [ours, theirs] = [first, other].map(({ ranked }) => articleOf(ranked, corpus));
  const kind = other.relation === 'other-number' ? 'numbers' : 'steps';
  if (!ours || !theirs) return null;
  if (isLater(ours, theirs)) return { kind, between: [1, 0], ordered: true };
  return { kind, between: [0, 1], ordered: isLater(theirs, ours) };
}

/** Of two copies nearly all terms are in both; looking is cheaper than comparing word by word. */
const COPIED = 0.7;

function isCopy(one: Ranked, other: Ranked, corpus: Corpus): boolean {
  const [ours, theirs] = [one, other].map(({ pair }) => corpus.termsOf(pair.candidate.sentence));
  if (!ours || !theirs) return false;
  const shared = [...ours].filter((term) => theirs.has(term)).length;
  if (shared < COPIED * Math.min(ours.size, theirs.size)) return false;
  const [a, b] = [one, other].map(({ pair }) => textOf(corpus.sentences[pair.candidate.sentence]));
  return a !== undefined && b !== undefined && isSameSentence(a, b);
}

function articleOf({ pair }: Ranked, corpus: Corpus): Article {
  const sentence = corpus.sentences[pair.candidate.sentence];
  if (!sentence) throw new RangeError(`there is no sentence ${pair.candidate.sentence}`);
  return sentence.article;
}

/** "Died" and "killed" are one for what is counted, though no synonyms: they are left out on both sides. */
function coverageOf({ pair: { inquiry, here } }: Ranked): number {
  if (!isNumeric(inquiry.reading.kind)) return covered(inquiry.terms, here);
  const counts = inquiry.terms.map(({ term }) => !isFate(term));
  const kept = <T>(all: readonly T[]) => all.filter((_, index) => counts[index]);
  return covered(kept(inquiry.terms), kept(here));
}
