/**
 * Bundles `src/` into `dist/`: Node 20 reads no TypeScript, and one file starts faster than the 300 that
 * the dependencies are made of. What is only needed by a bot that is on (Bolt, discord.js) stays outside
 * and in a chunk of its own, so that a bot that is off is not even read.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.sources');
/** What decides the result besides the sources. */
const ALSO = ['package-lock.json', 'scripts/build.js'];
/** A thread of its own, which is started by this file's name. */
const WORKER = 'src/knowledge/meaning/minilm/minilm-worker.js';
/** What browsers load, each a file of its own that needs no other. */
const SCRIPTS = ['page', 'embed'];
/** In the order in which they lean on each other. */
const STYLES = ['tokens', 'base', 'ask', 'answer', 'reader', 'desk'];
/** The typeface that quotations and articles are set in: two weights, and letters of Latin scripts beyond English. */
const FONTS = ['400', '700'].flatMap((weight) =>
  ['latin', 'latin-ext'].map((subset) => `literata-${subset}-${weight}-normal.woff2`),
);
const FONT_FILES = join(ROOT, 'node_modules/@fontsource/literata');
/** Loaded from `node_modules`: they are large, find files beside their own, or start threads. */
const OUTSIDE = [
  /^node:/,
  /^@lat\.md\//,
  /^@slack\//,
  /^discord(?:\.js|-api-types)/,
  /^pino$/,
  /^libsql$/,
  /^pg$/,
  /^prom-client$/,
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
  await buildWeb(rolldown);
  writeFileSync(STAMP, sources);
}

/**
 * What the page is made of besides its HTML: `dist/web/`.
 *
 * @param {typeof import('rolldown').rolldown} rolldown what bundles
 */
async function buildWeb(rolldown) {
  const web = join(ROOT, 'src/bots/web');
  const out = join(DIST, 'web');
  mkdirSync(out, { recursive: true });
  /** @param {string} name @param {string | Uint8Array} content */
  const put = (name, content) => {
    const aside = join(out, `.${name}-${process.pid}`);
    writeFileSync(aside, content);
    renameSync(aside, join(out, name));
  };
  for (const name of SCRIPTS) {
    const bundle = await rolldown({
      input: join(web, 'browser', `${name}.ts`),
      platform: 'browser',
      logLevel: 'warn',
    });
    const { output } = await bundle.generate({ format: 'iife', minify: true });
    await bundle.close();
    put(`${name}.js`, output[0].code);
  }
  put('page.css', STYLES.map((name) => readFileSync(join(web, 'style', `${name}.css`), 'utf8')).join('\n'));
  for (const font of FONTS) copyFileSync(join(FONT_FILES, 'files', font), join(out, font));
  copyFileSync(join(FONT_FILES, 'LICENSE'), join(out, 'literata-license.txt'));
}

/** Names, sizes and times of change: reading 100 files' contents would cost more than the whole check. */
function fingerprint() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|js|json|css)$/.test(file))
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
