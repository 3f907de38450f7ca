import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/knowledge/ask.ts';
import { corpusOf, textOf } from '../../../src/knowledge/corpus.ts';
import { isTakenBack } from '../../../src/knowledge/evidence/taken-back.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { shelfOf } from '../../support/shelf.ts';

/** The sentences of a text that it takes back itself. */
function takenBack(body: string): string[] {
  const corpus = corpusOf([storyOf([articleOf({ body })])]);
  return corpus.sentences.filter((_, index) => isTakenBack(corpus, index)).map(textOf);
}

const LISTED = `Hale denied that:

the night ferry was sold for $5 million.

the bridge was closed. It rained.

Nobody else spoke.`;

describe('what a text takes back', () => {
  it('is every point of a list under a denial, and nothing behind the list', () => {
    expect(takenBack(LISTED)).toEqual([
      'the night ferry was sold for $5 million.',
      'the bridge was closed.',
      'It rained.',
    ]);
  });

  it.each([
    'It is not true that:\n\nThe ferry sank.',
    'These rumours went round:\n\n3 ferries sank.',
    'The ferry sank. That was false, Hale said.',
    'The ferry sank. But this report turned out to be a hoax.',
    'The ferry sank.\n\nNone of that was true. It was not true. That is not true.',
  ])('is known by %j', (body) => {
    expect(takenBack(body).length).toBeGreaterThan(0);
  });

  it.each([
    'Hale said:\n\nthe ferry sank.\n\nthe bridge was closed.',
    'Hale denied it:\n\n“The ferry sank.”',
    'Hale denied that the ferry sank. It rained.',
    'Hale denied it.\n\nthe ferry sank.',
    'The ferry sank. That was the false start of the year.',
    'The ferry sank. It was invented in Orrin. It was made up of wood. It was wrong to sail.',
  ])('is nothing in %j', (body) => {
    expect(takenBack(body)).toEqual([]);
  });

  it('answers nothing: quoted alone it would say what the text does not', async () => {
    const shelf = await shelfOf([storyOf([articleOf({ body: `The council met on Monday.\n\n${LISTED}` })])]);
    const scope = { place: { bot: 'terminal' }, story: null } as const;
    const answer = await ask(shelf, { text: 'How much was the night ferry sold for?', scope, earlier: [] });
    const shown = answer.status === 'answered' ? answer.quotes : answer.nearest;
    expect(shown.some(({ text }) => text.includes('million'))).toBe(false);
  });
});
