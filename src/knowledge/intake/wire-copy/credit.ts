import { isNamelike, isPersonName } from './names.ts';
import { isOutletName } from './outlets.ts';

/**
 * How sure it is that a text says who took a photograph, and nothing else.
 * - `sure`: no sentence of a story has this form
 * - `possible`: a name and an outlet, or an agency alone: a credit where a caption stands next to it
 */
export type CreditForm = 'sure' | 'possible';

/** Agencies and libraries that sell photographs and nothing else. */
const PHOTO_ONLY =
  /^(?:getty(?: images)?(?: plus)?|istock(?:photo)?|shutterstock(?:\.com)?|alamy(?: stock photo)?|unsplash|pexels|pixabay|wikimedia(?: commons)?|flickr|zuma(?: press)?|rex(?: features)?|sipa|epa(?:-efe)?|press association images|pa wire|pa images|adobe stock|depositphotos|imago(?: images)?|corbis|magnum(?: photos)?)$/i;
/** Agencies that write as well. */
const AGENCY =
  /^(?:ap|associated press|the associated press|reuters|afp|agence france-presse|pa|pa media|upi|dpa|efe|ansa|pti|ani|xinhua|kyodo(?: news)?|tass|aap|the canadian press|canadian press|bloomberg|anp|ntb|tt|belga|keystone|lusa|yonhap|anadolu(?: agency)?)$/i;
/** What else stands in credits, and in much besides. */
const SOURCE = /^(?:courtesy|pool|file|handout|staff|social media|supplied)$/i;
/** Words that are said of photographs. */
const PICTURE_WORD = /\b(?:photos?|photograph(?:s|er|y)?|images?|pictures?|pool|file|handout)\b/i;
/** Said alone, in brackets or on a line. */
const BARE =
  /^(?:(?:ap|family|police|booking|file|handout|hand-?out|pool|stock|courtesy|contributed|submitted|provided|staff|archive|library|agency|screen ?grab|representative|special) (?:photo|photograph|image|picture|pic)s?|handout|hand-?out|screen ?(?:grab|shot)|supplied(?: photo)?|(?:photo|image|picture)s?:? (?:supplied|submitted|contributed|provided|courtesy|handout))$/i;
const LABEL =
  /^(?:(?:staff|file|handout|pool|stock|courtesy|contributed|submitted|special|drone|aerial|undated)[ -]){0,2}(?:photo(?:graph(?:s|y)?|s)?|image|images|picture|pictures|pics?|fotos?|bild(?:er)?|imagen|portraits?|illustrations?|composites?|graphics?|artworks?|montages?)(?:[ -](?:credit|source|courtesy|illustration))?\s*(?:[:|©,]|by\b|courtesy(?: of)?\b|via\b|from\b|\/)\s*/i;
const CREDIT_LABEL =
  /^(?:(?:photo|image|picture) )?(?:(?:credits?|source|cr[ée]dito?)\s*[:|]\s*|credit(?:\.{3}|…)?\s+)|^(?:Credit)+(?=\p{Lu})/iu;
const COURTESY = /^(?:(?:photo|image|picture)s? )?courtesy(?: of|:)?\s+/i;
const COPYRIGHT = /^(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4},?)?\s*/i;
const COMPANY = /\b(?:inc|ltd|llc|corp(?:oration)?|company|co|media|group|plc|limited)\.?$/i;
/** "Ines Calder photo", "Ines Calder, staff photographer", "Ines Calder | The Post". */
const AFTER_NAME =
  /^(.{4,40}?)(?:\s+photos?|\s*[,|–—-]\s*(?:staff photographer|staff|photographer|for the .{2,30})|\s+[|•]\s+(.{2,40}))$/i;
/** The longest credit seen in agencies' style guides has three names: 100 code units hold it. */
const LONGEST = 120;

/**
 * @param line a whole paragraph, or what stands in brackets
 * @returns whether it is a photographer's or an agency's credit and nothing else; `null` when it is not
 */
