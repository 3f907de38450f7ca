import { MAYBE_LAST, NEVER_LAST } from '../../words/abbreviations.ts';
import { isGlued } from './glued-caption.ts';
import { isPersonName } from './names.ts';
import { tenseOf } from './tense.ts';

const PICTURE = '(?:photos?|photographs?|images?|screen ?grabs?|video grabs?|frame grabs?|illustrations?)';
/** Captions that need no other evidence: agencies begin them so, and stories do not. */
const OPENING = new RegExp(
  [
    '^(?:(?:image |photo )?caption\\s*[:,]',
    // "[1/3]Rescuers row …", "Item 1 of 3 Rescuers row …"
    '\\[\\d{1,3}/\\d{1,3}\\]\\s*\\S',
    'item \\d{1,3} of \\d{1,3} +\\S',
    'illustrative(?: (?:image|photo))?\\s*:',
    'pictured(?:\\s*[:,]| (?:here|above|below|left|right|from|in)\\b)',
    '(?:above|below|top|left|right|bottom|main image|inset)\\s*:\\s',
    '\\(?files? (?:photo|image|picture)\\)?\\s*[-–—:]\\s',
    '(?:photo|image|picture|pic)s? shows\\s*:\\s',
    'clockwise,? from\\b',
    '(?:from left(?: to right)?|left to right|l-r)\\s*[:,]\\s',
    'photos? (?:courtesy(?: of)?|by) [^/|.]{3,60} [/|] ',
    // "In this image taken from video, …", "In this Nov. 3, 2020 photo, …"
    `in th(?:is|ese) (?:[\\w.,-]+ ){0,6}?${PICTURE}(?:,| (?:taken|released|provided|made|from|by|posted|shot|shared|dated|obtained|courtesy|\\w+day|on|of)\\b)`,
    `th(?:is|ese) (?:[\\w.,-]+ ){0,6}?${PICTURE}\\b[^.]{0,80}\\bshows?\\b`,
    `an? (?:[\\w-]+ ){0,3}(?:handout|undated|combination|combo|file|archive)(?: [\\w-]+){0,2} (?:${PICTURE}|pictures?)\\b)`,
  ].join('|'),
  'i',
);

