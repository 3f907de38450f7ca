import type { Entry } from '../ledger.ts';
import type { Batch } from '../store.ts';
import { escaped } from '../text.ts';
import type { Query } from './connection.ts';
import { finish } from './inbox.ts';
import { keyOf } from './key.ts';

/**
 * Writes a batch within a transaction: a statement for each kind of thing, whatever the distance to the server.
 *
 * @param query runs a statement of the transaction
 * @param hash a person's keyed hash
 * @param now the time of the change, in ms since the epoch
 */
export async function writeBatch(
  query: Query,
  batch: Batch,
  hash: (person: string) => string,
  now: number,
): Promise<void> {
  const isNew = await query(
    'INSERT INTO nutgraf.batches VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id',
    batch.id,
    now,
  );
  if (isNew.length === 0) return;
  if (batch.entries.length > 0) await addEntries(query, batch.entries, hash);
  await replace(
    query,
    'threads',
    ['thread', 'json'],
    now,
    [...batch.threads].map(([thread, state]) => [keyOf(thread), JSON.stringify(state)]),
  );
  await replace(
    query,
    'posts',
    ['question', 'json'],
    now,
    [...batch.posts].map(([question, post]) => [keyOf(question), post && JSON.stringify(post)]),
  );
  await replace(
    query,
    'askings',
    ['id', 'text'],
    now,
    [...batch.askings].map(([id, text]) => [keyOf(id), escaped(text)]),
  );
  if (batch.answers.length > 0) await setAnswers(query, batch.answers);
  if (batch.done.length > 0) await finish(query, batch.done);
}

/** In the order in which they came: `id` tells those of the same time apart. */
async function addEntries(
  query: Query,
  entries: readonly Entry[],
  hash: (person: string) => string,
): Promise<void> {
  await query(
    `INSERT INTO nutgraf.journal (kind, at, place, person, question, outcome, confidence, quoted)
    SELECT kind, at, place, person, question, outcome, confidence, quoted
    FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::text[])
      WITH ORDINALITY AS entry (kind, at, place, person, question, outcome, confidence, quoted, nth)
    ORDER BY nth`,
    entries.map(({ kind }) => kind),
    entries.map(({ at }) => at),
    entries.map(({ place }) => escaped(place)),
    entries.map(({ person }) => (person === null ? null : hash(person))),
    entries.map(({ question }) => escaped(question)),
    entries.map(({ outcome }) => escaped(outcome)),
    entries.map(({ confidence }) => confidence),
    entries.map(({ quoted }) => (quoted === null ? null : JSON.stringify(quoted))),
  );
}

/** Sets rows, and deletes those whose value is `null`; sorted, so that two processes do not wait for each other. */
async function replace(
  query: Query,
  table: string,
  [name, value]: readonly [string, string],
  now: number,
  rows: readonly (readonly [string, string | null])[],
): Promise<void> {
  const removed = rows.filter(([, text]) => text === null).map(([key]) => key);
  const set = rows.filter(([, text]) => text !== null).sort(byKey);
  if (removed.length > 0)
    await query(`DELETE FROM nutgraf.${table} WHERE ${name} = ANY ($1::text[])`, removed);
  if (set.length === 0) return;
  await query(
    `INSERT INTO nutgraf.${table} (${name}, ${value}, changed_at)
    SELECT key, text, $3::bigint FROM unnest($1::text[], $2::text[]) AS row (key, text)
    ON CONFLICT (${name}) DO UPDATE SET ${value} = excluded.${value}, changed_at = excluded.changed_at`,
    set.map(([key]) => key),
    set.map(([, text]) => text),
    now,
  );
}

async function setAnswers(query: Query, answers: Batch['answers']): Promise<void> {
  const named = answers.map(({ name, answer }) => ({
    key: keyOf(name.bot, name.channel, name.message),
    answer,
  }));
  // With what they quoted. Another process may set the same answer meanwhile.
  await query('DELETE FROM nutgraf.answers WHERE key = ANY ($1::text[])', named.map(({ key }) => key).sort());
  const set = named.flatMap(({ key, answer }) => (answer === null ? [] : [{ key, answer }]));
  if (set.length === 0) return;
  await query(
    `INSERT INTO nutgraf.answers (key, at, json)
    SELECT key, at, json FROM unnest($1::text[], $2::bigint[], $3::text[]) AS answer (key, at, json)
    ON CONFLICT (key) DO UPDATE SET at = excluded.at, json = excluded.json`,
    set.map(({ key }) => key),
    set.map(({ answer }) => answer.at),
    set.map(({ answer }) => JSON.stringify(answer)),
  );
  const quotes = set.flatMap(({ key, answer }) => answer.quotes.map((quote) => ({ key, ...quote })));
  await query(
    `INSERT INTO nutgraf.answer_quotes (article_key, answer_key, story, article)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`,
    quotes.map(({ story, article }) => keyOf(story, article)),
    quotes.map(({ key }) => key),
    quotes.map(({ story }) => escaped(story)),
    quotes.map(({ article }) => escaped(article)),
  );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
