import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../scripts/build.js';
import { draw, screen } from '../scripts/picture.js';
import { openKnowledge } from '../src/knowledge/index.ts';

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
    const article = /<<'END'\n([\s\S]*?)END\n/.exec(readme)?.[1] ?? '';
    const question = /add a story[\s\S]*?ask -- "(.*?)"/i.exec(readme)?.[1] ?? '';
    const data = await mkdtemp(join(tmpdir(), 'nutgraf-readme-'));
    await mkdir(join(data, 'night-ferry'));
    await writeFile(join(data, 'night-ferry', 'courier.md'), article);
    const knowledge = await openKnowledge({ data });
    await rm(data, { recursive: true });
    const scope = { place: { bot: 'terminal' as const }, story: null };
    const answer = await knowledge.ask({ text: question, scope, earlier: [] });
    expect(answer.quotes[0]?.text).toContain('11 votes');
  });
});
