/**
 * Bundles `src/` into `dist/`: Node 20 reads no TypeScript, and one file starts faster than the 300 that
 * the dependencies are made of. What is only needed by a bot that is on (Bolt, discord.js) stays outside
 * and in a chunk of its own, so that a bot that is off is not even read.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources');
/** What decides the result besides the sources. */
const ALSO = ['package-lock.json', 'scripts/build.js'];
/** A thread of its own, which is started by this file's name. */
const WORKER = 'src/knowledge/meaning/minilm/minilm-worker.js';
/** Loaded from `node_modules`: they are large, find files beside their own, or start threads. */
const OUTSIDE = [
  /^node:/,
  /^@lat\.md\//,
  /^@slack\//,
  /^discord(?:\.js|-api-types)/,
  /^pino$/,
  /^libsql$/,
  /^pg$/,
];

/**
 * Builds when the sources are not those that `dist/` was built from. Checking costs some 3 ms.
 *
 * @returns {Promise<void>}
 */
export async function buildIfStale() {
  const sources = fingerprint();
  if (readStamp() === sources) return;
  await build(sources);
}

/** @param {string} sources fingerprint of the sources */
async function build(sources) {
  const { rolldown } = await import('rolldown').catch(() => {
    console.error(
      'Nutgraf has to be built, and what builds it is not installed: run npm ci (without --omit=dev).',
    );
    process.exit(2);
  });
  const bundle = await rolldown({
    input: { cli: join(ROOT, 'src/cli.ts'), 'minilm-worker': join(ROOT, WORKER) },
    cwd: ROOT,
    platform: 'node',
    external: OUTSIDE,
    logLevel: 'warn',
  });
  // Written aside and moved into place, the entry last, so that two commands may build at the same time.
  const aside = join(DIST, `.building-${process.pid}`);
  await bundle.write({ dir: aside, format: 'esm', chunkFileNames: '[name]-[hash].js' });
  await bundle.close();
  const files = readdirSync(aside).sort((a, b) => Number(a === 'cli.js') - Number(b === 'cli.js'));
  for (const file of files) renameSync(join(aside, file), join(DIST, file));
  rmSync(aside, { recursive: true });
  const built = new Set(files);
  for (const file of readdirSync(DIST)) {
    if (file.endsWith('.js') && !built.has(file)) rmSync(join(DIST, file), { force: true });
  }
  writeFileSync(STAMP, sources);
}

/** Names, sizes and times of change: reading 100 files' contents would cost more than the whole check. */
function fingerprint() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|json)$/.test(file))
    .map((file) => join('src', file));
  for (const file of [...sources.sort(), ...ALSO]) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(DIST, { recursive: true });
  await build(fingerprint());
}
