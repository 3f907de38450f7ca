import { captionForm } from './caption.ts';
import { commentsStart } from './comments.ts';
import { creditForm, inlineCredit } from './credit.ts';
import { readDateline } from './dateline.ts';
import { furniture } from './furniture.ts';
import { isGalleryTitle, isTitle } from './gallery.ts';
import { isPersonName } from './names.ts';
import { markPictures } from './pictures.ts';
import type { Label, Piece } from './piece.ts';
import { headsLinks } from './promotion.ts';

/**
 * Says of each paragraph what it is: first by its own form, then by what stands next to it.
 *
 * @param paragraphs in order, each on one line
 * @returns a label for each, in the same order
 */
export function labelsOf(paragraphs: readonly string[]): Label[] {
  // Credits and names come again and again in a gallery.
  const known = new Map<string, Piece>();
  const pieces = paragraphs.map((text) => {
    const piece = known.get(text) ?? pieceOf(text);
    known.set(text, piece);
    return piece;
  });
  const labels = pieces.map((piece) => piece.own);
  markComments(paragraphs, labels);
  markLinks(paragraphs, labels);
  markPageNumbers(paragraphs, labels);
  markPictures(pieces, labels);
  return labels;
}

function pieceOf(text: string): Piece {
  const piece = {
    text,
    caption: captionForm(text),
    credit: creditForm(text),
    inline: inlineCredit(text),
    personName: isPersonName(text),
    dateline: readDateline(text) !== null,
  };
  return { ...piece, own: ownLabel(piece) };
}

function ownLabel(piece: Omit<Piece, 'own'>): Label {
  if (piece.credit === 'sure') return 'credit';
  const around = furniture(piece.text);
  if (around !== null) return around;
  if (piece.inline === 'sure') return 'caption';
  if (isGalleryTitle(piece.text)) return 'gallery';
  return piece.caption.sure && !piece.dateline ? 'caption' : 'story';
}

function markComments(paragraphs: readonly string[], labels: Label[]): void {
  labels.fill('comments', commentsStart(paragraphs));
}

/** Headlines under "Read more" or "Related stories". Ten are more than any such list of a story's own page. */
const MOST_LINKS = 10;

function markLinks(paragraphs: readonly string[], labels: Label[]): void {
  paragraphs.forEach((text, index) => {
    if (!headsLinks(text)) return;
    for (let at = index + 1; at <= index + MOST_LINKS && at < paragraphs.length; at++) {
      if (labels[at] !== 'story' || !isLink(paragraphs[at] ?? '')) return;
      labels[at] = 'promotion';
    }
  });
}

function isLink(text: string): boolean {
  return isTitle(text) && text.split(' ').length >= 3;
}

/** A number between paragraphs is a page's; one among other short pieces belongs to a table or a list. */
function markPageNumbers(paragraphs: readonly string[], labels: Label[]): void {
  const isLong = (at: number): boolean => (paragraphs[at]?.length ?? 60) >= 60;
  paragraphs.forEach((text, at) => {
    if (/^\d{1,3}$/.test(text) && isLong(at - 1) && isLong(at + 1)) labels[at] = 'navigation';
  });
}
