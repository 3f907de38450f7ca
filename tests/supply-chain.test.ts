import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { licencesPage, lockedPackages, packageName } from '../scripts/licences.js';

/** What a package of ours may be under: all of them let anybody use, change and pass on. */
const RUNNING = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
]);
/** Only on developers' machines: MPL asks for changes of its own files, the OFL for a font's name. */
const DEVELOPING = new Set([...RUNNING, 'MIT OR Apache-2.0', 'MPL-2.0', 'OFL-1.1']);

const ROOT = JSON.parse(readFileSync('package.json', 'utf8'));
const LOCKS = ['.', 'bench', 'mutation', 'training/token-vectors'].filter((folder) =>
  existsSync(`${folder}/package-lock.json`),
);
const locked = [...lockedPackages()];

describe('the packages that Nutgraf leans on', () => {
  it('each stand with their reason in docs/design.md, and no other does', () => {
    const table = readFileSync('docs/design.md', 'utf8').split('## Dependencies')[1]?.split('\n## ')[0] ?? '';
    const rows = table.split('\n').filter((line) => line.startsWith('| `'));
    const explained = rows.flatMap((row) => {
      const [, names = '', reason = ''] = row.split('|');
      return reason.trim() === '' ? [] : [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    });
    const types = (name: string) => name.startsWith('@types/');
    const used = Object.keys({
      ...ROOT.dependencies,
      ...ROOT.optionalDependencies,
      ...ROOT.devDependencies,
    }).filter((name) => !types(name));
    expect(explained.toSorted()).toEqual(used.toSorted());
  });

  it('run no script when they are installed, and could not', () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => folder)).toEqual(
      [],
    );
    for (const folder of LOCKS) {
      expect(readFileSync(`${folder}/.npmrc`, 'utf8'), folder).toMatch(/^ignore-scripts=true$/m);
    }
  });

  it.each(LOCKS)('are locked by checksum in %s, and by no address', (folder) => {
    const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
    const entries = Object.entries<Record<string, unknown>>(packages).filter(([name]) => name !== '');
    expect(entries.filter(([, { integrity }]) => !/^sha512-/.test(String(integrity)))).toEqual([]);
    // Where its authors take donations is no address that anything is loaded from.
    const addressed = entries.filter(([, { funding, ...rest }]) => JSON.stringify(rest).includes('://'));
    expect(addressed).toEqual([]);
  });

  it('are under licences that let anybody use and pass on what runs', () => {
    const others = locked.filter(
      ([, { license = '', dev }]) => !(dev === true ? DEVELOPING : RUNNING).has(license),
    );
    expect(others.map(([folder, { license }]) => `${packageName(folder)}: ${license}`)).toEqual([]);
  });

  it('stand with their licences in docs/licences.md (`npm run licences` writes it)', () => {
    expect(readFileSync('docs/licences.md', 'utf8')).toBe(licencesPage());
  });

  it('are the ones that are loaded: nothing of ours names another', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const named = sources.flatMap((file) => {
      const atRunTime = readFileSync(`src/${file}`, 'utf8').replace(/^import type[^;]*;/gm, '');
      return [...atRunTime.matchAll(/(?:from|import\()\s*'([^'.][^']*)'/g)].map(([, name = '']) => name);
    });
    const packages = new Set(
      named
        .filter((name) => !name.startsWith('node:'))
        .map((name) =>
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    const allowed = { ...ROOT.dependencies, ...ROOT.optionalDependencies };
    const others = [...packages].filter((name) => !(name in allowed));
    expect(others.toSorted()).toEqual([]);
  });

  it('are written down for whoever runs it, each with its checksum (`npm run sbom`)', async () => {
    const { stdout } = await promisify(execFile)('npm run --silent sbom -- --package-lock-only', {
      shell: true,
      maxBuffer: 16 * 1024 * 1024,
    });
    const { bomFormat, components } = JSON.parse(stdout);
    expect(bomFormat).toBe('CycloneDX');
    const named = new Set(components.map((each: { purl: string }) => decodeURIComponent(each.purl)));
    // npm's `--omit=dev` would leave out whatever a tool of development happens to use as well.
    const expected = locked.map(([folder, { version }]) => `pkg:npm/${packageName(folder)}@${version}`);
    expect(expected.filter((each) => !named.has(each))).toEqual([]);
    expect(components.filter((each: { hashes?: unknown[] }) => !each.hashes?.length)).toEqual([]);
  });
});
