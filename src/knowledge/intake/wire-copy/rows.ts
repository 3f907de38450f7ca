import { isGalleryTitle, isTitle } from './gallery.ts';
import { type Label, LONG, type Piece } from './piece.ts';

/** Next to captions in a row. */
const IN_A_ROW = 1;
/** The last one under a gallery's title. */
const LAST_UNDER_TITLE = 1.25;
/** After three captions under a title, what shows nothing that we know but is a phrase: "Confetti on the steps." */
const UNDER_TITLE_AND_SHORT = 0.25;
const PHRASE = 70;
/** Before the first or after the last of them, where the story may go on. */
const AT_ITS_END = 2;
/** One caption before and one after are two pictures of a story: only what is shorter between them is a third. */
const SHORT = 110;
/** In pieces: how far back a gallery's title is looked for, which keeps the time linear. */
const LONGEST_GALLERY = 400;

/** What stands in a row of captions and looks a little like one. */
export function markRows(pieces: readonly Piece[], labels: Label[], isFar: (text: string) => boolean): void {
  const visit = (at: number): void => {
    const piece = pieces[at];
    if (labels[at] !== 'story' || !piece || piece.dateline) return;
    const before = captionsBeside(labels, at, -1);
    const after = captionsBeside(labels, at, 1);
    const title = labels[at - 1] === 'gallery' && (pieces[at + 1]?.caption.score ?? 0) >= IN_A_ROW;
    const under = title || startsInTitle(labels, at);
    if (Math.max(before, after) < 2 && before + after < 2 && !under) return;
    const limit = limitInRow(piece.text, before, after) - (isFar(piece.text) ? 0.5 : 0);
    const nextScore = pieces[at + 1]?.caption.score ?? IN_A_ROW;
    const phrase = before > 2 && piece.caption.score < IN_A_ROW && isPhrase(piece.text);
    const titled = !under ? limit : phrase ? UNDER_TITLE_AND_SHORT : limitUnderTitle(piece.text, nextScore);
    if (piece.caption.score >= Math.min(limit, titled) && !(isTitle(piece.text) && after > 0 && before === 0))
      labels[at] = 'caption';
  };
  for (let at = 0; at < pieces.length; at++) visit(at);
  for (let at = pieces.length - 1; at >= 0; at--) visit(at);
}

function isPhrase(text: string): boolean {
  return text.length <= PHRASE && /^[^.!?]+\.$/.test(text);
}

function limitInRow(text: string, before: number, after: number): number {
  const between = before > 0 && after > 0;
  const inside = between && (before + after > 2 || text.length <= SHORT);
  return (inside ? IN_A_ROW : AT_ITS_END) - (between ? 0.5 : 0) + (text.length > LONG ? 0.5 : 0);
}

/** The last of a gallery needs more than those before it: after it the story may go on. */
function limitUnderTitle(text: string, nextScore: number): number {
  return (nextScore >= IN_A_ROW ? IN_A_ROW : LAST_UNDER_TITLE) + (text.length > LONG ? 0.5 : 0);
}

/** Whether the row of captions above began with a gallery's title. */
function startsInTitle(labels: readonly Label[], from: number): boolean {
  let at = from - 1;
  while ((labels[at] === 'caption' || labels[at] === 'credit') && from - at < LONGEST_GALLERY) at--;
  return labels[at] === 'gallery';
}

/** How many captions follow one another on one side, credits between them not counted; three say enough. */
function captionsBeside(labels: readonly Label[], from: number, step: 1 | -1): number {
  let count = 0;
  for (let at = from + step; count < 3; at += step) {
    const label = labels[at];
    if (label === 'caption') count++;
    else if (label !== 'credit') break;
  }
  return count;
}

/** A title of photographs by its words, or any title with two captions under it. */
export function markTitles(pieces: readonly Piece[], labels: Label[]): void {
  pieces.forEach(({ text, personName }, at) => {
    if (labels[at] !== 'story' || personName) return;
    const captions = captionsBeside(labels, at, 1);
    if (isGalleryTitle(text) || (captions >= 2 && isTitle(text) && at > 0)) labels[at] = 'gallery';
  });
}
