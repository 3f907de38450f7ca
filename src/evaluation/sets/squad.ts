import { z } from 'zod';
import type { Span } from '../../knowledge/index.ts';
import { goldIn, type MarkedArticle, storyOf } from '../marked-articles.ts';
import { type QuestionSet, QuestionSetError } from '../question-set.ts';
import { textOf } from './lines.ts';

/** The official files of SQuAD 1.1 and 2.0 (https://rajpurkar.github.io/SQuAD-explorer/). */
const Squad = z.object({
  data: z.array(
    z.object({
      title: z.string(),
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(
            z.object({
              id: z.string(),
              question: z.string(),
              is_impossible: z.boolean().default(false),
              answers: z.array(z.object({ text: z.string(), answer_start: z.int() })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

/**
 * Reads an official SQuAD file. A quotation is right when it holds at least half of a marked answer.
 *
 * @param path the file
 * @returns the set
 * @throws {QuestionSetError}
 */
export async function readSquad(path: string): Promise<QuestionSet> {
  const parsed = Squad.safeParse(jsonOf(await textOf(path)));
  if (!parsed.success) throw new QuestionSetError(`${path} is not in the form of SQuAD 1.1 or 2.0.`);
  const articles: MarkedArticle[] = parsed.data.data.map(({ title, paragraphs }, index) => ({
    id: String(index),
    title: title.replaceAll('_', ' '),
    paragraphs: paragraphs.map(({ context }) => context),
  }));
  const questions = parsed.data.data.flatMap(({ paragraphs }, index) =>
    paragraphs.flatMap(({ context, qas }, paragraph) =>
      qas.map(({ id, question: text, is_impossible, answers }) => {
        const article = articles[index];
        if (is_impossible || !article) return { id, text, story: null, gold: null };
        const marked = answers.map(({ text: answer, answer_start }) => spanOf(context, answer_start, answer));
        return { id, text, story: null, gold: goldIn(article, index, paragraph, marked) };
      }),
    ),
  );
  return { name: path.split(/[\\/]/).at(-1) ?? path, stories: articles.map(storyOf), questions };
}

/** SQuAD counts characters, JavaScript UTF-16 code units. */
function spanOf(context: string, from: number, answer: string): Span {
  const start = [...context].slice(0, from).join('').length;
  return { start, end: start + answer.length };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
