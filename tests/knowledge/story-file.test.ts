import { expect, it } from 'vitest';
import { readArticle } from '../../src/knowledge/article-file.ts';
import { EVERYONE, NOBODY } from '../../src/knowledge/audience.ts';
import { readStory } from '../../src/knowledge/story-file.ts';
import { AUDIENCES } from '../fuzz/knowledge/libraries.ts';

it.each([
  ['places stand at the left margin', 'slack:\n  channels: [C1]\n'],
  ['a field is merged from another', 'base: &base\n  audience: {web: true}\n<<: *base\n'],
  ['it stands inside another field', 'story:\n  embargo: 2026-12-01T06:00:00Z\n'],
  ['its letters are of full width', 'ａｕｄｉｅｎｃｅ: {web: true}\n'],
  ['its letters are escaped, and the file is broken', '"aud\\x69ence": {web: true}\ntitle: [\n'],
  ['its key is a list', '? [audience]\n: {web: true}\n'],
  [
    'its aliases multiply themselves',
    `audience: {web: true}\nx: &a [${'x,'.repeat(9)}]\ny: [${'*a,'.repeat(99)}]\n`,
  ],
])('who may see a story is said where nothing reads it, so nobody may: %s', (_name, source) => {
  const { value, complaints } = readStory(source, 'ferry');
  expect(value?.audience).toEqual(NOBODY);
  expect(complaints.length).toBeGreaterThan(0);
});

it('says something of each file that closes a story in a way that nobody can have meant', () => {
  const closed = AUDIENCES.map(({ lines }) => readStory(lines.join('\n'), 'ferry')).filter(
    ({ value }) => JSON.stringify(value?.audience) === JSON.stringify(NOBODY),
  );
  expect(closed.length).toBeGreaterThan(10);
  for (const { complaints } of closed) expect(complaints.length).toBeGreaterThan(0);
});

it('an address holds nothing that would end it where it is shown', () => {
  const url = '"https://news.example/a\\nb <c>\\u202e"';
  const source = `---\noutlet: A\nheadline: B\nurl: ${url}\n---\n\nText.\n`;
  expect(readArticle(source, 'id', 'ferry').value?.url).toBe('https://news.example/ab%20%3Cc%3E%E2%80%AE');
});

const read = (source: string | null, lastGood: Parameters<typeof readStory>[2] = null) =>
  readStory(source, 'old-ferry', lastGood);

it('a story without a file of its own has its slug for a title, and is for everyone', () => {
  const { value, complaints, good } = read(null);
  expect([value, complaints, good]).toEqual([
    { slug: 'old-ferry', title: 'Old ferry', aliases: [], questions: [], audience: EVERYONE, feeds: [] },
    [],
    true,
  ]);
  expect(read('')).toMatchObject({ value, complaints: [], good: true });
});

it('a story’s file tells all that is known of it, whatever its line ends and its first mark', () => {
  const source = `title: " The ferry "
aliases:
  - boat
questions:
  - When?
audience: everyone
embargo: 2999-12-01T06:00:00Z
feeds:
  - http://a.example/1
  - url: https://a.example/2
    every: 90s
  - url: https://a.example/3
    every: 2 d
`;
  const { value, complaints } = read(source);
  expect(complaints).toEqual([]);
  expect(value).toEqual({
    slug: 'old-ferry',
    title: 'The ferry',
    aliases: ['boat'],
    questions: ['When?'],
    audience: { ...EVERYONE, embargo: '2999-12-01T06:00:00Z' },
    feeds: [
      { url: 'http://a.example/1', every: 900_000 },
      { url: 'https://a.example/2', every: 90_000 },
      { url: 'https://a.example/3', every: 172_800_000 },
    ],
  });
  for (const end of ['\r\n', '\r'])
    expect(read(`\uFEFF${source.replaceAll('\n', end)}`).value).toEqual(value);
});

it.each([
  'title: [x]',
  'title: " "',
  'questions: When?',
  'feeds:\n  - ftp://a.example/1',
  'feeds:\n  - httpsx://a.example/1',
  'feeds:\n  - xhttp://a.example/1',
  'feeds:\n  - url: xhttp://a.example/1',
  'feeds:\n  - url: httpx://a.example/1',
  ...['0m', '15', '15 min', '1.5h', 'every 5m', '999999s', 'm'].map(
    (every) => `feeds:\n  - url: https://a.example/1\n    every: ${every}`,
  ),
])('what cannot be meant is not read, and said: %j', (source) => {
  const { complaints, good, value } = read(source);
  expect([good, complaints.length, value?.title]).toEqual([false, 1, 'Old ferry']);
});

it('a file that cannot be read leaves the last version in force, and who may see the story where that is unchanged', () => {
  const source = 'title: The ferry\naudience:\n  web: true\n';
  const story = read(source).value;
  if (!story) throw new Error('It cannot be read.');
  const last = { source, story };
  const broken = (text: string) => read(text, last).value;
  expect(broken(source.replace('The ferry', '['))).toEqual(story);
  expect(broken(source.replace('The ferry', '[').replace('true', 'false'))).toEqual({
    ...story,
    audience: NOBODY,
  });
  expect(broken('title: [')).toEqual({ ...story, audience: NOBODY });
  expect(read('title: [').value?.audience).toEqual(EVERYONE);
  expect(read('title: [\naudience: everyone').value?.audience).toEqual(NOBODY);
});

it('a field that nothing reads is named, and so is what it closes', () => {
  const said = (source: string) => read(source).complaints.map(({ line, reason }) => `${line} ${reason}`);
  expect(said('title: x\nsumary: y')[0]).toMatch(/^2 "sumary" is not a field and is left out/);
  expect(said('audiance: y')[0]).toMatch(/^1 "audiance" .* looks like audience or embargo: nobody may see/);
  expect(said('web: true')[0]).toMatch(/^1 "web" belongs under audience: nobody may see/);
  expect(said('x:\n  embargo: y')[0]).toMatch(/^1 "x" .* holds audience or embargo.*: nobody may see/);
  const secure = read('feeds:\n  - url: http://a.example/1').value?.feeds;
  expect(secure).toEqual([{ url: 'http://a.example/1', every: 900_000 }]);
});

it('an embargo is said to change nothing only where nobody waits for it', () => {
  const embargo = 'embargo: 2999-12-01T06:00:00Z\n';
  expect(read(embargo).complaints).toEqual([]);
  expect(read(`audience:\n  web: true\n`).complaints).toEqual([]);
  expect(read(`audience:\n  web: true\n${embargo}`).complaints).toMatchObject([{ line: 3 }]);
});
