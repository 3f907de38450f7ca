import { FUNCTION_WORDS } from '../../words/function-words.ts';

/** Below this many words of content a paragraph shares too little with anything for its topic to be told. */
const FEWEST = 8;
/** The same for the story that it is held against. */
const SMALLEST_STORY = 40;
/** Paragraphs of one report share a fifth of their words and more with the rest of it. */
const FAR = 0.12;

/**
 * Compares paragraphs with what is surely story.
 *
 * @param story paragraphs that are surely story
 * @returns a function, cheap until it is used, that says whether a paragraph speaks of something else
 */
export function topicOf(story: readonly string[]): (paragraph: string) => boolean {
  let known: ReadonlySet<string> | null = null;
  return (paragraph) => {
    known ??= new Set(story.flatMap(contentWords));
    const words = new Set(contentWords(paragraph));
    if (words.size < FEWEST || known.size < SMALLEST_STORY) return false;
    let shared = 0;
    for (const word of words) if (known.has(word)) shared++;
    return shared / words.size < FAR;
  };
}

function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !FUNCTION_WORDS.has(word));
}
