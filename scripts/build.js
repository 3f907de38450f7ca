/**
 * Bundles `src/` into `dist/`: Node 20 reads no TypeScript, and one file starts faster than the 300 that
 * the dependencies are made of. What is only needed by a bot that is on (Bolt, discord.js) stays outside
 * and in a chunk of its own, so that a bot that is off is not even read.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
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
/**
 * What is started by its file's name: the program, and threads. Each is bundled by itself, so that none is read in pieces
 * for the sake of another.
 */
const STARTED = {
  cli: 'src/cli.ts',
  'minilm-worker': 'src/knowledge/meaning/minilm/minilm-worker.js',
  'reader-worker': 'src/knowledge/intake/reader-worker.ts',
};
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

/** In ms: a build takes seconds, so what one has left after that is of one that was killed. */
const ABANDONED = 3_600_000;

/** It cannot be built. The message is one sentence for the person who starts it, who knows it by its name. */
class BuildError extends Error {
  /** @override */
  name = 'BuildError';
}

/**
 * Builds when the sources are not those that `dist/` was built from. Checking costs some 3 ms. Where the disk does not
 * let it, it goes on with what was built before, and says so.
 *
 * @returns {Promise<void>}
 * @throws {BuildError} where nothing was built before, or nothing is installed that builds
 */
export async function buildIfStale() {
  try {
    const sources = fingerprint();
    if (readStamp() === sources) return;
    await build(sources);
  } catch (error) {
    const { code, path, syscall } = /** @type {NodeJS.ErrnoException} */ (error);
    // Only what the system has refused: anything else is a mistake in the sources.
    if (code === undefined || syscall === undefined) throw error;
    const why = `${path ?? DIST} (${code})`;
    if (!existsSync(join(DIST, 'cli.js'))) {
      throw new BuildError(
        `Nutgraf has to be built once, which fails at ${why}: make room there and give it the right to write, or run npm run build where both are.`,
      );
    }
    console.error(
      `The sources have changed, and building them fails at ${why}: what was built before is run.`,
    );
  }
}

/** @param {string} sources fingerprint of the sources */
async function build(sources) {
  const { rolldown } = await import('rolldown').catch(() => {
    throw new BuildError(
      'Nutgraf has to be built, and what builds it is not installed: run npm ci (without --omit=dev).',
    );
  });
  // First, as it tells in a moment whether it can be written at all.
  const aside = asideFolder();
  const output = await bundled(rolldown);
  // Written aside and moved into place, the entry last, so that two commands may build at the same time.
  // By our own hand: what the bundler says of a full disk has no code.
  try {
    for (const file of output) {
      writeFileSync(join(aside, file.fileName), file.type === 'chunk' ? file.code : file.source);
    }
    // What several of them share is the same file.
    const names = [...new Set(output.map(({ fileName }) => fileName))];
    names.sort((a, b) => Number(a === 'cli.js') - Number(b === 'cli.js'));
    for (const name of names) renameSync(join(aside, name), join(DIST, name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  const built = new Set(output.map(({ fileName }) => fileName));
  for (const file of readdirSync(DIST)) {
    if (file.endsWith('.js') && !built.has(file)) rmSync(join(DIST, file), { force: true });
  }
  await buildWeb(rolldown);
  writeFileSync(STAMP, sources);
}

/**
 * @param {typeof import('rolldown').rolldown} rolldown what bundles
 * @returns {Promise<import('rolldown').RolldownOutput['output'][number][]>} the files of all of them
 */
async function bundled(rolldown) {
  const files = [];
  for (const [name, source] of Object.entries(STARTED)) {
    const input = { [name]: join(ROOT, source) };
    const bundle = await rolldown({
      input,
      cwd: ROOT,
      platform: 'node',
      external: OUTSIDE,
      logLevel: 'warn',
    });
    const { output } = await bundle.generate({ format: 'esm', chunkFileNames: '[name]-[hash].js' });
    await bundle.close();
    files.push(...output);
  }
  return files;
}

/** @returns {string} a folder of this build's own; those of builds that were killed are removed */
function asideFolder() {
  mkdirSync(DIST, { recursive: true });
  for (const name of readdirSync(DIST).filter((each) => each.startsWith('.building-'))) {
    const folder = join(DIST, name);
    const began = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - began > ABANDONED) rmSync(folder, { recursive: true, force: true });
  }
  const aside = join(DIST, `.building-${process.pid}`);
  // Not `recursive`, with which Node says of a read-only disk that there is no such folder.
  mkdirSync(aside);
  return aside;
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await build(fingerprint());
