/** What the ids in messages are called here: Slack knows it, a preview has to be told. */
export type Names = Readonly<Record<string, string>>;

/**
 * @param names what ids are called
 * @param id id of a person, a channel, a group
 * @returns its name; the id itself where there is none
 */
export function nameOf(names: Names, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}
