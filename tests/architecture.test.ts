import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** An import of one file: what it names, and whether it is there at run time and at once. */
interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  readonly lazy: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/')}`);
const textOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

const STATIC = /^(?:import|export)\s(type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm;
const LAZY = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const imports: readonly Import[] = files.flatMap((from) => {
  const source = textOf.get(from) ?? '';
  const resolve = (to: string) => (to.startsWith('.') ? normalize(join(dirname(from), to)) : to);
  return [
    ...[...source.matchAll(STATIC)].map(([, type, to = '']) => ({
      from,
      to: resolve(to),
      typeOnly: type !== undefined,
      lazy: false,
    })),
    ...[...source.matchAll(LAZY)].map(([, to = '']) => ({
      from,
      to: resolve(to),
      typeOnly: false,
      lazy: true,
    })),
  ];
});

const offending = (wall: (found: Import) => boolean): string[] =>
  imports.filter(wall).map(({ from, to }) => `${from} imports ${to}`);
const isSdk = (to: string) => /^(?:@slack\/|discord\.js|@discordjs\/|discord-api-types)/.test(to);
const botOf = (path: string) => /^src\/bots\/(\w+)\//.exec(path)?.[1];

const importsOf = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file)]));

/** Everything that is loaded at once with a file. */
function loadedWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { to, typeOnly, lazy } of importsOf.get(file) ?? []) {
    if (!typeOnly && !lazy) loadedWith(to, found);
  }
  return found;
}

