import { stopwords } from '@orama/stopwords/english';
import type { BenchSentence, Peer } from '../peer.ts';

const STOP_WORDS = new Set(stopwords);
const SCHEMA = "CREATE VIRTUAL TABLE sentences USING fts5(text, tokenize = 'porter unicode61')";
const INSERT = 'INSERT INTO sentences(rowid, text) VALUES (?, ?)';
/** `rank` is bm25() and, read this way, faster than calling it (https://www.sqlite.org/fts5.html, 5.1.1). */
const SELECT = 'SELECT rowid FROM sentences WHERE sentences MATCH ? ORDER BY rank LIMIT ?';

/** What is needed of SQLite, whichever build of it there is. */
interface Database {
  readonly fill: (sentences: readonly BenchSentence[]) => void;
  readonly find: (match: string, most: number) => readonly number[];
}

/**
 * FTS5 with its Porter stemmer and bm25() (https://www.sqlite.org/fts5.html, 4.3.3 and 5.1.1). Words are
 * joined by OR, since all of a question's are never there. FTS5 has no stop words; leaving them out of the
 * query is worth 0.9 P@1 on 1,000 questions of a development set (`train-wiki`) and makes it fifteen times as
 * fast, so they are left out.
 *
 * Node's own SQLite is used where there is one (from 22.13), else SQLite compiled to WebAssembly, with the
 * table in memory: the common packages with native code download it in an install script.
 */
export const peer: Peer = {
  name: 'SQLite FTS5',
  version: async () => process.versions.sqlite ?? `${await compiledVersion()} (WebAssembly)`,
  setup: 'Porter stemmer, `bm25()`, words joined by OR; English stop words left out of the question',
  documentation: 'https://www.sqlite.org/fts5.html#porter_tokenizer',
  most: null,

  async build(sentences) {
    const database = (await native()) ?? (await compiled());
    database.fill(sentences);
    return (question, most) => {
      const words = (question.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
        (word) => !STOP_WORDS.has(word.toLowerCase()),
      );
      return words.length === 0 ? [] : database.find(words.map((word) => `"${word}"`).join(' OR '), most);
    };
  },
};

async function native(): Promise<Database | null> {
  const builtIn = await import('node:sqlite').catch(() => null);
  if (builtIn === null) return null;
  const database = new builtIn.DatabaseSync(':memory:');
  database.exec(SCHEMA);
  const [insert, select] = [database.prepare(INSERT), database.prepare(SELECT)];
  return filling(
    (command) => database.exec(command),
    (row) => void insert.run(...row),
    (match, most) => select.all(match, most),
  );
}

async function compiled(): Promise<Database> {
  const database = await inMemory();
  database.exec(SCHEMA);
  const [insert, select] = [database.prepare(INSERT), database.prepare(SELECT)];
  return filling(
    (command) => database.exec(command),
    (row) => void insert.run(row),
    (match, most) => select.all([match, most]),
  );
}

/** SQLite's own version: that of the package that compiles it says little. */
async function compiledVersion(): Promise<string> {
  const { version } = (await inMemory()).get('SELECT sqlite_version() AS version');
  return String(version);
}

/** Loaded only when it is needed: it takes 16 MB before it holds a row. */
async function inMemory() {
  const { default: sqlite } = await import('node-sqlite3-wasm');
  return new sqlite.Database(':memory:');
}

function filling(
  exec: (command: string) => void,
  insert: (row: readonly [number, string]) => void,
  select: (match: string, most: number) => readonly { readonly rowid: number }[],
): Database {
  return {
    fill(sentences) {
      exec('BEGIN');
      sentences.forEach(({ text }, id) => {
        insert([id, text]);
      });
      exec('COMMIT');
    },
    find: (match, most) => select(match, most).map(({ rowid }) => rowid),
  };
}
