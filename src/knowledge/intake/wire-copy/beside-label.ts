import { creditForm } from './credit.ts';
import { isTitle } from './gallery.ts';
import { isNamelike } from './names.ts';
import { type Label, LONG, type Piece } from './piece.ts';

/** "Image caption," on a line of its own. */
const CAPTION_LABEL = /^(?:(?:image|photo|picture|media|video|figure) )?caption\s*[,:]?$/i;
/** "Image source," on a line of its own. */
const CREDIT_LABEL =
  /^(?:(?:image|photo|picture|media|video) (?:source|credits?|copyright|by)\s*[,:]?|(?:credits?|photos? by)\s*:)$/i;
/** "Photo:" on a line of its own: either can follow. */
const PICTURE_LABEL = /^(?:photo|photograph|image|picture|pic)s?\s*[:,]$/i;
/** A label whose caption was lost stands over the story, which goes on at length or in the past tense. */
const FURTHEST_FROM_CAPTION = -3;
/** The same for what is as short as captions are, in code units: "The mayor said the bridge was safe." */
const SHORT = 120;
const FURTHEST_IF_SHORT = -4;
const AFTER_PICTURE = 0;

/** Gives the line after a label what the label says. Changes `labels`. */
export function markLabelled(pieces: readonly Piece[], labels: Label[]): void {
  pieces.forEach(({ text }, at) => {
    const label = labelOf(text);
    if (label === null) return;
    const next = pieces[at + 1];
    const said = next && labels[at + 1] === 'story' ? saidBy(label, next) : null;
    if (said !== null) labels[at + 1] = said;
    labels[at] = said ?? (label === 'credit' ? 'credit' : 'caption');
  });
}

/**
 * @param text a whole paragraph
 * @returns whether it says that a caption follows: "Image caption,"
 */
export function isCaptionLabel(text: string): boolean {
  return text.length <= 30 && CAPTION_LABEL.test(text);
}

function labelOf(text: string): 'caption' | 'credit' | 'either' | null {
  if (text.length > 30) return null;
  if (CAPTION_LABEL.test(text)) return 'caption';
  if (CREDIT_LABEL.test(text)) return 'credit';
  return PICTURE_LABEL.test(text) ? 'either' : null;
}

function saidBy(label: 'caption' | 'credit' | 'either', { text, caption }: Piece): Label | null {
  const names = text.length < 80 && (creditForm(text) !== null || isNamelike(text));
  if (label !== 'caption' && names) return 'credit';
  if (label === 'credit' || text.length > LONG) return null;
  if (label === 'either') return caption.score > AFTER_PICTURE ? 'caption' : null;
  const short = text.length <= SHORT;
  // Without a full stop it is no sentence of a story.
  if (short && isTitle(text)) return 'caption';
  return caption.score > (short ? FURTHEST_IF_SHORT : FURTHEST_FROM_CAPTION) ? 'caption' : null;
}

/** Shorter lines come twice in any story: "Why?", "He refused." */
const SHORTEST_REPEATED = 20;

/** A page has some captions twice: as what is read to the blind, and in print. Changes `labels`. */
export function markRepeated(pieces: readonly Piece[], labels: Label[]): void {
  const captions = new Set(
    pieces.filter(({ text }, at) => labels[at] === 'caption' && text.length >= SHORTEST_REPEATED).map(plain),
  );
  pieces.forEach((piece, at) => {
    if (labels[at] === 'story' && captions.has(plain(piece))) labels[at] = 'caption';
  });
}

function plain({ text }: Piece): string {
  return text.replace(/\.$/, '');
}
