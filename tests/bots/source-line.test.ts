import { describe, expect, it } from 'vitest';
import { sourceLine } from '../../src/bots/source-line.ts';
import { citationOf, quoteOf } from '../support/quotes.ts';

describe('the source line', () => {
  it('gives the day as the outlet states it, whatever the time zone', () => {
    expect(sourceLine(quoteOf({ citation: { published: '2021-11-29' } })).published).toBe('29 Nov 2021');
    expect(sourceLine(quoteOf({ citation: { published: '2021-11-29T23:30:00-11:00' } })).published).toBe(
      '29 Nov 2021',
    );
  });

  it('tells of an update on a later day, and not of one on the same', () => {
    const published = '2021-11-29T08:00:00Z';
    expect(sourceLine(quoteOf({ citation: { published, updated: '2021-12-01' } })).updated).toBe(
      'updated 1 Dec 2021',
    );
    expect(
      sourceLine(quoteOf({ citation: { published, updated: '2021-11-29T09:00:00Z' } })).updated,
    ).toBeNull();
  });

  it('leaves unknown what is unknown', () => {
    expect(sourceLine(quoteOf({ citation: { published: null } }))).toMatchObject({
      published: null,
      updated: null,
      link: null,
    });
  });

  it('says so when nobody has stated the outlet, and has no headline where there is none', () => {
    expect(sourceLine(quoteOf({ citation: { outlet: null, headline: null } }))).toMatchObject({
      outlet: 'outlet not stated',
      headline: '',
    });
  });

  it('gives the number of a turn where a transcript names nobody', () => {
    expect(sourceLine(quoteOf({ citation: { kind: 'transcript', outlet: 'NPR', turn: 3 } }))).toMatchObject({
      speaker: null,
      outlet: 'NPR (turn 3)',
    });
    expect(sourceLine(quoteOf({ citation: { kind: 'transcript', speaker: 'MOSS' } })).speaker).toBe('MOSS');
  });

  it('says of a caption that it is one', () => {
    expect(sourceLine(quoteOf({ citation: { caption: true, outlet: 'AP' } })).outlet).toBe(
      'AP (photo caption)',
    );
  });

  it('says of a digest that it is one: its words are not the outlet’s', () => {
    expect(sourceLine(quoteOf({ citation: { kind: 'digest', outlet: 'AP' } })).outlet).toBe('AP (digest)');
    expect(sourceLine(quoteOf({ citation: { kind: 'report', outlet: 'AP' } })).outlet).toBe('AP');
  });

  it('names every outlet that has the sentence, once', () => {
    const also = ['Bay Radio', 'The Post', 'AP'].map((outlet) => citationOf({ outlet }));
    expect(sourceLine(quoteOf({ citation: { outlet: 'The Post' }, also })).outlet).toBe(
      'The Post, Bay Radio and AP',
    );
    expect(sourceLine(quoteOf({ citation: { outlet: 'AP' }, also: also.slice(1) })).outlet).toBe(
      'AP and The Post',
    );
  });

  it('makes no second source of a name by letters that nobody sees', () => {
    const also = ['A\u200BP', 'AP\u{E0061}', 'ＡＰ', ' ap'].map((outlet) => citationOf({ outlet }));
    expect(sourceLine(quoteOf({ citation: { outlet: 'AP' }, also })).outlet).toBe('AP');
  });

  it('stays one line however many outlets there are', () => {
    const also = Array.from({ length: 40 }, (_, index) => citationOf({ outlet: `Outlet ${index + 1}` }));
    const { outlet } = sourceLine(quoteOf({ also }));
    expect(outlet).toMatch(/^The Post, Outlet 1, Outlet 2,.* and \d+ others$/);
    expect(outlet.length).toBeLessThan(130);
  });

  it('marks the newest report as of its day, or of its update', () => {
    const newest = true;
    expect(sourceLine(quoteOf({ newest })).published).toBe('as of 3 Mar 2024, the newest');
    expect(sourceLine(quoteOf({ newest, citation: { updated: '2024-03-05' } }))).toMatchObject({
      published: '3 Mar 2024',
      updated: 'updated 5 Mar 2024, the newest',
    });
  });
});
