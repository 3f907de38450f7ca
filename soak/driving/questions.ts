import { oneOf, type Random } from '../random.ts';
import { TOWNS, type Town } from './library.ts';

/** What somebody asks, and what has to stand in its answer; `null` where nothing must. */
export interface Asked {
  readonly text: string;
  readonly expects: string | null;
}

const GOOD: readonly ((town: Town) => Asked)[] = [
  ({ name, thing, votes }) => ({ text: `How many voted for ${thing} in ${name}?`, expects: votes }),
  ({ name, votes }) => ({ text: `By how many votes did the motion pass in ${name}?`, expects: votes }),
  ({ name, price }) => ({ text: `What will a ticket cost in ${name}?`, expects: price }),
  ({ name, opens }) => ({ text: `When did the mayor of ${name} say it would open?`, expects: opens }),
];
/** The library says nothing of these. */
const UNANSWERABLE = [
  (name: string) => `Who painted the ceiling of the opera in ${name}?`,
  (name: string) => `What did the astronauts of ${name} eat for breakfast?`,
  () => 'Why is the moon of Neptune retrograde?',
];
/** Texts that were the end of other programs. All of them are questions, and get an answer of some kind. */
const HOSTILE = [
  '<!channel> <@U999> who voted? @everyone @here <@&1>',
  '*bold* _it_ ~gone~ `code` ||hidden|| > quote: what does a ticket cost?',
  "'; DROP TABLE journal; -- what was the vote?",
  'what is the __proto__ of the constructor, toString and hasOwnProperty?',
  '<script>alert(1)</script> <b>who</b> &amp; what &#x27; costs?',
  'what \u202eetov\u202c \u200b\u200d\ufeff was the v\u0301\u0302\u0303ote?',
  'who \u{1f469}\u200d\u{1f680}\u{1f469}\u200d\u{1f680} voted \u{1f6a2}\u{1f6a2}?',
  '?!',
  'what what what what what what what what what what what what what?',
  '\u0432\u0445\u043e \u0432\u043e\u0442\u0435\u0434 \u0438\u043d Aldermere?',
  `who ${'very '.repeat(180)}well voted?`,
  `who ${'a'.repeat(2_400)} voted?`,
  'who voted? what does it cost? when does it open? why? how? where?',
];

/**
 * @param random decides
 * @returns a question: four in five have an answer, one in ten has none, one in ten is hostile
 */
export function someQuestion(random: Random): Asked {
  const kind = random();
  if (kind < 0.8) return oneOf(random, GOOD)(oneOf(random, TOWNS));
  if (kind < 0.9) return { text: oneOf(random, UNANSWERABLE)(oneOf(random, TOWNS).name), expects: null };
  return { text: oneOf(random, HOSTILE), expects: null };
}

/** @returns a question that leans on one before it, and is one to everybody who reads it */
export function someFollowUp(random: Random): Asked {
  const { name, price } = oneOf(random, TOWNS);
  return { text: `What will a ticket cost in ${name}?`, expects: price };
}
