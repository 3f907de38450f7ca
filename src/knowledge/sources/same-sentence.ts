/** Whether two sentences are one: syndicated copy as another outlet prints it. */
import { FUNCTION_WORDS } from '../words/function-words.ts';
import { tokens } from '../words/terms.ts';

/** Words that turn what a sentence says: an editor who adds or drops one has not edited lightly. */
const TURNS =
  /^(?:not|no|never|none|nobody|neither|nor|without|cannot|\w+n't|can|could|may|might|must|will|would|should|if|unless|almost|nearly|barely|hardly|about|over|under|more|less|fewer|least|most|only|all|some|any|every|both|half|first|last|allegedly|reportedly|alleged|suspected|fail\w*|den(?:y|ies|ied)|refus\w+|expected|planned|proposed|against|for|before|after|until|since|from|to|up|down|in|out|on|off)$/;
const NUMBER =
  /^(?:\d|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|billion)/;
/** Of a shorter sentence every word counts. */
const LONG = 8;
/** How many of the words that say something may be in one only: a clause of attribution, a title. */
const EDITED = 0.25;
/**
 * In UTF-16 code units. What is longer is a list or a table, and is compared as it is: word by word, a text of 2 MB
 * without an end of a sentence kept everybody waiting for 11 s beside each of the sentences that were found with it.
 */
const LONGEST = 2000;
/** Who says it and on what day: what editors add and drop. */
const ATTRIBUTION =
  /,? (?:(?:\p{L}+ ){0,3}(?:said|says|told reporters|announced)(?: (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?|according to [\p{L}’']+(?: [\p{L}’']+){0,3} ?)(?=[.,]?$)/u;

/**
 * @param a a sentence
 * @param b another
 * @returns whether they say the same in the same words, in the same order, but for spelling, marks and small
 * additions; never where numbers, names or words such as "not" and "may" differ
 */
export function isSameSentence(a: string, b: string): boolean {
  if (Math.max(a.length, b.length) > LONGEST) return a === b;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return false;
  if (left.join(' ') === right.join(' ')) return true;
  const [shorter, longer] = [strippedOf(a), strippedOf(b)].sort((x, y) => x.length - y.length);
  if (!shorter || !longer || shorter.length < LONG) return false;
  if (shorter.join(' ') === longer.join(' ')) return true;
  const added = addedTo(shorter, longer);
  if (added === null) return false;
  const telling = added.filter((word) => !FUNCTION_WORDS.has(word) || TURNS.test(word));
  return (
    telling.length <= EDITED * shorter.length &&
    !telling.some((word) => TURNS.test(word) || NUMBER.test(word)) &&
    namesOf(a) === namesOf(b)
  );
}

/** The words that the longer has besides those of the shorter; `null` when it has not all of these in order. */
function addedTo(shorter: readonly string[], longer: readonly string[]): string[] | null {
  const added: string[] = [];
  let at = 0;
  for (const word of longer) {
    if (word === shorter[at]) at += 1;
    else added.push(word);
  }
  return at === shorter.length ? added : null;
}

function strippedOf(text: string): string[] {
  return wordsOf(text.replace(ATTRIBUTION, ''));
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{2})our(?=s?$|ed$|ing$|able$|ite)/, 'or'],
  [/is(?=(?:e|ed|es|ing|ation|ations)$)/, 'iz'],
  [/(?<=\w{3})tre(?=s?$)/, 'ter'],
  [/ll(?=(?:ed|ing|er|ers)$)/, 'l'],
];
const SHORT: ReadonlyMap<string, string> = new Map(
  'gov governor,sen senator,rep representative,pres president,gen general,dr doctor,st street,ave avenue,dept department,jan january,feb february,mar march,apr april,aug august,sept september,sep september,oct october,nov november,dec december,one 1,two 2,three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,okay ok'
    .split(',')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
);

/** Lower case, one spelling for British and American, "per cent" and "%" alike. */
function wordsOf(text: string): string[] {
  const plain = text.replace(/ ?%|\bper cent\b/g, ' percent').replace(/&/g, ' and ');
  return tokens(plain).map(({ word }) => {
    const whole = SHORT.get(word.replaceAll('.', '')) ?? word.replaceAll('.', '').replaceAll(',', '');
    return SPELLINGS.reduce((spelled, [pattern, other]) => spelled.replace(pattern, other), whole);
  });
}

/** Words with capitals, but for the first, titles and days. */
function namesOf(text: string): string {
  const inside = text.replace(ATTRIBUTION, '').replace(/^[^\p{L}]*\p{L}+/u, '');
  const names = inside.match(/\p{Lu}[\p{L}’'-]*/gu) ?? [];
  return [...new Set(names)]
    .filter((name) => !/^(?:Mr|Mrs|Ms|Dr|Gov|Governor|Sen|Senator|Rep|President|Mayor|The)$/.test(name))
    .map((name) => name.replace(/['’]s$/, ''))
    .sort()
    .join(' ');
}
