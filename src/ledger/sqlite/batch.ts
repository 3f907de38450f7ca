import type { Entry, Post, PostedAnswer, Thread } from '../ledger.ts';
import type { AnswerName, Batch } from '../store.ts';
import { escaped } from '../text.ts';
import type { Database, Run } from './database.ts';
import { finish } from './inbox.ts';

/**
 * Writes a batch in one transaction: some 10 µs for each thing in it.
 *
 * @param database where it is kept
 * @param hash a person's keyed hash
 * @param now the time of the change, in ms since the epoch
 */
export function writeBatch(
  database: Database,
  batch: Batch,
  hash: (person: string) => string,
  now: number,
): void {
  database.write((run) => {
    for (const entry of batch.entries) addEntry(run, entry, hash);
    for (const [thread, state] of batch.threads) setThread(run, thread, state, now);
    for (const [question, post] of batch.posts) setPost(run, question, post, now);
    for (const [id, text] of batch.askings) setAsking(run, id, text, now);
    for (const { name, answer } of batch.answers) setAnswer(run, name, answer);
    for (const name of batch.done) finish(database, run, name, now);
  });
}

function addEntry(run: Run, entry: Entry, hash: (person: string) => string): void {
  const { kind, at, place, person, question, outcome, confidence, quoted } = entry;
  run(
    `INSERT INTO journal (kind, at, place, person, question, outcome, confidence, quoted)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    kind,
    at,
    escaped(place),
    person === null ? null : hash(person),
    escaped(question),
    escaped(outcome),
    confidence,
    quoted === null ? null : JSON.stringify(quoted),
  );
}

function setThread(run: Run, thread: string, state: Thread, now: number): void {
  const sql = 'INSERT OR REPLACE INTO threads (thread, json, changed_at) VALUES (?, ?, ?)';
  run(sql, escaped(thread), JSON.stringify(state), now);
}

function setPost(run: Run, question: string, post: Post | null, now: number): void {
  if (post === null) {
    run('DELETE FROM posts WHERE question = ?', escaped(question));
    return;
  }
  const sql = 'INSERT OR REPLACE INTO posts (question, channel, message, changed_at) VALUES (?, ?, ?, ?)';
  run(sql, escaped(question), escaped(post.channel), escaped(post.message), now);
}

function setAsking(run: Run, id: string, text: string, now: number): void {
  const sql = 'INSERT OR REPLACE INTO askings (id, text, changed_at) VALUES (?, ?, ?)';
  run(sql, escaped(id), escaped(text), now);
}

function setAnswer(run: Run, name: AnswerName, answer: PostedAnswer | null): void {
  const key = [name.bot, escaped(name.channel), escaped(name.message)] as const;
  for (const table of ['answer_quotes', 'answers']) {
    run(`DELETE FROM ${table} WHERE bot = ? AND channel = ? AND message = ?`, ...key);
  }
  if (answer === null) return;
  run(
    `INSERT INTO answers (bot, channel, message, workspace, at, place, asking, view, quotes)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...key,
    answer.workspace === null ? null : escaped(answer.workspace),
    answer.at,
    escaped(answer.place),
    escaped(answer.asking),
    escaped(answer.view),
    JSON.stringify(answer.quotes),
  );
  for (const { story, article } of answer.quotes) {
    run(
      'INSERT OR IGNORE INTO answer_quotes (bot, channel, message, story, article) VALUES (?, ?, ?, ?, ?)',
      ...key,
      escaped(story),
      escaped(article),
    );
  }
}
