import { defineConfig } from 'vitest/config';

/** What only an OpenSearch cluster can tell. Not part of `npm test`, as it needs Java and Maven, or a cluster. */
export default defineConfig({
  test: {
    include: ['tests/cluster/*.cluster.test.ts'],
    // A cluster that OPENSEARCH_URL names may be anywhere.
    setupFiles: process.env.OPENSEARCH_URL ? [] : ['tests/support/loopback-only.ts'],
    // Two clusters at once would take twice the memory, and share the cores.
    fileParallelism: false,
    // A node that is started again may take a minute where the cores are busy.
    testTimeout: 240_000,
    // The first time Maven fetches some 70 MB.
    hookTimeout: 600_000,
  },
});
