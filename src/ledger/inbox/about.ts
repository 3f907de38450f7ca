/**
 * What a bot needs to do a thing again is a text of its own; whoever is in it is there by the platform's id.
 *
 * @param person as the bots name people, such as `slack:T1/U1` or `discord:7`
 * @returns their id
 */
export function idOf(person: string): string {
  return person.slice(Math.max(person.lastIndexOf('/'), person.indexOf(':')) + 1);
}

/**
 * @param payload of a delivery
 * @param person as in {@link idOf}
 * @returns whether it holds their id: they asked it, or somebody named them in it
 */
export function isAbout(payload: string, person: string): boolean {
  const id = idOf(person);
  const isPartOfWord = (at: number) => /[\da-z]/i.test(payload[at] ?? '');
  if (id === '') return false;
  for (let at = payload.indexOf(id); at !== -1; at = payload.indexOf(id, at + 1)) {
    if (!isPartOfWord(at - 1) && !isPartOfWord(at + id.length)) return true;
  }
  return false;
}
