import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../../article.ts';
import { readArticle } from '../../article-file.ts';
import { countedOf, textOf } from '../../corpus.ts';
import { LibraryError } from '../../library/library-error.ts';
import { readLibrary } from '../../library.ts';
import type { Details, Draft } from '../draft.ts';
import { slugOf } from '../slug.ts';
import { type ArticleContent, articleText } from './article-text.ts';
import { type IntakeSource, keepIntake } from './intake-records.ts';
import { type Known, knownArticles } from './known-articles.ts';
import { writeFileWhole } from './write-file.ts';

/** What has become of a draft. */
export interface Shelved {
  readonly outcome: 'added' | 'updated' | 'unchanged';
  /** Path relative to the library's folder. */
  readonly file: string;
  /** The article as the library reads it. */
  readonly article: Article;
  /** What the file holds. */
  readonly text: string;
  /** Sentences that can be quoted from it. */
  readonly sentences: number;
  /** Those that were not in the version before, and those of that one that have gone. */
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
  /** Slugs of other stories that hold the same article. */
  readonly alsoIn: readonly string[];
  /** The file of another article of the story that shares sentences with one that was added: perhaps the same. */
  readonly like: string | null;
}

/** How a draft is put into the library. */
export interface Shelving {
  /** Slug of the story, made where there is none; `null`: where the article is already, or one named by it. */
  readonly story: string | null;
  /** Where the material is from: it is kept with what was left out. */
  readonly from: IntakeSource;
  /** Captions that were left out become paragraphs that are marked as captions, after the story. */
  readonly keepCaptions?: boolean;
  /** Say what would become of it, and write nothing. */
  readonly dryRun?: boolean;
  /** A name for what has no outlet, headline or date, such as that of the file it came from. */
  readonly name?: string | null;
}

/** A library that articles are put into. */
export interface Shelver {
  /**
   * Puts an article into the library: the same article again takes the place of what was there.
   *
   * @throws {WriteError} when the file cannot be written; the library is as it was
   */
  shelve(draft: Draft, how: Shelving): Promise<Shelved>;
}

/**
 * Opens a library to put articles into. It is read once: what others write meanwhile is seen where it has the name that
 * an article would get, and never overwritten by one that is new.
 *
 * @param folder the library's folder; one that is not there is made with the first article
 * @returns the library
 * @throws {LibraryError} when the folder is there and cannot be read
 */
export async function openShelver(folder: string): Promise<Shelver> {
  const known = knownArticles(await articlesIn(folder));

  const shelver: Shelver = {
    async shelve(draft, how) {
      const { details } = draft;
      const same = known.sameAs(details, draft.paragraphs);
      const story = how.story ?? same[0]?.article.story ?? storySlug(details, how.name ?? null);
      const standing = same.find(({ article }) => article.story === story);
      const before = standing?.article ?? null;
      const like = before ? null : (known.likeOf(story, details, draft.paragraphs)?.file ?? null);
      const alsoIn = same.map(({ article }) => article.story).filter((other) => other !== story);
      const captions = how.keepCaptions ? draft.leftOut.filter(({ reason }) => reason === 'caption') : [];
      const paragraphs = [...draft.paragraphs, ...captions.map(({ text }) => `Caption: ${text}`)];
      const text = articleText(contentOf(details, before), paragraphs);
      const taken = (id: string) => known.has(story, id);

      for (const id of before ? [before.id] : idsFor(details, how.name ?? null, taken)) {
        const article = asRead(text, id, story, paragraphs);
        const file = standing?.file ?? `${story}/${id}.md`;
        const shelved = outcomeOf(article, before, { file, text, alsoIn, like });
        const write = !how.dryRun && shelved.outcome !== 'unchanged';
        if (write && !(await writeFileWhole(join(folder, file), text, before !== null))) {
          const theirs = known.has(story, id) ? null : await articleAt(join(folder, file), id, story);
          if (theirs === null) continue;
          // Somebody else has just put it there, and it may be this very article.
          known.put({ article: theirs, file });
          return shelver.shelve(draft, how);
        }
        if (!how.dryRun) known.put({ article, file });
        if (write) await keepIntake(join(folder, story), id, { draft, from: how.from, kept: captions });
        return shelved;
      }
      throw new Error('there is no end to names, and yet none was free');
    },
  };
  return shelver;
}

async function articleAt(path: string, id: string, story: string): Promise<Article | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  return text === null ? null : readArticle(text, id, story).value;
}

async function articlesIn(folder: string): Promise<readonly Known[]> {
  try {
    const { files } = await readLibrary(folder);
    return [...files].flatMap(([file, { article }]) => (article ? [{ article, file }] : []));
  } catch (error) {
    if (error instanceof LibraryError && error.code === 'missing') return [];
    throw error;
  }
}

/** What an editor has filled in stays where the material does not state it. */
function contentOf(details: Details, before: Article | null): ArticleContent {
  return {
    outlet: details.outlet ?? before?.outlet ?? null,
    headline: details.headline ?? before?.headline ?? null,
    byline: details.byline ?? before?.byline ?? null,
    published: details.published ?? before?.published ?? null,
    updated: details.updated ?? before?.updated ?? null,
    url: details.url ?? before?.url ?? null,
    kind: details.kind ?? before?.kind ?? 'report',
    language: details.language ?? before?.language ?? 'en',
  };
}

/** What was written is read as the library will read it, and compared: no letter may be lost on the way. */
function asRead(text: string, id: string, story: string, paragraphs: readonly string[]): Article {
  const { value } = readArticle(text, id, story);
  if (value?.body !== paragraphs.join('\n\n'))
    throw new Error('an article would not be read as it was written');
  return value;
}

function outcomeOf(
  article: Article,
  before: Article | null,
  rest: Pick<Shelved, 'file' | 'text' | 'alsoIn' | 'like'>,
): Shelved {
  const [now, then] = [sentencesOf(article), before ? sentencesOf(before) : []];
  const [known, kept] = [new Set(then), new Set(now)];
  const same = before !== null && JSON.stringify(before) === JSON.stringify(article);
  return {
    outcome: before === null ? 'added' : same ? 'unchanged' : 'updated',
    ...rest,
    article,
    sentences: now.length,
    fresh: now.filter((sentence) => !known.has(sentence)),
    gone: then.filter((sentence) => !kept.has(sentence)),
  };
}

function sentencesOf(article: Article): string[] {
  return countedOf(article).sentences.map(textOf);
}

/** "ap-2021-11-29": outlet and date, then with the headline, then numbered. */
function* idsFor(details: Details, name: string | null, taken: (id: string) => boolean): Generator<string> {
  const { outlet, headline, published, kind } = details;
  const [who, when, what] = [slugOf(outlet ?? ''), published?.slice(0, 10) ?? '', slugOf(headline ?? '')];
  const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('-');
  const ids = [
    who !== '' && when !== '' ? joined(who, when) : '',
    joined(who, when, what),
    joined(who, kind ?? ''),
    slugOf(name ?? ''),
    'article',
  ].filter((id) => id !== '');
  for (const id of ids.slice(0, who === '' ? undefined : 2)) if (!taken(id)) yield id;
  for (let number = 2; number < 100_000; number += 1) {
    const id = `${ids[0]}-${number}`;
    if (!taken(id)) yield id;
  }
}

function storySlug({ headline, outlet, published }: Details, name: string | null): string {
  const dated = [outlet, published?.slice(0, 10)].filter(Boolean).join(' ');
  return slugOf(headline ?? '') || slugOf(name ?? '') || slugOf(dated) || 'story';
}
