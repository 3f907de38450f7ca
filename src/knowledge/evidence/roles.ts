/** Which words of a sentence stand to each other as a question asks. */
import type { Span } from '../answer.ts';
import type { Token } from '../words/terms.ts';

/** How far the counted thing may stand behind its number, and before it, in words that say something. */
const COUNTED = { after: 3, before: 1 } as const;
/** How far a speaker may stand before "said", and after it. */
const SAYING = { before: 5, after: 3 } as const;

/** Beginnings of verbs of saying, as words or terms. */
export const SAYS =
  /^(?:say|tell|claim|argue|accuse|allege|describe|testify|call|deny|respond|state|contend|maintain|insist|warn|promise|ask|announce|add|write|think|believe|explain|recall|report|acknowledge|admit|urge|quote|note|comment|speak|plan|want)/;

/**
 * The numbers that count what is asked for: "1,798 workers", "738 voted".
 *
 * @param numbers numbers of the sentence
 * @param words its words, with offsets
 * @param isCounted whether a term is what is counted
 * @returns those numbers that stand beside it
 */
export function counting(
  numbers: readonly Span[],
  words: readonly Token[],
  isCounted: (term: string) => boolean,
): Span[] {
  // Those of the speaker come last, with offsets of their own: they stand beside no number.
  const end = words.findIndex(({ start }, index) => start < (words[index - 1]?.start ?? 0));
  const own = end < 0 ? words : words.slice(0, end);
  let behind = 0;
  return numbers.filter((number) => {
    // Both are in order: looking through all words for each number would take minutes in a long table.
    while (behind < own.length && (own[behind]?.start ?? 0) < number.end) behind += 1;
    let ahead = behind;
    while (ahead > 0 && (own[ahead - 1]?.end ?? 0) > number.start) ahead -= 1;
    const after = own.slice(behind, behind + COUNTED.after);
    const before = own.slice(Math.max(0, ahead - COUNTED.before), ahead);
    return [...after, ...before].some(({ term }) => isCounted(term));
  });
}

/**
 * Whether a sentence is attributed to whom the question asks about: "Mayor Hale said", "said Hale". Whoever
 * stands after "said that" is spoken of.
 *
 * @param text the sentence
 * @param words its words that say something, with offsets
 * @param isSpeaker whether a term names whom the question asks about
 * @returns `true` when one of them stands near a word of saying
 */
export function isAttributed(
  text: string,
  words: readonly Token[],
  isSpeaker: (term: string) => boolean,
): boolean {
  return words.some((verb, index) => {
    if (!SAYS.test(verb.word) && !SAYS.test(verb.term)) return false;
    const before = words.slice(Math.max(0, index - SAYING.before), index);
    const after = words.slice(index + 1, index + 1 + SAYING.after);
    return (
      before.some(({ term }) => isSpeaker(term)) ||
      after.some(({ term, start }) => isSpeaker(term) && !/\bthat\b/.test(text.slice(verb.end, start)))
    );
  });
}
