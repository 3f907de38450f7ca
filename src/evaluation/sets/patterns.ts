import { z } from 'zod';
import { openKnowledge } from '../../knowledge/index.ts';
import { type QuestionSet, QuestionSetError } from '../question-set.ts';
import { linesOf } from './lines.ts';

const Line = z.object({
  id: z.string(),
  question: z.string(),
  story: z.string().optional(),
  answerable: z.boolean(),
  expect: z.string().optional(),
  article: z.string().optional(),
});

/**
 * Reads questions about a library: JSON lines with `id`, `question`, `answerable`, and for those that are
 * answerable `expect`, a regular expression for the quotation, and maybe `article`, one for the article's id, and
 * `story`, the slug of the one that is asked about.
 *
 * @param path the file
 * @param data the library's folder
 * @returns the set
 * @throws {QuestionSetError}
 * @throws {LibraryError}
 */
export async function readPatternSet(path: string, data: string): Promise<QuestionSet> {
  const { stories } = await openKnowledge({ data });
  const questions = (await linesOf(path)).map((line, index) => {
    const parsed = Line.safeParse(line);
    if (!parsed.success || (parsed.data.answerable && parsed.data.expect === undefined)) {
      throw new QuestionSetError(
        `${path}:${index + 1}: a question has id, question, answerable, and expect when it is answerable.`,
      );
    }
    const { id, question: text, story = null, answerable, expect = '', article } = parsed.data;
    if (!answerable) return { id, text, story, gold: null };
    const pattern = (source: string) => patternOf(source, `${path}:${index + 1}`);
    const gold = {
      kind: 'pattern',
      expect: pattern(expect),
      article: article ? pattern(article) : null,
    } as const;
    return { id, text, story, gold };
  });
  return { name: path.split(/[\\/]/).at(-1) ?? path, stories, questions };
}

function patternOf(source: string, where: string): RegExp {
  try {
    return new RegExp(source, 'i');
  } catch {
    throw new QuestionSetError(
      `${where}: expect and article are regular expressions, and one of them is none.`,
    );
  }
}
