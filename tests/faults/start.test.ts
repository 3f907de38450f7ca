import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Faults, withFaults } from './support/faults.ts';
import { type Ended, LIBRARY, nutgraf, sentences } from './support/program.ts';

/** What keeps the program from starting, and what a person reads of it. */
interface Fault {
  readonly what: string;
  readonly says: RegExp;
  /** As the log has it; `null` for what is wrong before there is a log. */
  readonly code: string | null;
  readonly env?: Readonly<Record<string, string>>;
  readonly data?: string;
  readonly faults?: Faults;
  readonly cwd?: string;
}

const made: string[] = [];
const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) server.close();
  await Promise.all(made.map((path) => rm(path, { recursive: true, force: true })));
});

async function folder(files: Readonly<Record<string, string | Uint8Array | null>> = {}): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'nutgraf-start-'));
  made.push(path);
  for (const [name, content] of Object.entries(files)) {
    if (content === null) await mkdir(join(path, name));
    else await writeFile(join(path, name), content);
  }
  return path;
}

/** Takes connections, and says nothing. */
async function silent(): Promise<number> {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function faults(): Promise<readonly Fault[]> {
  const [taken, files] = [await silent(), await folder({ 'a-file': 'x' })];
  return [
    {
      what: 'a .env that is a folder',
      cwd: await folder({ '.env': null }),
      says: /\.env is a folder/,
      code: null,
    },
    {
      what: 'a .env that may not be read',
      cwd: await folder({ '.env': 'PORT=0\n' }),
      faults: { files: [{ path: '.env', code: 'EACCES' }] },
      says: /\.env cannot be read \(EACCES\): let Nutgraf read it/,
      code: null,
    },
    {
      what: 'a .env in UTF-16',
      cwd: await folder({ '.env': Buffer.from('\ufeffPORT=abc\r\n', 'utf16le') }),
      says: /\.env is not UTF-8/,
      code: null,
    },
    {
      what: 'a mistake in a .env with a mark of the order of bytes',
      cwd: await folder({ '.env': '\ufeffWEB=maybe\r\nPORT=0\r\n' }),
      env: { WEB: '', PORT: '0x50' },
      says: /PORT should be a port number from 0 to 65535/,
      code: null,
    },
    {
      what: 'a Node that is too old',
      faults: { node: '18.20.4' },
      says: /^Nutgraf needs Node 20\.19 or newer, and this is 18\.20\.4: install a newer one\.$/,
      code: null,
    },
    { what: 'no library', data: join(files, 'none'), says: /There is no folder/, code: 'missing' },
    {
      what: 'a file for a library',
      data: join(files, 'a-file'),
      says: /is a file: --data names/,
      code: 'not-a-folder',
    },
    {
      what: 'a library that may not be read',
      faults: { files: [{ path: 'fixtures/library', calls: ['readdir', 'opendir'], code: 'EACCES' }] },
      says: /cannot be read: check its permissions/,
      code: 'unreadable',
    },
    {
      what: 'a port that is taken',
      env: { WEB: 'on', PORT: String(taken) },
      says: /^Port \d+ is taken by another program: set PORT to a free one\.$/,
      code: 'port-taken',
    },
    {
      what: 'an address that is none of this machine',
      env: { WEB: 'on', HOST: '203.0.113.7' },
      says: /^HOST is no address of this machine \(EADDRNOTAVAIL\): set it to 127\.0\.0\.1/,
      code: 'no-address',
    },
    {
      what: 'a name for an address, while no names are found',
      env: { WEB: 'on', HOST: 'newsroom.invalid' },
      faults: { names: true },
      says: /^HOST is no address of this machine \(EAI_AGAIN\)/,
      code: 'no-address',
    },
    {
      what: 'a ledger that is a folder',
      env: { LEDGER_URL: files },
      says: /is not a file/,
      code: 'not-a-file',
    },
    {
      what: 'PostgreSQL that takes connections and says nothing',
      env: { LEDGER_URL: `postgres://user:a-password@127.0.0.1:${taken}/name` },
      says: /PostgreSQL database cannot be reached: start it/,
      code: 'unreachable',
    },
    {
      what: 'PostgreSQL whose certificate is not there',
      env: { LEDGER_URL: 'postgres://user:a-password@127.0.0.1:1/name?sslrootcert=/none' },
      says: /PostgreSQL database cannot be used.*open '\/none'/,
      code: 'failed',
    },
  ];
}

const CASES = await faults();
const ends = new Map<string, Ended>();

async function met({ what, env, data = LIBRARY, faults: system, cwd }: Fault): Promise<void> {
  const all = { ...env, ...(system && withFaults(system)) };
  const program = nutgraf(['start', '--data', data], all, cwd === undefined ? {} : { cwd });
  ends.set(what, await program.ended);
}

/** Two at a time: the machine may have no more. */
beforeAll(async () => {
  const left = [...CASES];
  const one = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await met(next);
  };
  await Promise.all([one(), one()]);
});

