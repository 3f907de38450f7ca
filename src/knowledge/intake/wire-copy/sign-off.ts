import { isPersonName } from './names.ts';

/** "(Reporting by Ines Calder in Vessen; Editing by Jon Weir)", as agencies end. */
const SIGN_OFF = /^\(?(?:Reporting|Reporting and writing) by ([^();.]{3,120}?)(?:[;.)]|$)/;
/** It stands among the last paragraphs, over contacts at most. */
const DEEPEST = 4;

/**
 * Reads who reported from the line at the end that says so. The line itself is the report's: readers ask
 * who wrote it, and the names are quoted from there.
 *
 * @param paragraphs of the story
 * @returns the names as they are written, without the places, or `null`
 */
export function signOff(paragraphs: readonly string[]): string | null {
  for (const text of paragraphs.slice(1).slice(-DEEPEST)) {
    const said = SIGN_OFF.exec(text)?.[1];
    if (said === undefined) continue;
    const names = said.replace(/ (?:in|from) \p{Lu}[\p{L}. ]{0,60}?(?=,| and |$)/gu, '');
    if (names.split(/,\s+(?:and\s+)?|(?<!\s)\s+and\s+/).every(isPersonName)) return names;
  }
  return null;
}
