import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nutgraf-check-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function nutgraf(...args: readonly string[]) {
  const { io, written } = ioWith();
  return { code: await run(args, io), ...written };
}

it('check says that nothing is wrong with the library that ships', async () => {
  const { code, stdout } = await nutgraf('check');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+ stor(?:y|ies), \d+ articles, \d+ sentences: nothing is wrong\.\n$/);
});

it('check says what is wrong with which file and line, and exits with 1', async () => {
  await mkdir(join(folder, 'ferry'));
  await writeFile(
    join(folder, 'ferry', 'a.md'),
    '---\noutlet: The Post\nheadline: x\nkind: poem\n---\n\nIt passed.',
  );
  const { code, stdout } = await nutgraf('check', '--data', folder);
  expect(code).toBe(1);
  expect(stdout).toBe(
    'ferry/a.md:4: "kind" should be report, transcript or digest.\n1 story, 0 articles, 0 sentences: 1 problem.\n',
  );
});

it('list shows the stories and their articles', async () => {
  const { code, stdout } = await nutgraf('list', '--data', 'tests/fixtures/library');
  expect(code).toBe(0);
  const times = ' · changed TIME · read TIME\n';
  expect(stdout.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'TIME')).toBe(
    `ferry-vote: The night ferry of Port Ellery
  courier: The Ellery Courier · Council votes for a night ferry · 2024-03-03
    7 sentences${times}  radio: Bay Radio · What the night ferry means for the harbor · 2024-03-04
    7 sentences${times}`,
  );
});

it('list says who may see a story, how its feeds fare, and what nobody has stated', async () => {
  await mkdir(join(folder, 'ferry'));
  await writeFile(
    join(folder, 'ferry', 'story.yaml'),
    'audience:\n  everyone: true\n  slack:\n    channels: [C1]\nembargo: 2999-01-01T00:00:00Z\nfeeds:\n  - https://a.example/rss\n',
  );
  await writeFile(join(folder, 'ferry', 'a.md'), '---\noutlet:\nheadline:\n---\n\nIt passed.');
  const { stdout } = await nutgraf('list', '--data', folder);
  expect(stdout).toContain(
    'ferry: Ferry (open to Slack channel C1; open to everyone from 2999-01-01T00:00:00Z)',
  );
  expect(stdout).toContain('  a: outlet not stated\n    1 sentence · ');
  expect(stdout).toContain('  feed https://a.example/rss: never read\n');
  expect(JSON.parse((await nutgraf('list', '--json', '--data', folder)).stdout)).toMatchObject({
    stories: [
      { slug: 'ferry', articles: [{ id: 'a', sentences: 1, outlet: null }], feeds: [{ checked: null }] },
    ],
    problems: [],
  });
});

it('help names every command, and each says more of itself', async () => {
  const { code, stdout } = await nutgraf('help');
  expect(code).toBe(0);
  for (const name of ['start', 'ask', 'add', 'check', 'list', 'register']) {
    expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect((await nutgraf(name, '--help')).stdout).toMatch(new RegExp(`^nutgraf ${name}`));
  }
  expect((await nutgraf()).stdout).toBe(stdout);
  expect((await nutgraf('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('register says which variable it needs', async () => {
  const { code, stderr } = await nutgraf('register');
  expect(code).toBe(2);
  expect(stderr).toMatch(/DISCORD_TOKEN is needed/);
});
