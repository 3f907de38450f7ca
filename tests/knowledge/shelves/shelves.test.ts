import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Story } from '../../../src/knowledge/article.ts';
import { ask } from '../../../src/knowledge/ask.ts';
import type { DeepMeaning } from '../../../src/knowledge/meaning/deep.ts';
import { memoryEngine } from '../../../src/knowledge/search/memory.ts';
import { miniSearchEngine } from '../../../src/knowledge/search/minisearch.ts';
import { openShelves } from '../../../src/knowledge/shelves/shelves.ts';
import { articleOf, storyOf } from '../../support/articles.ts';
import { held } from '../../support/held.ts';
import { shelfOf } from '../../support/shelf.ts';

const TOPICS = ['ferry', 'bridge', 'harbour', 'mayor', 'ticket', 'council'];
const QUESTIONS = [
  'how many votes did the ferry get?',
  'what did the mayor say about the bridge?',
  'ticket?',
];

/** An article about two things, with a number of its own, so that it can be told from every other. */
const article = fc
  .tuple(fc.constantFrom(...TOPICS), fc.constantFrom(...TOPICS), fc.nat(9_999))
  .map(([one, other, number]) =>
    articleOf({
      id: `a${number}`,
      headline: `The ${one}`,
      body: `The ${one} got ${number} votes. The mayor spoke of the ${other}.\n\nA ticket for the ${other} costs $${number}.`,
    }),
  );
const library = fc
  .array(fc.array(article, { maxLength: 4 }), { minLength: 2, maxLength: 2 })
  .map(storiesWith);

function storiesWith(articles: readonly (readonly Article[])[]): Story[] {
  return articles.map((own, index) => {
    const slug = `story-${index}`;
    return storyOf(
      own.map((one) => ({ ...one, story: slug })),
      { slug, title: slug },
    );
  });
}

const question = (text: string) => ({
  text,
  scope: { place: { bot: 'terminal' as const }, story: null },
  earlier: [],
});

