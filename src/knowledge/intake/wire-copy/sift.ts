import type { LeftOut } from '../draft.ts';
import { labelsOf } from './labels.ts';

/**
 * Divides paragraphs into the story and what stands around it: captions, credits, galleries, promotion,
 * navigation, comments, legal lines. It goes by their form and by what stands next to them, never by
 * names or topics of a day. In doubt a paragraph is kept, unless a photographer's credit stands beside it.
 * The time it takes grows with the length of the text.
 *
 * @param paragraphs in order, each on one line, without white space around it
 * @returns the story's paragraphs and what was left out, both in order, each as it stood
 */
export function sift(paragraphs: readonly string[]): {
  readonly story: readonly string[];
  readonly leftOut: readonly LeftOut[];
} {
  const story: string[] = [];
  const leftOut: LeftOut[] = [];
  const labels = labelsOf(paragraphs);
  paragraphs.forEach((text, at) => {
    const label = labels[at] ?? 'story';
    if (label === 'story') story.push(text);
    else leftOut.push({ text, reason: label });
  });
  return { story, leftOut };
}
