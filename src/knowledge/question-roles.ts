import { contentWords } from './corpus.ts';

/** Words of a question that play a part in it, as terms. Empty where the question has no such part. */
export interface Roles {
  /** What is counted, and what it did: "workers" and "rejected" in "how many workers rejected it". */
  readonly counted: ReadonlySet<string>;
  /** Who said it: "the mayor" in "what did the mayor say about fog". */
  readonly speaker: ReadonlySet<string>;
  /** What it was said about: "fog" there. */
  readonly topic: ReadonlySet<string>;
}

const COUNTED =
  /\bhow many (?:more |other |new |different |of (?:the |them )?)?((?:[\p{L}\p{N}'’-]+ ?){1,3})/iu;
const SAYING =
  'say|said|saying|think|thought|claim|claimed|tell|told|argue|argued|describe|described|testify|testified|allege|alleged|respond|responded|react|reacted|comment|feel|felt|make of';
const SAID = new RegExp(
  String.raw`\b(?:did|does|do|has|have|had|is|was|were|are)\s+(?!\s)(.{2,60}?)\s+(?:have to )?(?:${SAYING})\b(?:.*?\b(?:about|regarding|concerning|on|of|over|to)\s+(.+))?`,
  'i',
);
const REACTION =
  /\b(?:is|was|were|are|'s)\s+(?!\s)(?:the\s+(?!\s))?(.{2,60}?)(?:['’]s?)?\s+(?:response|reaction|statement|comment|position|view|take|answer|reply)\b(?:\s+(?:about|on|to|of)\s+(.+))?/i;

/**
 * Reads which words of a question play which part.
 *
 * @param text the question
 * @returns terms by their part
 */
export function rolesOf(text: string): Roles {
  const counted = COUNTED.exec(text)?.[1] ?? '';
  const said = SAID.exec(text) ?? REACTION.exec(text);
  return {
    counted: new Set(termsOf(counted)),
    speaker: new Set(termsOf(said?.[1] ?? '')),
    topic: new Set(termsOf(said?.[2] ?? '')),
  };
}

function termsOf(text: string): string[] {
  return contentWords(text).map((word) => word.term);
}
