import { type Details, type Draft, type LeftOut, NO_DETAILS, type Stated } from './draft.ts';
import { IntakeError } from './intake-error.ts';
import { outletOfCopyright, outletSaid, type StatedOutlet } from './transcript/outlet.ts';
import type { Paragraph } from './transcript/paragraphs.ts';
import { type Reading, readingOf } from './transcript/reading.ts';
import { doubtsOf } from './wire-copy/doubts.ts';

export { looksLikeTranscript } from './transcript/looks-like.ts';

/**
 * Reads the transcript of a broadcast or an interview, in any of the forms that they arrive in: with names
 * before a colon or above the text, in capitals, with times, as captions, or run together without names.
 *
 * @param text the transcript as it arrived
 * @returns its turns as paragraphs, each with `NAME: ` where the text names who speaks. A paragraph without
 *   its prefix is a stretch of the text with white space normalised (of captions, with their numbers and
 *   times taken out); nothing else of the text is lost, it is left out by name
 * @throws {IntakeError} `empty` when nothing is said in it
 */
export function readTranscript(text: string): Draft {
  const reading = readingOf(text);
  const { spoken } = reading;
  if (spoken.paragraphs.length === 0) {
    throw new IntakeError('empty', 'Nobody says anything in this transcript: give it the text of the turns.');
  }
  const { details, stated } = detailsOf(reading);
  const { leftOut } = spoken;
  const lines = leftOut.flatMap((left) => (left.reason === 'details' ? [left.text] : []));
  const doubts = doubtsOf(lines, details);
  const paragraphs = spoken.paragraphs.map(written);
  return { details, stated, paragraphs, leftOut, ...(doubts.length > 0 && { doubts }) };
}

function written({ speaker, text }: Paragraph): string {
  return speaker === null ? text : `${speaker}: ${text}`;
}

function detailsOf({ header, spoken }: Reading): Pick<Draft, 'details' | 'stated'> {
  const details: Details = { ...NO_DETAILS, ...header.details, kind: 'transcript' };
  const found = details.outlet === null ? outletOf(spoken.paragraphs, spoken.leftOut) : null;
  if (!found) return { details, stated: header.stated };
  const stated: Stated = { ...header.stated, outlet: found.where };
  return { details: { ...details, outlet: found.outlet }, stated };
}

function outletOf(paragraphs: readonly Paragraph[], leftOut: readonly LeftOut[]): StatedOutlet | null {
  const legal = leftOut.filter(({ reason }) => reason === 'legal').map((left) => left.text);
  return outletOfCopyright(legal) ?? outletSaid(paragraphs.map((paragraph) => paragraph.text));
}
