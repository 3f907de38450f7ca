import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cannotKill, noCluster, testCluster } from './cluster.ts';
import { request } from './request.ts';

const cluster = testCluster('OpenSearch', { nodes: 2 });
const urlOf = (node: number) => cluster.url[node] ?? cluster.url[0] ?? '';

/** @returns the name of a new index with a copy of each shard, and one story in it */
async function indexOfOne(): Promise<string> {
  const name = `nutgraf-test-${randomUUID()}`;
  onTestFinished(async () => {
    await request(urlOf(0), 'DELETE', `/${name}`);
  });
  const settings = { number_of_shards: 1, number_of_replicas: 1, analysis: { analyzer: { stems: STEMS } } };
  const mappings = { properties: { text: { type: 'text', analyzer: 'stems' }, place: { type: 'integer' } } };
  await request(urlOf(0), 'PUT', `/${name}`, { settings, mappings });
  const story = { text: 'The lighthouse keeper counted nine herons.', place: 3 };
  await request(urlOf(0), 'PUT', `/${name}/_doc/1?refresh=true`, story);
  return name;
}

const STEMS = { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'asciifolding', 'porter_stem'] };

/** What the story is found with, by its stem, on a node; a script scores it. */
async function foundOn(node: number, index: string): Promise<unknown> {
  const query = { match: { text: 'counting' } };
  const script = { source: "doc['place'].value * params.weight", params: { weight: 2 } };
  const { body } = await request(urlOf(node), 'POST', `/${index}/_search?filter_path=hits.hits._score`, {
    query: { script_score: { query, script } },
  });
  return body;
}

const FOUND = { hits: { hits: [{ _score: 6 }] } };

const health = async (node: number, path: string) =>
  (await request(urlOf(node), 'GET', `/_cluster/health${path}&timeout=50s`)).body;

describe.skipIf(noCluster)('a cluster for tests', () => {
  it('finds by stems and scores by a script, on whichever node is asked, and deletes what a query finds', async () => {
    const index = await indexOfOne();
    expect(await foundOn(0, index)).toEqual(FOUND);
    expect(await foundOn(1, index)).toEqual(FOUND);
    const gone = await request(urlOf(1), 'POST', `/${index}/_delete_by_query?refresh=true`, {
      query: { match_all: {} },
    });
    expect(gone.body).toMatchObject({ deleted: 1, failures: [] });
    expect(await foundOn(0, index)).toEqual({});
  });

  it.skipIf(cannotKill)(
    'has a copy on each node; when one is killed the other answers, and it comes back',
    async () => {
      const index = await indexOfOne();
      expect(await health(1, `/${index}?wait_for_status=green`)).toMatchObject({
        status: 'green',
        number_of_nodes: 2,
      });

      await cluster.kill(1);
      expect(await foundOn(0, index)).toEqual(FOUND);
      await expect(foundOn(1, index)).rejects.toThrow();
      expect(await health(0, `/${index}?wait_for_nodes=1`)).toMatchObject({
        status: 'yellow',
        number_of_nodes: 1,
      });

      await cluster.start(1);
      expect(await health(0, `/${index}?wait_for_status=green`)).toMatchObject({
        status: 'green',
        number_of_nodes: 2,
      });
      expect(await foundOn(1, index)).toEqual(FOUND);
    },
  );

  it.skipIf(cannotKill)(
    'goes on finding without the node that manages it, which takes over again',
    async () => {
      const index = await indexOfOne();
      await health(1, `/${index}?wait_for_status=green`);
      await cluster.kill(0);
      expect(await foundOn(1, index)).toEqual(FOUND);
      await cluster.start(0);
      expect(await health(1, `/${index}?wait_for_status=green`)).toMatchObject({
        status: 'green',
        number_of_nodes: 2,
      });
      expect(await foundOn(0, index)).toEqual(FOUND);
    },
  );

  it.skipIf(cannotKill)('has a node that hangs when it is told to, and answers when it goes on', async () => {
    const index = await indexOfOne();
    cluster.hang(1);
    const slow = foundOn(1, index);
    expect(await Promise.race([slow, setTimeout(500, 'nothing')])).toBe('nothing');
    cluster.goOn(1);
    expect(await slow).toEqual(FOUND);
  });
});
