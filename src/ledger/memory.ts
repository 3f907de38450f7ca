import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { keysOf } from './keys.ts';
import type { Entry, JournalStore, Ledger } from './ledger.ts';
import { entryOf, parsed, postOf, settingsIn, threadIn, withChange } from './rows.ts';
import { sealedInstallations } from './sealed.ts';

/** Rows in each store, and UTF-16 code units in all of them: some 16 MB a store, whatever people write. */
const LIMITS = { max: 10_000, maxSize: 8_000_000 };

/**
 * Opens a ledger that ends with the process: for `LEDGER_URL=off`, and where no file can be kept. What has not
 * been used for longest is dropped first.
 *
 * @param key LEDGER_KEY, which installations are sealed with; `null` where it is not set
 * @returns the ledger
 */
export async function memoryLedger(key: string | null): Promise<Ledger> {
  const keys = await keysOf(key, randomBytes(32));
  const settings = texts();
  const threads = texts();
  const posts = texts();
  const askings = texts();
  const installations = texts();
  return {
    settings: {
      get: async (place) => settingsIn(settings.get(place)),
      async change(place, change) {
        settings.set(place, JSON.stringify(withChange(settingsIn(settings.get(place)), change)));
      },
    },
    threads: {
      get: async (thread) => threadIn(threads.get(thread)),
      async set(thread, state) {
        threads.set(thread, JSON.stringify(state));
      },
    },
    posts: {
      get: async (question) => postOf(parsed(posts.get(question))),
      async set(question, post) {
        posts.set(question, JSON.stringify(post));
      },
      async remove(question) {
        posts.delete(question);
      },
    },
    askings: {
      get: async (id) => askings.get(id) ?? null,
      async set(id, text) {
        askings.set(id, text);
      },
    },
    journal: journal(keys.hash),
    installations: sealedInstallations(
      {
        get: async (workspace) => installations.get(workspace) ?? null,
        async set(workspace, sealed) {
          installations.set(workspace, sealed);
        },
        async remove(workspace) {
          installations.delete(workspace);
        },
      },
      keys.sealing,
    ),
    async close() {
      for (const each of [settings, threads, posts, askings, installations]) each.clear();
    },
  };
}

/** Texts rather than objects: what is given back is then nobody else's, and its size is known. */
function texts(): LRUCache<string, string> {
  return new LRUCache({ ...LIMITS, sizeCalculation: (text, name) => text.length + name.length + 1 });
}

function journal(hash: (person: string) => string): JournalStore {
  const entries = new LRUCache<number, string>({ ...LIMITS, sizeCalculation: (text) => text.length + 1 });
  let added = 0;
  const newestFirst = (isMeant: (entry: Entry) => boolean): readonly Entry[] =>
    [...entries.values()]
      .map((text) => entryOf(parsed(text)))
      .filter((entry) => entry !== null)
      .filter(isMeant)
      .sort((a, b) => b.at - a.at);

  return {
    async add(entry) {
      const person = entry.person === null ? null : hash(entry.person);
      added += 1;
      entries.set(added, JSON.stringify({ ...entry, person }));
    },
    async recent(person, most) {
      const own = hash(person);
      const asked = newestFirst((entry) => entry.kind === 'question' && entry.person === own);
      return [...new Set(asked.map(({ question }) => question))].slice(0, Math.max(0, most));
    },
    list: async (kind, most) => newestFirst((entry) => entry.kind === kind).slice(0, Math.max(0, most)),
  };
}
