import type { Article } from '../../article.ts';
import { breaths } from '../../breath.ts';
import { countedOf } from '../../corpus.ts';
import type { ClusterClient } from './client.ts';
import { documentsOf, type IndexDocument } from './documents.ts';
import { EngineError, isPassing } from './engine-error.ts';

/** Told how far the loading has come, in sentences. */
export type Progress = (done: number, all: number) => void;

/** Where entries go. What is loaded by an alias that is gone must not make an index of that name. */
export interface Target {
  readonly name: string;
  readonly isAlias: boolean;
}

/** Clusters do well with requests of 5 to 15 MB (https://docs.opensearch.org/latest/api-reference/document-apis/bulk/). */
const BYTES = 5_000_000;
/** An entry has about 250 bytes; the client writes a request at once, and questions wait for that. */
const ENTRIES = 5_000;
/** For one request, in ms: merging can hold a node up for long. */
const WITHIN = 60_000;
/** Before each further try, in ms: a cluster that is too busy (429) or has lost a node mends within a minute. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

/**
 * Loads articles into an index, in requests one after the other: nothing is read further ahead than the cluster takes.
 * The entry that an article is whole is written when the cluster has confirmed all the rest of it. Loading an article
 * again changes nothing.
 *
 * @param cluster the cluster
 * @param into the index, or its alias
 * @param articles what is loaded
 * @param progress told after each request
 * @throws {EngineError} when something is not taken, after some tries
 */
export async function load(
  cluster: ClusterClient,
  into: Target,
  articles: readonly Article[],
  progress: Progress = () => {},
): Promise<void> {
  const breath = breaths();
  const all = articles.reduce((total, article) => total + countedOf(article).sentences.length, 0);
  let done = 0;
  let parts: IndexDocument[] = [];
  let wholes: IndexDocument[] = [];
  let bytes = 0;

  async function send(): Promise<void> {
    if (parts.length > 0) await sendAll(cluster, into, parts);
    if (wholes.length > 0) await sendAll(cluster, into, wholes);
    done += parts.filter(({ sentence }) => sentence !== undefined).length;
    [parts, wholes, bytes] = [[], [], 0];
    progress(done, all);
  }

  for (const article of articles) {
    for (const document of documentsOf(article)) {
      (document.whole ? wholes : parts).push(document);
      bytes += sizeOf(document);
      if (bytes >= BYTES || parts.length >= ENTRIES) await send();
    }
    await breath();
  }
  await send();
}

function sizeOf({ sentence = '', paragraph = '', headline = '' }: IndexDocument): number {
  return 150 + sentence.length + paragraph.length + headline.length;
}

/** Sends entries until each is taken. */
async function sendAll(
  cluster: ClusterClient,
  into: Target,
  documents: readonly IndexDocument[],
  tries = 0,
): Promise<void> {
  const pause = PAUSES[tries];
  const left = await sent(cluster, into, documents, pause === undefined);
  if (left.length === 0 || pause === undefined) return;
  await cluster.pause(pause);
  await sendAll(cluster, into, left, tries + 1);
}

/**
 * @param isLast whether no other try follows
 * @returns the entries that are to be tried again
 */
async function sent(
  { call }: ClusterClient,
  { name, isAlias }: Target,
  documents: readonly IndexDocument[],
  isLast: boolean,
): Promise<readonly IndexDocument[]> {
  const lines = documents.flatMap(({ _id, ...entry }) => [{ index: { _id } }, entry]);
  let items: readonly Item[];
  try {
    const path = `/${encodeURIComponent(name)}/_bulk`;
    const querystring = { require_alias: String(isAlias) };
    const answer = await call({ method: 'POST', path, querystring, lines }, WITHIN);
    ({ items = [] } = answer as { readonly items?: readonly Item[] });
  } catch (error) {
    if (isLast || !isPassing(error)) throw error;
    return documents;
  }
  const failed = items.map(({ index: told }) => (isTaken(told?.status) ? null : (told ?? {})));
  const first = failed.find((one) => one !== null);
  if (items.length !== documents.length) throw notTaken('it answers for others than were sent');
  if (first === undefined) return [];
  const hopeless = failed.find((one) => one !== null && !AGAIN.has(one?.status ?? 0));
  if (isLast || hopeless) throw notTaken((hopeless ?? first)?.error?.type ?? 'no reason given');
  return documents.filter((_, at) => failed[at] !== null);
}

/** What the cluster says of one entry. */
interface Item {
  readonly index?: { readonly status?: number; readonly error?: { readonly type?: string } };
}

/** Too busy, or a shard is moving. */
const AGAIN = new Set([429, 502, 503, 504]);

function isTaken(status = 0): boolean {
  return status >= 200 && status < 300;
}

function notTaken(why: string): EngineError {
  return new EngineError(
    'unfit',
    `OpenSearch has not taken all of the library (${why}): look at its log and the space on its disks, then try again.`,
  );
}
