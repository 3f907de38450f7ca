import { ALONE, markAlone } from './alone.ts';
import { FEWEST_WORDS, markByCredit, OVER_A_NAME } from './by-credit.ts';
import { type Label, LONG, type Piece } from './piece.ts';
import { markRows, markTitles } from './rows.ts';
import { topicOf } from './topic.ts';

const MORE_OVER_A_NAME = 2;
/** The mean of paragraphs that alternate with names. */
const OVER_NAMES = 0.5;

/**
 * Finds what belongs to photographs: captions, credits, names under captions, titles of galleries.
 * Changes `labels`; only what is labelled `story` can become something else.
 */
export function markPictures(pieces: readonly Piece[], labels: Label[]): void {
  const isFar = topicOf(
    pieces.filter((piece, at) => labels[at] === 'story' && piece.caption.score < 0).map(({ text }) => text),
  );
  markAlone(pieces, labels, isFar);
  markByCredit(pieces, labels);
  markNameRuns(pieces, labels);
  markNames(pieces, labels);
  markRows(pieces, labels, isFar);
  markTitles(pieces, labels);
}

/** Paragraph, name, paragraph, name: a gallery without agencies. */
function markNameRuns(pieces: readonly Piece[], labels: Label[]): void {
  const isPair = (at: number): boolean =>
    isOpen(labels[at]) &&
    pieces[at]?.personName === false &&
    (pieces[at]?.text.split(' ').length ?? 0) >= FEWEST_WORDS &&
    pieces[at + 1]?.personName === true &&
    !headsNext(pieces, at + 1);
  for (let at = 0; at < pieces.length; at++) {
    let end = at;
    let total = 0;
    while (isPair(end)) {
      total += labels[end] === 'caption' ? ALONE : (pieces[end]?.caption.score ?? 0);
      end += 2;
    }
    const pairs = (end - at) / 2;
    if (pairs >= 2 && total / pairs >= OVER_NAMES) {
      for (let pair = at; pair < end; pair += 2) {
        labels[pair] = 'caption';
        labels[pair + 1] = 'credit';
      }
    }
    if (pairs > 0) at = end - 1;
  }
}

/** A name over a paragraph about its bearer is a subheading. */
function headsNext(pieces: readonly Piece[], at: number): boolean {
  const surname = pieces[at]?.text.split(' ').at(-1) ?? '';
  return pieces[at + 1]?.text.includes(surname) === true && pieces[at + 1]?.inline === null;
}

function isOpen(label: Label | undefined): boolean {
  return label === 'story' || label === 'caption';
}

/** The photographer's name once more, under the caption. */
function markNames(pieces: readonly Piece[], labels: Label[]): void {
  const times = new Map<string, number>();
  for (const { text, personName } of pieces) if (personName) times.set(text, (times.get(text) ?? 0) + 1);
  pieces.forEach((piece, at) => {
    const above = pieces[at - 1];
    if (!piece.personName || labels[at] !== 'story' || !above || headsNext(pieces, at)) return;
    if (labels[at - 1] === 'caption') {
      // A caption that names its photographer is followed by that name, or by a subheading.
      const named = above.text.toLowerCase().includes(piece.text.toLowerCase());
      if (named || (above.inline !== 'sure' && (!isShouted(piece.text) || (times.get(piece.text) ?? 0) > 1)))
        labels[at] = 'credit';
    } else if (labels[at - 1] === 'story' && !isShouted(piece.text) && canStandOverName(above)) {
      labels[at - 1] = 'caption';
      labels[at] = 'credit';
    }
  });
}

/** "UP NEXT": two words in capitals are a subheading more often than a photographer. */
function isShouted(name: string): boolean {
  return !/\p{Ll}/u.test(name);
}

function canStandOverName({ text, caption, dateline, personName }: Piece): boolean {
  if (text.length > LONG || dateline || personName || text.split(' ').length < FEWEST_WORDS) return false;
  // Letters to an editor end in a name too: several sentences need more to be a caption.
  const more = /[.!?]["”’)]*\s+\p{Lu}/u.test(text);
  return caption.score >= (more ? MORE_OVER_A_NAME : OVER_A_NAME);
}
