import { type Article, speechOf } from '../../../knowledge/index.ts';

/** A paragraph of a body, in UTF-16 code units into it. What stands between two of them is blank. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** Where the words that only label it end ("RUTH ODALYS:", "Caption:"); its start where none do. */
  readonly labelEnd: number;
  readonly isCaption: boolean;
  /** Number of its turn, from 1, in a transcript that names nobody: answers cite it by that number. */
  readonly turn: number | null;
}

const GAP = /\n[^\S\n]*\n\s*/g;
const CAPTION = /^\s*Caption:(?=\s)/;

/**
 * @param article its body, and what it is
 * @returns its paragraphs in order; none where nothing is written
 */
export function paragraphsOf({ body, kind }: Pick<Article, 'body' | 'kind'>): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let namesSomebody = false;
  let turns = 0;
  for (const { start, end } of rangesOf(body)) {
    const text = body.slice(start, end);
    const caption = CAPTION.exec(text);
    const isCaption = caption !== null;
    const isTurn = kind === 'transcript' && !isCaption;
    const speech = isTurn ? speechOf(text) : null;
    const label = caption?.[0] ?? text.slice(0, speech?.length ?? 0).trimEnd();
    namesSomebody ||= speech?.name != null;
    if (isTurn) turns += 1;
    found.push({ start, end, labelEnd: start + label.length, isCaption, turn: isTurn ? turns : null });
  }
  return namesSomebody ? found.map((paragraph) => ({ ...paragraph, turn: null })) : found;
}

function rangesOf(body: string): readonly Pick<Paragraph, 'start' | 'end'>[] {
  const gaps = [...body.matchAll(GAP)];
  const starts = [0, ...gaps.map((gap) => gap.index + gap[0].length)];
  const ends = [...gaps.map((gap) => gap.index), body.length];
  return starts
    .map((start, at) => ({ start, end: ends[at] ?? body.length }))
    .filter(({ start, end }) => /\S/.test(body.slice(start, end)));
}
