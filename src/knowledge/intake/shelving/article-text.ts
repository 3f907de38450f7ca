import { stringify } from 'yaml';
import type { Article } from '../../article.ts';

/** What stands in an article's file. */
export type ArticleContent = Omit<Article, 'id' | 'story' | 'body'>;

/**
 * Writes an article as a file of the library: front matter, a blank line, the body in Markdown. Reading it
 * again gives every paragraph letter for letter.
 *
 * @param content what is known about the article
 * @param paragraphs its paragraphs, each on one line
 * @returns the file's text
 */
export function articleText(content: ArticleContent, paragraphs: readonly string[]): string {
  const { byline, published, updated, url, kind, language } = content;
  const fields = Object.entries({
    // These two are always there, to be filled in where nobody has stated them.
    outlet: content.outlet ?? '',
    headline: content.headline ?? '',
    byline,
    published,
    updated,
    url,
    kind: kind === 'report' ? null : kind,
    language: language === 'en' ? null : language,
  }).filter(([, value]) => value !== null);
  const front = stringify(Object.fromEntries(fields), { lineWidth: 0 }).replace(/: ""$/gm, ':');
  return `---\n${front}---\n\n${paragraphs.map(asMarkdown).join('\n\n')}\n`;
}

/** What Markdown would take for its own marks at the start of a paragraph, and within it. */
const BLOCK_MARKS = /^(?:(?=[#>=+*_-])|(?=~~~|```))/;
const INLINE_MARKS = /[\\*_`[\]~<]|&(?=#?\w+;)/g;

/**
 * @param paragraph plain text on one line
 * @returns Markdown that is read as just that text
 */
function asMarkdown(paragraph: string): string {
  const escaped = paragraph.replace(INLINE_MARKS, '\\$&');
  return escaped.startsWith('\\') ? escaped : escaped.replace(BLOCK_MARKS, '\\');
}
