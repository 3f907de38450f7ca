import { type Details, NO_DETAILS, type Stated } from '../draft.ts';
import { creditForm } from './credit.ts';
import { readDateline } from './dateline.ts';
import { type HeaderDetail, isLabelled, labelAlone, type Reading, readHeaderLine } from './header-line.ts';
import { headlineAt, isBody } from './headline.ts';
import { isKicker } from './kicker.ts';
import { labelsOf } from './labels.ts';
import { subjectOf } from './mail.ts';
import { isNamelike, isPersonName } from './names.ts';
import { isKnownOutlet, isOutletName, isRole } from './outlets.ts';
import { paperAt } from './paper-name.ts';
import type { Label } from './piece.ts';
import { withoutStamp } from './stamp.ts';

/** A paragraph, and whether it only states details. */
export interface Part {
  readonly text: string;
  readonly isDetail: boolean;
}

/** What stands above a story, read. */
export interface Header {
  readonly details: Details;
  readonly stated: Stated;
  /** All paragraphs in order; one that began with a date stamp has become two. */
  readonly parts: readonly Part[];
}

/** How it is called where a byline, or an outlet beside it, states something. */
export const BYLINE = 'the byline';
/** Nothing of a header stands further down. */
const DEEPEST = 30;
/** Where a name and an outlet are a byline without "By", and with no date or label beside them. */
const DEEPEST_SIGNATURE = 4;

/**
 * Reads what stands above a story: labelled lines, headline, byline, date, outlet, address.
 *
 * @param paragraphs in order, each on one line
 */
export function readHeader(paragraphs: readonly string[]): Header {
  const lines = paragraphs.flatMap((text, at) => (at < 4 ? withoutStamp(text) : [text]));
  const top = lines.slice(0, DEEPEST);
  const limit = datelineAt(top);
  const read = withNeighbours(limit === -1 ? top : top.slice(0, limit), top[limit]);
  const labels = labelsOf(top.map((text, at) => (read[at] ? '' : text)));
  const end = storyStart(top, labels);
  const body = top.findIndex((text, at) => labels[at] === 'story' && isBody(text));
  const lastStated = read.findLastIndex((reading, at) => at < end && Object.keys(reading ?? {}).length > 0);
  // Below the first paragraph "Friday" and "Analysis" are subheadings, unless a date or a byline follows.
  const isSubheading = (at: number): boolean =>
    body !== -1 && at > body && at > lastStated && !/\d/.test(top[at] ?? '');
  const readings = read.map((reading, at) => (at < end && !isSubheading(at) ? reading : null));
  const details: Record<HeaderDetail, string | null> = { ...NO_DETAILS };
  const stated: Partial<Record<HeaderDetail, string>> = {};
  const state = (detail: HeaderDetail, value: string, where: string): void => {
    if (details[detail] !== null) return;
    details[detail] = value;
    stated[detail] = where;
  };
  readings.forEach((reading, at) => {
    for (const [detail, value] of Object.entries(reading ?? {}))
      state(detail as HeaderDetail, value, whereIn(top, at, detail as HeaderDetail));
  });
  const isHeader = (at: number): boolean => Boolean(readings[at]);
  const headline = headlineAt({ lines: top, labels, isHeader, end }, details.headline);
  if (headline !== null) state('headline', top[headline] ?? '', 'the first line');
  const subject = top.find((text, at) => isHeader(at) && subjectOf(text) !== null);
  if (subject !== undefined) state('headline', subjectOf(subject) ?? subject, 'the subject line');
  const signature =
    headline !== null && details.byline === null && isSignature(top, headline + 1) ? headline + 1 : null;
  if (signature !== null) state('byline', top[signature] ?? '', BYLINE);
  const parts = lines.map((text, at) => ({
    text,
    isDetail: isHeader(at) || at === headline || at === signature,
  }));
  return { details: { ...NO_DETAILS, ...details }, stated, parts };
}

/** A name alone under the headline; over a paragraph about its bearer it is a subheading. */
function isSignature(top: readonly string[], at: number): boolean {
  const name = top[at] ?? '';
  if (isOutletName(name) || creditForm(name) === 'sure') return false;
  return isPersonName(name) && !(top[at + 1] ?? '').includes(name.split(' ').at(-1) ?? name);
}

/** An outlet above everything is the paper's own name: the dateline's agency only wrote for it. */
function whereIn(top: readonly string[], at: number, detail: HeaderDetail): string {
  const line = top[at] ?? '';
  if (at === 0 && detail === 'outlet' && isOutletName(line)) return 'the first line';
  return !isLabelled(line) && (detail === 'outlet' || detail === 'byline') ? BYLINE : 'a header line';
}

