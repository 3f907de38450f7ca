import { FUNCTION_WORDS } from '../words/function-words.ts';
import { termOf } from '../words/terms.ts';
import { areNeighbours, SLIPS, type Slip, slipBetween } from './slips.ts';
import { isWellSpelled } from './well-spelled.ts';

/** Short forms of chats, and words whose apostrophe is left away, with what they stand for. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `u: you; ur: your; r: are; y: why; abt: about; bout: about; w: with; wo: without; bc: because; cuz: because;
  coz: because; cos: because; thru: through; pls: please; plz: please; thx: thanks; wat: what; wut: what; wot: what;
  whos: who's; whats: what's; wheres: where's; whens: when's; hows: how's; whys: why's; thats: that's; theres: there's;
  didnt: didn't; dont: don't; doesnt: doesn't; isnt: isn't; wasnt: wasn't; arent: aren't; werent: weren't;
  havent: haven't; hasnt: hasn't; hadnt: hadn't; cant: can't; wont: won't; couldnt: couldn't; wouldnt: wouldn't;
  shouldnt: shouldn't; theyre: they're; youre: you're; im: i'm; ive: i've; fo: of; ot: to; si: is; ti: it; yb: by;
  whodunit: who did it; howmany: how many; howmuch: how much; alot: a lot; wanna: want to; gimme: give me; lemme: let me`
    .split(';')
    .map((entry) => entry.split(':').map((part) => part.trim()) as [string, string]),
);

/** The same for words that say something; what the library itself holds is left as it is. */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  `govt: government; gov't: government; prez: president; pres: president; potus: president; ppl: people; peeps: people;
  yr: year; yrs: years; hr: hour; hrs: hours; mins: minutes; secs: seconds; wk: week; wks: weeks; mth: month;
  mths: months; dept: department; dem: democrat; dems: democrats; corp: corporation; org: organization;
  exec: executive; execs: executives; pct: percent; avg: average; hq: headquarters; natl: national; nat'l: national;
  intl: international; int'l: international; univ: university; mgmt: management; approx: approximately;
  info: information; reps: representatives; admin: administration; spox: spokesperson; atty: attorney; vs: against;
  tmrw: tomorrow; tmr: tomorrow; mil: million; bn: billion; cop: police; cops: police; ave: average`
    .split(';')
    .map((entry) => entry.split(':').map((part) => part.trim()) as [string, string]),
);

/**
 * What a misspelled word may be mended into, the commoner first: the words that ask, small words, and those by
 * which the kind of answer is told. All other words are looked up in the library instead.
 */
const MENDED_INTO =
  `the what who how when where why which whose whom many much did does was were are and that this they there their
  about with from have has had will would could should been people number count percentage percent share reason
  happen happened happens against between because before after long often date year month week city state country
  company said says turnout result results total cost price name called you know tell please anyone next cause
  announced score location decision statement president
  person part quote mean means think thinks expected agency union`.split(/\s+/);
const ASKED_TERMS: ReadonlySet<string> = new Set(MENDED_INTO.map(termOf));

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu;
/** Short forms of a letter or two stand by themselves: neither "y-axis" nor "r/news" holds one. */
const ALONE_UP_TO = 2;

/**
 * Mends the small words of a question: short forms of chats, missing apostrophes, slips of the finger in the
 * words that ask and in those that only build the sentence. A word that the library holds, that is spelled well,
 * that has a capital inside the question, or that has a digit is left as it is.
 *
 * @param text a question
 * @param isHeld whether the library holds a word, lower case
 * @returns the question in plain words
 */
