import { randomBytes } from 'node:crypto';
import { keysOf } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { answersInMemory } from './memory/answers.ts';
import { inboxInMemory } from './memory/inbox.ts';
import { journalInMemory } from './memory/journal.ts';
import { texts } from './memory/texts.ts';
import { parsed, postOf, settingsIn, threadIn, withChange } from './rows.ts';
import { sealedInstallations } from './sealed.ts';

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
  const entries = texts();
  const answers = texts();
  const installations = texts();
  const inbox = inboxInMemory(texts());
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
    journal: journalInMemory(entries, keys.hash, (person) => inbox.forget(person)),
    answers: answersInMemory(answers),
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
    inbox,
    async close() {
      inbox.clear();
      for (const each of [settings, threads, posts, askings, entries, answers, installations]) each.clear();
    },
  };
}
