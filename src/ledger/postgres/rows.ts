import type { AnswerStore, InstallationStore, SettingsStore } from '../ledger.ts';
import { answerOf, parsed, postOf, settingsIn, threadIn, withChange } from '../rows.ts';
import type { Store } from '../store.ts';
import { unescaped } from '../text.ts';
import type { Connection } from './connection.ts';
import { keyOf } from './key.ts';

/** @returns what people have set, as one JSON text for each place */
export function settingsStore(connection: Connection): SettingsStore {
  const sql = 'SELECT json FROM nutgraf.settings WHERE place = $1';
  return {
    async get(place) {
      const [row] = await connection.all(sql, keyOf(place));
      return settingsIn(row?.json);
    },
    async change(place, change) {
      await connection.write(async (query) => {
        // Another process may be changing something else of the same place: there is a row to wait at.
        const key = keyOf(place);
        await query("INSERT INTO nutgraf.settings VALUES ($1, '{}') ON CONFLICT DO NOTHING", key);
        const [row] = await query(`${sql} FOR UPDATE`, key);
        const json = JSON.stringify(withChange(settingsIn(row?.json), change));
        await query('UPDATE nutgraf.settings SET json = $2 WHERE place = $1', key, json);
      });
    },
  };
}

/** @returns threads, posts and askings */
export function passingRows(connection: Connection): Pick<Store, 'threads' | 'posts' | 'askings'> {
  return {
    threads: {
      async get(thread) {
        const sql = 'SELECT json FROM nutgraf.threads WHERE thread = $1';
        const [row] = await connection.all(sql, keyOf(thread));
        return threadIn(row?.json);
      },
    },
    posts: {
      async get(question) {
        const sql = 'SELECT json FROM nutgraf.posts WHERE question = $1';
        const [row] = await connection.all(sql, keyOf(question));
        return postOf(parsed(row?.json));
      },
    },
    askings: {
      async get(id) {
        const [row] = await connection.all('SELECT text FROM nutgraf.askings WHERE id = $1', keyOf(id));
        return unescaped(row?.text);
      },
    },
  };
}

/** @returns answers that stand in channels */
export function answerRows(connection: Connection): Pick<AnswerStore, 'quoting' | 'quoted'> {
  return {
    async quoting(story, article) {
      const rows = await connection.all(
        `SELECT json FROM nutgraf.answer_quotes JOIN nutgraf.answers ON key = answer_key
        WHERE article_key = $1 ORDER BY at, id`,
        keyOf(story, article),
      );
      return rows.map(({ json }) => answerOf(parsed(json))).filter((answer) => answer !== null);
    },
    async quoted() {
      const sql = 'SELECT DISTINCT ON (article_key) story, article FROM nutgraf.answer_quotes';
      return (await connection.all(sql)).flatMap((row) => {
        const [story, article] = [unescaped(row.story), unescaped(row.article)];
        return story === null || article === null ? [] : [{ story, article }];
      });
    },
  };
}

/** @returns installations as texts that are sealed already */
export function installationRows(connection: Connection): InstallationStore {
  return {
    async get(workspace) {
      const sql = 'SELECT sealed FROM nutgraf.installations WHERE workspace = $1';
      const [row] = await connection.all(sql, keyOf(workspace));
      return typeof row?.sealed === 'string' ? row.sealed : null;
    },
    async set(workspace, sealed) {
      await connection.write((query) =>
        query(
          `INSERT INTO nutgraf.installations VALUES ($1, $2)
          ON CONFLICT (workspace) DO UPDATE SET sealed = excluded.sealed`,
          keyOf(workspace),
          sealed,
        ),
      );
    },
    async remove(workspace) {
      const sql = 'DELETE FROM nutgraf.installations WHERE workspace = $1';
      await connection.write((query) => query(sql, keyOf(workspace)));
    },
  };
}
