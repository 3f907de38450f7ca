import type { Token } from '../words/terms.ts';

/** Each two words of a text that follow each other, by what they say or by what they are searched by. */
export interface Neighbours {
  readonly by: 'word' | 'term';
  /** What follows a word. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many different pairs there are. */
  readonly size: number;
}

/** @returns the pairs of a question, to be looked for in sentences */
export function neighboursIn(tokens: readonly Token[], by: Neighbours['by']): Neighbours {
  const after = new Map<string, Set<string>>();
  let size = 0;
  for (const [at, second] of tokens.entries()) {
    const first = tokens[at - 1];
    if (first === undefined) continue;
    const others = after.get(first[by]) ?? new Set<string>();
    after.set(first[by], others);
    if (!others.has(second[by])) size += 1;
    others.add(second[by]);
  }
  return { by, after, size };
}

/**
 * @param asked pairs of a question
 * @param tokens all words of a sentence, in order
 * @returns the share of the pairs that the sentence holds, 0 to 1
 */
export function shareHeld({ by, after, size }: Neighbours, tokens: readonly Token[]): number {
  if (size === 0) return 0;
  // Most sentences hold none: nothing is made for those.
  let found: Set<string> | null = null;
  for (let at = 1; at < tokens.length; at += 1) {
    const [first, second] = [tokens[at - 1]?.[by] ?? '', tokens[at]?.[by] ?? ''];
    if (!after.get(first)?.has(second)) continue;
    found ??= new Set();
    found.add(`${first} ${second}`);
  }
  return (found?.size ?? 0) / size;
}
