import { afterAll, beforeAll } from 'vitest';
import { openLibraryIndex } from '../../../../src/knowledge/search/opensearch/library-index.ts';
import { openSearchEngine } from '../../../../src/knowledge/search/opensearch.ts';
import { type OpenSearchServer, startOpenSearch } from '../../../support/opensearch-server.ts';
import { describeEngine } from '../engine-contract.ts';
import { settingsFor } from './opened.ts';

let server: OpenSearchServer;
let end = async () => {};
let opened = 0;
beforeAll(async () => {
  server = await startOpenSearch({
    until: (stop) => {
      end = stop;
    },
  });
});
afterAll(() => end());

describeEngine('OpenSearch, as a server of ours speaks it,', () => {
  opened += 1;
  return openSearchEngine(openLibraryIndex(settingsFor([server], { prefix: `news-${opened}` })));
});
