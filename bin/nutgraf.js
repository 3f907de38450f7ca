#!/usr/bin/env node
// An older Node has to be able to read this file, which says so: hence neither imports nor `await` at its top.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const OLDEST = { major: 20, minor: 19 };
const PROGRAM = new URL('../dist/cli.js', import.meta.url);

/** @param {string} sentence what is wrong, and what to do */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 2;
}

async function run() {
  const { existsSync } = await import('node:fs');
  // A checkout is built when it is stale; a published package holds `dist/` and no sources.
  if (existsSync(new URL('../src/cli.ts', import.meta.url))) {
    const { buildIfStale } = await import('../scripts/build.js');
    await buildIfStale();
  } else if (!existsSync(PROGRAM)) {
    // `npm pack` runs no script of ours: none may be run.
    return refuse(
      'This package holds no program, since it was packed before that was built: run npm run build before npm pack, and install what that makes.',
    );
  }
  const { main } = await import(PROGRAM.href);
  await main();
}

if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) {
  refuse(
    `Nutgraf needs Node ${OLDEST.major}.${OLDEST.minor} or newer, and this is ${process.versions.node}: install a newer one.`,
  );
} else {
  run().catch((error) => {
    if (error?.name === 'BuildError') refuse(error.message);
    else if (error?.code === 'ERR_MODULE_NOT_FOUND') {
      refuse('A package that Nutgraf needs is not installed: run npm ci in its folder.');
    } else throw error;
  });
}
