#!/usr/bin/env node
import { existsSync } from 'node:fs';

// A checkout is built when it is stale; a published package holds `dist/` and no sources.
if (existsSync(new URL('../src/cli.ts', import.meta.url))) {
  const { buildIfStale } = await import('../scripts/build.js');
  await buildIfStale();
}
const { main } = await import(new URL('../dist/cli.js', import.meta.url).href);
await main();
