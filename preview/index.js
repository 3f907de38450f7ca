/**
 * `npm run preview:slack` and `npm run preview:discord`: bundles the preview and runs it. Node 20 reads no TypeScript.
 */
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, USAGE, UsageError } from './options.js';

const PREVIEW = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(PREVIEW);

/** @param {readonly string[]} args */
async function run(args) {
  const { help, platform, out, png, docs } = readOptions(args);
  if (help) {
    console.log(USAGE);
    return;
  }
  await bundle();
  const { main } = await import(new URL('./dist/main.js', import.meta.url).href);
  await main({ root: ROOT, platform, out: out ?? relative('', join(PREVIEW, 'out', platform)), png, docs });
}

async function bundle() {
  const { rolldown } = await import('rolldown');
  const built = await rolldown({
    input: join(PREVIEW, 'main.ts'),
    cwd: PREVIEW,
    platform: 'node',
    external: [/^node:/, /^playwright-core/, /^@lat\.md\//, /^discord\.js/, /^libsql/],
    logLevel: 'warn',
  });
  await built.write({ dir: join(PREVIEW, 'dist'), format: 'esm', cleanDir: true });
  await built.close();
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const { code } = /** @type {{ code?: unknown }} */ (error);
  if (!(error instanceof UsageError) && code !== 'no-chromium') throw error;
  console.error(error instanceof Error ? error.message : error);
  if (code === 'usage') console.error(`\n${USAGE}`);
  process.exitCode = 2;
}
