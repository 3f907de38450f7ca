import type { LRUCache } from 'lru-cache';
import type { Entry, JournalStore } from '../ledger.ts';
import { entryOf, parsed } from '../rows.ts';

/**
 * @param kept where it is kept
 * @param hash a person's keyed hash
 * @param forgetMore deletes what else is kept of a person, and says how much there was
 * @returns what happened
 */
export function journalInMemory(
  kept: LRUCache<string, string>,
  hash: (person: string) => string,
  forgetMore: (person: string) => number,
): JournalStore {
  let added = 0;
  const all = (isMeant: (entry: Entry) => boolean): Entry[] =>
    [...kept.values()]
      .map((text) => entryOf(parsed(text)))
      .filter((entry) => entry !== null)
      .filter(isMeant);
  const newestFirst = (isMeant: (entry: Entry) => boolean) => all(isMeant).sort((a, b) => b.at - a.at);

  return {
    async add(entry) {
      const person = entry.person === null ? null : hash(entry.person);
      added += 1;
      kept.set(`${added}`, JSON.stringify({ ...entry, person }));
    },
    async recent(person, most) {
      const own = hash(person);
      const asked = newestFirst(
        (entry) => entry.kind === 'question' && entry.person === own && entry.question !== '',
      );
      return [...new Set(asked.map(({ question }) => question))].slice(0, Math.max(0, most));
    },
    list: async (kind, most) => newestFirst((entry) => entry.kind === kind).slice(0, Math.max(0, most)),
    // What was added first comes last here, and a sort keeps the order of what is of the same time.
    within: async ({ from, to }) =>
      all(({ at }) => at >= from && at < to)
        .reverse()
        .sort((a, b) => a.at - b.at),
    async forget(person) {
      const own = hash(person);
      const theirs = [...kept].filter(([, text]) => entryOf(parsed(text))?.person === own);
      for (const [name] of theirs) kept.delete(name);
      return theirs.length + forgetMore(person);
    },
  };
}