describe('a start that cannot be', () => {
  it.each(CASES.map((fault) => [fault.what, fault] as const))(
    'ends in one sentence: %s',
    (what, { says, code }) => {
      const ended = ends.get(what);
      const said = sentences(ended ?? { stderr: '' }).filter((line) => !/^The configuration has/.test(line));
      expect([ended?.code, said]).toEqual([2, [expect.stringMatching(says)]]);
      expect(ended?.stderr).not.toMatch(/^ {4}at /m);
      expect(`${ended?.stderr}${ended?.stdout}`).not.toContain('a-password');
      const logged = /"code":"([a-z-]+)".*"msg":"it cannot start"/.exec(ended?.stderr ?? '')?.[1] ?? null;
      expect(logged).toBe(code);
    },
  );
});

describe('what is built at the first start', () => {
  /**
   * A copy of its own.
   *
   * @param parts what is in it besides `bin`
   * @param packages whether packages are installed
   */
  async function copy(parts: readonly string[], packages: boolean): Promise<string> {
    const path = await folder();
    for (const part of ['bin', ...parts]) await cp(part, join(path, part), { recursive: true });
    if (parts.includes('scripts')) await symlink(resolve('src'), join(path, 'src'), 'junction');
    if (packages) await symlink(resolve('node_modules'), join(path, 'node_modules'), 'junction');
    return path;
  }
  const sources = ['scripts', 'package.json', 'package-lock.json'];
  const readOnly = withFaults({ files: [{ path: '/dist', calls: ['mkdir', 'writeFile'], code: 'EROFS' }] });

  it('is told where the disk is read-only, once, and what was built before is run', async () => {
    const root = await copy([...sources, 'dist'], true);
    await writeFile(join(root, 'dist/.sources'), 'others');
    const ended = await nutgraf(['--version'], readOnly, { root }).ended;
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(sentences(ended)).toEqual([expect.stringMatching(/EROFS\): what was built before is run\.$/)]);
  });

  it('ends in one sentence where nothing was built before', async () => {
    const root = await copy(sources, true);
    const ended = await nutgraf(['--version'], readOnly, { root }).ended;
    expect([ended.code, sentences(ended)]).toEqual([
      2,
      [expect.stringMatching(/has to be built once.*EROFS/)],
    ]);
  });

  it('ends in one sentence where packages are missing, of the build or of the program', async () => {
    const [unbuilt, published] = [await copy(sources, false), await copy(['dist', 'package.json'], false)];
    const [first, second] = await Promise.all([
      nutgraf(['--version'], {}, { root: unbuilt }).ended,
      nutgraf(['start', '--data', LIBRARY], {}, { root: published }).ended,
    ]);
    expect([first.code, sentences(first)]).toEqual([2, [expect.stringMatching(/run npm ci/)]]);
    expect([second.code, sentences(second)]).toEqual([2, [expect.stringMatching(/run npm ci/)]]);
  });

  it('ends in one sentence where the library of the ledger was not made for this machine', async () => {
    const root = await folder({
      'without.mjs': `import Module from 'node:module';
        const load = Module._load;
        Module._load = (name, ...more) => {
          if (name.startsWith('@libsql/')) throw Object.assign(new Error('no such module'), { code: 'MODULE_NOT_FOUND' });
          return load(name, ...more);
        };`,
    });
    const env = { NODE_OPTIONS: `--import=${root}/without.mjs`, LEDGER_URL: `file:${root}/ledger.db` };
    const ended = await nutgraf(['report'], env).ended;
    expect([ended.code, sentences(ended)]).toEqual([
      2,
      [expect.stringMatching(/^The library that keeps the ledger/)],
    ]);
  });

  it('is said to be missing from a package that was packed before', async () => {
    const root = await copy(['package.json'], true);
    const ended = await nutgraf(['--version'], {}, { root }).ended;
    expect([ended.code, sentences(ended)]).toEqual([
      2,
      [expect.stringMatching(/run npm run build before npm pack/)],
    ]);
  });
});
