import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../scripts/build.js';
import { draw, screen } from '../scripts/picture.js';
import { run } from '../src/cli.ts';
import { ioWith } from './support/io.ts';
import { libraryFolder } from './support/library-folder.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the README', () => {
  beforeAll(buildIfStale, 60_000);

  it('shows the answer that is given today (node scripts/picture.js draws it anew)', () => {
    expect(readFileSync('docs/answer.svg', 'utf8')).toBe(draw(screen()));
  });

  it('has a test command that is the one that is run before a change lands', () => {
    const [, test] = [...readme.matchAll(/```sh\n(npm ci .*)\n```/g)].map((match) => match[1]);
    expect(test).toBe('npm ci && npm test');
    expect(readFileSync('.ci/run', 'utf8').split('\n')).toContain(test);
  });

  it('points to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+?)\)/g)].map((match) => match[1] ?? '');
    for (const link of links.filter((to) => !to.startsWith('http'))) {
      expect(() => readFileSync(link), link).not.toThrow();
    }
  });

  it('teaches to add a story that is then answered from', async () => {
    const { path } = await libraryFolder();
    const pasted = /add -- (.*) <<'END'\n([\s\S]*?)END\n/.exec(readme);
    const question = /END\nnpm run --silent ask -- --data my-stories "(.*?)"/.exec(readme)?.[1] ?? '';
    const adding = ioWith(pasted?.[2] ?? '');
    expect(
      await run(['add', ...(pasted?.[1]?.replace('my-stories', path).split(' ') ?? [])], adding.io),
    ).toBe(0);
    expect(adding.written.stdout).toMatch(/outlet +The Ellery Courier/);
    const asking = ioWith();
    expect(await run(['ask', '--data', path, question], asking.io)).toBe(0);
    expect(asking.written.stdout).toMatch(
      /11 votes to 4\..*\n.*The Ellery Courier · Council votes for a night ferry · 3 Mar 2024/,
    );
  });
});
