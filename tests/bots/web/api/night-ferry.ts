import { articleFile } from '../../../support/library-folder.ts';

/** The story that the examples of the document are of, and that most tests ask. */
export const NIGHT_FERRY = {
  'night-ferry/story.yaml': `title: The night ferry to Holm Island
questions:
  - How did the board vote?
  - When will the night ferry sail again?
  - What will a single ticket cost?
`,
  'night-ferry/courier-2026-03-02.md': articleFile(
    'The night ferry to Holm Island will sail again from 14 March, the harbour board said on Monday. The board voted 7 to 2 for the new timetable. A single ticket will cost 12 crowns.',
    {
      outlet: 'The Harbour Courier',
      headline: 'Night ferry to Holm Island returns',
      published: '2026-03-02',
      url: 'https://courier.example/night-ferry',
    },
  ),
};

/** A story that is open to one workspace of Slack, and to nobody else. */
export const CLOSED = {
  'secret-mill/story.yaml': `title: The sealed mill
questions:
  - Who bought the mill?
audience:
  slack:
    workspaces: [T1]
`,
  'secret-mill/first.md': articleFile('The brewer Ottilie Quandt bought the mill for 90,000 crowns.', {
    headline: 'Mill is sold',
  }),
};

/** @returns the address that asks */
export function askPath(q: string, more: Readonly<Record<string, string>> = {}): string {
  return `/api/ask?${new URLSearchParams({ q, ...more })}`;
}
