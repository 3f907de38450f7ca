/** Small words inside names of people and organisations. */
const PARTICLES = new Set(
  'de da di del della dos du la le van von der den ter bin ibn al el af av zu of the and for & y e'.split(
    ' ',
  ),
);
/** Of these, the ones that stand in people's names. */
const PERSONAL = new Set(
  'de da di del della dos du la le van von der den ter bin ibn al el af av zu y e'.split(' '),
);
/** After a comma, a name goes on with these only. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/**
 * @param text a line or a part of one
 * @returns whether every word of it is written as in a name ("Ines Calder", "The Harlow Post"), six words at most
 */
export function isNamelike(text: string): boolean {
  const words = text.trim().split(/[\s,]+/);
  return (
    words.length <= 6 &&
    words.some((word) => /^\p{Lu}/u.test(word)) &&
    words.every((word) => isCapitalised(word) || PARTICLES.has(word))
  );
}

/**
 * A person's name by its form alone: two to five words, each with a capital, no digits, no full stop but
 * after an initial. A name of one word is too easily something else.
 *
 * @param text a whole line
 * @returns whether it can be a person's name
 */
export function isPersonName(text: string): boolean {
  if (text.length > 48 || /^The\s/.test(text)) return false;
  const words = text
    .trim()
    .replace(/,(?=\s)/g, '')
    .split(/\s+/);
  const capitals = words.filter(isCapitalised);
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    capitals.length >= 2 &&
    isCapitalised(words[words.length - 1] ?? '') &&
    words.every((word) => isPersonal(word) || PERSONAL.has(word)) &&
    (text.indexOf(',') < 0 || SUFFIX.test(words[words.length - 1] ?? ''))
  );
}

function isCapitalised(word: string): boolean {
  return (
    /^[\p{Lu}][\p{L}\p{M}\p{N}.'’&-]*$/u.test(word) || /^\p{Ll}{1,3}['’-]\p{Lu}[\p{L}\p{M}'’-]*$/u.test(word)
  );
}

/** A full stop follows only an initial ("J.", "J.R.") or "Jr". */
function isPersonal(word: string): boolean {
  if (!isCapitalised(word) || /[\p{N}&]/u.test(word)) return false;
  return !word.endsWith('.') || /^(?:\p{Lu}\.)+$/u.test(word) || SUFFIX.test(word);
}
