import fc from 'fast-check';
import type { Place } from '../../../src/knowledge/place.ts';
import type { EarlierTurn, Question, QuotedAt } from '../../../src/knowledge/question.ts';
import { hostileText } from '../support/hostile.ts';
import type { MadeLibrary } from './libraries.ts';

/** Places of every kind, those that the audiences of `libraries.ts` name among them. */
const PLACES: readonly Place[] = [
  { bot: 'terminal' },
  { bot: 'web' },
  { bot: 'slack', workspace: 'T1', channel: 'C1' },
  { bot: 'slack', workspace: null, channel: null },
  { bot: 'slack', workspace: '__proto__', channel: 'constructor' },
  { bot: 'discord', guild: 'G1', channel: '1' },
  { bot: 'discord', guild: null, channel: '1' },
];

const ASKED = [
  'who sabotaged the drawbridges?', 'how many votes were counted?', 'what was the vote count', 'when will the council count ballots', 'what did Zoltan Quimby say?', 'who is he?', 'why?', 'and in Tarnow?', 'what did she say about it?', 'drawbrigde sabotagd', 'coucnil aproved', 'who leads the union? and when did they resign? how many workers?', 'how much', 'which outlet', 'what is the difference', 'ferry', 'Okafor', 'who said they rejected 1e309 ferries', 'constructor', '__proto__ toString then valueOf', 'how many 99999999999999999999999 votes on 2021-02-31', 'what else?', 'when was that', 'who resigned and why did the vote fail',
]; // biome-ignore format: one list

/** What people ask, what nobody asks, and what is asked to do harm. */
function questionText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...ASKED) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...ASKED), hostileText(3)).map((both) => both.join(' ')) },
    { weight: 2, arbitrary: hostileText(8) },
    // One word of a thousand letters took 10 s, in which all its slips were mended; a list of words took 7 s.
    { weight: 1, arbitrary: fc.constantFrom(`what did they say about ${'abc, '.repeat(190)}`, '', ' ', '?', '\0', '\ud800', 'a'.repeat(1000), 'e\u0301\u0301'.repeat(300)) },
  ); // biome-ignore format: one list
}

/** Places in articles: true ones, stale ones, and such as no article has. */
function quotedAt({ stories }: MadeLibrary): fc.Arbitrary<QuotedAt> {
  const names = stories.map(({ slug }) => slug);
  const ids = stories.flatMap(({ articles }) => articles);
  const offset = fc.oneof(
    fc.integer({ min: 0, max: 120 }),
    fc.constantFrom(0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53, 0.5),
  );
  return fc.record({
    story: fc.constantFrom(...names, '__proto__', 'nowhere', '../ferry'),
    article: fc.constantFrom(...ids, '__proto__', 'nothing'),
    start: offset,
    end: offset,
  });
}

/** Questions to a library, in threads of their own. */
export function questionsTo(library: MadeLibrary): fc.Arbitrary<Question> {
  const turn: fc.Arbitrary<EarlierTurn> = fc.record({
    question: questionText(),
    quoted: fc.option(quotedAt(library)),
  });
  const names = library.stories.map(({ slug }) => slug);
  return fc.record({
    text: questionText(),
    scope: fc.record({
      place: fc.constantFrom(...PLACES),
      story: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom(...names, 'toString', '', 'FERRY') },
      ),
    }),
    earlier: fc.array(turn, { maxLength: 3 }),
    except: fc.array(quotedAt(library), { maxLength: 2 }),
  });
}