/** In lower case a sentence goes on: "Image: that was the word she hated." */
const LABELLED =
  /^(?:(?:PHOTO|IMAGE|PICTURE|PIC)S?|(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Pp]ic)s?)\s*:\s+[\p{Lu}\p{N}“"'‘@]/u;
/** "FILE - ", "FILE-In this", "(FILES) ": in capitals, as agencies have it. */
const FILE = /^\(?FILES?\)?(?:\s*[-–—:]|\s(?=\p{Lu}))/u;

/** What a page of an agency puts behind a caption, to sell the photograph. */
const LICENSED =
  /\b(?:Purchase|Acquire)(?<=\S\s*(?:Purchase|Acquire)) Licensing Rights\s*(?:[,.](?:\s*opens (?:in )?(?:a )?new (?:tab|window))?|opens (?:in )?(?:a )?new (?:tab|window))?\.?$/;

const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const FULL_DATE = new RegExp(
  `\\b(?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4})\\b`,
);
const WITH_WEEKDAY = new RegExp(
  `\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH},? \\d{4})\\b`,
);
/**
 * "Soccer - First Division - Lismore v Harwick - The Green, Lismore - April 10, 2022 Lismore's Prata celebrates".
 * A part ends at the first " - " behind it: parts that may hold one are divided in a million ways.
 */
const SLUGS = new RegExp(
  `^\\p{Lu}(?:(?! - )[^.–—]){0,40} - (?:(?:(?! - )[^.–—]){1,60} - ){1,8}(?:${MONTH} \\d{1,2}|\\d{1,2} ${MONTH}),? \\d{4}\\b\\s+\\p{Lu}`,
  'u',
);
/** A date at the start is a stamp, not part of what a picture shows. */
const DATE_LINE = new RegExp(
  `^(?:(?:Posted|Published|Updated|On) (?:on )?)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:${MONTH} \\d|\\d{1,2}(?:st|nd|rd|th)? ${MONTH})`,
);
/** "(Ines Calder)" at the end, or "Ines Calder" after the last full stop. */
const ENDS_IN_NAME = /(?:\(|\p{L}[.!?]["”’]? )(\p{Lu}[^().!?]{3,40})\)?\.?$/u;
/** "Odalys, left, …", "Pell, second from right, …"; "the left" and "the far right" are parties. */
const WHERE_IN_PICTURE = new RegExp(
  [
    ',\\s+(?:(?:top|bottom|upper|lower|second|third|fourth|fifth|far|front|back|wearing \\w+) )*(?:from (?:the )?)?(?:left|right|cent(?:er|re))(?:,|;|\\.(?=\\s|$))',
    ',\\s+(?:in )?(?:the )?(?:foreground|background|middle|rear)(?:,|;|\\.(?=\\s|$))',
    '\\((?:(?:second|third|far|top|bottom|front|back|in) )*(?:from )?(?:the )?(?:left|right|cent(?:er|re)|[LRC]|foreground|background)\\)',
    '\\bL-R\\b|\\b(?:from|on) left(?:,|:| to right\\b)|\\bleft to right\\b|\\bclockwise from\\b',
    '\\b(?:second|third|fourth|fifth) from (?:the )?(?:left|right)\\b',
  ].join('|'),
  'i',
);
/** "A nest under the eaves; right, the notebooks." */
const SECOND_PICTURE = /;\s(?:and )?(?:far )?(?:right|left|above|below|top|bottom|opposite),\s/;
const JERSEY = /\p{L} \(#?\d{1,2}\)/gu;
const SHOWN =
  /\b(?:seen|pictured|shown|photographed) here\b|\b(?:is|are) (?:pictured|seen|photographed)(?:,| (?:in|at|on|near|from|during|through|outside|inside|above|below|behind|before|after|with|next|here|along|off)\b)|\bposes? for (?:(?:an?|the|his|her|their) )?(?:\w+ )?(?:photos?|photographs?|pictures?|portraits?|selfies?)\b|\blooks? on(?:[,.]| (?:during|as|while|from|at)\b)/i;
const POSES = /\bposes? (?:for|with|in|at|on|next|beside|outside|inside|during)\b/i;
const PERIOD_OF_PLAY =
  /\bduring (?:the|an?|their|his|her) [^.]{0,70}\b(?:half|period|quarter|innings?|set|round|match|game|final|race|stage|practice|session|lap|tournament)\b/i;
const SPEECH = /\b(?:said|says|told|according to|added|explained)\b/;
const READER = /(?:^|[\s“"(])(?:I|I['’]\w+|we|We|my|My|our|Our|you|You|your|Your|me|us)(?=[\s,.!?;:'’])/;
/** A story goes on with these; a caption stands alone. */
const GOES_ON =
  /^(?:[“"‘'—–-]|(?:But|And|So|Yet|Still|However|Meanwhile|Also|Then|Now|Later|He|She|They|It|We|I|You|His|Her|Their|Its|That|Those|These|There|Here|If|When|While|Although|Though|Because|Since|After|Before|For|As|By|With|Under|According|Despite|Last|Earlier|On|Among|Until|To|What|Why|How|Who|Not|Even|Some|Most|Many|Both|Instead|Once|Asked|Rather|More recently)\b)/;
/** What an editor adds about the text itself, and how letters begin. */
const NOTE =
  /^(?:This (?:story|article|report|version|post|column|interview|headline)|(?:Correction|Clarification|Editor['’]s note|Update)s?)\b|^(?:Dear|Sirs?|Madam|Editor|To the editor)\b[^.!?]{0,20}[:,–—-]\s/i;
/** What the form of a paragraph says: above 0 for a caption, below for a story. */
export interface CaptionForm {
  readonly score: number;
  /** It begins as only captions do. */
  readonly sure: boolean;
}

/** A caption of more than this many code units is read no further: what tells it apart stands at its start. */
const READ = 600;

/**
 * Weighs a paragraph by its form alone. Weights are set by hand on invented wire copy:
 * 2.5 is where a paragraph that stands alone is a caption (see `pictures.ts`).
 *
 * @param paragraph on one line, without white space around it
 */
export function captionForm(paragraph: string): CaptionForm {
  if (
    FILE.test(paragraph) ||
    LICENSED.test(paragraph.slice(-100)) ||
    isGlued(paragraph) ||
    LABELLED.test(paragraph) ||
    SLUGS.test(paragraph.slice(0, 300)) ||
    OPENING.test(paragraph.slice(0, 200))
  )
    return { score: 4, sure: true };
  const first = firstSentence(paragraph.slice(0, READ));
  const dated = datedAs(first);
  const jerseys = Math.min(2, first.match(JERSEY)?.length ?? 0) * 0.75;
  const score =
    tenseOf(first) +
    dated +
    jerseys +
    (WHERE_IN_PICTURE.test(first) ? 2 : 0) +
    (SHOWN.test(first) ? 3.25 : POSES.test(first) ? 2 : 0) +
    (SECOND_PICTURE.test(first) ? 2.5 : 0) +
    (PERIOD_OF_PLAY.test(first) ? 1 : 0) +
    (isPersonName(ENDS_IN_NAME.exec(paragraph.slice(-60))?.[1] ?? '') ? 1 : 0) +
    against(paragraph, first);
  return { score, sure: false };
}

/** Agencies write "in Tarn, Friday, March 5, 2021"; "on Friday, March 5, 2021" is anybody's. */
function datedAs(sentence: string): number {
  if (DATE_LINE.test(sentence)) return 0;
  const day = WITH_WEEKDAY.exec(sentence);
  if (day && !/\b(?:on|until|from|through|by|since)\s$/.test(sentence.slice(0, day.index))) return 2;
  return day || FULL_DATE.test(sentence) ? 1 : 0;
}

function against(paragraph: string, first: string): number {
  const head = paragraph.slice(0, READ);
  return -(
    (SPEECH.test(first) ? 2 : SPEECH.test(head) ? 0.5 : 0) +
    (READER.test(first) ? 1.5 : 0) +
    (GOES_ON.test(paragraph) ? 2 : 0) +
    (NOTE.test(paragraph) ? 3 : 0) +
    (/^[^\p{L}\p{N}]|^\p{Lu}\p{Ll}+ly,/u.test(paragraph) ? 1.5 : 0) +
    (/\bthere(?: (?:is|are|was|were)|['’]s)\b/i.test(first) ? 1 : 0) +
    (/[“"]/.test(first) ? 0.5 : 0) +
    (/[?:]$/.test(paragraph) ? 2 : 0) +
    (paragraph.length > 700 ? 2 : paragraph.length > 450 ? 1 : 0)
  );
}

/**
 * Cheaper than `sentencesOf`, and good enough: a state's abbreviation may keep two sentences together.
 *
 * @param text of a paragraph
 * @returns it up to its first full stop, question mark or exclamation mark, that one included
 */
export function firstSentence(text: string): string {
  for (const match of text.matchAll(/[.!?]["”’)]*\s+(?=["“‘([]?[\p{Lu}\p{N}])/gu)) {
    const before = text.slice(0, match.index);
    const word = /(?<![\p{L}.])([\p{L}.]+)$/u.exec(before.slice(-12))?.[1]?.toLowerCase() ?? '';
    if (/^\p{L}$/u.test(word) || NEVER_LAST.has(word) || MAYBE_LAST.has(word)) continue;
    return text.slice(0, match.index + 1);
  }
  return text;
}
