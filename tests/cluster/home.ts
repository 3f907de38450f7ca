import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type FromMaven, majorOf } from './source.ts';

/** A part of every distribution that is no part of the server's own library. */
interface Module {
  readonly name: string;
  /** What it is called in Maven. */
  readonly artifact: string;
  /** The module whose classes it may use. */
  readonly extended: string;
  /** What version 2 must let it do, in the words of Java's policy files. */
  readonly may: readonly string[];
}

const CONNECT = 'java.net.SocketPermission "*", "accept,connect,resolve"';
const GET_LOADER = 'java.lang.RuntimePermission "getClassLoader"';
const MODULES: readonly Module[] = [
  {
    name: 'transport-netty4',
    artifact: 'transport-netty4-client',
    extended: '',
    may: [CONNECT, GET_LOADER, 'java.lang.RuntimePermission "setContextClassLoader"'],
  },
  {
    name: 'lang-painless',
    artifact: 'lang-painless',
    extended: '',
    may: [
      GET_LOADER,
      'java.lang.RuntimePermission "createClassLoader"',
      'java.lang.RuntimePermission "accessDeclaredMembers"',
      'org.opensearch.script.ClassPermission "<<STANDARD>>"',
    ],
  },
  { name: 'analysis-common', artifact: 'analysis-common', extended: 'lang-painless', may: [] },
  { name: 'reindex', artifact: 'reindex-client', extended: '', may: [CONNECT] },
];

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));
const CACHE = resolve('node_modules/.cache/nutgraf');

/**
 * Puts an OpenSearch together from what Maven fetches: the server's library, and its modules each in a folder of its
 * own, as a distribution has them. Some 70 MB, kept for the next time in `node_modules/.cache`.
 *
 * @returns the folder
 * @throws Error when Maven cannot fetch it: why, in its words
 */
export async function homeFromMaven(source: FromMaven): Promise<string> {
  // What was put together otherwise is made again.
  const recipe = createHash('sha256')
    .update(JSON.stringify(MODULES))
    .update(await readFile(POM));
  const home = join(CACHE, `opensearch-${source.version}-${recipe.digest('hex').slice(0, 8)}`);
  if (existsSync(home)) return home;
  // Another run may be at it as well: whoever is first has made it, and nobody sees half of it.
  const making = `${home}-${process.pid}`;
  try {
    await putTogether(source, making);
    await rename(making, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return home;
}

async function putTogether(source: FromMaven, home: string): Promise<void> {
  const lib = join(home, 'lib');
  await fetchJars(source, lib, majorOf(source.version) >= 3 ? ['-P', 'agent'] : []);
  // It wants to make these itself where they are missing, and may not be allowed to.
  for (const folder of ['bin', 'plugins']) await mkdir(join(home, folder), { recursive: true });
  const shared = new Set(await readdir(lib));
  for (const module of MODULES) {
    const folder = join(home, 'modules', module.name);
    await fetchJars(source, folder, [`-Dmodule=${module.artifact}`]);
    for (const jar of await readdir(folder)) if (shared.has(jar)) await rm(join(folder, jar));
    await describeModule(folder, module, source);
  }
}

async function fetchJars(source: FromMaven, folder: string, options: readonly string[]): Promise<void> {
  const wish = [`-Dopensearch.version=${source.version}`, `-DoutputDirectory=${folder}`, ...options];
  const quiet = ['--batch-mode', '--quiet', '--no-transfer-progress', '-Dstyle.color=never'];
  await promisify(execFile)(source.maven, ['-f', POM, ...quiet, 'dependency:copy-dependencies', ...wish], {
    encoding: 'utf8',
  }).catch((error: { stdout?: string; message: string }) => {
    const said = (error.stdout || error.message).split('\n')[0];
    throw new Error(`Maven cannot fetch OpenSearch ${source.version}: ${said}`);
  });
}

/** Writes what a distribution says of a module. In Maven it is left out. */
async function describeModule(folder: string, module: Module, { version }: FromMaven): Promise<void> {
  const descriptor = {
    name: module.name,
    description: module.name,
    version,
    'opensearch.version': version,
    'java.version': majorOf(version) >= 3 ? '21' : '11',
    classname: await pluginClassIn(folder, module.artifact),
    'extended.plugins': module.extended,
    'has.native.controller': 'false',
  };
  const lines = Object.entries(descriptor).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(folder, 'plugin-descriptor.properties'), lines.join(''));
  // Version 3 has no security manager any more.
  if (module.may.length === 0 || majorOf(version) >= 3) return;
  const granted = module.may.map((permission) => `  permission ${permission};\n`);
  await writeFile(join(folder, 'plugin-security.policy'), `grant {\n${granted.join('')}};\n`);
}

/** The name of the class has changed between versions. A jar lists the names of its files as they are. */
async function pluginClassIn(folder: string, artifact: string): Promise<string> {
  const jar = (await readdir(folder)).find((name) => name.startsWith(artifact));
  const listed = await readFile(join(folder, jar ?? artifact), 'latin1');
  const path = /org\/opensearch\/[\w/]+Plugin(?=\.class)/.exec(listed)?.[0];
  if (path === undefined) throw new Error(`${jar} has no class of a plugin.`);
  return path.replaceAll('/', '.');
}
