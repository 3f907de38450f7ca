import { withoutFillers } from './fillers.ts';
import { askingWords, asksDirectly } from './form.ts';
import { fragmentKind } from './fragment.ts';
import { type Piece, piecesOf, withoutMarker } from './pieces.ts';

/**
 * The questions of a message, in order, in its own words: "Who won? And by how much?", "1) when was it 2) where",
 * "who won and what was the count". What is only stated belongs to the question after it, or else to the one
 * before. A message is divided only where both sides ask by their own form.
 *
 * @param message what somebody wrote
 * @param mended puts slips of the finger right, so that "waht was teh count" is seen to ask
 * @returns its questions; the message itself where there is but one, or none
 */
export function partsOf(message: string, mended: (text: string) => string): readonly string[] {
  const plain = (text: string) => withoutFillers(mended(withoutMarker(text).trim()));
  const items = itemsOf(message);
  const pieces = items.flatMap(({ start, end }) => {
    const found = piecesOf(message.slice(start, end)).map((piece) => ({
      start: start + piece.start,
      end: start + piece.end,
      asks: piece.asks || asksDirectly(plain(message.slice(start + piece.start, start + piece.end))),
    }));
    // Whatever has a number in a list of questions is one of them.
    const isOne = items.length > 1 && !found.some(({ asks }) => asks);
    return isOne ? found.map((piece, index) => ({ ...piece, asks: index === found.length - 1 })) : found;
  });
  const parts = grouped(pieces)
    .flatMap(({ start, end }) => clausesOf(message.slice(start, end), plain))
    .map((part) => withoutMarker(part).trim());
  return parts.length > 1 ? parts : [message];
}

/** The part of a message that asks, and what it states beside it. */
export interface Parted {
  readonly question: string;
  /** `''` as a rule. */
  readonly context: string;
}

/**
 * Parts what is asked from what is told beside it: "I saw the news about the plant. How many voted?"
 *
 * @param part one question, as from {@link partsOf}
 * @returns the sentence that asks and the others; all of it asks where no sentence does, or where several do
 */
export function questionIn(part: string): Parted {
  const pieces = piecesOf(part);
  const asking = pieces.filter(({ asks }) => asks);
  const [only] = asking;
  if (only === undefined || asking.length > 1) {
    const text = pieces.map(({ start, end }) => part.slice(start, end)).join('');
    return { question: text.trim() === '' ? part : text, context: '' };
  }
  const stated = pieces.filter((piece) => piece !== only);
  return {
    question: part.slice(only.start, only.end),
    context: stated.map(({ start, end }) => part.slice(start, end).trim()).join(' '),
  };
}

/** A text without number, greeting and slips. */
type Plain = (text: string) => string;

const NUMBER = /(?<=^|[\s,;.?])\(?(\d{1,2}|[a-h])[.)](?=\s*\p{L})/giu;

/** The items of a numbered list, where there is one; what stands before its "1)" announces it. */
function itemsOf(message: string): readonly Omit<Piece, 'asks'>[] {
  const marks = [...message.matchAll(NUMBER)];
  const places = inSequence(
    marks.map((match) => ({ at: match.index, label: (match[1] ?? '').toLowerCase() })),
  );
  if (places.length < 2) return [{ start: 0, end: message.length }];
  return places.map((start, index) => ({ start, end: places[index + 1] ?? message.length }));
}

/** Where 1, 2, 3 … or a, b, c … stand, as far as they follow each other. */
function inSequence(marks: readonly { at: number; label: string }[]): number[] {
  const isNumbered = marks[0]?.label === '1';
  const places: number[] = [];
  for (const { at, label } of marks) {
    const wanted = isNumbered ? String(places.length + 1) : 'abcdefgh'[places.length];
    if (label === wanted) places.push(at);
  }
  return places;
}

/** A stretch for each piece that asks, with what is stated before it; what comes last belongs to the last. */
function grouped(pieces: readonly Piece[]): { start: number; end: number }[] {
  const groups: { start: number; end: number }[] = [];
  let from: number | null = null;
  for (const { start, end, asks } of pieces) {
    from ??= start;
    if (!asks) continue;
    groups.push({ start: from, end });
    from = null;
  }
  const last = groups.at(-1);
  if (last && from !== null) groups[groups.length - 1] = { ...last, end: pieces.at(-1)?.end ?? last.end };
  return groups;
}

const JOINT =
  /(?:(?<!\s)\s+)?[,;]\s+(?:(?:and|&|plus)(?:\s+(?:also|then))?,?\s+|(?:also\s+)?)|(?<!\s)\s+(?:and|&|plus)(?:\s+(?:also|then))?,?\s+/giu;
/** Nobody asks as much in one sentence. All that is left and right of each of them is read. */
const MOST_JOINTS = 30;
/** The fewest words of a question that another may follow: "when and where did it start" is one question. */
const FEWEST = 3;
/** The same of one that begins with a preposition: "in what year did it start, and …". */
const FEWEST_BESIDE = 5;

/** "who won and what was the count": parted where a whole question stands on either side. */
function clausesOf(text: string, plain: Plain): readonly string[] {
  let from = 0;
  const clauses: string[] = [];
  for (const match of [...text.matchAll(JOINT)].slice(0, MOST_JOINTS)) {
    const left = plain(text.slice(from, match.index));
    const right = plain(text.slice(match.index + match[0].length));
    const isJoined = /\p{L}|&/u.test(match[0]);
    if (!isWhole(left) || !isAnother(left, right) || (!isJoined && HANGING.test(right))) continue;
    clauses.push(text.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return [...clauses, text.slice(from)];
}

/** ", who was shot", ", to whom": after a mere comma, a clause about what stands before it. */
const HANGING =
  /^(?:(?:also|then)\s+)?(?:who|whom|whose|which|by|for|at|in|on|to|from|with|since|of|until|under|after|about)(?!\p{L})/iu;

function isWhole(left: string): boolean {
  const words = left.split(/\s+/).length;
  if (words <= FEWEST && fragmentKind(left) !== null) return true;
  // "What did he say about how many …": a second word that asks belongs to the same question.
  if (!asksDirectly(left) || askingWords(left) > 1) return false;
  return words >= (BESIDE.test(left) ? FEWEST_BESIDE : FEWEST) || WHO_DID.test(left);
}

const BESIDE =
  /^(?:(?:and|but|so|also)\s+)?(?:by|for|at|in|on|to|from|with|since|of|until|under|after|about)(?!\p{L})/iu;
const WHO_DID = /^(?:(?:and|but|so|also)\s+)?who['’]?\s+\p{L}+$/iu;

function isAnother(left: string, right: string): boolean {
  if (asksDirectly(right)) return true;
  const bare = right.replace(/(?<![?!.\s])[?!.\s]+$/u, '');
  const kind = fragmentKind(bare);
  return kind !== null && bare.split(/\s+/).length <= FEWEST && ![null, kind].includes(fragmentKind(left));
}
