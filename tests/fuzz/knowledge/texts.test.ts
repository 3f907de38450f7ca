import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readArticle } from '../../../src/knowledge/article-file.ts';
import { plainText } from '../../../src/knowledge/markdown.ts';
import { sentenceBreaks } from '../../../src/knowledge/sentence-breaks.ts';
import { sentencesOf } from '../../../src/knowledge/sentences.ts';
import { readStory } from '../../../src/knowledge/story-file.ts';
import { articleOf } from '../../support/articles.ts';
import { watched } from '../../support/watchdog.ts';
import { holds } from '../support/holds.ts';
import { hostileText, pumpedText } from '../support/hostile.ts';
import { bodyText } from './libraries.ts';

const anyBody = () => fc.oneof(bodyText(), hostileText(), pumpedText(20_000));
const kind = () => fc.constantFrom('report' as const, 'transcript' as const);

it('sentences stand in order, do not overlap, are slices of the body, and hold all of its words', () => {
  holds(fc.record({ body: anyBody(), kind: kind() }), ({ body, kind: of }) => {
    const sentences = sentencesOf(articleOf({ body, kind: of, language: 'en' }));
    let end = 0;
    let between = '';
    for (const sentence of sentences) {
      expect(sentence.start).toBeGreaterThanOrEqual(end);
      expect(sentence.end).toBeGreaterThan(sentence.start);
      expect(sentence.end).toBeLessThanOrEqual(body.length);
      between += body.slice(end, sentence.start);
      end = sentence.end;
    }
    // What is left is marks, and in a transcript who speaks.
    const left = between + body.slice(end);
    if (of === 'report') expect(left.replaceAll(/Caption:/g, '')).not.toMatch(/[\p{L}\p{N}]/u);
  });
});

it('a text that is divided in windows is divided as if it were one', () => {
  const pieces = fc.array(fc.constantFrom('A. ', 'b. ', '1. ', '1.5 ', '! ', '… ', '"', '”', ') ', 'word ', 'Word ', '\n', '\u2028', '\u0301', '\ud83d', '😀', '. ', ', ', '— ', '。', 'U.S. '), { minLength: 1, maxLength: 7 }); // biome-ignore format: one list
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  holds(
    pieces,
    (repeated) => {
      const text = repeated.join('').repeat(Math.ceil(9000 / repeated.join('').length));
      const whole = [...segmenter.segment(text)].map(({ segment }) => segment);
      expect([...sentenceBreaks(text, segmenter)].map(({ segment }) => segment)).toEqual(whole);
    },
    { share: 0.1 },
  );
});

it('a body is read in time that grows with its length, and no deep marks stop it', () => {
  holds(fc.oneof(anyBody(), pumpedText(40_000)), (source) => void plainText(source), {
    share: 0.5,
    kept: [
      // Overflowed the stack of the reader of marks, and no story of the library was served.
      `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`,
      // Half a second for each 4 KB.
      '**a* '.repeat(8_000),
    ],
  });
});

it('a paragraph as long as a book is divided at once', () => {
  // ICU took 26 s for it: each of its steps costs time in proportion to the whole text.
  const body = 'The council voted again. '.repeat(14_000);
  watched(body, () => {
    expect(sentencesOf(articleOf({ body }))).toHaveLength(14_000);
  });
}, 60_000);

it('whatever a file holds, it is read or refused with a reason, and never throws', () => {
  const yaml = fc.oneof(hostileText(), pumpedText(20_000), fc.constantFrom('[', '{a: ', '- ', '? ').map((part) => `x: ${part.repeat(5_000)}`)); // biome-ignore format: one list
  holds(
    yaml,
    (text) => {
      const article = readArticle(`---\noutlet: A\nheadline: B\n${text}\n---\n\nText.\n`, 'id', 'story');
      expect(article.value !== null || article.complaints.length > 0).toBe(true);
      expect(readStory(text, 'story').value).not.toBeNull();
    },
    {
      share: 0.15,
      // 160 KB of different fields took 9 s: each was compared with all others.
      kept: [Array.from({ length: 10_000 }, (_, at) => `k${at}: v`).join('\n')],
    },
  );
});
