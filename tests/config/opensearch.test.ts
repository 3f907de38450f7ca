import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readGeneralConfig } from '../../src/config.ts';

const URLS = 'https://one.example:9200, https://two.example:9200';
const SECRET = 'hunter2hunter2';

function mistakesOf(env: Record<string, string>): readonly string[] {
  try {
    readGeneralConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('the search engine that is configured', () => {
  it('is the one in memory, with no cluster, when nothing is set', () => {
    expect(readGeneralConfig({}).search).toEqual({ engine: 'memory', cluster: null });
    expect(readGeneralConfig({ NUTGRAF_ENGINE: '', OPENSEARCH_URL: ' ' }).search).toEqual(
      readGeneralConfig({}).search,
    );
    expect(readConfig({}).search).toEqual(readGeneralConfig({}).search);
  });

  it('may be on a cluster, whose nodes stand with commas, spaces or lines between them', () => {
    const nodes = ['https://one.example:9200', 'https://two.example:9200'];
    for (const OPENSEARCH_URL of [
      URLS,
      nodes.join(' '),
      `\n${nodes.join(',\n')},\n`,
      [...nodes, ...nodes].join(),
    ]) {
      expect(readGeneralConfig({ NUTGRAF_ENGINE: 'opensearch', OPENSEARCH_URL }).search).toEqual({
        engine: 'opensearch',
        cluster: { nodes, login: null, ca: null, prefix: 'nutgraf', shards: 1, replicas: 1 },
      });
    }
  });

  it('takes user, password, certificate, name, shards and copies as they stand', () => {
    const env = {
      OPENSEARCH_URL: 'https://one.example',
      OPENSEARCH_USERNAME: ' editor ',
      OPENSEARCH_PASSWORD: ` ${SECRET} `,
      OPENSEARCH_CA: '/etc/ca.pem',
      OPENSEARCH_INDEX: 'wire-2',
      OPENSEARCH_SHARDS: '12',
      OPENSEARCH_REPLICAS: '0',
    };
    expect(readGeneralConfig(env).search.cluster).toEqual({
      nodes: ['https://one.example'],
      login: { username: 'editor', password: ` ${SECRET} ` },
      ca: '/etc/ca.pem',
      prefix: 'wire-2',
      shards: 12,
      replicas: 0,
    });
  });

  it.each([
    ['NUTGRAF_ENGINE', 'elastic', 'memory, minisearch, opensearch'],
    [
      'OPENSEARCH_URL',
      `editor:${SECRET}@one.example:9200`,
      'addresses that begin with http:// or https://, with commas between them',
    ],
    [
      'OPENSEARCH_URL',
      `https://one.example,ftp://${SECRET}@x`,
      'addresses that begin with http:// or https://, with commas between them',
    ],
    ['OPENSEARCH_URL', ',', 'addresses that begin with http:// or https://, with commas between them'],
    [
      'OPENSEARCH_URL',
      `https://editor:a,${SECRET}@x`,
      'addresses that begin with http:// or https://, with commas between them',
    ],
    ['OPENSEARCH_INDEX', 'News', 'lower-case letters, digits, dots, dashes and underscores'],
    ['OPENSEARCH_INDEX', '../_all', 'lower-case letters, digits, dots, dashes and underscores'],
    ['OPENSEARCH_INDEX', 'news*', 'lower-case letters, digits, dots, dashes and underscores'],
    ['OPENSEARCH_INDEX', 'a,b', 'lower-case letters, digits, dots, dashes and underscores'],
    ['OPENSEARCH_INDEX', '_news', 'lower-case letters, digits, dots, dashes and underscores'],
    ['OPENSEARCH_INDEX', 'n'.repeat(101), 'lower-case letters, digits, dots, dashes and underscores'],
    ['OPENSEARCH_SHARDS', 'many', 'a whole number'],
    ['OPENSEARCH_SHARDS', '1.5', 'a whole number'],
    ['OPENSEARCH_SHARDS', '0', 'at least 1'],
    ['OPENSEARCH_SHARDS', '5000', 'at most 1024'],
    ['OPENSEARCH_REPLICAS', '-1', 'at least 0'],
    ['OPENSEARCH_REPLICAS', '65', 'at most 64'],
  ])('says what %s should be instead of %j, and does not repeat it', (name, value, shape) => {
    const mistakes = mistakesOf({ [name]: value });
    expect(mistakes).toEqual([`${name} should be ${shape}.`]);
    expect(mistakes.join()).not.toContain(SECRET);
  });

  it('asks whose a password is that stands alone', () => {
    expect(mistakesOf({ OPENSEARCH_URL: 'https://one.example', OPENSEARCH_PASSWORD: SECRET })).toEqual([
      'OPENSEARCH_USERNAME is needed beside OPENSEARCH_PASSWORD: the user whose password it is.',
    ]);
  });

  it('names every mistake at once', () => {
    expect(mistakesOf({ NUTGRAF_ENGINE: 'x', OPENSEARCH_URL: 'x', OPENSEARCH_SHARDS: 'x' })).toHaveLength(3);
  });
});