describe('shelves', () => {
  it.each([
    ['the engine in memory', memoryEngine],
    ['MiniSearch', miniSearchEngine],
  ])('answer after any changes as if the library had been read afresh, with %s', async (_, newEngine) => {
    await fc.assert(
      fc.asyncProperty(fc.array(library, { minLength: 2, maxLength: 5 }), async (libraries) => {
        const shelves = openShelves(newEngine, () => []);
        let before: readonly Story[] = [];
        for (const after of libraries) {
          await shelves.prepare([{ before, after }]);
          shelves.turn();
          shelves.keepOnly(after);
          before = after;
          const fresh = await shelfOf(after);
          for (const text of QUESTIONS) {
            const { tookMs: ___, ...answer } = await shelves.use(after, (shelf) =>
              ask(shelf, question(text)),
            );
            const { tookMs: __, ...expected } = await ask(fresh, question(text));
            expect(answer).toEqual(expected);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keep a shelf until the last question to it is answered, and then close its engine', async () => {
    const closed: string[] = [];
    let made = 0;
    const shelves = openShelves(
      () => {
        const engine = miniSearchEngine();
        made += 1;
        const name = `engine ${made}`;
        return { ...engine, updates: 0, close: async () => void closed.push(name) };
      },
      () => [],
    );
    const [old, next] = [
      storiesWith([[articleOf({ body: 'Old words.' })]]),
      storiesWith([[articleOf({ body: 'New words.' })]]),
    ];
    const [asked, answer] = [held(), held()];
    const inFlight = shelves.use(old, async (shelf) => {
      asked.release();
      await answer.until;
      return shelf.stories;
    });
    await asked.until;
    await shelves.prepare([{ before: old, after: next }]);
    shelves.turn();
    shelves.keepOnly(next);
    expect(closed).toEqual([]);
    answer.release();
    expect(await inFlight).toBe(old);
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toEqual(['engine 1']);
    expect(await shelves.use(next, async (shelf) => shelf.stories)).toBe(next);
  });

  it('show nothing that was closed to who asks while another place is served with it', async () => {
    const shelves = openShelves(miniSearchEngine, () => []);
    const [open] = storiesWith([[articleOf({ body: 'Open words.' })]]);
    const [before, after] = ['Old words.', 'New words.'].map((body) =>
      storiesWith([[articleOf({ body: 'Open words.' })], [articleOf({ body })]]),
    );
    if (open === undefined || before === undefined || after === undefined) throw new Error('no stories');
    await shelves.fill(before);
    await shelves.prepare([{ before, after }]);
    const asking = shelves.use(
      before,
      async ({ stories }) => stories,
      () => [open],
    );
    shelves.turn();
    expect(await asking).toEqual([open]);
  });

  it('are filled again after the engine has failed once', async () => {
    let broken = true;
    const shelves = openShelves(
      () => {
        const engine = miniSearchEngine();
        return {
          ...engine,
          load: (corpus) => (broken ? Promise.reject(new Error('away')) : engine.load(corpus)),
        };
      },
      () => [],
    );
    const stories = storiesWith([[articleOf({})]]);
    await expect(shelves.use(stories, async () => 'used')).rejects.toThrow('away');
    broken = false;
    expect(await shelves.use(stories, async () => 'used')).toBe('used');
  });

  it('survive that more are asked for while some are being prepared than can be kept', async () => {
    let demand: (readonly Story[])[] = [];
    const shelves = openShelves(miniSearchEngine, () => demand);
    const many = Array.from({ length: 20 }, (_, n) => storiesWith([[articleOf({ body: `Words ${n}.` })]]));
    const [before = [], after = [], ...others] = many;
    demand = many;
    await shelves.use(before, async () => {});
    const preparing = shelves.prepare([{ before, after }]);
    await Promise.all(others.map((set) => shelves.use(set, async () => {})));
    await preparing;
    shelves.turn();
    const text = 'words?';
    const answer = await shelves.use(after, (shelf) => ask(shelf, question(text)));
    expect(JSON.stringify(answer)).toContain('Words 1.');
  });

  it('make room for the set that is asked after an embargo has ended', async () => {
    const closed: number[] = [];
    let made = 0;
    const [without, whole] = [storiesWith([[articleOf({})]]).slice(0, 1), storiesWith([[articleOf({})]])];
    const shelves = openShelves(
      () => {
        made += 1;
        const number = made;
        return { ...miniSearchEngine(), close: async () => void closed.push(number) };
      },
      () => [whole],
    );
    await shelves.use(without, async () => {});
    await shelves.use(whole, async () => {});
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toEqual([1]);
  });

  it.each<[string, string[], string[], number]>([
    ['goes on with the same stories', ['ferry', 'mill'], ['ferry', 'mill'], 1],
    ['is another where one story takes the place of another', ['ferry', 'mill'], ['ferry', 'pier'], 2],
    ['is another where a story comes', ['ferry'], ['ferry', 'mill'], 2],
    ['is another where a story goes', ['ferry', 'mill'], ['ferry'], 2],
    ['is another where stories change places', ['ferry', 'mill'], ['mill', 'ferry'], 2],
  ])(
    'have an engine that %s, since what a story leaves behind in one would be felt',
    async (_, had, has, count) => {
      let engines = 0;
      const shelves = openShelves(
        () => {
          engines += 1;
          return memoryEngine();
        },
        () => [],
      );
      const of = (slugs: readonly string[], body: string) =>
        slugs.map((slug) => storyOf([articleOf({ story: slug, body })], { slug }));
      const [before, after] = [of(had, 'Old words.'), of(has, 'New words.')];
      await shelves.fill(before);
      await shelves.prepare([{ before, after }]);
      shelves.turn();
      await shelves.use(after, async ({ stories }) => expect(stories).toBe(after));
      expect(engines).toBe(count);
    },
  );

  it('tell a network for meaning of the sentences of each shelf, filled or turned, and hand it to whoever asks', async () => {
    const told: string[][] = [];
    const deep: DeepMeaning = {
      cosines: async () => null,
      prepare: (sentences) => void told.push([...sentences]),
      ready: () => ({ done: 0, wanted: 0 }),
      close: async () => {},
    };
    const shelves = openShelves(memoryEngine, () => [], deep);
    const stories = (body: string) => [storyOf([articleOf({ body })])];
    const [before, after] = [stories('The ferry sank. Nobody drowned.'), stories('The ferry was raised.')];
    await shelves.fill(before);
    await shelves.prepare([{ before, after }]);
    shelves.turn();
    expect(told).toEqual([['The ferry sank.', 'Nobody drowned.'], ['The ferry was raised.']]);
    expect(await shelves.use(after, async (shelf) => shelf.deep)).toBe(deep);
  });
});
