/** Spans of a text that say how many, how much, how long or when. Offsets are UTF-16 code units. */
import type { Span } from '../answer.ts';
import { apartFrom, spansOf } from './spans.ts';

const SMALL =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const SCALE = 'hundred|thousand|million|billion|trillion';
/** No text writes more than ten times three digits, or forty in a row: with an end, each place is looked at in no time. */
const DIGITS = String.raw`\d{1,3}(?:,\d{3}){1,10}(?:\.\d{1,40})?|\d{1,40}(?:\.\d{1,40})?`;
const WORDS = `(?:${TENS})(?:[- ](?:one|${SMALL}))?|${SMALL}|(?:one|a|half a|several|many)(?= (?:${SCALE}|dozen))|dozens|hundreds|thousands|millions|billions`;
const ABOUT =
  '(?:(?:about|around|some|nearly|almost|roughly|approximately|an estimated|more than|less than|fewer than|over|under|at least|at most|up to|as many as|just|only|well over) )?';
const QUANTITY = String.raw`(?:${DIGITS}|\b(?:${WORDS})\b)(?: (?:${SCALE}|dozen)\b)*`;
const UNIT = 'years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)';
const MONTH =
  'Jan(?:uary|\\.)|Feb(?:ruary|\\.)|March|Mar\\.|April|Apr\\.|May|June|Jun\\.|July|Jul\\.|Aug(?:ust|\\.)|Sept(?:ember|\\.)|Sep\\.|Oct(?:ober|\\.)|Nov(?:ember|\\.)|Dec(?:ember|\\.)';
const DAY = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const YEAR = String.raw`(?:1[5-9]|20)\d\d`;

const DATE = new RegExp(
  [
    String.raw`(?:(?:${DAY}),? )?\b(?:${MONTH}) \d{1,2}(?:st|nd|rd|th)?(?:, ?${YEAR}| ${YEAR})?\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})(?:,? ${YEAR})?\b`,
    String.raw`\b(?:(?:early|mid|late|in|since|by|until|last|next|this) ?-?)?(?:January|February|March|April|June|July|August|September|October|November|December)(?:,? ${YEAR})?\b`,
    String.raw`\b(?:in|since|by|until|before|after|from|during|of|late|early|mid|spring|summer|autumn|fall|winter)-? ${YEAR}s?\b(?!,\d)`,
    String.raw`\b(?:on |last |next |this )?(?:${DAY})(?: (?:morning|afternoon|evening|night))?\b`,
    String.raw`\b(?:last|next|this|the (?:previous|following|same)|earlier this|later this) (?:year|month|week|weekend|spring|summer|autumn|fall|winter|decade|century|night|morning|afternoon|evening)\b`,
    String.raw`\bin the (?:early |late )?(?:spring|summer|autumn|fall|winter)(?: of ${YEAR})?\b`,
    String.raw`\b(?:yesterday|today|tomorrow|tonight)\b`,
    String.raw`\b(?:a |an |${QUANTITY} )(?:${UNIT}) (?:ago|earlier|later|before|after)\b`,
    String.raw`\bin (?:a few|several|(?:about )?${QUANTITY}) (?:${UNIT})\b`,
    String.raw`\b(?<![$€£\d.,])${YEAR}\b(?![,.]\d| (?:people|workers|votes|employees|dollars|jobs|homes|men|women|children))`,
    String.raw`\b(?:${DIGITS})(?::\d\d)? ?(?:[ap]\.m\.|[AP]M\b|[ap]m\b)`,
  ].join('|'),
  'g',
);
const SHARE = new RegExp(
  String.raw`${ABOUT}(?:(?:${DIGITS}) ?(?:%|per ?cent\b|percentage points?\b)|\b(?:(?:a|one|two|three)[- ])?(?:half|third|thirds|quarter|quarters|fifth|fifths|majority|minority|percent)\b(?! (?:day|hour|year|mile|dozen))|\b(?:${SMALL}|\d{1,40}) (?:in|out of) (?:every )?(?:${SMALL}|\d{1,40})\b|\b(?:most|none|all) of\b|\b\d+ ?(?:-|–|to) ?\d+\b)`,
  'gi',
);
const MONEY = new RegExp(
  String.raw`${ABOUT}(?:(?:US|A|C)?[$€£¥] ?(?:${DIGITS})(?: ?(?:${SCALE}|[mbk]n?)\b)?(?: (?:an hour|a year|a month|a day|per \w+))?|\b${QUANTITY} (?:US )?(?:dollars?|euros?|pounds|cents|yen|yuan)\b)`,
  'gi',
);
const DURATION = new RegExp(
  String.raw`${ABOUT}(?:\b(?:an?(?! second\b)|one|half an?|a few|several|many|a couple of) (?:${UNIT})\b|${QUANTITY}(?:[- ](?:to|or|and)[- ]${QUANTITY})?[- ](?:${UNIT})\b)|\b(?:for|over|in) (?:years|months|weeks|days|decades)\b`,
  'gi',
);
const NUMBER = new RegExp(String.raw`${ABOUT}${QUANTITY}(?: ?(?:%|percent\b))?`, 'gi');

export const datesIn = (text: string): Span[] => spansOf(text, DATE);
export const sharesIn = (text: string): Span[] => spansOf(text, SHARE);
export const moneyIn = (text: string): Span[] => spansOf(text, MONEY);
export const durationsIn = (text: string): Span[] => spansOf(text, DURATION);

const SCORE = new RegExp(
  String.raw`(?<![\d-])(?:${DIGITS}) ?(?:-|–|to) ?(?:${DIGITS})(?![\d-]| ?(?:${UNIT}|percent|%|[ap]\.m))`,
  'g',
);
const AGE = new RegExp(
  String.raw`(?<=, )\d{1,3}(?=,)|\b(?:${DIGITS}|${WORDS})[- ](?:years?|months?)[- ]old\b|\baged? (?:of )?\d{1,3}\b|\bturn(?:s|ed|ing)? \d{1,3}\b|\bin (?:his|her|their) (?:early |mid-|late )?\d0s\b`,
  'gi',
);
const RATIO = /\b\d+ ?(?:-|–|to) ?\d+\b/g;

/** "861 to 402", "3-2"; not "more than 2-1", which is a proportion. */
export function scoresIn(text: string): Span[] {
  return spansOf(text, SCORE).filter(
    ({ start }) =>
      !/\b(?:than|about|nearly|roughly|almost|around|over) $/.test(
        text.slice(Math.max(0, start - 12), start),
      ),
  );
}

export const agesIn = (text: string): Span[] => spansOf(text, AGE);

/** Counts and measures; numbers that only say when, and ratios such as "2-1", are not among them. */
export function numbersIn(text: string): Span[] {
  return apartFrom(spansOf(text, NUMBER), [...datesIn(text), ...spansOf(text, RATIO)]);
}
