import { sentencesOf } from '../../sentences.ts';
import { type Details, type Draft, NO_DETAILS, type Stated } from '../draft.ts';
import { IntakeError } from '../intake-error.ts';
import { withoutOverlong } from '../overlong.ts';
import { looksLikeTranscript } from '../transcript.ts';
import { type Fragment, readFragment, withoutPointer } from './fragment.ts';
import type { Feed, FeedItem } from './item.ts';

/** In UTF-16 code units: no teaser is as long, where one is to be expected and where not. */
const LONG_SUMMARY = 800;
const LONG = 400;
/** In UTF-16 code units: shorter paragraphs are labels and bylines. */
const SHORTEST_PROSE = 40;

/**
 * Makes an article of what the feed itself holds, when that is the whole article and no teaser. It goes by
 * the form: two paragraphs or some hundred words, and an end that does not point to the page.
 *
 * @param item the feed's item
 * @param feed what it stands in
 * @returns the draft, or `null`: then the article's page has it
 */
export function draftOfItem(item: FeedItem, feed: Feed): Draft | null {
  // Many an RSS feed has the whole text in its `description`, where others have a teaser.
  const [html, long] = item.content === null ? [item.summary, LONG_SUMMARY] : [item.content, LONG];
  const fragment = fragmentOf(html, item);
  if (fragment === null || fragment.isCutOff || !isWhole(fragment, long)) return null;
  const { paragraphs, leftOut } = fragment;
  if (looksLikeTranscript(paragraphs.join('\n\n'))) return null;
  return withItemDetails({ details: NO_DETAILS, stated: {}, paragraphs, leftOut }, item, feed);
}

function fragmentOf(html: string | null, item: FeedItem): Fragment | null {
  if (html === null) return null;
  try {
    return readFragment(html, item);
  } catch (error) {
    if (error instanceof IntakeError) return null;
    throw error;
  }
}

function isWhole({ paragraphs }: Fragment, long: number): boolean {
  const prose = paragraphs.filter((text) => text.length >= SHORTEST_PROSE && isSentence(text));
  return prose.length >= 2 || prose.reduce((total, text) => total + text.length, 0) >= long;
}

/**
 * Makes an article of what the feed says the article is about: better than nothing where the page cannot be
 * had. Only whole sentences are kept, since what is quoted must not be cut.
 *
 * @param item the feed's item
 * @param feed what it stands in
 * @returns the draft, or `null` when the feed says nothing in a whole sentence
 */
export function summaryDraft(item: FeedItem, feed: Feed): Draft | null {
  const fragment = fragmentOf(item.summary ?? item.content, item);
  if (fragment === null) return null;
  const { paragraphs: all, leftOut, isCutOff } = fragment;
  const paragraphs = all.flatMap((paragraph, at) => {
    const whole = isCutOff && at === all.length - 1 ? wholeSentences(paragraph) : paragraph;
    return whole === '' ? [] : [whole];
  });
  if (!paragraphs.some(isSentence)) return null;
  return withItemDetails({ details: NO_DETAILS, stated: {}, paragraphs, leftOut }, item, feed);
}

const SENTENCE_END = /[.!?。！？।؟]["'”’»)\]]*$/;

/** What is written without spaces between words. */
const SPACELESS = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{6}/;

/** Three words at least, and a full stop: a headline that is repeated is no sentence. */
function isSentence(paragraph: string): boolean {
  const hasWords = paragraph.split(' ', 3).length === 3 || SPACELESS.test(paragraph);
  return SENTENCE_END.test(paragraph) && hasWords;
}

/** What was cut goes with the whole sentence that it belongs to. */
function wholeSentences(paragraph: string): string {
  const { text, isCut } = withoutPointer(paragraph);
  if (!isCut) return text;
  const article = { ...NO_DETAILS, id: '', story: '', kind: 'report', language: 'en', body: text } as const;
  return text.slice(0, sentencesOf(article).at(-2)?.end ?? 0);
}

/**
 * Fills in what a page does not state and its feed does.
 *
 * @param draft what was read of the page
 * @param item the feed's item about it
 * @param feed what it stands in
 * @returns the draft with more details; none that it had is changed
 */
export function withItemDetails(draft: Draft, item: FeedItem, feed: Feed): Draft {
  const known: Details = {
    outlet: item.outlet ?? feed.outlet,
    headline: item.title,
    byline: item.byline,
    published: item.published,
    updated: item.updated,
    url: item.url,
    kind: null,
    language: feed.language,
  };
  const added = Object.entries(withoutOverlong(known)).filter(
    ([name, value]) => value !== null && draft.details[name as keyof Details] === null,
  );
  const stated: Stated = Object.fromEntries(added.map(([name]) => [name, 'the feed']));
  return {
    ...draft,
    details: { ...draft.details, ...Object.fromEntries(added) },
    stated: { ...draft.stated, ...stated },
  };
}
