import { setMaxListeners } from 'node:events';
import type { Article } from '../../article.ts';
import type { SearchTerm } from '../engine.ts';
import { type ClusterClient, type ClusterRequest, openClient } from './client.ts';
import { type EntryName, fingerprintOf, nameAll } from './documents.ts';
import { EngineError } from './engine-error.ts';
import { finish } from './finish.ts';
import {
  aliasOf,
  currentIndex,
  discard,
  dropAbandoned,
  firstIndex,
  newIndex,
  pathOf,
  settled,
  swap,
} from './indexes.ts';
import { load, type Progress } from './loading.ts';
import { lookIn } from './looking.ts';
import { patience } from './patience.ts';
import type { LibraryIndex } from './port.ts';
import { missingIn, NOTHING, type Present, presentIn } from './present.ts';
import { removeFrom } from './removing.ts';
import type { ClusterSettings } from './settings.ts';

const WITHIN = 60_000;
/**
 * @param settings where the cluster is
 * @param patient how long questions wait for it
 * @returns the index; the cluster is not spoken to before something is asked of it
 */
export function openLibraryIndex(settings: ClusterSettings, patient = patience()): LibraryIndex {
  const alias = aliasOf(settings);
  let opening: Promise<ClusterClient> | null = null;
  let here: { readonly index: string; readonly present: Present } | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  /** What is being looked through, and whether it is known by now that something is missing. */
  let mending: Promise<boolean> | null = null;
  let lacks = false;
  /** The client's own close never ends when it is called twice. */
  let closing: Promise<void> | null = null;
  const held = new Set<readonly Article[]>();
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);

  async function connected(): Promise<ClusterClient> {
    opening ??= openClient(settings, ending.signal);
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  }

  /** What changes the index is done one after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  async function lookedUp(cluster: ClusterClient, anew = false): Promise<Present> {
    const index = await currentIndex(cluster, alias);
    if (anew || here === null || here.index !== index) {
      const made = index ?? (await firstIndex(cluster, settings));
      await settled(cluster, alias);
      here = { index: made, present: await presentIn(cluster, alias) };
    }
    return here.present;
  }

  async function ensureNow(articles: readonly Article[], progress?: Progress): Promise<void> {
    await nameAll(articles);
    const cluster = await connected();
    const present = await lookedUp(cluster);
    const missing = missingIn(present, articles);
    if (missing.length === 0) return;
    await load(cluster, { name: alias, isAlias: true }, missing, progress);
    await cluster.insist({ method: 'POST', path: `${pathOf(alias)}/_refresh` }, WITHIN);
    for (const article of missing) {
      present.articles.add(fingerprintOf(article));
      present.stories.add(article.story);
    }
  }

  async function mendNow(): Promise<boolean> {
    if (held.size === 0) return true;
    const present = await lookedUp(await connected(), true);
    lacks = [...held].some((articles) => missingIn(present, articles).length > 0);
    for (const articles of held) await ensureNow(articles);
    lacks = false;
    return true;
  }

  function mend(): Promise<boolean> {
    mending ??= inTurn(mendNow)
      .catch(() => false)
      .finally(() => {
        mending = null;
      });
    return mending;
  }

  async function find(
    terms: readonly SearchTerm[],
    stories: ReadonlySet<string>,
    within: number,
  ): Promise<readonly EntryName[]> {
    const end = performance.now() + within;
    const left = () => Math.max(1, end - performance.now());
    const cluster = await connected();
    // A filter costs; where all that is there may be seen, none is needed.
    const isAll = here !== null && [...here.present.stories].every((story) => stories.has(story));
    const look = () => lookIn(cluster, alias, terms, isAll ? null : [...stories], left());
    const { index, names } = await look();
    // That nothing is found in a library that has the words is worth a look whether the index is still the same.
    const once = { ...cluster, insist: (request: ClusterRequest) => cluster.call(request, left()) };
    const isKnown = (index ?? (await currentIndex(once, alias))) === here?.index;
    if (isKnown && !lacks) return names;
    // Another was put in its place, which may lack what this process has loaded since.
    if (await inTime(mend(), left())) return (await look()).names;
    if (lacks || index === null) {
      throw new EngineError(
        'unwell',
        'The library is being loaded into OpenSearch again: ask again in a minute.',
      );
    }
    return names;
  }

  async function close(): Promise<void> {
    ending.abort();
    await queue;
    await (await opening?.catch(() => null))?.close();
  }

  return {
    async ensure(articles, progress) {
      // Loading takes its time. Whether a cluster answers at all is known soon, and nobody waits for one that does not.
      // Connecting has tries of its own, which nobody multiplies.
      const cluster = await connected();
      await patient.ask((within) => cluster.call({ method: 'GET', path: '/' }, within));
      await inTurn(() => ensureNow(articles, progress));
    },
    hold: (articles) => void held.add(articles),
    release: (articles) => void held.delete(articles),
    forget(fingerprints) {
      for (const one of fingerprints) here?.present.articles.delete(one);
    },
    find: (terms, stories) => patient.ask((within) => find(terms, stories, within)),

    difference: (articles) =>
      inTurn(async () => {
        await nameAll(articles);
        const cluster = await connected();
        const isNew = (await currentIndex(cluster, alias)) === null;
        const there = isNew ? NOTHING : await lookedUp(cluster, true);
        const wanted = new Set(articles.map(fingerprintOf));
        return {
          missing: missingIn(there, articles),
          surplus: [...there.articles].filter((fingerprint) => !wanted.has(fingerprint)),
          isNew,
        };
      }),

    remove: (fingerprints) =>
      inTurn(async () => {
        const cluster = await connected();
        for (const one of fingerprints) here?.present.articles.delete(one);
        await removeFrom(cluster, alias, fingerprints);
      }),

    rebuild: (articles, progress) =>
      inTurn(async () => {
        await nameAll(articles);
        const cluster = await connected();
        const name = await newIndex(cluster, settings);
        try {
          await load(cluster, { name, isAlias: false }, articles, progress);
          const isCopied = await finish(cluster, name, settings);
          await swap(cluster, alias, name);
          await dropAbandoned(cluster, alias, Date.now());
          return isCopied;
        } catch (error) {
          await discard(cluster, alias, name).catch(() => undefined);
          throw error;
        }
      }),

    mend,
    trouble: () => patient.trouble(),

    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** @returns what it gives, or `false` where it is not done in so many ms */
async function inTime(work: Promise<boolean>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const done = await Promise.race([work, late]);
  clearTimeout(timer);
  return done;
}
