/**
 * Writes a word of a command as shells of Unix read it.
 *
 * @param word anything
 * @returns the same, in quotes where it needs them, on one line
 */
export function shellWord(word: string): string {
  const line = word.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return /^[\w@%+=:,./-]+$/.test(line) ? line : `'${line.replaceAll("'", "'\\''")}'`;
}

/**
 * @param question what is asked
 * @returns it as the last word of a command, of which it never becomes an option: a link may have brought it
 */
export function shellQuestion(question: string): string {
  const word = shellWord(question);
  return /^'?-/.test(word) ? `-- ${word}` : word;
}

/**
 * @param command its words that are known to need no quotes, such as `nutgraf ask`
 * @param options names and values; those without a value are left away
 * @returns the command
 */
export function commandWith(
  command: string,
  options: Readonly<Record<string, string | null | undefined>>,
): string {
  const given = Object.entries(options).flatMap(([name, value]) =>
    value ? [`--${name} ${shellWord(value)}`] : [],
  );
  return [command, ...given].join(' ');
}
