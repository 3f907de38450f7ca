import { type Answer, MAX_QUESTION_LENGTH, type UnansweredReason } from './answer.ts';
import type { Story } from './article.ts';
import { candidatesFor, withSentences } from './candidates.ts';
import { type Corpus, textOf } from './corpus.ts';
import { answered, type Decision, decide, unanswered } from './decision.ts';
import { deepCosines } from './deep-cosines.ts';
import type { DeepMeaning } from './meaning/deep.ts';
import { type Question, type Reading, readQuestion } from './question.ts';
import { withPersonNamed } from './questions/person.ts';
import { isSmallTalk } from './questions/small-talk.ts';
import { withoutSpent } from './questions/spent.ts';
import { sentencesAt, turnsBefore } from './questions/turns.ts';
import { type Inquiry, inquiryOf } from './ranking/inquiry.ts';
import type { Ranked, RankingModel } from './ranking/model.ts';
import { relatedTo } from './related.ts';
import type { SearchEngine, SearchTerm } from './search/engine.ts';
import { type StageListener, stagesFor } from './stages.ts';

/**
 * What a question is asked of: stories that are open to the place where it was asked, and what finds and
 * judges in them.
 */
export interface Shelf {
  readonly stories: readonly Story[];
  readonly corpus: Corpus;
  readonly engine: SearchEngine;
  readonly model: RankingModel;
  /** Meaning by a network, where it is wanted. */
  readonly deep: DeepMeaning | null;
}

/** An answer, and what it was made of. */
export interface Asked {
  readonly answer: Answer;
  /** `null` where nothing was looked for. */
  readonly made: { readonly judged: Judged; readonly decision: Decision } | null;
}

/** What was understood of a question, and its candidates. */
export interface Judged {
  readonly inquiry: Inquiry;
  /** Best first. */
  readonly ranked: readonly Ranked[];
}

/**
 * Answers a question: question → candidates → ranking → answer.
 *
 * @param shelf what is asked
 * @param question what was asked, and where
 * @param stages who is told how long each stage takes
 * @returns the answer; also when there is none
 */
export async function ask(shelf: Shelf, question: Question, stages?: StageListener): Promise<Answer> {
  return (await askOpenly(shelf, question, stages)).answer;
}

/** As {@link ask}, with what the answer was made of. */
export async function askOpenly(shelf: Shelf, question: Question, stages?: StageListener): Promise<Asked> {
  const started = performance.now();
  const { text, scope } = question;
  const meant = meantOf(shelf.stories, scope);
  const base = (confidence: number) => ({
    question: text,
    confidence,
    related: relatedTo(text, meant),
    stale: [],
    tookMs: Math.round((performance.now() - started) * 100) / 100,
    further: [],
  });
  const refused = (reason: UnansweredReason): Asked => ({ answer: unanswered(base(0), reason), made: null });

  if (text.length > MAX_QUESTION_LENGTH) return refused('too-long');
  if (isSmallTalk(text, question.earlier.length > 0)) return refused('empty');
  if (meant.length === 0) return refused('no-story');
  const over = stagesFor(stages);
  const judged = await judge(shelf, question, over);
  // Whoever says that an answer is not what was asked wants to see the next ones, however unlikely they are.
  const nearestFrom = (question.except ?? []).length > 0 ? 0 : undefined;
  const decision = decide(judged.ranked, shelf.corpus, nearestFrom);
  const answer = answered(base, decision, shelf.corpus);
  over('deciding');
  return { answer, made: { judged, decision } };
}

/**
 * Finds and judges the candidates for a question.
 *
 * @param shelf what is asked
 * @param question what was asked, and where
 * @returns the candidates, best first
 */
export async function rank(shelf: Shelf, question: Question): Promise<readonly Ranked[]> {
  return (await judge(shelf, question, stagesFor(undefined))).ranked;
}

async function judge(shelf: Shelf, question: Question, over: ReturnType<typeof stagesFor>): Promise<Judged> {
  const { text, scope, earlier } = question;
  const meant = meantOf(shelf.stories, scope);
  const slugs = slugsOf(meant);
  const before = turnsBefore(earlier, slugs, shelf.corpus);
  const reading = readQuestion({ text, earlier: before, topic: topicOf(meant) }, shelf.corpus);
  over('reading');
  const found = await shelf.engine.search(searchTerms(reading), slugs);
  const { corpus, sentences } = readFor(reading, shelf.corpus);
  const candidates = withSentences(await candidatesFor(found, reading.text, corpus, slugs), sentences);
  over('finding');
  const deep = await deepCosines(shelf.deep, reading.text, candidates, corpus);
  const inquiry = inquiryOf(reading.text, reading, candidates, corpus, deep);
  const ranked = withoutSpent(shelf.model.rank(inquiry, candidates, corpus), reading, corpus);
  over('ranking');
  return { inquiry, ranked: withoutExcept(ranked, question, corpus) };
}

function withoutExcept(ranked: readonly Ranked[], question: Question, corpus: Corpus): readonly Ranked[] {
  const except = sentencesAt(question.except ?? [], corpus);
  if (except.size === 0) return ranked;
  // Another outlet's copy of it is no more what was asked.
  const texts = new Set([...except].map((index) => plainText(corpus, index)));
  return ranked.filter(({ pair }) => !texts.has(plainText(corpus, pair.candidate.sentence)));
}

function plainText(corpus: Corpus, index: number): string {
  const sentence = corpus.sentences[index];
  return sentence === undefined
    ? ''
    : textOf(sentence)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}

/** The library as the question speaks of it, and sentences that are to be judged though no engine finds them. */
function readFor({ person }: Reading, corpus: Corpus) {
  return person === null ? { corpus, sentences: [] } : withPersonNamed(corpus, person);
}

const named = new WeakMap<readonly Story[], Map<string, readonly Story[]>>();

/** Those of the stories that a question is about: all, where it names none; of the same stories, the same array. */
export function meantOf(stories: readonly Story[], { story }: Question['scope']): readonly Story[] {
  if (story === null) return stories;
  const known = named.get(stories) ?? new Map<string, readonly Story[]>();
  named.set(stories, known);
  const meant = known.get(story) ?? stories.filter(({ slug }) => slug === story);
  // What is not there is not remembered: anybody may ask for anything.
  if (meant.length > 0) known.set(story, meant);
  return meant;
}

const slugSets = new WeakMap<readonly Story[], ReadonlySet<string>>();

/** The same set for the same stories: an engine remembers by it which articles are open. */
function slugsOf(stories: readonly Story[]): ReadonlySet<string> {
  const known = slugSets.get(stories) ?? new Set(stories.map(({ slug }) => slug));
  slugSets.set(stories, known);
  return known;
}

/** "Where did this happen?" speaks of the story, when there is only one that it can speak of. */
function topicOf(meant: readonly Story[]): string | null {
  const [only, ...others] = meant;
  return only !== undefined && others.length === 0 ? [only.title, ...only.aliases].join(', ') : null;
}

/** Every term that would match, weighed by how good a match it is and how much it matters. */
function searchTerms(reading: Reading): SearchTerm[] {
  const weights = new Map<string, number>();
  for (const { importance, matches } of reading.terms) {
    for (const [term, quality] of matches) {
      weights.set(term, Math.max(weights.get(term) ?? 0, quality * importance));
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}
