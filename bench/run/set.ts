import { isRight, type QuestionSet, type SetQuestion } from '../../src/evaluation/question-set.ts';
import { readMarkedSet } from '../../src/evaluation/sets/marked.ts';
import { readSquad } from '../../src/evaluation/sets/squad.ts';
import type { Quote, Story } from '../../src/knowledge/index.ts';
// Not through the door, which hands out answers only: every peer is to find the sentences that Nutgraf finds.
import { sentencesOf } from '../../src/knowledge/sentences.ts';
import type { BenchSentence } from '../peer.ts';

/**
 * @param path of an official SQuAD file (.json), or of a pair without `.articles.jsonl.gz`
 * @returns the set
 * @throws {QuestionSetError} when it cannot be read
 */
export function readSet(path: string): Promise<QuestionSet> {
  return path.endsWith('.json') ? readSquad(path) : readMarkedSet(path);
}

/**
 * @param stories the stories
 * @returns all their sentences, in order
 */
export function sentencesIn(stories: readonly Story[]): BenchSentence[] {
  return stories.flatMap(({ slug, articles }) =>
    articles.flatMap((article) =>
      sentencesOf(article).map(({ start, end }) => ({
        text: article.body.slice(start, end),
        story: slug,
        article: article.id,
        start,
        end,
      })),
    ),
  );
}

/**
 * @param sentence what was found
 * @param question what was asked
 * @returns whether it answers, as `nutgraf eval` counts it
 */
export function answers(sentence: BenchSentence | undefined, { gold }: SetQuestion): boolean {
  if (gold === null || sentence === undefined) return false;
  const { text, story, article, start, end } = sentence;
  // What is judged is the place; the rest of a quotation and of its citation has no part in it.
  return isRight({ text, start, end, citation: { story, article } } as Quote, gold);
}

/**
 * @param all what to choose from
 * @param most how many at most; `null` for all
 * @returns so many, evenly spread, so that each article has its share
 */
export function evenly<T>(all: readonly T[], most: number | null): readonly T[] {
  if (most === null || most >= all.length) return all;
  return all.filter(
    (_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length),
  );
}
