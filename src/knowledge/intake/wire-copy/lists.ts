import { isTitle } from './gallery.ts';
import type { Label } from './piece.ts';
import { headsLinks } from './promotion.ts';

/** Headlines under "Read more" or "Related stories". Ten are more than any such list of a story's own page. */
const MOST = 10;

/** Other stories' headlines. Changes `labels`. */
export function markLinks(paragraphs: readonly string[], labels: Label[]): void {
  const isLink = (text: string): boolean => isTitle(text) && text.split(' ').length >= 3;
  markUnder(paragraphs, labels, headsLinks, isLink, 'promotion');
}

const TOPICS_HEADING =
  /^(?:explore more on these topics|(?:more on|related|in this|story) (?:these )?topics|topics in this (?:article|story)|filed under|tagged(?: with)?)\s*:?$|^(?:tags|topics)\s*:$/i;

/** The words under which a page files a story. Changes `labels`. */
export function markTopics(paragraphs: readonly string[], labels: Label[]): void {
  const isHeading = (text: string): boolean => text.length < 40 && TOPICS_HEADING.test(text);
  const isTopic = (text: string): boolean =>
    text.split(' ').length <= 3 && /^\p{L}[\p{L} &’'-]{1,39}$/u.test(text);
  // Nothing but topics follows to the end of the page: these can be longer.
  const isLongTopic = (text: string): boolean =>
    text.split(' ').length <= 8 && /^[\p{L}\p{N}][\p{L}\p{N} &’'(),.-]{1,59}(?<![.,])$/u.test(text);
  const last = paragraphs.findLastIndex((text, at) => labels[at] === 'story' && !isLongTopic(text));
  paragraphs.forEach((text, at) => {
    if (isHeading(text)) labels[at] = 'navigation';
  });
  markUnder(paragraphs, labels, isHeading, isTopic, 'navigation');
  const isLastHeading = (text: string, at: number): boolean => at > last && isHeading(text);
  markUnder(paragraphs, labels, isLastHeading, isLongTopic, 'navigation');
}

function markUnder(
  paragraphs: readonly string[],
  labels: Label[],
  isHeading: (text: string, at: number) => boolean,
  isItem: (text: string) => boolean,
  label: Label,
): void {
  paragraphs.forEach((text, index) => {
    if (!isHeading(text, index)) return;
    for (let at = index + 1; at <= index + MOST && at < paragraphs.length; at++) {
      if (labels[at] === label) continue;
      if (labels[at] !== 'story' || !isItem(paragraphs[at] ?? '')) return;
      labels[at] = label;
    }
  });
}

/** What pages tell those who listen to them: a form begins here, and ends there. */
const FORM_START = /^skip (?:past )?(?:the )?newsletter(?: promotion| sign-?up)?$/i;
const FORM_END = /^(?:after|end of) (?:the )?newsletter(?: promotion| sign-?up)?$/i;

/** All of a form between its marks. Changes `labels`. */
export function markSignUps(paragraphs: readonly string[], labels: Label[]): void {
  paragraphs.forEach((text, at) => {
    if (text.length > 40 || !FORM_START.test(text)) return;
    const length = paragraphs.slice(at, at + MOST + 1).findIndex((line) => FORM_END.test(line));
    if (length > 0) labels.fill('promotion', at, at + length + 1);
  });
}
