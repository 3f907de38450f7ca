import type { Draft } from './draft.ts';
import { IntakeError } from './intake-error.ts';
import { articleBodyOf } from './web-page/article-body.ts';
import { readDetails } from './web-page/details.ts';
import { parsePage } from './web-page/dom.ts';
import type { Node } from './web-page/json-ld.ts';
import { bestStory } from './web-page/readings.ts';
import { isAllThereIs, isArticle } from './web-page/verdict.ts';

/**
 * Reads the article of a news web page.
 *
 * @param html the page's source, or a fragment of one
 * @param address where the page was fetched, absolute, or `null` where that is not known
 * @returns the story's paragraphs, what the page states about it, and what was left out in and beside it
 * @throws IntakeError `no-article` for a page that holds none, `too-large` for one that no outlet sends
 */
export function readWebPage(html: string, address: string | null): Draft {
  try {
    return read(html, address);
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    // The parsers were not made for every page that can be written: whatever fails, fails for this page.
    throw new IntakeError(
      'no-article',
      'The page cannot be read: save the text of the story and add that.',
      error,
    );
  }
}

function read(html: string, address: string | null): Draft {
  const page = parsePage(html);
  const about = readDetails(page, address);
  const { details, stated } = about;
  const story = bestStory(html, page, details);
  const paragraphs = story.blocks.map((block) => block.text);
  const whole = articleBodyOf(about.node, paragraphs);
  if (whole !== null) return { details, stated, paragraphs: whole, leftOut: story.leftOut };
  if (!isArticle(story, about) && !isAllThereIs(story, about, html)) {
    throw new IntakeError(
      'no-article',
      'The page holds no article: give the address of the story itself, or save its text and add that.',
    );
  }
  return { details, stated, paragraphs, leftOut: story.leftOut, doubts: doubtsAbout(about.node) };
}

/** Behind a wall, a page may hold only the beginning (https://schema.org/isAccessibleForFree). */
function doubtsAbout(node: Node | null): readonly string[] {
  const isWalled = /^false$/i.test(String(node?.isAccessibleForFree ?? ''));
  return isWalled
    ? ['The page is not free to read, so this may be only a part of the article: compare it with the whole.']
    : [];
}
