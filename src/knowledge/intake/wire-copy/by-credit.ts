import { isLibrary } from './credit.ts';
import { isTitle } from './gallery.ts';
import { type Label, LONG, type Piece } from './piece.ts';

/** Next to a photographer's credit a doubtful paragraph is a caption, if it is as short as captions are. */
const BY_A_CREDIT = -0.5;
/** The same for several sentences: the first of a caption says what is seen, or has no verb. */
const BY_A_CREDIT_AND_MORE = 0.25;
const BY_A_CREDIT_AND_LONG = 1.5;
const BY_AN_ACRONYM = 1.75;
/** A name alone is a credit only under what looks like a caption itself. */
export const OVER_A_NAME = 1;
/** Captions are phrases: "Founder" over a name is a table's. */
export const FEWEST_WORDS = 4;
/** Subheadings have few more words. */
const LONGEST_SUBHEADING = 6;
/** In code units: what is longer, and no caption, begins the story. */
const SHORTEST_BODY = 80;

/**
 * A credit on a line of its own belongs to the caption before it or after it. Changes `labels`.
 *
 * A few words over a credit can be a subheading. They are a caption above the story, and where credits stand
 * under captions elsewhere in the text.
 */
export function markByCredit(pieces: readonly Piece[], labels: Label[]): void {
  const start = pieces.findIndex(({ text }, at) => labels[at] === 'story' && text.length > SHORTEST_BODY);
  pairUp(pieces, labels, start, start);
  const isUnder = pieces.some((piece, at) => piece.credit !== null && labels[at - 1] === 'caption');
  const isOver = pieces.some(
    ({ text }, at) => isLibrary(text) && labels[at + 1] === 'caption' && labels[at - 1] !== 'caption',
  );
  const end = pieces.length;
  if (isUnder || isOver) pairUp(pieces, labels, isUnder ? end : start, isOver ? end : start);
}

/** Before `end`, a few words over a credit are no subheading; before `endUnder`, they are none under a library's. */
function pairUp(pieces: readonly Piece[], labels: Label[], end: number, endUnder: number): void {
  pieces.forEach((piece, at) => {
    if (piece.credit === null || (labels[at] !== 'credit' && labels[at] !== 'story')) return;
    const beside = [at - 1, at + 1].filter((index) => index >= 0 && index < pieces.length);
    if (beside.some((index) => labels[index] === 'caption') || repeats(labels, at)) {
      labels[at] = 'credit';
      return;
    }
    const best = beside
      .flatMap((index) => {
        const near = pieces[index];
        if (!near || labels[index] !== 'story' || near.dateline || near.personName) return [];
        const isUnder = index > at && at < endUnder && isUnderLibrary(near, piece);
        const isTitled = isTitle(near.text) && (isUnder || (at < end && index < at));
        return isTitled || canBeCaptioned(near, index < at) ? [{ index, near, isUnder }] : [];
      })
      .map(({ index, near, isUnder }) => ({
        index,
        near,
        score: scoreBeside(near, piece, index < at || isUnder),
      }))
      .filter(({ near, score }) => score >= limitFor(near.text, piece))
      .sort((one, other) => other.score - one.score)[0];
    if (!best) return;
    labels[best.index] = 'caption';
    labels[at] = 'credit';
  });
}

function limitFor(text: string, credit: Piece): number {
  if (credit.credit === 'possible') return isAcronym(credit.text) ? BY_AN_ACRONYM : OVER_A_NAME;
  if (text.length > LONG) return BY_A_CREDIT_AND_LONG;
  return /[.!?]["”’)]*\s+\p{Lu}/u.test(text) ? BY_A_CREDIT_AND_MORE : BY_A_CREDIT;
}

/** "RSPB": it could be a heading, or a cell of a table. */
function isAcronym(text: string): boolean {
  return /^\p{Lu}{3,6}$/u.test(text);
}

/** Subheadings stand next to credits too: few words that name nobody and show nothing, or a title's capitals. */
function canBeCaptioned({ text, caption }: Piece, isBefore: boolean): boolean {
  const words = text.split(' ');
  const named =
    /(?<!\b(?:The|An?))\s\p{Lu}[\p{Ll}'’-]+ \p{Lu}\p{Ll}|^(?!The |An? )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}/u.test(
      text,
    );
  if (words.length < FEWEST_WORDS) return isBefore && named && isTitle(text) && text.includes(':');
  if (!isTitle(text) || caption.score >= 1) return true;
  if (isCapitalised(words)) return false;
  return named || (words.length > LONGEST_SUBHEADING && caption.score >= 0);
}

/** "Redesigned Scopes Fail to Stop Outbreaks": all words but the small ones. */
function isCapitalised(words: readonly string[]): boolean {
  const large = words.filter((word) => word.length > 3);
  return large.length >= 4 && large.every((word) => /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word));
}

/** Some pages print a library's name over the caption. */
function isUnderLibrary({ text }: Piece, credit: Piece): boolean {
  return isLibrary(credit.text) && text.split(' ').length >= FEWEST_WORDS;
}

/** Without a full stop it is no sentence of a story, whatever its verbs; after a credit it can be a subheading. */
function scoreBeside(piece: Piece, credit: Piece, isOver: boolean): number {
  return piece.caption.score + (isOver && credit.credit === 'sure' && isTitle(piece.text) ? 3 : 0);
}

/** A page can state a caption's credit twice, with buttons in between. */
function repeats(labels: readonly Label[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - 4; at--) {
    if (labels[at] === 'caption') return true;
    if (labels[at] !== 'credit' && labels[at] !== 'navigation') return false;
  }
  return false;
}
