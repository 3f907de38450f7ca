import type { ClusterClient } from './client.ts';
import { isMissing, pathOf } from './indexes.ts';

const WITHIN = 60_000;
/** Fingerprints in one request: some 20 KB. */
const AT_ONCE = 1_000;

/**
 * Deletes articles. That they are whole goes first: where the rest is not done, nobody takes them for there.
 *
 * @param cluster the cluster
 * @param alias the index
 * @param fingerprints the articles
 */
export async function removeFrom(
  { insist }: ClusterClient,
  alias: string,
  fingerprints: readonly string[],
): Promise<void> {
  const path = `${pathOf(alias)}/_delete_by_query`;
  const querystring = { conflicts: 'proceed', refresh: 'true' };
  for (let at = 0; at < fingerprints.length; at += AT_ONCE) {
    const article = fingerprints.slice(at, at + AT_ONCE);
    const whole = { bool: { filter: [{ terms: { article } }, { term: { whole: true } }] } };
    try {
      for (const query of [whole, { terms: { article } }]) {
        await insist({ method: 'POST', path, querystring, body: { query } }, WITHIN);
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
