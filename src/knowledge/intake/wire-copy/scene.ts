import { firstSentence } from './caption.ts';
import { isTitle } from './gallery.ts';
import { type Label, LONG, type Piece } from './piece.ts';

/** In a report of what happened, a paragraph that says what is happening describes a picture. */
const FEWEST_BODY = 4;
/** The share of a report's paragraphs that begin in the past tense. Essays and manuals have less. */
const IN_THE_PAST = 0.6;
const PAST = -1;
/** In code units. Captions with nothing but a scene in them are short. */
const LONGEST = 150;
const FEWEST_WORDS = 5;
/** In words: subheadings are shorter, and a report with subheadings can have a long one. */
const PHRASE = 7;
/** In code units. */
const BODY = 80;
/** How many captions and credits can stand between. */
const FARTHEST_NEXT = 40;
/** What only people and things in pictures do ("waves"), and what others do as well ("arrives"). */
const SEEN = 1.5;
const SEEN_OR_PLANNED = 1;

/** Somebody and something that nobody has spoken of: "A dog", "Two men", "Customers queue". */
const UNKNOWN =
  /^(?:(?:An?|Two|Three|Four|Five|Six|Several|Members of|People|Children|Women|Men)\s|\p{Lu}\p{Ll}{2,}s \p{Ll})/u;
const PLACE =
  /\s(?:in|at|on|near|outside|inside|behind|beside|under|over|above|below|through|along|across|from|during|among|between|around|after|before|as|with|for|while)\s/;
/** What happens again and again, or is to happen, or is so in general, is no picture. */
const NOT_NOW =
  /\b(?:every|each|daily|weekly|monthly|usually|often|always|never|sometimes|still|now|once|twice|per|annually|typically|can|could|will|would|may|might|must|should|is|are|was|were|has|have|had|if|when|because|but|most|average|next|tomorrow|tonight|soon|said|says?|not|more|less|than|(?:a|an) (?:hour|day|week|month|year)|\w+days|summers?|winters?)\b|[%$£€“”"?:;]|\d{1,2} [ap]\.?m\b/i;
/** Said of what somebody does for a living, or of what comes. */
const LASTING =
  /\b(?:serves?|teach(?:es)?|works?|runs?|leads?|helps?|plays?|stud(?:y|ies)|trains?|sells?|shows?|covers?|returns?|faces?|seeks?|tries|try|turns?|rises?|takes?|uses?|strikes?|performs?|competes?|appears?|meets?|visits?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const PRONOUN =
  /^(?:He|She|It|They|His|Her|Its|Their|That|This|These|Those)\b|^[“"].*[”"] (?:(?:he|she|they) (?:said|says)|(?:said|says) (?:he|she|they))\b/;
/** "Edwin Toll at the keyboard of the machine." */
const PORTRAIT =
  /^\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{L}'’-]+ (?:at|in|with|on|outside|inside|beside|near|during|after|before) (?:the|an?|his|her|their|\p{Lu})/u;
const LONGEST_PORTRAIT = 90;
const FULL_NAME = /\b\p{Lu}[\p{Ll}'’-]+ \p{Lu}[\p{L}'’-]+/gu;

/**
 * Finds sentences in the present tense that stand alone in a report in the past tense.
 *
 * @returns a function that says of a place whether a sentence stands there that only describes a picture
 */
export function scenesIn(pieces: readonly Piece[], labels: readonly Label[]): (at: number) => boolean {
  const isStory = (at: number): boolean => labels[at] === 'story';
  const isBody = (at: number): boolean =>
    isStory(at) && (pieces[at]?.text.length ?? 0) > BODY && /[.!?]["”’)]*$/.test(pieces[at]?.text ?? '');
  const body = [...pieces.keys()].filter(isBody);
  const past = body.filter((at) => (pieces[at]?.caption.score ?? 0) <= PAST).length;
  const isReport = body.length >= FEWEST_BODY && past >= body.length * IN_THE_PAST;
  // What stands first can be a summary, what stands last an outlook.
  const [start, end] = [body[0] ?? pieces.length, body[body.length - 1] ?? 0];
  const named = firstNamings(pieces, labels);
  const hasSubheadings = pieces.some(
    ({ text }, at) =>
      at > start && at < end && isStory(at) && isTitle(text) && text.split(' ').length < PHRASE,
  );
  const nextStory = (at: number): string | undefined => {
    for (let next = at + 1; next <= at + FARTHEST_NEXT; next++) if (isStory(next)) return pieces[next]?.text;
    return undefined;
  };
  return (at) => {
    const piece = pieces[at];
    if (!piece || at <= start || at >= end) return false;
    if (PORTRAIT.test(piece.text)) return isPortrait(piece) && isNamedAgain(piece.text, at, named);
    if (!isReport) return false;
    if (!hasSubheadings && isBody(at - 1) && isBody(at + 1) && isPhrase(piece)) return true;
    if (!isAlone(piece)) return false;
    const next = nextStory(at);
    if (next === undefined || PRONOUN.test(next)) return false;
    const { score } = piece.caption;
    if (score >= SEEN && UNKNOWN.test(piece.text)) return true;
    return score >= SEEN_OR_PLANNED && !LASTING.test(piece.text) && isNamedAgain(piece.text, at, named);
  };
}

/** "Pupils of class 4b with the winning marrow": longer than a subheading, with no verb and no full stop. */
function isPhrase({ text, caption }: Piece): boolean {
  const words = text.split(' ');
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return (
    isTitle(text) &&
    words.length >= PHRASE &&
    small * 2 >= words.length &&
    caption.score >= 0 &&
    PLACE.test(text) &&
    !NOT_NOW.test(text) &&
    !/^(?:How|Why|What|Where|When|Who|Life|A (?:day|life|history|year)|From|The (?:day|end|art|story|history))\b/.test(
      text,
    )
  );
}

/** No verb stands between a name and where its bearer is, nor after it. */
function isPortrait({ text, caption }: Piece): boolean {
  const first = firstSentence(text);
  return (
    text.length <= LONG &&
    first.length <= LONGEST_PORTRAIT &&
    caption.score >= 0 &&
    !NOT_NOW.test(first) &&
    !/,\s/.test(first)
  );
}

function isAlone({ text, caption, personName }: Piece): boolean {
  return (
    caption.score >= SEEN_OR_PLANNED &&
    text.length <= Math.min(LONG, LONGEST) &&
    !personName &&
    text.split(' ').length >= FEWEST_WORDS &&
    PLACE.test(text) &&
    !NOT_NOW.test(text) &&
    !/[.!?]["”’)]*\s/.test(text.replace(/\b\p{Lu}\p{Ll}{0,3}\. /gu, ''))
  );
}

/** Where each full name stands first. Reports go on with the surname; captions say all of it again. */
function firstNamings(pieces: readonly Piece[], labels: readonly Label[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  pieces.forEach(({ text, caption }, at) => {
    if (labels[at] !== 'story' || caption.score >= SEEN_OR_PLANNED) return;
    for (const [name] of text.matchAll(FULL_NAME)) if (!first.has(name)) first.set(name, at);
  });
  return first;
}

/** In the words before the verb: whoever is met there is somebody else. */
function isNamedAgain(text: string, at: number, named: ReadonlyMap<string, number>): boolean {
  return [...text.slice(0, 60).matchAll(FULL_NAME)].some(([name]) => (named.get(name) ?? at) < at);
}
