import { isTitle } from './gallery.ts';
import { type Label, LONG, type Piece } from './piece.ts';
import { markRows, markTitles } from './rows.ts';
import { topicOf } from './topic.ts';

/** From here on, a paragraph is a caption although nothing around it says so. */
const ALONE = 2.5;
/** The same for one that also speaks of something else than the story. */
const ALONE_AND_FAR = 2;
/** Before the dateline stands no story: little is needed. */
const BEFORE_DATELINE = 1;
const DEEPEST_DATELINE = 15;
/** Next to a photographer's credit a doubtful paragraph is a caption, if it is as short as captions are. */
const BY_A_CREDIT = -0.5;
const BY_A_CREDIT_AND_LONG = 1.5;
/** A name alone is a credit only under what looks like a caption itself. */
const OVER_A_NAME = 1;
/** Captions are phrases: "Founder" over a name is a table's. */
const FEWEST_WORDS = 4;
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

function markAlone(pieces: readonly Piece[], labels: Label[], isFar: (text: string) => boolean): void {
  const dateline = pieces.findIndex((piece) => piece.dateline && piece.inline !== 'sure');
  pieces.forEach((piece, at) => {
    if (labels[at] !== 'story' || piece.dateline) return;
    const { score } = piece.caption;
    const limit =
      at < dateline && dateline <= DEEPEST_DATELINE && !isTitle(piece.text) ? BEFORE_DATELINE : ALONE;
    const credited = piece.inline === 'possible' && score >= OVER_NAMES && piece.text.length <= 2 * LONG;
    const phrase = piece.text.split(' ').length >= FEWEST_WORDS;
    if (credited || (phrase && (score >= limit || (score >= ALONE_AND_FAR && isFar(piece.text))))) {
      labels[at] = 'caption';
    }
  });
}

/** A credit on a line of its own belongs to the caption before it or after it. */
function markByCredit(pieces: readonly Piece[], labels: Label[]): void {
  pieces.forEach((piece, at) => {
    if (piece.credit === null || (labels[at] !== 'credit' && labels[at] !== 'story')) return;
    const beside = [at - 1, at + 1].filter((index) => index >= 0 && index < pieces.length);
    if (beside.some((index) => labels[index] === 'caption') || repeats(labels, at)) {
      labels[at] = 'credit';
      return;
    }
    const limit = (text: string): number =>
      piece.credit === 'possible' ? OVER_A_NAME : text.length > LONG ? BY_A_CREDIT_AND_LONG : BY_A_CREDIT;
    const best = beside
      .filter((index) => labels[index] === 'story' && !pieces[index]?.dateline && !pieces[index]?.personName)
      .map((index) => ({
        index,
        score: scoreBeside(pieces[index], piece, index < at),
        text: pieces[index]?.text ?? '',
      }))
      .filter(({ score, text }) => score >= limit(text) && text.split(' ').length >= FEWEST_WORDS)
      .sort((one, other) => other.score - one.score)[0];
    if (!best) return;
    labels[best.index] = 'caption';
    labels[at] = 'credit';
  });
}

/** Without a full stop it is no sentence of a story, whatever its verbs; after a credit it can be a subheading. */
function scoreBeside(piece: Piece | undefined, credit: Piece, isBefore: boolean): number {
  if (!piece) return 0;
  return piece.caption.score + (isBefore && credit.credit === 'sure' && isTitle(piece.text) ? 3 : 0);
}

/** A page can state a caption's credit twice, with buttons in between. */
function repeats(labels: readonly Label[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - 4; at--) {
    if (labels[at] === 'caption') return true;
    if (labels[at] !== 'credit' && labels[at] !== 'navigation') return false;
  }
  return false;
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
  pieces.forEach((piece, at) => {
    const above = pieces[at - 1];
    if (!piece.personName || labels[at] !== 'story' || !above || headsNext(pieces, at)) return;
    if (labels[at - 1] === 'caption') {
      // A caption that names its photographer is followed by that name, or by a subheading.
      const named = above.text.toLowerCase().includes(piece.text.toLowerCase());
      if (above.inline !== 'sure' || named) labels[at] = 'credit';
    } else if (labels[at - 1] === 'story' && canStandOverName(above)) {
      labels[at - 1] = 'caption';
      labels[at] = 'credit';
    }
  });
}

function canStandOverName({ text, caption, dateline, personName }: Piece): boolean {
  if (text.length > LONG || dateline || personName || text.split(' ').length < FEWEST_WORDS) return false;
  return caption.score >= OVER_A_NAME;
}
