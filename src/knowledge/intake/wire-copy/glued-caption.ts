/** Who sells photographs, perhaps for somebody else: "Anadolu via Getty Images". */
const LIBRARY =
  /^(?:[\p{L}.' -]{2,30}(?:\/| via ))?(?:Getty Images|Alamy(?: Stock Photo)?|Shutterstock|iStock|PA (?:Media|Wire|Images)|EPA(?:-EFE)?) (?=\p{Lu})/u;
/** Agencies that write as well: their reporters are named in stories, which end with a full stop. */
const AGENCY = /^(?:Reuters|AFP|Anadolu(?: Agency)?) (?=\p{Lu}.*[^.!?]$)/u;
/** The library itself is spoken of. */
const OF_ITSELF =
  /^(?:Holdings?|Inc|Ltd|Group|plc|PLC|Corp|CEO|Chief|Chair|President|Founder|Photographers?|Reporters?|Correspondents?|Editors?|Staff|Institute|Foundation|News|Spokes\p{L}+)\b|\b(?:said|says|told)\b/u;
/** In code units, as captions are that only their form tells. */
const LONGEST = 220;
const FEWEST_WORDS = 4;

/**
 * Pages that print the credit over the picture and the caption under it paste as one line.
 *
 * @param paragraph on one line
 * @returns whether it is a library's name with a caption behind it: "Getty Images Fire crews at the mill"
 */
export function isGlued(paragraph: string): boolean {
  if (paragraph.length > LONGEST) return false;
  const credit = (LIBRARY.exec(paragraph) ?? AGENCY.exec(paragraph))?.[0];
  if (credit === undefined) return false;
  const caption = paragraph.slice(credit.length);
  const words = caption.split(' ');
  // A title's capitals: "Getty Images Sues Rival Over Stolen Pictures".
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= FEWEST_WORDS && small * 2 >= words.length && !OF_ITSELF.test(caption);
}
