import { markLabelled, markRepeated } from './beside-label.ts';
import { captionForm } from './caption.ts';
import { commentsStart } from './comments.ts';
import { markContacts, markSponsors } from './contacts.ts';
import { creditForm, inlineCredit } from './credit.ts';
import { readDateline } from './dateline.ts';
import { furniture } from './furniture.ts';
import { isGalleryTitle } from './gallery.ts';
import { markLinks, markSignUps, markTopics } from './lists.ts';
import { signatureStart } from './mail.ts';
import { isPersonName } from './names.ts';
import { markPictures } from './pictures.ts';
import type { Label, Piece } from './piece.ts';
import { markRunningHeads, markTimes } from './running-heads.ts';
import { markSlides } from './slides.ts';

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
  markTopics(paragraphs, labels);
  markSignUps(paragraphs, labels);
  markContacts(paragraphs, labels);
  markSponsors(paragraphs, labels);
  labels.fill('navigation', signatureStart(paragraphs));
  markRunningHeads(paragraphs, labels);
  markLabelled(pieces, labels);
  markSlides(pieces, labels);
  markRepeated(pieces, labels);
  markPictures(pieces, labels);
  markRepeated(pieces, labels);
  markTimes(paragraphs, labels);
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
