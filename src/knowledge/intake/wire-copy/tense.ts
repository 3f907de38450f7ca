import { IRREGULAR } from '../../words/irregular.ts';
import { type PictureVerb, pictureVerb } from './picture-verbs.ts';

/** What cannot stand before a verb of its own. */
const NOT_A_SUBJECT = new Set(
  `to the a an of his her their its my our your this that these those no any some every each in on for at by with from into
  and or than as more most new not only would will could can may might must should shall cannot didn't doesn't don't won't
  did does do had has have be been being was were is are over under about per between during high low long short own same`.split(
    /\s+/,
  ),
);
const AUXILIARY = new Set(
  'is are was were has have had will would can could may might must should did does do'.split(' '),
);
/** After these, "painted" is said of the next word. */
const ARTICLE = new Set('a an the two three his her their its some newly recently'.split(' '));
const CLAUSE = new Set(
  'as while after before when where who whom whose which that what how if because since and but until'.split(
    ' ',
  ),
);
const NOT_FINITE = new Set(
  'am been being having done children feet lives men mice people persons teeth wives women leaves halves left seen taken given known shown born'.split(
    ' ',
  ),
);
const PLURAL = /(?:[^s]s|people|men|women|children|police)$/;
const ENGLISH =
  /\b(?:the|of|and|with|for|from|by|at|near|on|his|their|last|during|outside|behind|before|after)\b/i;
const PLAIN = /^[a-z0-9]+$/;

/**
 * Weighs the verb of a sentence: the present tense of what can be seen speaks for a caption, the past tense
 * against it. Without a tagger this reads words in order and stops at the first that decides.
 *
 * @param sentence the first of a paragraph
 * @returns between -1.5 for a story and 1.5 for a caption
 */
export function tenseOf(sentence: string): number {
  const words = mainClause(sentence).split(/\s+/);
  let past = false;
  for (let at = 1; at < words.length; at++) {
    const word = bare(words[at]);
    if (word === '') continue;
    const verb = seen(words, at);
    if (verb !== null) return isNounAfterAll(words, at) ? 0 : past ? 0.5 : verb.planned ? 1 : 1.5;
    if (AUXILIARY.has(word.replace(/n['’]t$/, ''))) return word === 'is' || word === 'are' ? -0.75 : -1.5;
    if (isPast(word) && !ARTICLE.has(bare(words[at - 1]))) past = true;
  }
  if (past) return -1.5;
  // No verb that we know: a picture's title, or another language.
  return ENGLISH.test(sentence) ? 0.25 : -1;
}

function seen(words: readonly string[], at: number): PictureVerb | null {
  const raw = words[at] ?? '';
  if (/^[^\p{L}]*\p{Lu}/u.test(raw)) return null;
  const verb = pictureVerb(bare(raw));
  if (verb === null) return null;
  const before = words[at - 1] ?? '';
  const subject = bare(before);
  if (NOT_A_SUBJECT.has(subject)) return null;
  const fits =
    verb.number === 'singular'
      ? !/^\p{Lu}?\p{Ll}+(?:ing|ly)$/u.test(before) || /,$/.test(before)
      : /[,)]$/.test(before) || PLURAL.test(subject) || /^\p{Lu}/u.test(before);
  return fits ? verb : null;
}

/** "The hill in 1952, when sheep kept it bare": what a last clause says is not what the picture does. */
function mainClause(sentence: string): string {
  const comma = sentence.lastIndexOf(', ');
  return comma > 0 && /^, (?:when|where|before|after|while)\b/.test(sentence.slice(comma, comma + 10))
    ? sentence.slice(0, comma)
    : sentence;
}

/** "Tests on the knee are planned": a verb follows that the supposed one would need a clause for. */
function isNounAfterAll(words: readonly string[], at: number): boolean {
  for (const word of words.slice(at + 1)) {
    if (CLAUSE.has(bare(word)) || /[,;:]$/.test(word)) return false;
    if (AUXILIARY.has(bare(word))) return true;
  }
  return false;
}

function isPast(word: string): boolean {
  if (NOT_FINITE.has(word)) return false;
  return (word.length > 4 && word.endsWith('ed') && !word.endsWith('eed')) || IRREGULAR.has(word);
}

/** Most words have nothing to strip, and stripping is what costs. */
function bare(word: string | undefined): string {
  const lower = (word ?? '').toLowerCase();
  return PLAIN.test(lower) ? lower : lower.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}
