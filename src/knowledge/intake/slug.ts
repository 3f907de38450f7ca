/** Longer names are cut at a word: some file systems end at 255 bytes, and people read them in listings. */
const LONGEST = 60;

/** Letters that Unicode does not take apart into a base and a mark. */
const WITHOUT_A_BASE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * A name for files and folders.
 *
 * @param text any text, such as a headline
 * @returns lower case letters a to z, digits and single hyphens, at most 60; `''` when the text has none of them
 */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[ßæøœłđðþı]/g, (letter) => WITHOUT_A_BASE[letter] ?? '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return RESERVED.test(slug) ? `${slug}-1` : slug;
}

/** Names that Windows keeps for devices (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a text names a story's folder and nothing outside the library: no dots, no slashes. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 100 && !RESERVED.test(text);
}
