import { defineConfig } from 'vitest/config';

/** What only a browser can tell. Not part of `npm test`, as it needs a Chromium. */
export default defineConfig({
  test: {
    include: ['tests/**/*.browser.ts'],
    globalSetup: ['tests/support/built.ts'],
    setupFiles: ['tests/support/loopback-only.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
