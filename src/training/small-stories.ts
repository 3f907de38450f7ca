import type { QuestionSet, SetQuestion } from '../evaluation/question-set.ts';
import type { Story } from '../knowledge/index.ts';

/** What a question is asked of: its own paragraph, the one after it, or one of another article. */
export type Asked = 'own' | 'next' | 'other';

/**
 * Makes a story of a few sentences for each question: a library may hold no more, and then there is a best sentence
 * however little it has to do with what is asked.
 *
 * @param set questions with marked sentences
 * @param asked what each is asked of; only its own paragraph answers it
 * @returns the same questions, each about a story of its own
 */
export function smallStories(set: QuestionSet, asked: Asked): QuestionSet {
  const articles = new Map(set.stories.map((story, at) => [story.slug, at]));
  const stories: Story[] = [];
  const questions: SetQuestion[] = [];
  for (const [index, question] of set.questions.entries()) {
    const { gold } = question;
    if (gold?.kind !== 'sentences') continue;
    const own = articles.get(gold.story) ?? 0;
    const from = asked === 'other' ? set.stories[(own + FAR) % set.stories.length] : set.stories[own];
    const text = paragraphFor(from, asked, gold.paragraph);
    if (!from || text === null) continue;
    const slug = `${gold.story}-${index}`;
    stories.push(storyWith(from, slug, text));
    questions.push({
      ...question,
      story: slug,
      gold:
        asked === 'own'
          ? {
              ...gold,
              story: slug,
              paragraph: { start: 0, end: text.length },
              sentences: gold.sentences.map(({ start, end }) => ({
                start: start - gold.paragraph.start,
                end: end - gold.paragraph.start,
              })),
            }
          : null,
    });
  }
  return { ...set, stories, questions };
}

/** So many articles on, one is about something else. */
const FAR = 7;

function paragraphFor(
  story: Story | undefined,
  asked: Asked,
  own: { readonly start: number; readonly end: number },
): string | null {
  const body = story?.articles[0]?.body ?? '';
  if (asked === 'own') return body.slice(own.start, own.end);
  const paragraphs = body.split('\n\n').filter((text) => text !== '');
  if (asked === 'other') return paragraphs[own.start % Math.max(1, paragraphs.length)] ?? null;
  return (
    body
      .slice(own.end)
      .split('\n\n')
      .find((text) => text !== '') ?? null
  );
}

function storyWith(story: Story, slug: string, body: string): Story {
  return {
    ...story,
    slug,
    articles: story.articles.slice(0, 1).map((article) => ({ ...article, story: slug, body })),
  };
}
