import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SetQuestion } from '../../src/evaluation/question-set.ts';
import type { Article, ClusterSettings, Story } from '../../src/knowledge/index.ts';
import { articleText } from '../../src/knowledge/intake/shelving/article-text.ts';
import { grown } from '../grown.ts';
import { evenly, readSet } from '../run/set.ts';

/** The library that something is measured over. */
export interface LibraryJob {
  /** Path of the set. */
  readonly set: string;
  /** In sentences. */
  readonly size: number;
  /** `null` where no cluster has a part in it. */
  readonly cluster: ClusterSettings | null;
}

interface Measurable {
  readonly stories: readonly Story[];
  /** What is asked, and what is asked before the clock runs. */
  readonly questions: readonly string[];
  readonly warmUp: readonly string[];
}

/** Of the slowest the largest library takes a second each: 300 are enough for a 95th percentile. */
export const QUESTIONS = 300;
/** The same seed as the other growth: the same words. */
const SEED = 1;
/** Paragraphs of a report: with five sentences each it is as long as those of a newspaper. */
const PARAGRAPHS = 5;
const GAP = '\n\n';

/**
 * @param job which library
 * @returns its stories, and questions that it answers: none is asked twice, as what was asked before may be remembered
 */
export async function libraryOf({ set: path, size }: LibraryJob): Promise<Measurable> {
  const set = await readSet(path);
  const asked = evenly<SetQuestion>(set.questions, 2 * QUESTIONS).map(({ text }) => text);
  return {
    stories: grown(set.stories, size, SEED).map(inReports),
    questions: asked.filter((_, at) => at % 2 === 0),
    warmUp: asked.filter((_, at) => at % 2 === 1),
  };
}

/**
 * An article of an encyclopedia has two hundred sentences, one of a newspaper some twenty-five, and what changes are
 * articles: each becomes a story of several reports, without a sentence more or less.
 */
export function inReports(story: Story): Story {
  const articles = story.articles.flatMap((article) => {
    const paragraphs = article.body.split(GAP);
    const count = Math.ceil(paragraphs.length / PARAGRAPHS);
    return Array.from({ length: count }, (_, at): Article => {
      const own = paragraphs.slice(at * PARAGRAPHS, (at + 1) * PARAGRAPHS);
      return { ...article, id: `${article.id}-${at + 1}`, body: own.join(GAP) };
    });
  });
  return { ...story, articles };
}

/**
 * Writes stories as a library on disk: reading it gives the same articles.
 *
 * @param folder where; it is there already
 * @param stories what is written
 */
export async function writeLibrary(folder: string, stories: readonly Story[]): Promise<void> {
  for (const { slug, title, articles } of stories) {
    await mkdir(join(folder, slug));
    // JSON is YAML.
    await writeFile(join(folder, slug, 'story.yaml'), `title: ${JSON.stringify(title)}\n`);
    for (const article of articles) await writeArticle(folder, article);
  }
}

/** Puts an article's file into its place whole, as `nutgraf add` does. */
export async function writeArticle(folder: string, article: Article): Promise<void> {
  const { id, story, body, ...content } = article;
  const written = join(folder, story, `.${id}.new`);
  await writeFile(written, articleText(content, body.split(GAP)));
  await rename(written, join(folder, story, `${id}.md`));
}