/** The dateline, or else the second paragraph of whole sentences: one can be a summary above the byline. */
function storyStart(top: readonly string[], labels: readonly Label[]): number {
  const dateline = datelineAt(top);
  if (dateline !== -1) return dateline;
  const sentences = top.flatMap((text, at) => (labels[at] === 'story' && isBody(text) ? [at] : []));
  return sentences[1] ?? top.length;
}

function datelineAt(top: readonly string[]): number {
  return top.findIndex((text) => readDateline(text) !== null);
}

function readingsIn(top: readonly string[]): (Reading | null)[] {
  let waiting: HeaderDetail | null = null;
  return top.map((text, at) => {
    const label = labelAlone(text);
    const reading = label === null ? readHeaderLine(text) : {};
    const value = waiting;
    waiting = label;
    if (reading !== null) return isCredit(top, at) ? null : isMailDate(top, at) ? {} : reading;
    return value === 'headline' || value === 'outlet' || value === 'byline' ? { [value]: text } : null;
  });
}

/** When a message was sent says nothing of when the report was published. */
function isMailDate(top: readonly string[], at: number): boolean {
  const isMail = (text: string | undefined): boolean => /^(?:from|to|cc|subject)\s*:/i.test(text ?? '');
  return /^(?:date|sent)\s*:/i.test(top[at] ?? '') && (isMail(top[at - 1]) || isMail(top[at + 1]));
}

/** "Source: Getty Images" is a credit, unless it stands among header lines. */
function isCredit(top: readonly string[], at: number): boolean {
  if (
    creditForm(top[at] ?? '') !== 'sure' ||
    top.slice(0, at).every((line) => readHeaderLine(line) !== null)
  ) {
    return false;
  }
  return !isLabelled(top[at - 1] ?? '') && !isLabelled(top[at + 1] ?? '');
}

/** Names, outlets and roles that are what they are because a byline, a date or a label stands next to them. */
function withNeighbours(top: readonly string[], dateline: string | undefined): (Reading | null)[] {
  const found = readingsIn(top);
  // A kicker says nothing of its neighbours: the headline is next to it.
  const states = (at: number): boolean => Boolean(found[at]) && !isKicker(top[at] ?? '');
  const read = (text: string, at: number): void => {
    if (found[at] !== null) return;
    const signed = at < DEEPEST_SIGNATURE ? signatureIn(text) : null;
    if (signed !== null || states(at - 1) || states(at + 1))
      found[at] = signed ?? besideHeader(top, found, at);
  };
  // Twice: a name over an outlet over a date is told only after the outlet.
  top.forEach(read);
  top.forEach(read);
  const paper = found[0] === null ? paperAt(top, dateline, found) : null;
  if (paper !== null) found[paper] = { outlet: top[paper] ?? '' };
  return found;
}

/** A line that tells without anything beside it who wrote, or for whom. */
function signatureIn(text: string): Reading | null {
  // "BBC News, Fenwold": the desk that it is from.
  const [outlet = '', desk = '', ...more] = text.split(', ');
  const isDesk = more.length === 0 && (desk === '' || (isNamelike(desk) && desk.split(' ').length <= 3));
  if (isKnownOutlet(outlet) && isDesk) return { outlet };
  return text.includes(', ') ? nameIn(text) : null;
}

function besideHeader(
  top: readonly string[],
  found: readonly (Reading | null)[],
  at: number,
): Reading | null {
  const text = top[at] ?? '';
  if (isOutletName(text)) return { outlet: text };
  if (isRole(text)) return {};
  const named = found.some((reading) => reading?.byline !== undefined);
  const underCaption = !found[at - 1] && /[.)\]]$/.test(top[at - 1] ?? '');
  return named || underCaption ? null : nameIn(text);
}

/** "Ines Calder", "Ines Calder, The Harlow Post". */
function nameIn(text: string): Reading | null {
  if (/^by\b/i.test(text) || creditForm(text) === 'sure') return null;
  if (isPersonName(text)) return { byline: text };
  const comma = text.indexOf(', ');
  const [name, rest] = [text.slice(0, comma), text.slice(comma + 2)];
  if (comma === -1 || !isPersonName(name)) return null;
  if (isOutletName(rest)) return { byline: name, outlet: rest };
  return isRole(rest) ? { byline: name } : null;
}
