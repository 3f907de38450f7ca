import type { Gold, QuestionSet } from './question-set.ts';

/**
 * What is taken out of a set to make questions unanswerable.
 * - `articles`: whole articles; their questions are about something else then
 * - `paragraphs`: paragraphs; their questions are about the article still
 */
export type TakenOut = 'articles' | 'paragraphs';

/** One of so many is taken out: enough to measure by, and little enough to leave the rest as it is. */
const ONE_OF = 5;

/**
 * Takes every fifth article, or every fifth paragraph of each, out of a set. Their questions stay in it,
 * without an answer.
 *
 * @param set the set
 * @param what what is taken out
 * @returns the set without it
 */
export function without(set: QuestionSet, what: TakenOut): QuestionSet {
  const gone = what === 'articles' ? goneArticles(set) : goneParagraphs(set);
  return { ...set, name: `${set.name} without every fifth of its ${what}`, ...gone };
}

type Left = Pick<QuestionSet, 'stories' | 'questions'>;

function goneArticles({ stories, questions }: QuestionSet): Left {
  const left = stories.filter((_, index) => index % ONE_OF !== 0);
  const slugs = new Set(left.map(({ slug }) => slug));
  return {
    stories: left,
    questions: questions.map((question) => {
      const isLeft = question.gold?.kind !== 'sentences' || slugs.has(question.gold.story);
      return isLeft ? question : { ...question, gold: null };
    }),
  };
}

function goneParagraphs({ stories, questions }: QuestionSet): Left {
  const kept = new Map<string, readonly Kept[]>();
  const left = stories.map((story) => ({
    ...story,
    articles: story.articles.map((article) => {
      const paragraphs = keptOf(article.body);
      kept.set(`${story.slug} ${article.id}`, paragraphs);
      return { ...article, body: paragraphs.map(({ text }) => text).join(GAP) };
    }),
  }));
  return {
    stories: left,
    questions: questions.map((question) => {
      const { gold } = question;
      if (gold?.kind !== 'sentences') return question;
      const own = kept.get(`${gold.story} ${gold.article}`) ?? [];
      const paragraph = own.find(({ from }) => from === gold.paragraph.start);
      return { ...question, gold: paragraph ? moved(gold, paragraph.to - paragraph.from) : null };
    }),
  };
}

const GAP = '\n\n';

/** A paragraph that stays: where it began, and where it begins now. */
interface Kept {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function keptOf(body: string): Kept[] {
  const kept: Kept[] = [];
  let [from, to] = [0, 0];
  for (const [index, text] of body.split(GAP).entries()) {
    if (index % ONE_OF !== 0) {
      kept.push({ text, from, to });
      to += text.length + GAP.length;
    }
    from += text.length + GAP.length;
  }
  return kept;
}

function moved(gold: Extract<Gold, { readonly kind: 'sentences' }>, by: number): Gold {
  const move = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: start + by,
    end: end + by,
  });
  return { ...gold, paragraph: move(gold.paragraph), sentences: gold.sentences.map(move) };
}