export function creditForm(line: string): CreditForm | null {
  const text = withoutBrackets(line);
  if (text.length < 2 || text.length > LONGEST) return null;
  if (BARE.test(text) || PHOTO_ONLY.test(text)) return 'sure';
  if (AGENCY.test(text) || SOURCE.test(text) || /^\p{Lu}{3,6}$/u.test(text)) return 'possible';
  return labelled(text) ?? parted(text) ?? afterName(text);
}

/**
 * @param text a whole paragraph
 * @returns whether it is the name of a library or an agency that sells photographs, alone
 */
export function isLibrary(text: string): boolean {
  return PHOTO_ONLY.test(text);
}

function withoutBrackets(line: string): string {
  const inner = /^[([]([^()[\]]*)[)\]]\.?$/.exec(line.trim());
  return (inner?.[1] ?? line).trim().replace(/\.$/, '');
}

function labelled(text: string): CreditForm | null {
  for (const label of [LABEL, CREDIT_LABEL]) {
    const match = label.exec(text);
    if (match && isCreditor(text.slice(match[0].length))) return 'sure';
  }
  const courtesy = COURTESY.exec(text);
  // "Courtesy of the post office, it is lit until nine."
  const isSentence = /\b(?:is|are|was|were|has|had|will|can)\b/.test(text);
  if (courtesy && !isSentence && isShort(text.slice(courtesy[0].length), 8)) return 'sure';
  const copyright = COPYRIGHT.exec(text);
  if (copyright && isOwner(text.slice(copyright[0].length), /\d{4}/.test(copyright[0]))) return 'sure';
  return null;
}

/** With a year, only a person holds the rights in a photograph; an outlet holds them in all of its page. */
function isOwner(text: string, withYear: boolean): boolean {
  if (COMPANY.test(text) || !isCreditor(text)) return false;
  const [first = ''] = partsOf(text);
  return !withYear || (isPersonName(first) && !isOutletName(first));
}

/** Who is credited: names divided by slashes, commas, "via", "for", "and". */
function isCreditor(text: string): boolean {
  if (/^courtesy\b/i.test(text)) return isShort(text, 9);
  const parts = partsOf(text);
  return (
    parts.length > 0 &&
    parts.length <= 6 &&
    parts.every((part) => isNamelike(part) || AGENCY.test(part) || PHOTO_ONLY.test(part) || SOURCE.test(part))
  );
}

/** "Ines Calder/Harlow Post", "Pool via AP", "AP Photo/Ines Calder, File". */
function parted(text: string): CreditForm | null {
  const divided = /\/|\b(?:via|for)\b/.test(text);
  const parts = partsOf(text);
  if (parts.length < 2 || parts.length > 6) return null;
  // Libraries credit accounts: "gull_77/iStock/Getty Images".
  if (divided && PHOTO_ONLY.test(parts[parts.length - 1] ?? '') && isShort(text, 8)) return 'sure';
  if (!parts.every((part) => isNamelike(part) || AGENCY.test(part) || SOURCE.test(part))) return null;
  const known =
    parts.some((part) => AGENCY.test(part) || PHOTO_ONLY.test(part)) ||
    (parts.some((part) => SOURCE.test(part) || PICTURE_WORD.test(part)) && parts.some(isPersonName));
  if (divided && known) return 'sure';
  if (divided && isPersonName(parts[0] ?? '') && parts.slice(1).some(isOutlet)) return 'sure';
  if (divided && /\S\/\S|\S \/ \S/.test(text) && parts.some(isPersonName)) return 'possible';
  return known && isPersonName(parts[0] ?? '') ? 'possible' : null;
}

/** Stations are called by letters: "KPLC". */
function isOutlet(text: string): boolean {
  return isOutletName(text) || /^\p{Lu}{3,6}$/u.test(text);
}