describe('the walls', () => {
  it('are held by a test that sees the imports', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(offending(({ to }) => to.startsWith('src/') && !/\.(?:ts|json)$/.test(to))).toEqual([]);
  });

  it('knowledge knows nothing of bots, commands, the ledger, the configuration, platforms or HTTP', () => {
    const outside = /^src\/(?!knowledge\/)|^node:(?:https?|net|tls|process|child_process|readline)/;
    expect(
      offending(({ from, to }) => from.startsWith('src/knowledge/') && (outside.test(to) || isSdk(to))),
    ).toEqual([]);
  });

  it('knowledge has one door, and its intake one of its own', () => {
    const inside = /^src\/knowledge\/(?!(?:intake\/)?index\.ts)/;
    expect(offending(({ from, to }) => !from.startsWith('src/knowledge/') && inside.test(to))).toEqual([]);
  });

  it('whoever only asks loads nothing of the intake', () => {
    const intake = /^src\/(?:knowledge\/intake|fetch|feeds)\//;
    for (const file of ['src/commands/ask.ts', 'src/commands/start.ts', 'src/knowledge/index.ts']) {
      expect([...loadedWith(file)].filter((to) => intake.test(to))).toEqual([]);
    }
  });

  it('fetching knows nothing of what is fetched', () => {
    expect(
      offending(({ from, to }) => from.startsWith('src/fetch/') && /^src\/(?!fetch\/)/.test(to)),
    ).toEqual([]);
  });

  it('feeds are read and shelved through the doors, and know of no bot', () => {
    const others = /^src\/(?!feeds\/|fetch\/|knowledge\/|log\.ts)/;
    expect(offending(({ from, to }) => from.startsWith('src/feeds/') && others.test(to))).toEqual([]);
  });

  it('whatever measures answers or learns from them goes through the door that everybody uses', () => {
    const others = /^src\/(?!evaluation\/|training\/|knowledge\/index\.ts)/;
    expect(
      offending(({ from, to }) => /^src\/(?:evaluation|training)\//.test(from) && others.test(to)),
    ).toEqual([]);
  });

  it('no bot imports another', () => {
    expect(
      offending(({ from, to }) => {
        const [own, other] = [botOf(from), botOf(to)];
        return own !== undefined && other !== undefined && own !== other;
      }),
    ).toEqual([]);
  });

  it('only a bot of a platform imports its SDK', () => {
    expect(offending(({ from, to }) => isSdk(to) && !/^src\/bots\/(?:slack|discord)\//.test(from))).toEqual(
      [],
    );
    expect(offending(({ from, to }) => to.startsWith('@slack/') && botOf(from) !== 'slack')).toEqual([]);
    expect(offending(({ from, to }) => to.startsWith('discord') && botOf(from) !== 'discord')).toEqual([]);
  });

  it('only the page speaks HTTP through Hono, and only it has code for browsers', () => {
    const isHono = (to: string) => /^(?:hono|@hono\/)/.test(to);
    expect(offending(({ from, to }) => isHono(to) && botOf(from) !== 'web')).toEqual([]);
    const isForBrowsers = (file: string) => file.startsWith('src/bots/web/browser/');
    expect(offending(({ from, to }) => isForBrowsers(to) && !isForBrowsers(from))).toEqual([]);
    const loaded = files.filter(isForBrowsers).flatMap((file) => [...loadedWith(file)]);
    expect(loaded.filter((to) => !to.startsWith('src/') || to.startsWith('src/knowledge/'))).toEqual([]);
  });

  it('the server knows nothing of who is reached by it', () => {
    const others = /^src\/(?!http\/|log\.ts)/;
    expect(offending(({ from, to }) => from.startsWith('src/http/') && others.test(to))).toEqual([]);
  });

  it.each(files.filter((file) => file.endsWith('/render.ts')))('%s loads no SDK', (file) => {
    expect([...loadedWith(file)].filter(isSdk)).toEqual([]);
  });

  it('a bot that is off is not loaded', () => {
    const atOnce = ['src/cli.ts', 'src/commands/start.ts', 'src/bots/configured.ts'];
    for (const file of atOnce) {
      expect(
        [...loadedWith(file)].filter((to) => isSdk(to) || /bots\/(?:slack|discord|web)\//.test(to)),
      ).toEqual([]);
    }
  });

  it('a network for meaning that is not wanted is not loaded', () => {
    const ofNetwork = (to: string) =>
      to.startsWith('@lat.md/') || to.startsWith('src/knowledge/meaning/minilm/');
    const atOnce = [
      'src/cli.ts',
      'src/knowledge/index.ts',
      ...files.filter((file) => /^src\/commands\//.test(file)),
    ];
    for (const file of atOnce) expect([...loadedWith(file)].filter(ofNetwork)).toEqual([]);
    // Its packages are loaded by its thread, which is a file of its own.
    expect(offending(({ to, typeOnly }) => to.startsWith('@lat.md/') && !typeOnly)).toEqual([]);
  });

  it('bots know nothing of commands', () => {
    expect(
      offending(({ from, to }) => from.startsWith('src/bots/') && to.startsWith('src/commands/')),
    ).toEqual([]);
  });

  it('only config.ts reads the environment', () => {
    expect(files.filter((file) => /process\.env/.test(textOf.get(file) ?? ''))).toEqual(['src/config.ts']);
  });

  it('only cli.ts and start.ts touch the process', () => {
    const touching = files.filter((file) =>
      /\bprocess\.(?:on|off|once|exit|exitCode|kill|argv|std\w+)\b/.test(textOf.get(file) ?? ''),
    );
    expect(touching).toEqual(['src/cli.ts', 'src/commands/start.ts']);
  });

  it('data flows one way: no file is loaded by what it loads', () => {
    const circles = files.filter((file) =>
      (importsOf.get(file) ?? []).some(
        ({ to, typeOnly, lazy }) => !typeOnly && !lazy && loadedWith(to).has(file),
      ),
    );
    expect(circles).toEqual([]);
  });

  it('no file is so long that its plot is lost', () => {
    const lengths = files.map((file) => [file, (textOf.get(file) ?? '').split('\n').length] as const);
    expect(lengths.filter(([, length]) => length > 220)).toEqual([]);
  });
});
