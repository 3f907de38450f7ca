import { isTitle } from './gallery.ts';
import { type Label, LONG, type Piece } from './piece.ts';

/** "3 of 12", "3/12": which picture of a gallery it is. */
const COUNTER = /^\(?(?:(?:photo|image|slide|picture) )?(\d{1,3}) ?(?:of|\/) ?(\d{1,3})\)?$/i;

/**
 * Galleries whose pictures are numbered: what stands next to each number is a caption, on the side on which
 * captions look more like it. Changes `labels`.
 */
export function markSlides(pieces: readonly Piece[], labels: Label[]): void {
  const counters = pieces.flatMap(({ text }, at) => {
    const [, number, total] = text.length < 30 ? (COUNTER.exec(text) ?? []) : [];
    return number === undefined ? [] : [{ at, number: Number(number), total }];
  });
  // Numbers that follow one another and say the same total are no score of a game.
  const runs = counters.filter(
    (counter, index) => follows(counters[index - 1], counter) || follows(counter, counters[index + 1]),
  );
  if (runs.length < 2) return;
  const sum = (step: 1 | -1): number =>
    runs.reduce((total, { at }) => total + weight(pieces[at + step], labels[at + step]), 0);
  const step = sum(1) >= sum(-1) ? 1 : -1;
  const first = (runs[0]?.at ?? 0) - 1;
  if (step === 1 && first > 0 && labels[first] === 'story' && isTitle(pieces[first]?.text ?? ''))
    labels[first] = 'gallery';
  for (const { at } of runs) {
    labels[at] = 'navigation';
    const piece = pieces[at + step];
    if (piece && labels[at + step] === 'story' && weight(piece, 'story') > 0) labels[at + step] = 'caption';
    const name = pieces[at + 2 * step];
    if (name?.personName && labels[at + 2 * step] === 'story') labels[at + 2 * step] = 'credit';
  }
}

interface Counter {
  readonly at: number;
  readonly number: number;
  readonly total: string | undefined;
}

/** Something stands between them: else they are links to pages. */
function follows(before: Counter | undefined, after: Counter | undefined): boolean {
  if (!before || !after || after.at - before.at < 2) return false;
  return after.number === before.number + 1 && after.total === before.total;
}

function weight(piece: Piece | undefined, label: Label | undefined): number {
  if (!piece) return -1;
  if (label === 'caption') return 3;
  return piece.text.length <= 2 * LONG && !piece.personName ? piece.caption.score + 1 : -1;
}