function partsOf(text: string): string[] {
  return text
    .split(/(?:(?<!\s)\s+)?\/\s*|(?<!\s)\s+(?:via|for|\|)\s+|[,:]\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function afterName(text: string): CreditForm | null {
  const match = AFTER_NAME.exec(text);
  if (match?.[1] && isPersonName(match[1])) {
    return match[2] === undefined ? 'sure' : isNamelike(match[2]) ? 'possible' : null;
  }
  // "INES CALDER AFP"
  const last = /^(.+) ([\p{Lu}-]{2,8})$/u.exec(text);
  return last?.[1] && last[2] && AGENCY.test(last[2]) && isPersonName(last[1]) ? 'possible' : null;
}

function isShort(text: string, words: number): boolean {
  return text !== '' && !/[.!?]\s/.test(text) && text.split(/\s+/).length <= words;
}

/**
 * @param paragraph a whole paragraph
 * @returns whether it ends in a credit, or has one in brackets anywhere, that covers what stands before it
 */
export function inlineCredit(paragraph: string): CreditForm | null {
  let found: CreditForm | null = null;
  const brackets = /[([]/.test(paragraph) ? bracketed(paragraph) : [];
  for (const form of [...brackets, ...tails(paragraph)]) {
    if (form === 'sure') return form;
    found ??= form;
  }
  return found;
}

/** Said of a photograph when it stands in brackets at the end, and of anything else without them. */
const IN_BRACKETS =
  /^(?:File|Handout|Provided|Contributed|Submitted|Supplied|Courtesy|(?:Submitted|Provided|Supplied|Contributed) by \p{Lu}.{2,50})$/u;
/** In the middle of a paragraph only what no writer puts in brackets. */
const ANYWHERE =
  /^(?:AP )?(?:Photo|Photograph|Image|Picture)s?(?:\/| by | courtesy |:)|(?:\bvia |\/)(?:AP|AFP|Reuters|REUTERS|Getty|Getty Images|Pool)\b/;

function* bracketed(paragraph: string): Generator<CreditForm> {
  for (const match of paragraph.matchAll(/[([]([^()[\]]{2,120})[)\]]/g)) {
    const inside = match[1] ?? '';
    const form = creditForm(inside);
    const last = /^[\s.,]*$/.test(paragraph.slice(match.index + match[0].length));
    if (last && IN_BRACKETS.test(inside)) yield 'sure';
    else if (form === 'sure' && (last || ANYWHERE.test(inside))) yield 'sure';
    else if (form !== null && last) yield 'possible';
  }
}

const TAIL_STARTS =
  /[.!?]["”’)]*\s+|[.!?]["”’)]*(?=\p{Lu})|\s[|–—-]\s+|\s(?=(?:Photo|Photograph|Picture|Image|Credit|Pic)s?(?:\s(?:Credit|credit))?(?::|\.{3}|…|\sby\s|\scourtesy\s))|\s(?=©)|\s(?=\p{Lu}[\p{L}.'’-]* (?:\p{Lu}[\p{L}.'’-]* )?\p{Lu}[\p{L}.'’-]*\/\S)/gu;

/** Letters end in names as well, and are longer than captions. */
const NAMED = 220;

/** What follows the last sentence ends, bars and dashes, and what follows a label such as "Photo:". */
function* tails(paragraph: string): Generator<CreditForm> {
  const from = Math.max(0, paragraph.length - LONGEST);
  const end = paragraph.slice(from);
  for (const match of end.matchAll(TAIL_STARTS)) {
    const tail = end.slice(match.index + match[0].length);
    if (tail === '' || from + match.index === 0) continue;
    // A name after the last sentence: "The new coin. Ines Calder".
    const form =
      creditForm(tail) ??
      (paragraph.length <= NAMED && /^[.!?]/.test(match[0]) && isPersonName(tail) ? 'possible' : null);
    if (form !== null) yield form;
  }
}
