import { asks } from './asking.ts';
import { isCapitals, surnameOf } from './heads.ts';
import { isMarked } from './lines.ts';
import type { Paragraph } from './paragraphs.ts';
import { readingOf } from './reading.ts';

/** Of what is said, in a transcript whose speakers are named; an introduction may stand above. */
const NAMED_SHARE = 0.6;
/** Paragraphs to a turn, on average: long answers have several, a heading has a chapter. */
const MOST_PARAGRAPHS = 5;
/** Up to so many turns, one speaker who comes back is enough. */
const FEW_TURNS = 6;
/** Of bare turns: reports and novels quote, people who talk hardly do. */
const QUOTED_SHARE = 0.2;
/** A turn of greeting or thanks has hardly more words. */
const SHORT_TURN = 14;

const GREETS =
  /^(?:(?:good (?:morning|afternoon|evening)|hello|hi|hey|welcome|thanks|thank you|thank you so much|my pleasure|glad to be|great to be|good to be|happy to be|it['’]s (?:good|great|nice|a pleasure)|you['’]re welcome|bye)\b)/i;
const PARTS =
  /\b(?:thanks|thank you(?: so much| very much)?|many thanks|thanks (?:so much|a lot|for (?:having|joining|being|talking|coming|your time)))[^.?!]{0,40}[.!]["”’]?$/i;

/**
 * Whether a text is a transcript by its form alone: named speakers who take turns, captions, questions and
 * answers, or, where nobody is named, turns in which a host greets, asks and thanks.
 *
 * @param text as it arrived
 * @returns `false` for reports, lists, recipes and whatever is not surely a transcript
 */
export function looksLikeTranscript(text: string): boolean {
  const { spoken, timed } = readingOf(text);
  const { paragraphs, named, leftOut } = spoken;
  if (named)
    return takeTurns(
      paragraphs,
      leftOut.some(({ reason }) => reason === 'sound' || reason === 'legal'),
    );
  if (timed || isMarked(text)) return paragraphs.length > 0;
  return talk(paragraphs.map((paragraph) => paragraph.text));
}

/** Speakers take turns when they come back after others have spoken; labels, headings and lists do not. */
function takeTurns(paragraphs: readonly Paragraph[], noted: boolean): boolean {
  const spoken = paragraphs.filter(({ speaker }) => speaker !== null);
  if (lengthOf(spoken) < NAMED_SHARE * lengthOf(paragraphs)) return false;
  if (spoken.filter(isSpeech).length < spoken.length / 2) return false;
  const turns = paragraphs.filter(({ speaker }, index) => speaker !== paragraphs[index - 1]?.speaker);
  const names = turns.flatMap(({ speaker }) => speaker ?? []);
  const speakers = names.map(surnameOf);
  const distinct = [...new Set(speakers)];
  if (distinct.length < 2 || spoken.length > MOST_PARAGRAPHS * speakers.length) return false;
  const asked = spoken.some(({ text }) => asks(text));
  const talked = asked || noted || spoken.some(({ text }) => isCourtesy(text));
  const capitals = names.every(isCapitals);
  if (speakers.length === distinct.length) return capitals && talked;
  return comeBack(speakers) && (capitals || talked);
}

/** Most turns are by speakers who have more than one, and there are two of these where turns are many. */
function comeBack(speakers: readonly string[]): boolean {
  const turns = new Map<string, number>();
  for (const name of speakers) turns.set(name, (turns.get(name) ?? 0) + 1);
  const counts = [...turns.values()].filter((count) => count > 1);
  const returning = counts.reduce((sum, count) => sum + count, 0);
  return returning >= speakers.length / 2 && (counts.length > 1 || speakers.length < FEW_TURNS);
}

function lengthOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}

/** "Harrow: 3" is a score. */
function isSpeech({ text }: Paragraph): boolean {
  const words = text.split(' ').filter((word) => /\p{L}/u.test(word));
  return words.length > 2 || /[.?!…–—-]["”’)\]]*$/.test(text);
}

/** Two people talk: questions get answers, and somebody greets or thanks; three such turns at least. */
function talk(turns: readonly string[]): boolean {
  const quoting = turns.filter((turn) => /["“”]/.test(turn)).length;
  if (turns.length < 4 || quoting > QUOTED_SHARE * turns.length) return false;
  const answered = turns.filter((turn, index) => {
    const reply = turns[index + 1];
    return asks(turn) && reply !== undefined && isAnswer(reply) && reply.length > turn.length / 2;
  });
  const courtesies = turns.filter((turn) => isCourtesy(turn)).length;
  if (answered.length === 0 || answered.length * 5 < turns.length) return false;
  return courtesies > 0 && answered.length + courtesies > 2;
}

function isAnswer(turn: string): boolean {
  return /[.!…–—-]["”’]?$/.test(turn) && !asks(turn) && !GREETS.test(turn);
}

function isCourtesy(turn: string): boolean {
  return turn.split(/\s+/).length <= SHORT_TURN && (GREETS.test(turn) || PARTS.test(turn));
}
