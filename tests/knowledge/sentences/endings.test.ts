import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/knowledge/article.ts';
import { sentencesOf } from '../../../src/knowledge/sentences.ts';
import { articleOf } from '../../support/articles.ts';

const found = (body: string, more: Partial<Article> = {}) => sentencesOf(articleOf({ body, ...more }));
const textsOf = (body: string, more: Partial<Article> = {}): string[] =>
  found(body, more).map(({ start, end }) => body.slice(start, end));

/** 40 letters. */
const FILLER = 'It rained and it rained and it rained on';

describe('a sentence ends', () => {
  it.each([
    ['after "No." as an answer', ['Will it sail?', 'No.', 'Never.']],
    [
      'not after "Nos." before a number, but before a word',
      ['Nos. 3 and 4 sank.', 'We drew no nos.', 'They left.'],
    ],
    ['after "I" and "A", which are no initials', ['So did I.', 'Hale was given an A.', 'Brink was not.']],
    [
      'after an initial before a word that begins sentences',
      ['The ferry was named J.', 'The bridge was not.'],
    ],
    ['not after an initial before a number', ['Pier B. 12 was closed.', 'It rained.']],
    ['before a number after a time of day', ['It sank at 8 p.m.', '12 Danes swam.']],
    ['not before a number after another abbreviation', ['It went to the U.S. 12 times.', 'It sank.']],
    [
      'after a state before a word that begins sentences',
      ['He went to Mobile, Ala.', '“The sea is high,” he said.'],
    ],
    ['not after a state before any other', ['He went to Mobile, Ala. Ferries sail there.']],
    [
      'after a small word that only looks like an abbreviation',
      ['It was made of tin and mass.', 'Ferries are not.'],
    ],
    [
      'not after "vs." and "approx." in small letters',
      ['Ellery vs. Mobile was approx. Three to one.', 'It ended.'],
    ],
    ['after a word that ends like one of these', ['They drew in their revs.', 'It slowed.']],
    ['not after the letter of a list', ['(a) Count them.', 'B. Sail.', '12) Stop.']],
    ['after a number of three digits, which is no list’s', ['300.', 'Nobody sank.']],
    [
      'after small letters that are a title only with a capital',
      ['It was his last rep.', 'Hale ran at high rev.', 'He fell.'],
    ],
    ['after a word all in capitals', ['It was sold to NATO.', 'Ellery bought another.']],
    [
      'not before a number and a name after a country',
      ['It sold to the U.S. 12 Danish ferries.', 'Ellery has none.'],
    ],
    ['not after the number of a list, of two digits', ['12. Stop.', 'Count again.']],
    ['between two quotations, each of them closed', ['"Go," he said, "now."', 'Hale left with "Ellery".']],
  ])('%s', (_name, sentences) => {
    expect(textsOf(sentences.join(' '))).toEqual(sentences);
  });

  it.each([
    ['before what opens a quotation, without a blank', 'ja', ['終わった。', '「いいえ。」', '彼は去った。']],
    ['not between a quotation and its "と"', 'ja', ['「なぜ？」と彼は言った。', '終わった。']],
    ['between two quotations that touch', 'zh', ['“不。”', '（完）他走了。']],
    ['before a quotation that an outlet has stuck to it', 'en', ['He left.', '“Why?” she asked.']],
  ])('%s', (_name, language, sentences) => {
    expect(textsOf(sentences.join(''), { language })).toEqual(sentences);
  });

  it('behind what closes a quotation after a blank, as French has it, and not behind what opens one', () => {
    const french = ['« Qui ? » demande-t-il.', '« Moi. »', 'Il part.'];
    expect(textsOf(french.join(' '), { language: 'fr' })).toEqual(french);
    const german = ['Er kam.', '»Wer?« fragte er.', '»Ich.«'];
    expect(textsOf(german.join(' '), { language: 'de' })).toEqual(german);
  });

  it('not inside a quotation that closes soon, and inside one that is too long to be shown whole', () => {
    const short = `Hale said: “${FILLER}. We won.”`;
    expect(textsOf(`${short} He left.`)).toEqual([short, 'He left.']);
    const long = [`Hale said: “${FILLER.repeat(8)}.`, 'We won.”', 'He left.'];
    expect(textsOf(long.join(' '))).toEqual(long);
  });

  it('not inside a quotation that stands far down in a long paragraph', () => {
    const sentences = [
      ...Array.from({ length: 12 }, () => `${FILLER}.`),
      'Hale said: “We won. We are glad.”',
    ];
    expect(textsOf(sentences.join(' '))).toEqual(sentences);
  });

  it('behind a quotation of just the length that is still kept whole', () => {
    const whole = (letters: number) => `“${'x'.repeat(letters - 11)}. We won.”`;
    expect(textsOf(whole(320))).toEqual([whole(320)]);
    expect(textsOf(whole(321))).toHaveLength(2);
  });

  it('behind a lone mark, which is an inch sign or a slip', () => {
    const sentences = ['The pipe is 6" wide.', `${FILLER}.`, `${FILLER}.`, 'It holds.'];
    expect(textsOf(sentences.join(' '))).toEqual(sentences);
    const slip = ['He “left.', `${FILLER}.`, 'It holds.'];
    expect(textsOf(slip.join(' '))).toEqual(slip);
  });

  it('in another language where that language ends it', () => {
    expect(textsOf('Τι έγινε; Έφυγε.', { language: 'el' })).toEqual(['Τι έγινε;', 'Έφυγε.']);
    expect(textsOf('Wait; then go.')).toEqual(['Wait; then go.']);
  });
});

describe('a question', () => {
  it.each([
    ['(Did it sail?)', true],
    ['[“Did it sail?”]', true],
    ['“Did it sail?” he asked us.', false],
    ['What the “Why?” meant he did not say.', false],
  ])('is what ends with its mark and what closes: %s', (body, asks) => {
    expect(found(body).map((sentence) => sentence.asks)).toEqual([asks]);
  });

  it('is none in a caption, and none by its first words in a report', () => {
    expect(found('Caption: Q: A ferry.', { kind: 'transcript' }).map(({ asks }) => asks)).toEqual([false]);
    expect(found('Tell us what happened.').map(({ asks }) => asks)).toEqual([false]);
  });
});

describe('a paragraph', () => {
  it('ends at a line that looks empty, and what is empty is none', () => {
    const places = (body: string) => found(body).map(({ paragraph }) => paragraph);
    expect(places('One.\n \t\n  Two.')).toEqual([0, 1]);
    expect(places('\n\nOne.\n\n\n\n \n\nTwo.\n\n')).toEqual([0, 1]);
    expect(places('One.\nTwo.')).toEqual([0, 0]);
  });

  it('is a caption only where it begins with the word', () => {
    const captions = (body: string) => found(body).map(({ caption }) => caption);
    expect(captions('The frame was empty. Caption: none.')).toEqual([false, false]);
    expect(captions('Caption:none was written there.')).toEqual([false]);
    expect(textsOf(' Caption:  \n The ferry.')).toEqual(['The ferry.']);
  });

  it('has no speaker and no turn in a caption, nor in what is no transcript', () => {
    const [caption] = found('Caption: HALE: A ferry.', { kind: 'transcript' });
    expect([caption?.speaker, caption?.turn]).toEqual([null, null]);
    const [digest] = found('HALE: A ferry.', { kind: 'digest' });
    expect([digest?.speaker, digest?.turn]).toEqual([null, null]);
  });
});
