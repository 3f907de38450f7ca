import type { Span } from './answer.ts';
import {
  bodiesIn,
  countriesIn,
  namesIn,
  organisationsIn,
  peopleIn,
  placesIn,
  rolesIn,
  statesIn,
} from './evidence/names.ts';
import { agesIn, datesIn, durationsIn, moneyIn, numbersIn, scoresIn, sharesIn } from './evidence/numbers.ts';
import { apartFrom } from './evidence/spans.ts';
import type { AnswerKind } from './question-kind.ts';

/** What a sentence holds of the kind that is asked for. */
export interface Evidence {
  /**
   * From -1 to 1. 1: it holds one; 0.25: it holds something near it; 0: form does not tell; -1: it holds
   * none, though an answer would have to.
   */
  readonly fit: number;
  /** The words that would answer, in order; offsets are relative to the sentence. */
  readonly spans: readonly Span[];
}

const REASON =
  /\b(?:because|due to|owing to|as a result|based on|in order to|so that|so as to|since|thanks to|led to|prompted|caused|blamed?|after|over|following|saying that|arguing that|wanted|wants|hop(?:es|ed|ing)|aim(?:s|ed|ing)?|intend\w*|purpose|goal|to (?:protect|avoid|prevent|make|keep|help|stop|ensure|give))\b/i;
/** What something means is told by judging it or by what follows from it. */
const EFFECT =
  /\b(?:blow|boost|setback|victory|win|defeat|loss|threat|relief|inroad|turning point|milestone|precedent|impact|effects?|consequences?|significan\w+|historic|means|meant|opens?|opened|allows?|allowed|forces?|forced|leads? to|led to|paves?|paved|puts?|could|would be|will be able)\b/i;
/** Says how many, when or where without a figure, a date or a name: an answer, if not the best. */
const VAGUE_NUMBER = /\b(?:few|several|none|nobody|no one|dozens|half|double|triple|twice)\b/i;
const VAGUE_TIME =
  /\b(?:after|before|during|until|since|soon|ago|days?|weeks?|months?|years?|decades?|spring|summer|autumn|winter)\b/i;
const VAGUE_PLACE =
  /\b(?:in|at|on|near|outside|inside|into|across|around|behind|under|beside|along|off|from) (?:the|a|an|its|their|his|her|our) /i;
const STATEMENT =
  /["“”]|\b(?:said|says|say|saying|told|tells|claims?|claimed|argues?|argued|accus\w+|alleg\w+|describ\w+|testif\w+|call(?:s|ed)|den(?:y|ies|ied|ying)|respond\w*|stat(?:es|ed)|contends?|maintains?|insist\w*|warn\w*|promis\w+|plans?|want\w*)\b/i;

/**
 * Looks in a sentence for what a kind of question asks for.
 *
 * @param kind what is asked for
 * @param sentence the sentence's text
 * @param asked the question's own words, lower case: a name that the question gives is no answer to it
 * @returns what it holds
 */
export function evidenceOf(kind: AnswerKind, sentence: string, asked: ReadonlySet<string>): Evidence {
  const others = (spans: readonly Span[]) => unasked(spans, sentence, asked);
  switch (kind) {
    case 'number': {
      const numbers = numbersIn(sentence);
      if (numbers.length > 0) return { fit: 1, spans: numbers };
      return held(sharesIn(sentence), 0.25, VAGUE_NUMBER.test(sentence) ? 0 : -1);
    }
    case 'score': {
      const scores = scoresIn(sentence);
      if (scores.length > 0) return { fit: 1, spans: scores };
      const numbers = apartFrom(numbersIn(sentence), durationsIn(sentence));
      if (numbers.length > 0) return { fit: numbers.length > 1 ? 1 : 0.5, spans: numbers };
      return held(sharesIn(sentence), 0.25);
    }
    case 'age':
      return held(agesIn(sentence));
    case 'share':
      return held(sharesIn(sentence), 1, numbersIn(sentence).length > 0 ? 0 : -1);
    case 'money':
      return held(moneyIn(sentence));
    case 'duration':
      return held(durationsIn(sentence), 1, VAGUE_TIME.test(sentence) ? 0 : -1);
    case 'date':
      return held(datesIn(sentence), 1, VAGUE_TIME.test(sentence) ? 0 : -1);
    case 'state':
      return held(others(statesIn(sentence)));
    case 'country':
      return held(others(countriesIn(sentence)));
    case 'place':
      return held(others(placesIn(sentence)), 1, VAGUE_PLACE.test(sentence) ? 0 : -1);
    case 'name':
      return held(strangers(peopleIn(sentence), sentence, asked));
    case 'person': {
      const people = [...strangers(namesIn(sentence), sentence, asked), ...others(rolesIn(sentence))];
      return { ...held(people), spans: [] };
    }
    case 'organisation':
      return held(others(organisationsIn(sentence)));
    case 'body':
      return held(others(bodiesIn(sentence)));
    case 'statement':
      return { fit: STATEMENT.test(sentence) ? 1 : -0.5, spans: quotationsIn(sentence) };
    case 'reason':
      return { fit: REASON.test(sentence) ? 1 : 0, spans: [] };
    case 'effect':
      return { fit: EFFECT.test(sentence) ? 1 : 0, spans: [] };
    case 'manner':
    case 'yes-no':
    case 'thing':
      return { fit: 0, spans: [] };
  }
}

function held(spans: readonly Span[], fit = 1, otherwise = -1): Evidence {
  return { fit: spans.length > 0 ? fit : otherwise, spans };
}

/** Leaves out what the question itself says. */
function unasked(spans: readonly Span[], sentence: string, asked: ReadonlySet<string>): Span[] {
  return spans.filter(({ start, end }) =>
    (
      sentence
        .slice(start, end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).some((word) => !asked.has(word)),
  );
}

/** Leaves out people whom the question names, by all of their name or the last of it. */
function strangers(spans: readonly Span[], sentence: string, asked: ReadonlySet<string>): Span[] {
  return unasked(spans, sentence, asked).filter(({ start, end }) => {
    const last = /(?<![\p{L}\p{M}'’-])[\p{L}\p{M}'’-]+$/u.exec(sentence.slice(start, end))?.[0].toLowerCase();
    return last === undefined || !asked.has(last);
  });
}

/** What closes a quotation, by what opens it. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['"', '"'],
]);
/** Between marks that stand closer than this is nothing, or a letter. */
const SHORTEST_QUOTED = 2;

/** What stands between quotation marks, marks included. Each mark is looked for once, however many stay open. */
function quotationsIn(sentence: string): Span[] {
  const spans: Span[] = [];
  const lasts = new Map([...CLOSING.values()].map((mark) => [mark, sentence.lastIndexOf(mark)]));
  for (let start = 0; start < sentence.length; start++) {
    const mark = CLOSING.get(sentence.charAt(start));
    if (mark === undefined || (lasts.get(mark) ?? -1) <= start) continue;
    const close = sentence.indexOf(mark, start + 1);
    if (close - start <= SHORTEST_QUOTED) continue;
    spans.push({ start, end: close + 1 });
    start = close;
  }
  return spans;
}
