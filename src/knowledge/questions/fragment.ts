import type { AnswerKind } from '../answer-kind.ts';

/** What a noun asks for when a question is nothing but the noun: "date?", "cause of the fire?". */
const NOUNS: ReadonlyMap<string, AnswerKind> = read(`
share: turnout percentage percent share proportion rate
score: score result results outcome tally scoreline
number: count number figure figures total totals amount size population attendance headcount toll casualties deaths injuries majority
money: cost costs price prices budget salary fee fine damages value funding revenue wage wages pay payout fare
duration: duration length
date: date dates day time year deadline timeline schedule birthday anniversary
place: location place address city town venue site county village headquarters
state: state
country: country
age: age ages
person: winner winners loser victim victims suspect suspects culprit speaker author candidate candidates leader leaders
name: name names mayor president ceo director chairman chairwoman chair governor minister spokesperson spokesman spokeswoman judge captain coach owner founder editor
organisation: company companies organisation organization employer team sponsor
body: agency union party court board university
statement: statement response reaction reactions comment comments quote quotes position reply
reason: reason reasons cause causes motive motives explanation grounds
effect: impact effect effects consequences consequence significance implications
thing: step steps plan plans next details background decision`);

/**
 * What a fragment asks for, by its head noun: the last word before "of", "for", "in" …, or else the last word.
 *
 * @param text a question without a word that asks
 * @returns the kind; `null` where its noun says none, and for a whole sentence
 */
export function fragmentKind(text: string): AnswerKind | null {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'\s-]+/gu, ' ')
    .replace(
      /^(?:\s*(?:and|but|or|also|what about|how about|the|a|an|any|some|exact|its|their|his|her)\b)+/,
      '',
    )
    .trim();
  if (plain === '' || VERB.test(plain) || BESIDE.test(plain)) return null;
  const head =
    plain.split(
      /(?<!\s)\s+(?:of|for|in|at|on|to|behind|from|by|with|about|between|after|before|and|per|so|yet)\s+/,
    )[0] ?? '';
  const words = head.split(/\s+/);
  // "The mayor gave a reason" states something.
  if (/ (?:a|an|the) /.test(head)) return null;
  return NOUNS.get(words.at(-1) ?? '') ?? (NEXT.test(plain) ? 'thing' : null);
}

/** What is yet to come: "next steps", "what next". */
const NEXT = /^(?:next|what next|and next|up next)$/;

/** "For the price, …" only leads to what is asked. */
const BESIDE =
  /^(?:of|for|in|at|on|to|by|from|with|without|about|after|before|besides|despite|during|considering|given|regarding|according|since|until|because|if|when|while|as|like|other|not|no|yes)\b/;

/** A sentence has a verb, and its last noun says nothing of what it asks. */
const VERB =
  /(?<![\p{L}'-])(?:is|are|was|were|am|be|been|do|does|did|has|have|had|can|could|will|would|should|may|might|must|said|says|saw|heard|read|think|thought|know|knew|want|wants|like|love|got|went|came|i|we|they|he|she|it|you|please|who|what|which|whose|how)(?![\p{L}'-])/u;

function read(table: string): ReadonlyMap<string, AnswerKind> {
  return new Map(
    table
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [kind, nouns] = line.split(':').map((part) => part.trim());
        return (nouns ?? '').split(' ').map((noun): [string, AnswerKind] => [noun, kind as AnswerKind]);
      }),
  );
}
