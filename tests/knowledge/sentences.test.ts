import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, ArticleKind } from '../../src/knowledge/article.ts';
import { sentencesOf } from '../../src/knowledge/sentences.ts';
import { articleOf } from '../support/articles.ts';

const textsOf = (body: string, more: Partial<Article> = {}): string[] =>
  sentencesOf(articleOf({ body, ...more })).map(({ start, end }) => body.slice(start, end));

describe('sentences', () => {
  it.each([
    ['decimal numbers', ['Prices rose 3.5 percent.', 'Wages rose 1.2 percent.']],
    ['the U.S. inside a sentence', ['The U.S. Senate voted on Monday.', 'It was close.']],
    ['the U.S. at an end', ['It was the first in the U.S.', 'The second was in France.']],
    ['states', ['A warehouse in Bessemer, Ala., was first.', 'He moved to Montgomery, Ala. in May.']],
    ['dates', ['It happened on Nov. 29 in Boston.', 'On Jan. 3, 2022, it ended.']],
    ['initials', ['J. K. Rowling and George W. Bush met.', 'They talked.']],
    ['titles', ['Dr. Ruiz and Sen. Hale met Gov. Varga.', 'Mrs. Odalys did not.']],
    ['companies', ['Amazon.com Inc. shares fell.', 'Acme Corp. said nothing.', 'Smith & Co. closed.']],
    ['times of day', ['Polls close at 8 p.m. on Tuesday.', 'It began at 9 a.m.', 'The doors were open.']],
    ['numbers of things', ['It was No. 1 in May.', 'He said no.', 'She left.']],
    ['an ellipsis', ['He waited … and waited.', 'Then he left.']],
    ['a question inside a sentence', ['"Why now?" she asked.', 'Nobody knew.']],
    ['an exclamation inside a sentence', ['Yahoo! shares rose.', 'Great!', 'They said so.']],
    ['a quotation of two sentences', ['"We won. We are glad," said Hale.', 'He left.']],
    ['a quotation in curly marks', ['“We won. We are glad,” said Hale.', 'He left.']],
    ['a quotation after its speaker', ['Hale said: "We won."', 'He left.']],
    ['Latin abbreviations', ['Fruit, e.g. apples, is cheap.', 'Bread, i.e. loaves, is not.']],
    ['money and percent', ['It cost $3.50, i.e. 4% more.', 'It was worth it.']],
    ['websites', ['See example.com for more.', 'Or call 555.1234 now.']],
    ['Ph.D. and Jr.', ['Martin Luther King Jr. spoke.', 'Ruth Odalys, Ph.D., listened.']],
    ['versus', ['Roe vs. Wade was cited.', 'So was Brown v. Board.']],
    [
      'numbers of notes',
      ['It closed in 1990.[1]', 'It has 40 looms.[2][3]', '“It runs.”[^4]', 'He left.[sic]'],
    ],
    ['a bracket that begins a sentence', ['It closed.', '[Ruiz] said so.', '[1] Hale did.']],
    ['a list with numbers', ['1. First of all, count.', '2. Then stop.']],
  ])('are not broken wrongly by %s', (_name, sentences) => {
    expect(textsOf(sentences.join(' '))).toEqual(sentences);
  });

  it('end at a paragraph, whatever stands there', () => {
    expect(textsOf('A headline without a point\n\nThe first sentence. The second')).toEqual([
      'A headline without a point',
      'The first sentence.',
      'The second',
    ]);
  });

  it('know their paragraph', () => {
    const found = sentencesOf(articleOf({ body: 'One. Two.\n\nThree.' }));
    expect(found.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
  });

  it.each([
    ['RUTH ODALYS: It will not sail. It cannot.', 'RUTH ODALYS', ['It will not sail.', 'It cannot.']],
    ['Ruth Odalys: Yes. No.', 'Ruth Odalys', ['Yes.', 'No.']],
    ['HALE (on tape): We won.', 'HALE (on tape)', ['We won.']],
    ['Dr. O’Neil, Mayor: We won.', 'Dr. O’Neil, Mayor', ['We won.']],
  ])('in a transcript leave the speaker out: %s', (body, speaker, texts) => {
    const found = sentencesOf(articleOf({ body, kind: 'transcript' }));
    expect(found.map(({ start, end }) => body.slice(start, end))).toEqual(texts);
    expect(new Set(found.map((sentence) => sentence.speaker))).toEqual(new Set([speaker]));
  });

  it('have no speaker in a report, nor where a turn begins with a clause', () => {
    expect(sentencesOf(articleOf({ body: 'NEW YORK: It rained.' }))[0]?.speaker).toBeNull();
    const body = 'Remember this if you can: it rained.';
    expect(sentencesOf(articleOf({ body, kind: 'transcript' }))[0]?.speaker).toBeNull();
  });

  it('know which of them ask', () => {
    const found = sentencesOf(articleOf({ body: 'Did it sail? "Who knows?" It did.' }));
    expect(found.map(({ asks }) => asks)).toEqual([true, true, false]);
  });

  it.each([
    'Did it sail?!',
    'Did it sail?[1][b]',
    'هل أبحرت؟',
    '出航したのか？」',
    '« A-t-il navigué ? »',
    '“Did it sail?”)',
  ])('know a question by the mark of any script, and what closes behind it: %s', (body) => {
    expect(sentencesOf(articleOf({ body })).map(({ asks }) => asks)).toEqual([true]);
  });

  it.each(['It sailed;', 'He asked: "Did it sail?".', 'It sailed (why?) at dawn.'])(
    'take no statement for a question: %s',
    (body) => {
      expect(sentencesOf(articleOf({ body })).map(({ asks }) => asks)).toEqual([false]);
    },
  );

  const ofTranscript = (body: string) => sentencesOf(articleOf({ body, kind: 'transcript' }));

  it('know a host’s request as a question, in a transcript only', () => {
    const body = 'Hello. So walk us through the ruling. It was short.';
    expect(ofTranscript(body).map(({ asks }) => asks)).toEqual([false, true, false]);
    expect(sentencesOf(articleOf({ body })).some(({ asks }) => asks)).toBe(false);
  });

  it('all ask in a paragraph that begins with "Q: ", and neither it nor "A: " is a name', () => {
    const found = ofTranscript('Q: You left in May. Your reasons, please.\n\nA: It rained.');
    expect(found.map(({ asks }) => asks)).toEqual([true, true, false]);
    expect(found.map(({ speaker }) => speaker)).toEqual([null, null, null]);
    expect(found[2]?.article.body.slice(found[2].start, found[2].end)).toBe('It rained.');
  });

  it('have the number of their turn where a transcript names nobody', () => {
    const turns = (body: string) => ofTranscript(body).map(({ turn }) => turn);
    expect(turns('Hello.\n\nHello. Did it sail?\n\nIt did.')).toEqual([1, 2, 2, 3]);
    expect(turns('Q: Did it sail?\n\nCaption: The ferry.\n\nA: It did.')).toEqual([1, null, 2]);
    expect(turns('Hello.\n\nHALE: Did it sail?')).toEqual([null, null]);
    expect(sentencesOf(articleOf({ body: 'It sailed.' }))[0]?.turn).toBeNull();
  });

  it('have no speaker in a paragraph without a name, though the one before it has', () => {
    expect(ofTranscript('HALE: It sailed.\n\nThe tape ends here.').map(({ speaker }) => speaker)).toEqual([
      'HALE',
      null,
    ]);
  });

  it.each<ArticleKind>(['report', 'transcript', 'digest'])('of a caption say so in a %s', (kind) => {
    const body = 'It sailed.\n\nCaption: The ferry in May. Photo: Ada Brink';
    const found = sentencesOf(articleOf({ body, kind }));
    expect(found.map(({ caption }) => caption)).toEqual([false, true, true]);
    expect(found.map(({ start, end }) => body.slice(start, end))).toEqual([
      'It sailed.',
      'The ferry in May.',
      'Photo: Ada Brink',
    ]);
  });

  it('read an article in a language that nobody knows as English', () => {
    expect(textsOf('One. Two.', { language: 'no such tag!' })).toEqual(['One.', 'Two.']);
  });

  const pieces = fc.constantFrom(
    'The U.S. won. ',
    '"Why? ',
    '”',
    '“',
    '"',
    '\n\n',
    '\n',
    'No. 5',
    ' p.m. ',
    'A: ',
    'Caption: ',
    'HALE: ',
    'Tell us ',
    '\u00a0',
    '…',
    '👩‍👩‍👧',
    '\u202e',
    'e.g. ',
    '.',
    '!',
    ' ',
    'word ',
    '\ud800',
  );
  const bodies = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((some) => some.join('')),
  );
  const kinds = fc.constantFrom<ArticleKind>('report', 'transcript');

  it('lie in the body in order, apart, without white space at their edges, in any text', () => {
    fc.assert(
      fc.property(bodies, kinds, (body, kind) => {
        let last = 0;
        for (const { start, end } of sentencesOf(articleOf({ body, kind }))) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(body.length);
          expect(body.slice(start, end)).toBe(body.slice(start, end).trim());
          last = end;
        }
      }),
    );
  });

  it('lose no word of a report', () => {
    fc.assert(
      fc.property(bodies, (text) => {
        const body = text.replaceAll('Caption:', '');
        const letters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';
        expect(letters(textsOf(body).join(' '))).toBe(letters(body));
      }),
    );
  });
});
