/** Whether a sentence tells of a thing as still to come, or as done. */
import { FUNCTION_WORDS } from '../words/function-words.ts';
import { IRREGULAR } from '../words/irregular.ts';
import { type Token, tokens } from '../words/terms.ts';

/** What somebody who does not decide it wants or advises. */
const ADVISED =
  /^(?:recommend\w*|propos(?:e|es|ed|ing|als?)|request(?:s|ed|ing)?|urg(?:e|es|ed|ing)|seeks?|sought|seeking|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|petition(?:s|ed)?|appl(?:y|ies|ied)|demand(?:s|ed)?)$/;
/** What is intended, expected or possible. */
const INTENDED =
  /^(?:plans?|planned|planning|intend(?:s|ed)?|hop(?:es|ed|ing)|aim(?:s|ed|ing)?|wants?|wanted|expect(?:s|ed)?|scheduled|vow(?:s|ed)|promis(?:es|ed)|threaten(?:s|ed)|may|might|could|will|would|likely)$/;
/** What those do who decide. */
const DECIDES =
  /^(?:decid(?:es|ed)|order(?:s|ed)|approv(?:es|ed)|grant(?:s|ed)|confirm(?:s|ed)|rul(?:es|ed)|adopt(?:s|ed)|pass(?:es|ed)|reject(?:s|ed)|den(?:ies|ied)|dismiss(?:es|ed)|signed|enacted|ratified|upheld|overturned|blocked|cancell?ed|scrapped|voted)$/;
/** Acts of deciding: who is expected to vote on a thing has settled it when it is approved. */
const DECIDING: ReadonlySet<string> = new Set(['vote', 'decid', 'rule', 'consid']);
/** Behind these a word is not told as done: "will be opened", "to be held", "was not approved". */
const OPEN =
  /^(?:will|would|may|might|could|should|can|must|to|not|never|if|whether|unless|until|before|yet)$/;
/** May stand between those and the word. */
const BETWEEN = /^(?:be|been|have|soon|also|again|then|finally)$/;
const REACH = 4;
const SAYING = /^(?:say|said|says|tell|told|tells)$/;

/** How far a thing has come, as a sentence tells it. */
export interface Stage {
  readonly stage: 'ahead' | 'done';
  /** Whether it is advised by somebody who does not decide, or decided by somebody who does. */
  readonly decision: boolean;
  /** Terms of the sentence, without those that only say how far it has come. */
  readonly about: ReadonlySet<string>;
  /** Terms of the verbs that are told as ahead, or as done. */
  readonly acts: ReadonlySet<string>;
}

/**
 * @param text a sentence
 * @returns how far what it tells has come; `null` where it tells of both, still to come and done, or of neither
 */
export function stageOf(text: string): Stage | null {
  const words = tokens(text.replace(/\b(?:than|as) (?:expected|planned|scheduled)\b/gi, ''));
  const plain = words.filter(({ start }) => start === 0 || !/\p{Lu}/u.test(text.charAt(start)));
  const hoped = plain.filter(({ word }) => ADVISED.test(word) || INTENDED.test(word));
  const done = plain.filter(
    (token, index) =>
      isPast(token) && !hoped.includes(token) && !SAYING.test(token.word) && !isOpen(plain, index),
  );
  const decided = done.filter(({ word, end }) => DECIDES.test(word) && !/^ that\b/.test(text.slice(end)));
  if (hoped.length > 0 ? decided.length > 0 : done.length === 0) return null;
  const about = words.filter(
    (token) =>
      !FUNCTION_WORDS.has(token.word) &&
      !hoped.includes(token) &&
      !decided.includes(token) &&
      !SAYING.test(token.word),
  );
  const acts = hoped.length > 0 ? plain.filter((_, index) => isOpen(plain, index)) : done;
  return {
    stage: hoped.length > 0 ? 'ahead' : 'done',
    decision: hoped.length > 0 ? hoped.some(({ word }) => ADVISED.test(word)) : decided.length > 0,
    about: new Set(about.map(({ term }) => term)),
    acts: new Set(acts.map(({ term }) => term)),
  };
}

/** How many terms two sentences must have in common, and what share of the one with fewer. */
const IN_COMMON = 2;
const SHARE = 0.5;

/**
 * Whether one sentence tells as still to come what the other tells as done: "recommended a new election" and
 * "ordered a new election", "is expected to vote on it" and "voted for it".
 *
 * @param one how far one has come, as from {@link stageOf}
 * @param other how far the other has
 * @returns which is the earlier step; `null` where they are not two steps of one thing
 */
export function earlierStep(one: Stage | null, other: Stage | null): 'one' | 'other' | null {
  if (!one || !other || one.stage === other.stage) return null;
  const [ahead, done] = one.stage === 'ahead' ? [one, other] : [other, one];
  const shared = [...ahead.about].filter((term) => done.about.has(term));
  const least = Math.min(ahead.about.size, done.about.size);
  if (shared.length < IN_COMMON || shared.length < SHARE * least) return null;
  const acts = [...ahead.acts];
  const isDone = acts.some((term) => done.acts.has(term));
  const isDecided = done.decision && (ahead.decision || acts.some((term) => DECIDING.has(term)));
  if (!isDone && !isDecided) return null;
  return one === ahead ? 'one' : 'other';
}

/** "Voted", "took", and in the present of headlines "orders"; not "vote" and "take". */
function isPast({ word, term }: Token): boolean {
  if (DECIDES.test(word)) return true;
  if (FUNCTION_WORDS.has(word)) return false;
  return /[a-z]ed$/.test(word) || (IRREGULAR.has(word) && /[a-z]/.test(term));
}

function isOpen(words: readonly Token[], index: number): boolean {
  const before = words.slice(Math.max(0, index - REACH), index);
  const last = before.findLastIndex(({ word }) => OPEN.test(word));
  return last >= 0 && before.slice(last + 1).every(({ word }) => BETWEEN.test(word));
}
