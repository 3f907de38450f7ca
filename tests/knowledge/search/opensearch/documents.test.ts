import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentsOf,
  entryOf,
  fingerprintOf,
} from '../../../../src/knowledge/search/opensearch/documents.ts';
import { articleOf } from '../../../support/articles.ts';

const FERRY = { headline: 'Council votes', body: 'The motion passed. Nobody was glad.\n\nThe mayor left.' };

describe('the name of an article in the index', () => {
  it('is the same for articles that read the same, whatever else is stated of them', () => {
    const other = {
      ...FERRY,
      id: 'other',
      outlet: 'Bay Radio',
      published: '2025-01-01',
      url: 'https://a.example/',
    };
    expect(fingerprintOf(articleOf(other))).toBe(fingerprintOf(articleOf(FERRY)));
  });

  it.each([
    ['its story', { ...FERRY, story: 'bridge' }],
    ['its headline', { ...FERRY, headline: 'Council vetoes' }],
    ['having no headline', { ...FERRY, headline: null }],
    ['a word', { ...FERRY, body: FERRY.body.replace('mayor', 'captain') }],
    ['how often a word stands there', { ...FERRY, body: FERRY.body.replace('mayor', 'mayor mayor') }],
    ['where a sentence ends', { ...FERRY, body: FERRY.body.replace('passed. N', 'passed, n') }],
    ['where a paragraph ends', { ...FERRY, body: FERRY.body.replace('\n\n', ' ') }],
    ['having nothing in it', { ...FERRY, body: '' }],
  ])('differs with %s', (_, article) => {
    expect(fingerprintOf(articleOf(article))).not.toBe(fingerprintOf(articleOf(FERRY)));
  });

  it('is sixteen letters that can stand anywhere, whatever the article holds', () => {
    const hostile = fc.record({ story: fc.string({ unit: 'binary' }), body: fc.string({ unit: 'binary' }) });
    fc.assert(
      fc.property(hostile, (details) => {
        expect(fingerprintOf(articleOf(details))).toMatch(/^[\w-]{16}$/);
      }),
    );
  });
});

describe('what is indexed of an article', () => {
  it('is each sentence, each paragraph under its headline, and last that it is whole', () => {
    const article = articleOf(FERRY);
    const name = fingerprintOf(article);
    const own = { article: name, story: 'ferry-vote' };
    const documents = documentsOf(article);
    expect(documents.map(({ _id }) => _id)).toEqual(
      ['.s0', '.s1', '.s2', '.p0', '.p1', ''].map((part) => name + part),
    );
    expect(documents[0]).toEqual({ _id: `${name}.s0`, ...own, sentence: 'motion pass' });
    expect(documents[3]).toMatchObject({ paragraph: 'motion pass nobody glad', headline: 'council vote' });
    expect(documents.at(-1)).toEqual({ _id: name, ...own, whole: true });
  });

  it('is only that it is whole where nothing can be quoted', () => {
    expect(documentsOf(articleOf({ body: '' }))).toMatchObject([{ whole: true }]);
  });

  it('is one line each, whatever the article holds', () => {
    const hostile = articleOf({
      headline: 'A "quote"\n{"delete":{"_index":"*"}}',
      body: 'A \u2028line\r\n{"index":{}} \ud800 ends.\u0000 \\" x.',
    });
    for (const document of documentsOf(hostile)) {
      expect(JSON.stringify(document)).not.toMatch(/[\n\r]/);
      expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    }
  });
});

describe('an id that was found', () => {
  it('says which sentence or paragraph of which article it is', () => {
    const article = articleOf(FERRY);
    const read = documentsOf(article).map(({ _id }) => entryOf(_id));
    const name = { article: fingerprintOf(article) };
    expect(read).toEqual([
      { ...name, kind: 's', at: 0 },
      { ...name, kind: 's', at: 1 },
      { ...name, kind: 's', at: 2 },
      { ...name, kind: 'p', at: 0 },
      { ...name, kind: 'p', at: 1 },
      null,
    ]);
  });

  it.each([
    '',
    'x',
    'abcdefghijklmnop',
    'abcdefghijklmnop.q1',
    'abcdefghijklmnop.s',
    '/../_all',
    'abcdefghijklmnop.s1\n',
  ])('is not ours when it is %j', (id) => {
    expect(entryOf(id)).toBeNull();
  });
});
