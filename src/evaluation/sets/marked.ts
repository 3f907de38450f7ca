import { z } from 'zod';
import { goldIn, type MarkedArticle, storyOf } from '../marked-articles.ts';
import { type QuestionSet, QuestionSetError } from '../question-set.ts';
import { linesOf } from './lines.ts';

const ArticleLine = z.object({
  id: z.string(),
  title: z.string().nullish(),
  paragraphs: z.array(z.string()),
});
const QuestionLine = z.object({
  id: z.string(),
  question: z.string(),
  article: z.string(),
  paragraph: z.int().min(0).nullish(),
  answerable: z.boolean(),
  gold: z.array(z.object({ start: z.int(), end: z.int() })).nullish(),
});

/**
 * Reads `<path>.articles.jsonl.gz` and `<path>.questions.jsonl.gz`. Of an article without a title every
 * paragraph is an article of its own.
 *
 * @param path of both files, without their common ending
 * @returns the set
 * @throws {QuestionSetError}
 */
export async function readMarkedSet(path: string): Promise<QuestionSet> {
  const lines = (await linesOf(`${path}.articles.jsonl.gz`)).map((line, index) =>
    as(ArticleLine, line, `${path}.articles.jsonl.gz:${index + 1}`),
  );
  const articles: MarkedArticle[] = [];
  /** Index of an article, and of its first paragraph's where each paragraph is one. */
  const places = new Map<string, { readonly index: number; readonly apart: boolean }>();
  for (const { id, title, paragraphs } of lines) {
    const apart = !title;
    places.set(id, { index: articles.length, apart });
    if (apart) articles.push(...paragraphs.map((text) => ({ id, title: '', paragraphs: [text] })));
    else articles.push({ id, title, paragraphs });
  }
  const questions = (await linesOf(`${path}.questions.jsonl.gz`)).map((line, number) => {
    const {
      id,
      question: text,
      answerable,
      ...where
    } = as(QuestionLine, line, `${path}.questions.jsonl.gz:${number + 1}`);
    if (!answerable) return { id, text, story: null, gold: null };
    const place = places.get(where.article);
    const paragraph = where.paragraph ?? 0;
    const index = (place?.index ?? -1) + (place?.apart ? paragraph : 0);
    const article = articles[index];
    if (!article)
      throw new QuestionSetError(`${path}: question ${id} is about an article that is not there.`);
    return {
      id,
      text,
      story: null,
      gold: goldIn(article, index, place?.apart ? 0 : paragraph, where.gold ?? []),
    };
  });
  return { name: path.split(/[\\/]/).at(-1) ?? path, stories: articles.map(storyOf), questions };
}

function as<T>(schema: z.ZodType<T>, line: unknown, where: string): T {
  const parsed = schema.safeParse(line);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new QuestionSetError(`${where}: "${issue?.path.join('.')}" is not as it should be.`);
}
