import { contentWords } from '../../corpus.ts';
import { isLight, namesKind } from '../../question-kind.ts';
import { termOf, tokens } from '../../words/terms.ts';
import { withoutFillers } from '../fillers.ts';
import { questionIn } from '../parts.ts';
import { withSmallWordsMended } from '../small-words.ts';
import { type AskedKind, askedKind } from './asked-kind.ts';
import { sidesOf } from './contrasts.ts';
import { isHeard } from './heard.ts';
import { type AskedRole, roleOf } from './role.ts';

/** A word of a question that says what it is about. */
export interface FormWord {
  /** Lower case. */
  readonly word: string;
  readonly term: string;
  /** Written with a capital where only names have one. */
  readonly isName: boolean;
  /** Written as a figure, or as a word for one from two on. */
  readonly isNumber: boolean;
  /** Says of what kind the answer is, or little at all: "number", "date", "really". */
  readonly isLight: boolean;
}

/** What a question asks, as far as its form tells. */
export interface AskedForm {
  /** In plain words: without greetings and asides, small words mended. */
  readonly text: string;
  readonly kind: AskedKind;
  /** Each term once, in order. */
  readonly words: readonly FormWord[];
  /** What stands on which side of a contrast: "yes" and "no". */
  readonly sides: ReadonlySet<string>;
  readonly isNegated: boolean;
  /** Of a question for a person; `null` where it is not told. */
  readonly role: AskedRole | null;
  /** Whether it tells by "by", "and" or "or" that its names stand in no order. */
  readonly isUnordered: boolean;
}

/** No library is asked here: what general English knows is no slip of the finger. */
function isHeld(word: string): boolean {
  return word.length >= SHORTEST_HELD && isHeard(termOf(word));
}
/** "u" and "r" stand in general English, too, and in a chat are words. */
const SHORTEST_HELD = 3;

/** Longer ones are not compared to their end: what is asked stands before it. In UTF-16 code units. */
const LONGEST = 500;

/**
 * @param text a question as it was asked
 * @returns what it asks, by its form alone; takes some 30 µs
 */
export function askedForm(text: string): AskedForm {
  const { question } = questionIn(text.slice(0, LONGEST));
  const plain = withoutFillers(withSmallWordsMended(question, isHeld)).replace(/\s+/g, ' ');
  const kind = askedKind(plain);
  const words = formWords(plain, kind);
  const all = tokens(plain).map(({ word }) => word);
  return {
    text: plain,
    kind,
    words,
    sides: sidesOf(all),
    isNegated: NEGATION.test(kind === 'yes-no' ? plain.replace(ASKING_NOT, '') : plain),
    role: roleOf(plain),
    isUnordered: /\b(?:by|and|or|vs|versus|between)\b/i.test(plain),
  };
}

const NEGATION = /\b(?:not|never|neither|none|cannot|no longer)\b|n['’]t\b/i;
/** "Didn't they appeal?" asks whether they did. */
const ASKING_NOT = /^\P{L}*\p{L}+[nN]['’][tT]\b/u;

/** Words that only say once more what a question asks for by its form. */
const SAID_TWICE: Partial<Record<AskedKind, RegExp>> = {
  reason: /^(?:caus\w*|led|leads?|leading|prompt\w*|explain\w*)$/,
  place: /^(?:locat\w*|address|situated)$/,
};
/** Light in a sentence that may answer; here it tells one question from another. */
const TELLING: ReadonlySet<string> = new Set(['final', 'more', 'most', 'less', 'least', 'today', 'now']);

function formWords(plain: string, kind: AskedKind): FormWord[] {
  // In a question that is all capitals, or has One On Each Word, capitals say nothing.
  const isTelling = /(?<![\p{L}\p{N}'’])\p{Ll}/u.test(plain);
  const found = new Map<string, FormWord>();
  for (const { word, term, start } of contentWords(plain)) {
    if (found.has(term)) continue;
    found.set(term, {
      word,
      term,
      isName: isTelling && start > 0 && /^\p{Lu}/u.test(plain.slice(start)),
      isNumber: /^\p{N}/u.test(term) && word !== 'one',
      isLight:
        namesKind(word) || (isLight(word) && !TELLING.has(word)) || SAID_TWICE[kind]?.test(word) === true,
    });
  }
  return [...found.values()];
}
