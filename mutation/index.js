/**
 * `npm run mutation`: installs what makes mutants when it is missing, and runs them. Stryker's own runner
 * starts vitest anew for each mutant, which takes some seconds; here it takes some milliseconds, so that all
 * of `knowledge/` is done in minutes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, USAGE, UsageError } from './options.js';

const HERE = dirname(fileURLToPath(import.meta.url));

/** Whether what is installed is what the lock file names: npm notes when it installed. */
function isInstalled() {
  const installed = join(HERE, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(join(HERE, 'package-lock.json')).mtimeMs;
}

function install() {
  console.error('Installing what makes mutants (npm ci --prefix mutation) …');
  const { status } = spawnSync('npm', ['ci', '--prefix', HERE, '--ignore-scripts'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new UsageError('It cannot be installed: see what npm says above.');
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else {
    if (!isInstalled()) install();
    const { main } = await import('./main.js');
    await main(options);
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
