import type { Details, Draft, LeftOut, Stated } from './draft.ts';
import { IntakeError } from './intake-error.ts';
import { readDateline } from './wire-copy/dateline.ts';
import { doubtsOf } from './wire-copy/doubts.ts';
import { BYLINE, readHeader } from './wire-copy/header.ts';
import { labelsOf } from './wire-copy/labels.ts';
import { paragraphsIn } from './wire-copy/layout.ts';
import { noteEnd, unquoted } from './wire-copy/mail.ts';
import { signOff } from './wire-copy/sign-off.ts';

/**
 * Reads a report from plain text, as it is pasted from a page or arrives by e-mail: hard-wrapped or not,
 * with header lines, captions, credits, galleries and promotion in between.
 *
 * @param text as it arrived
 * @returns the story's paragraphs letter for letter, each on one line; the details that header lines and the
 *   dateline state; and every other piece of the text with the reason why it was left out
 * @throws {IntakeError} `empty` when there is no text, `no-article` when no story is left of it
 */
export function readWireCopy(text: string): Draft {
  const all = paragraphsIn(unquoted(text));
  if (all.length === 0)
    throw new IntakeError('empty', 'There is no text in it: paste the text of an article.');
  const note = noteEnd(all);
  const header = readHeader(all.slice(note));
  // An empty piece where a header line stood: nothing is next to another over it.
  const labels = labelsOf(header.parts.map((part) => (part.isDetail ? '' : part.text)));
  const paragraphs: string[] = [];
  const leftOut: LeftOut[] = all.slice(0, note).map((part) => ({ text: part, reason: 'navigation' }));
  header.parts.forEach(({ text: part, isDetail }, at) => {
    const label = isDetail ? 'details' : (labels[at] ?? 'story');
    if (label === 'story') paragraphs.push(part);
    else leftOut.push({ text: part, reason: label });
  });
  if (paragraphs.length === 0) {
    throw new IntakeError(
      'no-article',
      'There is no story in it, only captions, credits or header lines: paste the article itself.',
    );
  }
  const found = withFirstAndLast(header.details, header.stated, paragraphs);
  const lines = header.parts.flatMap((part) => (part.isDetail ? [part.text] : []));
  const doubts = doubtsOf(lines, found.details);
  return { ...found, paragraphs, leftOut, ...(doubts.length > 0 && { doubts }) };
}

/** A summary, an editor's note: more does not stand above a dateline. Further down it is another report's. */
const DEEPEST_DATELINE = 4;

/** A dateline names whose words follow; only a label ("Source:") says it more plainly. Agencies sign at the end. */
function withFirstAndLast(
  details: Details,
  stated: Stated,
  paragraphs: readonly string[],
): { readonly details: Details; readonly stated: Stated } {
  const dateline = paragraphs
    .slice(0, DEEPEST_DATELINE)
    .map(readDateline)
    .find((found) => found !== null);
  const outlet = details.outlet === null || stated.outlet === BYLINE ? (dateline?.outlet ?? null) : null;
  const published = details.published === null ? (dateline?.date ?? null) : null;
  const byline = details.byline === null ? signOff(paragraphs) : null;
  return {
    details: {
      ...details,
      ...(outlet !== null && { outlet }),
      ...(published !== null && { published }),
      ...(byline !== null && { byline }),
    },
    stated: {
      ...stated,
      ...(outlet !== null && { outlet: 'the dateline' }),
      ...(published !== null && { published: 'the dateline' }),
      ...(byline !== null && { byline: 'the last lines' }),
    },
  };
}
