import type { AnswerKind, Explanation, Shown } from './knowledge/index.ts';

/** What kind of thing would answer a question. */
export const KINDS: Readonly<Record<AnswerKind, string>> = {
  number: 'a number',
  score: 'a result or a count of votes',
  age: 'an age',
  share: 'a share or percentage',
  money: 'an amount of money',
  duration: 'how long',
  date: 'a date or time',
  state: 'a state',
  country: 'a country',
  place: 'a place',
  person: 'a person',
  name: 'a name, or who somebody is',
  organisation: 'an organisation',
  body: 'an institution',
  statement: 'what somebody said',
  reason: 'a reason',
  effect: 'what something means or leads to',
  manner: 'how',
  'yes-no': 'yes or no',
  thing: 'anything',
};

/** As what a candidate is shown. */
export const SHOWN: Readonly<Record<Shown, string>> = {
  answer: 'the answer',
  beside: 'shown beside the answer',
  copy: 'the same sentence, named as a source',
  nearest: 'shown as the closest',
  not: 'not shown',
};

/** Why there is no answer. */
export const REASONS: Readonly<Record<NonNullable<Explanation['reason']>, string>> = {
  unsure: 'not sure enough to be an answer',
  'not-in-story': 'nothing comes close enough to be shown',
  empty: 'nothing was asked',
  'too-long': 'too long for a question',
  'no-story': 'there is no such story, or it is not open to this place',
  'too-many': 'more questions than are answered at once',
};
