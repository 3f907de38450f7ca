import { creditForm } from './credit.ts';
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
  return caption.score > (label === 'caption' ? FURTHEST_FROM_CAPTION : AFTER_PICTURE) ? 'caption' : null;
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
