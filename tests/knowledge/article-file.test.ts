import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/knowledge/article-file.ts';

const file = (front: string, body = 'It passed.') => `---\n${front}\n---\n\n${body}\n`;
const read = (source: string) => readArticle(source, 'the-id', 'the-story');
const OUTLET = 'outlet: The Post\nheadline: Council votes';

describe('an article file', () => {
  it('needs an outlet, a headline and a body; what is not stated stays unknown', () => {
    expect(read(file(OUTLET))).toEqual({
      value: {
        id: 'the-id',
        story: 'the-story',
        outlet: 'The Post',
        headline: 'Council votes',
        byline: null,
        published: null,
        updated: null,
        url: null,
        kind: 'report',
        language: 'en',
        body: 'It passed.',
      },
      complaints: [],
    });
  });

  it('states everything there is', () => {
    const front = `${OUTLET}
byline: Dora Lindqvist
published: 2024-03-03
updated: 2024-03-05T09:30:00+01:00
url: https://courier.example/a?b=c
kind: transcript
language: de`;
    expect(read(file(front)).value).toMatchObject({
      byline: 'Dora Lindqvist',
      published: '2024-03-03',
      updated: '2024-03-05T09:30:00+01:00',
      url: 'https://courier.example/a?b=c',
      kind: 'transcript',
      language: 'de',
    });
  });

  it('takes a headline as it is written, though YAML would read more into it', () => {
    expect(read(file('outlet: "No"\nheadline: 1984')).value).toMatchObject({
      outlet: 'No',
      headline: '1984',
    });
    expect(read(file("outlet: A\nheadline: 'Yes: it''s true'")).value?.headline).toBe("Yes: it's true");
  });

  it('takes fields that are left empty for unknown', () => {
    expect(read(file(`${OUTLET}\npublished:\nurl: ""\nbyline: ""`)).value).toMatchObject({
      published: null,
      url: null,
      byline: null,
    });
  });

  it('reads Windows line ends and a byte order mark', () => {
    const source = `\uFEFF${file(OUTLET, 'One.\n\nTwo.')}`.replaceAll('\n', '\r\n');
    expect(read(source).value?.body).toBe('One.\n\nTwo.');
  });

  it.each([
    ['no front matter', 'It passed.', 1, /no front matter/],
    ['front matter that is not closed', `---\n${OUTLET}\n\nIt passed.`, 1, /not closed/],
    ['no outlet', file('headline: Council votes'), 2, /"outlet" is missing/],
    ['no headline', file('outlet: The Post'), 2, /"headline" is missing/],
    [
      'a day that does not exist',
      file(`${OUTLET}\npublished: 2024-02-30`),
      4,
      /"published" should be a date/,
    ],
    ['a date in words', file(`${OUTLET}\npublished: 3 March`), 4, /such as 2021-11-29/],
    ['an address of another kind', file(`${OUTLET}\nurl: ftp://a.example`), 4, /http/],
    ['a kind that there is not', file(`${OUTLET}\nkind: poem`), 4, /report, transcript or digest/],
    ['YAML that is none', file('outlet: [The Post\nheadline: x'), 3, /not YAML/],
    ['no body', file(OUTLET, ''), 5, /no text/],
  ])('is refused for %s, with its line', (_name, source, line, reason) => {
    const { value, complaints } = read(source);
    expect(value).toBeNull();
    expect(complaints).toHaveLength(1);
    expect(complaints[0]?.reason).toMatch(reason);
    expect(complaints[0]?.line).toBe(line);
  });

  it('may leave outlet and headline empty, where nobody has stated them', () => {
    const { value, complaints } = read(file('outlet:\nheadline: ""'));
    expect(value).toMatchObject({ outlet: null, headline: null });
    expect(complaints).toEqual([]);
  });

  it('is served all the same when a field is not known, and that is said', () => {
    const { value, complaints } = read(file(`${OUTLET}\npublised: 2024-03-03`));
    expect(value?.published).toBeNull();
    expect(complaints).toEqual([{ line: 4, reason: expect.stringMatching(/"publised" is not a field/) }]);
  });
});
