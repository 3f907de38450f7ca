import { QUESTIONS } from '../ledger/questions.ts';

/** More of what many people ask, so that there are forty. */
const MORE = [
  'who won the vote',
  'how many ballots were challenged',
  'when was the first election',
  'why was the election repeated',
  'who is the president of the union',
  'what did amazon say',
  'how many people work in the warehouse',
  'what did the organizers complain about',
  'where were the ballots counted',
  'is there a date for the new election',
  'how did workers vote',
  'what does the board say about the mailbox',
  'which companies were organized before',
  'who spoke for the company',
  'what happens next',
  'how close was it',
  'what is a union',
  'were there other complaints',
  'how long may it take',
  'what was the turnout',
];
const ASKED = [...QUESTIONS, ...MORE];

/** What one address of the library is; `reader` is the page of an article. */
export interface Addresses {
  readonly reader: string;
}

/**
 * What is asked for, one after the other, and again from the start: half of them the questions of many, as programs ask
 * them, a fifth the same as pages, a tenth each an article, suggestions while somebody types, and a question that nobody
 * has asked before.
 *
 * @param at the number of the request, from 0
 * @param addresses of the library
 * @returns the path
 */
export function pathOf(at: number, { reader }: Addresses): string {
  const question = encodeURIComponent(ASKED[Math.floor(at / 10) % ASKED.length] ?? '');
  switch (at % 10) {
    case 1:
    case 6:
      return `/?q=${question}`;
    case 3:
      return reader;
    case 5:
      return `/api/suggest?q=${question.slice(0, 3 + (at % 7))}`;
    case 8:
      return `/api/ask?q=${encodeURIComponent(neverAsked(at))}`;
    default:
      return `/api/ask?q=${question}`;
  }
}

const WORDS = 'vote union ballots workers company mailbox board election count warehouse pay hours'.split(
  ' ',
);

/** Two or three words of the story in one of three forms, and a number that makes it another question each time. */
function neverAsked(at: number): string {
  const word = (step: number) => WORDS[Math.floor(at / 10 / WORDS.length ** step) % WORDS.length];
  const forms = [
    `who counted the ${word(0)} of the ${word(1)} in ${at}?`,
    `how did the ${word(0)} change the ${word(1)} in ${at}?`,
    `what about the ${word(0)} and the ${word(1)} of ${word(2)} in ${at}?`,
  ];
  return forms[Math.floor(at / 10) % forms.length] ?? '';
}
