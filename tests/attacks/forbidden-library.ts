import { articleFile } from '../support/library-folder.ts';

/** What is open to everybody. */
export const OPEN = {
  'night-ferry/story.yaml': 'title: Night ferry\nquestions:\n  - How did the council vote?\n',
  'night-ferry/post-2026-03-02.md': articleFile(
    'The council voted by 11 votes to 4 to run a ferry across the bay at night.\n\nMayor Tomas Hale said that a ticket would cost $3.50.\n\nThe boat is to begin on June 1.',
    {
      headline: 'Council votes for a night ferry',
      published: '2026-03-02',
      url: 'https://post.example/ferry',
    },
  ),
  'school-roof/story.yaml': 'title: School roof\n',
  'school-roof/bay-2026-02-11.md': articleFile('The roof of the school was closed after a storm.', {
    headline: 'Storm closes a school',
  }),
};

/** Words that stand in no open story. */
export const SECRET = ['kestrelgate', 'zembla', 'quarrymaster', 'ostrander', 'felmoor', 'brackwater'];

/** A story about the same things, with numbers and names of its own. */
const secretStory = (slug: string, word: string, other: string, yaml: string) => ({
  [`${slug}/story.yaml`]: `title: The ${word} affair\naliases:\n  - ${other}\nquestions:\n  - What did ${other} pay for ${word}?\n${yaml}`,
  [`${slug}/leak-2026-03-05.md`]: articleFile(
    `The council voted by 9 votes to 6 to sell the ${word} quay to ${other}.\n\nMayor ${other} said that a ferry ticket would cost $77.10, and that the roof of the school was for sale.`,
    { headline: `Council sells ${word}`, published: '2026-03-05', url: `https://post.example/${word}` },
  ),
  [`${slug}/broken.md`]: `---\noutlet: [${word}\n---\n\nNothing.\n`,
});

/** Who may see what is closed. */
export const NOT_OPEN_TO_WEB = 'audience:\n  slack:\n    channels: [C0DESK]\n';
/** Closed, and under an embargo. */
export const FORBIDDEN = {
  ...secretStory('kestrelgate', 'kestrelgate', 'zembla', NOT_OPEN_TO_WEB),
  ...secretStory('quarry', 'quarrymaster', 'ostrander', 'embargo: 2999-01-01T00:00:00Z\n'),
};
/** Open at first. */
export const CLOSED_LATER = secretStory('felmoor', 'felmoor', 'brackwater', '');
/** Of all that is not open. */
export const SLUGS = ['kestrelgate', 'quarry', 'felmoor'];
