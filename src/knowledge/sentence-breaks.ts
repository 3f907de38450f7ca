/** A piece of a text as ICU divides it, and where it begins, in UTF-16 code units. */
export interface Segment {
  readonly segment: string;
  readonly index: number;
}

/**
 * As much as ICU is given at a time, in UTF-16 code units. Each step of `Intl.Segmenter` costs time in proportion to
 * the whole text (Node 20): 170 KB of short sentences in one paragraph took 8 s, and twice as many 26 s. Paragraphs
 * of news copy are shorter than this, and so are divided at once.
 */
const AT_ONCE = 4096;

/**
 * Divides a text where Unicode's rules (UAX #29) end a sentence, in time linear in its length. The text is given to
 * ICU in windows, each from a break that is certain: one after which the window holds another break. (SB8 looks
 * ahead no further than to the next letter or end mark, and a piece that has ended holds an end mark.)
 *
 * @param text any text
 * @param segmenter of sentences, in the text's language
 * @returns its pieces, in order; together they are the text
 */
export function* sentenceBreaks(text: string, segmenter: Intl.Segmenter): Generator<Segment> {
  let from = 0;
  let size = AT_ONCE;
  while (from < text.length) {
    const isLast = from + size >= text.length;
    if (isLast && size === AT_ONCE) {
      yield* shifted(segmenter.segment(text.slice(from)), from);
      return;
    }
    // Of a window that had to grow only the first piece is taken: the many after it would be slow.
    const certain = certainIn(
      text.slice(from, from + size),
      segmenter,
      isLast,
      size > AT_ONCE ? 1 : Number.POSITIVE_INFINITY,
    );
    yield* shifted(certain, from);
    const last = certain.at(-1);
    from += last === undefined ? 0 : last.index + last.segment.length;
    size = last === undefined ? size * 2 : AT_ONCE;
  }
}

/** The first pieces of a window, at most so many, but for the last two: where those end, what follows may decide. */
function certainIn(
  window: string,
  segmenter: Intl.Segmenter,
  isLast: boolean,
  atMost: number,
): readonly Segment[] {
  const found: Segment[] = [];
  for (const { segment, index } of segmenter.segment(window)) {
    found.push({ segment, index });
    if (found.length === atMost + 2) break;
  }
  if (found.length === atMost + 2 || !isLast) return found.slice(0, -2);
  return found;
}

function* shifted(pieces: Iterable<Segment>, by: number): Generator<Segment> {
  for (const { segment, index } of pieces) yield { segment, index: index + by };
}