export function withSmallWordsMended(text: string, isHeld: (word: string) => boolean): string {
  const marked = text
    .replace(/\bw\/o\b/gi, 'without')
    .replace(/\bb\/c\b/gi, 'because')
    .replace(/(?<![\p{L}\p{N}])w\/(?!\p{L}\b)\s*/giu, 'with ')
    .replace(/(?<![\p{L}\p{N}&])#(?= ?of\b)/giu, 'number');
  const isTelling = /(?<![\p{L}\p{N}])\p{Ll}/u.test(marked);
  const plain = marked.replace(WORD, (word, at: number) => {
    const lower = word.toLowerCase().replaceAll('’', "'");
    if (FUNCTION_WORDS.has(lower) || /\p{N}/u.test(word)) return word;
    const isCapital = /^\p{Lu}/u.test(word);
    const isName = isTelling && isCapital && /[\p{L}\p{N}]/u.test(marked.slice(0, at));
    if (isName || (isTelling && /^\p{Lu}{2,}$/u.test(word))) return word;
    const around = { before: marked.slice(0, at), after: marked.slice(at + word.length) };
    if (word.length <= ALONE_UP_TO && !standsAlone(lower, around)) return word;
    const meant = mended(lower, around, isHeld) ?? word;
    // What is all capitals, or has One On Each Word, stays so: capitals tell names.
    return isCapital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;
  });
  return text === text.toUpperCase() ? plain.toUpperCase() : plain;
}

/** What stands around a word. */
interface Around {
  readonly before: string;
  readonly after: string;
}

/** "y" is a why only where a question begins. */
function standsAlone(word: string, { before, after }: Around): boolean {
  return /(?:^|\s)$/u.test(before) && /^(?:[\s?!.,]|$)/u.test(after) && (word !== 'y' || before === '');
}

function mended(word: string, around: Around, isHeld: (word: string) => boolean): string | null {
  const short = SHORT_FORMS.get(word);
  if (short !== undefined) return word.length > ALONE_UP_TO || !isHeld(word) ? short : null;
  if (isHeld(word)) return null;
  const long = SHORTENED.get(word);
  if (long !== undefined) return long;
  if (word.length < 3 || ASKED_TERMS.has(termOf(word)) || isWellSpelled(word)) return null;
  if (word === 'hwo') return AFTER_HOW.test(around.after) ? 'how' : 'who';
  const likely = MENDED_INTO.filter((meant) => Math.abs(meant.length - word.length) <= 1)
    .filter((meant) => !AFTER_A_HOW.test(meant) || BEFORE_MANY.test(around.before))
    .map((meant) => ({ meant, slip: slipBetween(word, meant) }));
  const turned = likely.find(({ meant }) => isTurned(word, meant));
  if (turned !== undefined) return turned.meant;
  const found = SLIPS.flatMap((wanted) =>
    likely.filter(({ meant, slip }) => slip === wanted && isLikely(word, meant, slip)),
  );
  return found[0]?.meant ?? null;
}

/** "hwo" is "how" and "who", each with two letters swapped: what follows tells. */
const AFTER_HOW =
  /^\s+(?:many|much|mnay|long|old|often|big|large|high|tall|far|fast|soon|come|so|did|do|does|can|could|would)\b/i;

/** "manny" is a name, except behind a "how". */
const AFTER_A_HOW = /^(?:many|much)$/;
const BEFORE_MANY = /(?<!\p{L})(?:how|howw|hoow|hhow|hwo|hw|hoe|ho|owh|hows|so|too|as)\s+$/iu;

/** "wath": a short word's letters in another order, behind the same first one. */
function isTurned(word: string, meant: string): boolean {
  const inOrder = (letters: string) => [...letters].sort().join('');
  return (
    word.length === meant.length &&
    word.length <= 5 &&
    word[0] === meant[0] &&
    word !== meant &&
    inOrder(word) === inOrder(meant)
  );
}

/**
 * In three letters only a swap tells enough. The first letter is seldom the one that is missing, and a letter for
 * another has to lie beside it on the keyboard, in a word that builds the sentence.
 */
function isLikely(word: string, meant: string, slip: Slip): boolean {
  if (slip === 'swapped') return true;
  if (word[0] !== meant[0]) return false;
  if (slip === 'doubled') return word.length > 3;
  if (slip === 'vowel' || slip === 'letter') return meant.length >= 4 || word.length > 3;
  const at = [...word].findIndex((letter, index) => letter !== meant[index]);
  return FUNCTION_WORDS.has(meant) && meant.length >= 4 && areNeighbours(word[at] ?? '', meant[at] ?? '');
}
