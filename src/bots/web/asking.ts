import { z } from 'zod';
import type { EarlierTurn } from '../../knowledge/index.ts';
import { readAsking, WrittenAsking, writtenAsking } from '../asking.ts';

/** What is asked, as an address holds it: whoever opens the address gets the same answer. */
export interface WebAsking {
  readonly text: string;
  /** Slug of the story; `null` for every story that is open to the page. */
  readonly story: string | null;
  /** What was asked before it, oldest first. */
  readonly earlier: readonly EarlierTurn[];
}

/** Longest `after`, in characters: three turns with questions of 1,000 characters, as JSON in base64. */
const AFTER = 20_000;
const Turns = z.array(z.unknown()).max(10);

/**
 * Reads what is asked from an address.
 *
 * @param query `q`, `story` and `after`
 * @returns what is asked; `null` where `after` is none of ours
 */
export function readWebAsking(query: URLSearchParams): WebAsking | null {
  const earlier = readAfter(query.get('after') ?? '');
  if (earlier === null) return null;
  const story = query.get('story')?.trim() ?? '';
  return { text: query.get('q') ?? '', story: story === '' ? null : story, earlier };
}

/**
 * @param asking what is asked
 * @returns its query, with `?`; `''` where nothing is asked of no story
 */
export function queryOf({ text, story, earlier }: WebAsking): string {
  const query = new URLSearchParams();
  if (text !== '') query.set('q', text);
  if (story !== null) query.set('story', story);
  if (earlier.length > 0) query.set('after', afterOf(earlier));
  return query.size === 0 ? '' : `?${query}`;
}

/**
 * Writes what was asked before. It holds places in articles and never their text, so that what was closed or
 * corrected since is not shown: whoever changes it changes only what their own question leans on.
 *
 * @param turns oldest first
 * @returns JSON in base64url
 */
export function afterOf(turns: readonly EarlierTurn[]): string {
  if (turns.length === 0) return '';
  const { e = [] } = writtenAsking({ text: '', story: null, earlier: turns });
  return Buffer.from(JSON.stringify(e)).toString('base64url');
}

function readAfter(after: string): readonly EarlierTurn[] | null {
  if (after === '') return [];
  if (after.length > AFTER || !/^[\w-]+$/.test(after)) return null;
  try {
    const turns = Turns.safeParse(JSON.parse(Buffer.from(after, 'base64url').toString()));
    const { data } = WrittenAsking.safeParse({ q: '', e: turns.data });
    return turns.success && data !== undefined ? readAsking(data).earlier : null;
  } catch {
    return null;
  }
}
