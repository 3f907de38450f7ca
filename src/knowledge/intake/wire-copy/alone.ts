import { FEWEST_WORDS } from './by-credit.ts';
import { isTitle } from './gallery.ts';
import { type Label, LONG, type Piece } from './piece.ts';
import { scenesIn } from './scene.ts';

/** From here on, a paragraph is a caption although nothing around it says so. */
export const ALONE = 2.5;
/** The same for one that also speaks of something else than the story. */
const ALONE_AND_FAR = 2;
/** Before the dateline stands no story: little is needed. */
const BEFORE_DATELINE = 1;
const DEEPEST_DATELINE = 15;
/** With what may be a credit at its end. */
const WITH_A_CREDIT = 0.5;

/** Captions without a credit beside them. Changes `labels`. */
export function markAlone(pieces: readonly Piece[], labels: Label[], isFar: (text: string) => boolean): void {
  const dateline = pieces.findIndex((piece) => piece.dateline && piece.inline !== 'sure');
  const isScene = scenesIn(pieces, labels);
  pieces.forEach((piece, at) => {
    if (labels[at] !== 'story' || piece.dateline) return;
    const { score } = piece.caption;
    const limit =
      at < dateline && dateline <= DEEPEST_DATELINE && !isTitle(piece.text) ? BEFORE_DATELINE : ALONE;
    const credited = piece.inline === 'possible' && score >= WITH_A_CREDIT && piece.text.length <= 2 * LONG;
    const phrase = piece.text.split(' ').length >= FEWEST_WORDS;
    if (credited || (phrase && (score >= limit || (score >= ALONE_AND_FAR && isFar(piece.text))))) {
      labels[at] = 'caption';
    }
  });
  // Last, since what stands next to a scene must be story itself.
  pieces.forEach((_piece, at) => {
    if (labels[at] === 'story' && isScene(at)) labels[at] = 'caption';
  });
}
