import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleAt } from '../../../src/bots/article-link.ts';
import { readAsking, WrittenAsking, writtenAsking } from '../../../src/bots/asking.ts';
import { looksLikeQuestion } from '../../../src/bots/follow-up.ts';
import { replyTo } from '../../../src/bots/reply.ts';
import { sourceLine } from '../../../src/bots/source-line.ts';
import { ranked, wordsOf } from '../../../src/bots/suggestions.ts';
import { oneLine, wellFormed } from '../../../src/bots/text.ts';
import type { Story } from '../../../src/knowledge/index.ts';
import { answeredWith, citationOf, quoteOf } from '../../support/quotes.ts';
import { holds } from '../support/holds.ts';
import { hostileText, pumpedText } from '../support/hostile.ts';

const text = fc.oneof(hostileText(), pumpedText(200_000), fc.string({ unit: 'binary' }));
const HALF = /\p{Surrogate}/u;
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

it('any text is made fit to be sent, of the same length, and stays as it is a second time', () => {
  holds(text, (made) => {
    const sound = wellFormed(made);
    expect(HALF.test(sound)).toBe(false);
    expect(sound.length).toBe(made.length);
    expect(wellFormed(sound)).toBe(sound);
  });
});

it('any name is one line that is as short as it has to be, whole characters, and its own beginning', () => {
  holds(fc.tuple(text, fc.integer({ min: 1, max: 300 })), ([made, most]) => {
    const line = oneLine(made, most);
    expect(line.length).toBeLessThanOrEqual(most);
    expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(HALF.test(line)).toBe(false);
    expect(line).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    if (line === '') return;
    const whole = wellFormed(made)
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim();
    const bare = (each: string) => each.replace(/\p{M}|\p{sc=Zinh}/gu, '');
    expect(bare(whole).startsWith(bare(line.replace(/…$/, '')))).toBe(true);
    expect(bare(line) === bare(whole) || line.endsWith('…')).toBe(true);
    expect(line).not.toMatch(/\p{M}{12}|[\u0300-\u036F]{4}/u);
    if (line === whole || /\p{sc=Zinh}{4}|\p{M}{9}/u.test(whole)) return;
    const begun = line.slice(0, -1).length;
    const [first] = characters.segment(whole);
    const { index = begun } = characters.segment(whole).containing(begun) ?? {};
    // Only a character that is too long for it is parted.
    expect(index === begun || (first?.segment.length ?? 0) >= most).toBe(true);
  });
});

it('whatever an article says of itself, its source is one line for each part', () => {
  const date = fc.constantFrom(
    null,
    '2024-03-03',
    '2024-03-03T23:59Z',
    '0000-01-01',
    '9999-12-31T23:59:59+05:00',
  );
  const citation = fc
    .record({ outlet: fc.option(text), headline: fc.option(text), published: date, updated: date })
    .map(citationOf);
  holds(
    fc.record({ citation, also: fc.array(citation, { maxLength: 5 }), newest: fc.boolean() }),
    (made) => {
      const { published, updated } = sourceLine(made);
      for (const day of [published, updated]) expect(day ?? '').not.toMatch(/undefined|NaN/);
    },
    { share: 0.5 },
  );
});

it('any title of a story whose feed is late is told in one sentence', () => {
  const since = fc.option(fc.constantFrom('2024-03-03T12:00:00.000Z', '1970-01-01T00:00:00.000Z'));
  holds(fc.tuple(text, since), ([title, at]) => {
    const stale = [{ story: 'a', title, since: at }];
    const reply = replyTo({ ...answeredWith([quoteOf({})]), stale });
    const [note = ''] = reply.kind === 'answer' ? reply.notes : [];
    expect(note.length).toBeLessThan(250);
    expect(note).toMatch(/^The feed of “[^\n]*” has not been read .*: there may be newer news\.$/u);
  });
});

it('what a button carries is read as it was written, and nothing else is', () => {
  const place = fc.record({ story: text, article: text, start: fc.nat(), end: fc.nat() });
  const asking = fc.record({
    text: text.filter((each) => each.length <= 40_000),
    story: fc.option(hostileText()),
    earlier: fc.array(fc.record({ question: hostileText(), quoted: fc.option(place) }), { maxLength: 3 }),
  });
  holds(
    asking,
    (made) => {
      const { data } = WrittenAsking.safeParse(JSON.parse(JSON.stringify(writtenAsking(made))));
      // What no platform delivers is not kept; what is, is the same.
      if (data !== undefined) expect(readAsking(data)).toEqual(made);
    },
    { share: 0.3 },
  );
  holds(fc.jsonValue(), (made) => {
    const { data } = WrittenAsking.safeParse(made);
    if (data !== undefined) expect(typeof readAsking(data).text).toBe('string');
  });
});

it('whatever is typed, what is offered is of what there is, once, and no more than is wanted', () => {
  const entry = hostileText(4).map((each) => ({ key: each, value: each, words: wordsOf(each) }));
  holds(
    fc.tuple(text, fc.array(entry, { maxLength: 30 }), fc.integer({ min: 0, max: 25 })),
    ([typed, all, most]) => {
      const offered = ranked(typed, all, most);
      expect(offered.length).toBeLessThanOrEqual(most);
      for (const each of offered) expect(all.map(({ value }) => value)).toContain(each);
    },
  );
});

it('any message and any link can be looked at', () => {
  const { article, ...story } = { slug: 'a', article: { id: 'x', url: 'https://news.example/a' } };
  const stories = [{ ...story, articles: [article] }] as unknown as readonly Story[];
  holds(text, (made) => {
    expect(typeof looksLikeQuestion(made)).toBe('boolean');
    for (const link of [made, `https://news.example/${made}`]) articleAt(link, stories);
  });
});
