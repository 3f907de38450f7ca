import { describe, expect, it } from 'vitest';
import { sourceLine } from '../../src/bots/source-line.ts';
import { citationOf } from '../support/quotes.ts';

describe('the source line', () => {
  it('gives the day as the outlet states it, whatever the time zone', () => {
    expect(sourceLine(citationOf({ published: '2021-11-29' })).published).toBe('29 Nov 2021');
    expect(sourceLine(citationOf({ published: '2021-11-29T23:30:00-11:00' })).published).toBe('29 Nov 2021');
  });

  it('tells of an update on a later day, and not of one on the same', () => {
    const published = '2021-11-29T08:00:00Z';
    expect(sourceLine(citationOf({ published, updated: '2021-12-01' })).updated).toBe('updated 1 Dec 2021');
    expect(sourceLine(citationOf({ published, updated: '2021-11-29T09:00:00Z' })).updated).toBeNull();
  });

  it('leaves unknown what is unknown', () => {
    expect(sourceLine(citationOf({ published: null }))).toMatchObject({
      published: null,
      updated: null,
      link: null,
    });
  });

  it('says so when nobody has stated the outlet, and has no headline where there is none', () => {
    expect(sourceLine(citationOf({ outlet: null, headline: null }))).toMatchObject({
      outlet: 'outlet not stated',
      headline: '',
    });
  });

  it('gives the number of a turn where a transcript names nobody', () => {
    expect(sourceLine(citationOf({ kind: 'transcript', outlet: 'NPR', turn: 3 }))).toMatchObject({
      speaker: null,
      outlet: 'NPR (turn 3)',
    });
    expect(sourceLine(citationOf({ kind: 'transcript', speaker: 'MOSS' })).speaker).toBe('MOSS');
  });

  it('says of a caption that it is one', () => {
    expect(sourceLine(citationOf({ caption: true, outlet: 'AP' })).outlet).toBe('AP (photo caption)');
  });

  it('says of a digest that it is one: its words are not the outlet’s', () => {
    expect(sourceLine(citationOf({ kind: 'digest', outlet: 'AP' })).outlet).toBe('AP (digest)');
    expect(sourceLine(citationOf({ kind: 'report', outlet: 'AP' })).outlet).toBe('AP');
  });
});
