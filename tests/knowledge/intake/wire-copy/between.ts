import { sift } from '../../../../src/knowledge/intake/wire-copy/sift.ts';

/** An invented story. */
export const STORY = [
  'The harbor commission voted to end the winter ferry, closing a route that has run since 1911.',
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.',
  'The chair told a crowd of about 200 that the numbers had left her nothing to decide.',
] as const;

/** What becomes of lines between two paragraphs of a story: why they are left out, or `null`. */
export function reasonsOf(...lines: string[]): (string | null)[] {
  const [first, second, third] = STORY;
  const { story, leftOut } = sift([first, second, ...lines, third]);
  return lines.map((line) =>
    story.includes(line) ? null : (leftOut.find(({ text }) => text === line)?.reason ?? 'lost'),
  );
}
