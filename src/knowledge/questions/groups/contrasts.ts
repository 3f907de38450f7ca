import { termOf } from '../../words/terms.ts';

/**
 * Words of which one rules the others out: "how many voted yes" and "how many voted no" are near in meaning by any
 * measure of likeness, and ask for two things. A line a contrast; its sides are parted by bars. Kept general: each
 * must be true of any story.
 */
const CONTRASTS = `
yes for favor favour support back approve pro | no against oppose reject refuse object anti
win winner victory | lose loser loss
open | reopen | close shut closure
start begin launch commence | end finish stop conclude over complete completion until
first | last | next | previous
more | less | fewer
rise increase grow gain up | fall drop decrease decline shrink down
man male boy | woman female girl
old older oldest | young younger youngest
high higher highest most maximum | low lower lowest least minimum
large larger largest big bigger biggest | small smaller smallest
best | worst
today | yesterday | tomorrow
monday | tuesday | wednesday | thursday | friday | saturday | sunday
january | february | march | april | may | june | july | august | september | october | november | december
morning | afternoon | evening | night
north northern | south southern | east eastern | west western
before | after
arrive arrival | leave depart departure
pay fund finance | get receive eligible qualify
buy buyer | sell seller sale
hire | fire sack dismiss
death die died dies dying kill dead fatality | hurt injure wound injury | missing | alive survive
arrest | charge | convict | sentence
guilty | innocent
admit confess acknowledge | deny
union | company employer management
student pupil | teacher
victim | suspect
driver | passenger
doctor | nurse | patient
husband | wife
mother | father
son | daughter
brother | sister
`;

/** Read when it is asked for: whoever only answers has no use for it. */
let known: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * @param words of a question, lower case
 * @returns the sides that they take, each as "contrast:side"
 */
export function sidesOf(words: readonly string[]): ReadonlySet<string> {
  known ??= read();
  const sides = known;
  return new Set(words.flatMap((word) => sides.get(termOf(word)) ?? []));
}

/** @returns whether two questions take other sides of one contrast */
export function areOpposed(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return differIn(a, b) && differIn(b, a);
}

/** Whether one takes a side that the other does not, in a contrast that the other takes a side of too. */
function differIn(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const contrastOf = (side: string) => side.slice(0, side.indexOf(':'));
  const taken = new Set([...b].map(contrastOf));
  return [...a].some((side) => !b.has(side) && taken.has(contrastOf(side)));
}

function read(): Map<string, string[]> {
  const sides = new Map<string, string[]>();
  for (const [contrast, line] of CONTRASTS.trim().split('\n').entries()) {
    for (const [side, words] of line.split('|').entries()) {
      for (const term of new Set(words.trim().split(/\s+/).map(termOf))) {
        sides.set(term, [...(sides.get(term) ?? []), `${contrast}:${side}`]);
      }
    }
  }
  return sides;
}
