import type { ClusterClient } from './client.ts';
import { EngineError, reasonOf, statusOf } from './engine-error.ts';
import { FORM, indexBody } from './mapping.ts';
import type { ClusterSettings } from './settings.ts';

const WITHIN = 30_000;
/** For what only reads the state of the cluster, and what a question may wait for. */
const READ_WITHIN = 10_000;
/** Numbers that others take at the same moment. */
const RACES = 10;

/** The name that searches use; the index behind it changes. */
export function aliasOf({ prefix }: ClusterSettings): string {
  return `${prefix}-v${FORM}`;
}

/** @returns the path of an index or an alias */
export function pathOf(name: string): string {
  return `/${encodeURIComponent(name)}`;
}

/** @returns the index behind the alias; `null` where there is none */
export async function currentIndex(cluster: ClusterClient, alias: string): Promise<string | null> {
  return (await indexesBehind(cluster, alias))[0] ?? null;
}

/** One, but for what was done by hand. */
async function indexesBehind({ insist }: ClusterClient, alias: string): Promise<string[]> {
  try {
    const answer = await insist({ method: 'GET', path: `/_alias${pathOf(alias)}` }, READ_WITHIN);
    return Object.keys(Object(answer));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/**
 * Makes the first index, behind the alias from the start. Where another process does the same, one of them makes it.
 *
 * @returns its name
 */
export async function firstIndex(cluster: ClusterClient, settings: ClusterSettings): Promise<string> {
  const alias = aliasOf(settings);
  const name = numbered(alias, 1);
  const body = { ...indexBody(settings, false), aliases: { [alias]: {} } };
  if (await isMade(cluster, name, body)) return name;
  const current = await currentIndex(cluster, alias);
  // An alias that was taken away by hand would otherwise keep everybody out.
  if (current === null) await swap(cluster, alias, name);
  return current ?? name;
}

/** @returns whether it was made; not where there is one of that name */
async function isMade({ insist }: ClusterClient, name: string, body: object): Promise<boolean> {
  try {
    await insist({ method: 'PUT', path: pathOf(name), body }, WITHIN);
    return true;
  } catch (error) {
    if (reasonOf(error) === 'resource_already_exists_exception') return false;
    throw error;
  }
}

/** Waits until every shard of an index can be asked: of one that was just made, that takes a moment. */
export async function settled({ insist }: ClusterClient, name: string): Promise<void> {
  const path = `/_cluster/health${pathOf(name)}`;
  const querystring = { wait_for_status: 'yellow', timeout: `${WITHIN}ms` };
  try {
    await insist({ method: 'GET', path, querystring }, 2 * WITHIN);
  } catch (error) {
    // Where it is not in time, the answer is 408.
    if (statusOf(error) !== 408) throw error;
    throw new EngineError(
      'unwell',
      'OpenSearch has lost a part of the index: look at its health, or make a new one with nutgraf index --full.',
      error,
    );
  }
}

/** @returns the name of an index that is made to be loaded, behind no alias yet */
export async function newIndex(cluster: ClusterClient, settings: ClusterSettings): Promise<string> {
  const alias = aliasOf(settings);
  const numbers = Object.keys(await indexesOf(cluster, alias)).map((name) => numberOf(name, alias) ?? 0);
  const first = Math.max(0, ...numbers) + 1;
  for (let number = first; ; number += 1) {
    const name = numbered(alias, number);
    if (await isMade(cluster, name, indexBody(settings, true))) return name;
    if (number - first > RACES) throw new Error(`${name} is made by others again and again`);
  }
}

/** Puts an index behind the alias, and takes away those that it stood for: in one step for whoever asks. */
export async function swap(cluster: ClusterClient, alias: string, name: string): Promise<void> {
  const old = (await indexesBehind(cluster, alias)).filter((other) => other !== name);
  const remove = old.map((index) => ({ remove: { index, alias } }));
  const body = { actions: [{ add: { index: name, alias } }, ...remove] };
  try {
    await cluster.insist({ method: 'POST', path: '/_aliases', body }, WITHIN);
  } catch (error) {
    // Another process was faster, or it was done and the answer got lost: then the next try finds so.
    if (!isMissing(error)) throw error;
    const now = await indexesBehind(cluster, alias);
    if (now.some((other) => other !== name)) await swap(cluster, alias, name);
    else if (now.length === 0) throw error;
  }
  for (const index of old) if (numberOf(index, alias) !== null) await drop(cluster, index);
}

/** What was left by a build that was broken off: none takes so long, in ms. */
const ABANDONED = 24 * 3_600_000;

/** Deletes indexes that were begun long ago and never came behind the alias, nor behind any other. */
export async function dropAbandoned(cluster: ClusterClient, alias: string, now: number): Promise<void> {
  for (const [name, { settings, aliases }] of Object.entries(await indexesOf(cluster, alias))) {
    const made = Number(settings?.index?.creation_date);
    const isOurs = numberOf(name, alias) !== null && Object.keys(aliases ?? {}).length === 0;
    if (isOurs && made < now - ABANDONED) await drop(cluster, name);
  }
}

/** Deletes an index that could not be loaded, unless somebody has put it behind the alias meanwhile. */
export async function discard(cluster: ClusterClient, alias: string, name: string): Promise<void> {
  if (!(await indexesBehind(cluster, alias)).includes(name)) await drop(cluster, name);
}

interface IndexState {
  readonly aliases?: object;
  readonly settings?: { readonly index?: { readonly creation_date?: string } };
}

async function indexesOf(
  { insist }: ClusterClient,
  alias: string,
): Promise<Readonly<Record<string, IndexState>>> {
  const querystring = { filter_path: '*.aliases,*.settings.index.creation_date' };
  const path = `${pathOf(alias)}-*`;
  return Object(await insist({ method: 'GET', path, querystring }, WITHIN));
}

/** Deletes an index; one that is gone is no fault. */
async function drop({ insist }: ClusterClient, name: string): Promise<void> {
  try {
    await insist({ method: 'DELETE', path: pathOf(name) }, WITHIN);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/** @returns whether what was named is not there */
export function isMissing(error: unknown): boolean {
  const reason = reasonOf(error);
  return (
    reason === 'index_not_found_exception' ||
    reason === 'aliases_not_found_exception' ||
    statusOf(error) === 404
  );
}

function numbered(alias: string, number: number): string {
  return `${alias}-${String(number).padStart(6, '0')}`;
}

/** @returns its number; `null` for one that is not ours: `news-v1-old-v1-000001` begins as those of `news` do */
function numberOf(name: string, alias: string): number | null {
  const number = name.startsWith(`${alias}-`) ? name.slice(alias.length + 1) : '';
  return /^\d{6,15}$/.test(number) ? Number(number) : null;
}
