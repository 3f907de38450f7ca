/** What a part of `docs/bench.md` stands between that is written by itself. */
const SECTION = /<!-- (\w+): npm run bench -- [^\n]*-->\n[\s\S]*?\n<!-- \/\1 -->/g;

/**
 * @param name of the option that writes it: `ledger`
 * @param text Markdown
 * @returns the section, between marks by which it is found again
 */
export function section(name: string, text: string): string {
  return `<!-- ${name}: npm run bench -- --${name} -->\n${text}\n<!-- /${name} -->`;
}

/**
 * @param page a page
 * @param part a section, as {@link section} makes it
 * @returns the page with this section in the place of an older one of that name
 */
export function withSection(page: string, part: string): string {
  const before = sectionsOf(page).find((other) => firstLine(other) === firstLine(part));
  return before === undefined ? `${page.trimEnd()}\n\n${part}\n` : page.replace(before, () => part);
}

/** @returns the sections of a page, in order: what is kept when the rest of it is written again */
export function sectionsOf(page: string): readonly string[] {
  return page.match(SECTION) ?? [];
}

function firstLine(text: string): string {
  return text.slice(0, text.indexOf('\n'));
}
