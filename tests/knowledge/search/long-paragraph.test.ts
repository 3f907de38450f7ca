import { expect, it } from 'vitest';
import { rank } from '../../../src/knowledge/ask.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { shelfOf } from '../../support/shelf.ts';

it('of a transcript in one paragraph only some sentences are judged, the one that answers among them', async () => {
  const talk = 'The ferry was late again. '.repeat(600);
  const body = `${talk}The bridge toll is 4 euros. ${talk}`;
  const shelf = await shelfOf([storyOf([articleOf({ body })])]);
  const ranked = await rank(shelf, {
    text: 'how much is the bridge toll?',
    scope: { place: { bot: 'terminal' }, story: null },
    earlier: [],
  });
  expect(ranked.length).toBeLessThan(200);
  expect(ranked[0]?.pair.candidate.sentence).toBe(600);
});
