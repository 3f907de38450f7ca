import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../src/knowledge/evidence.ts';
import type { AnswerKind } from '../../../src/knowledge/question-kind.ts';

const spansOf = (kind: AnswerKind, sentence: string, ...asked: string[]): string[] =>
  evidenceOf(kind, sentence, new Set(asked)).spans.map(({ start, end }) => sentence.slice(start, end));

describe('what a sentence holds of the kind asked for', () => {
  it.each<[AnswerKind, string, string[]]>([
    ['number', 'There were 1,798 votes against and 738 in favor.', ['1,798', '738']],
    ['number', 'Nearly 6,000 people, or two thirds, came on May 3, 2021.', ['Nearly 6,000', 'two']],
    ['number', 'Twenty-one of them stayed.', ['Twenty-one']],
    ['share', 'It was 34.5 percent, more than half of them.', ['34.5 percent', 'more than half']],
    ['money', 'It cost $3.50, or about £2.8 million a year.', ['$3.50', 'about £2.8 million a year']],
    ['duration', 'It took about a year and then three weeks.', ['about a year', 'three weeks']],
    ['date', 'It began on Nov. 29, 2021, a Monday.', ['Nov. 29, 2021', 'Monday']],
    ['date', 'The first since 2014 was in the spring.', ['since 2014', 'in the spring']],
    ['state', 'The plant in Bessemer, Ala., is in Alabama.', ['Ala', 'Alabama']],
    ['country', 'They are common in France and across Europe.', ['France', 'Europe']],
    ['place', 'A warehouse near Birmingham.', ['Birmingham']],
    ['name', 'Mayor Hale met Ruth Odalys of the Labor Board.', ['Mayor Hale', 'Ruth Odalys']],
    ['name', 'Varga, the mayor, said no.', ['Varga']],
    ['place', 'Before the Bessemer vote they met in Boston.', ['Boston']],
    ['body', 'The National Labor Relations Board agreed.', ['National Labor Relations Board']],
    ['organisation', 'It is behind Walmart in Texas.', ['Walmart']],
    ['statement', 'He said: "We won."', ['"We won."']],
  ])('%s: %s', (kind, sentence, spans) => {
    expect(spansOf(kind, sentence)).toEqual(spans);
    expect(evidenceOf(kind, sentence, new Set()).fit).toBe(1);
  });

  it.each<[AnswerKind, string]>([
    ['number', 'They voted by mail.'],
    ['money', 'It has 500 rooms.'],
    ['duration', 'A second election was held.'],
    ['date', 'They voted by mail.'],
    ['state', 'They met in Boston.'],
    ['state', 'Mass was held for Ill Hale and Mo.'],
    ['country', 'They met in Boston.'],
    ['name', 'The president said: "Amazon cheated."'],
    ['name', 'Next, a regional director will rule.'],
    ['body', 'Amazon agreed.'],
  ])('%s cannot be answered by: %s', (kind, sentence) => {
    expect(evidenceOf(kind, sentence, new Set())).toEqual({ fit: -1, spans: [] });
  });

  it('takes a ratio for something near a number', () => {
    expect(evidenceOf('number', 'They lost by more than 2-1.', new Set()).fit).toBe(0.25);
  });

  it('takes no name for an answer that the question gives itself', () => {
    expect(spansOf('organisation', 'Amazon is behind Walmart.', 'amazon')).toEqual(['Walmart']);
  });

  it.each<AnswerKind>(['yes-no', 'manner', 'thing'])('cannot tell %s by form', (kind) => {
    expect(evidenceOf(kind, 'Anything at all, 12 times.', new Set())).toEqual({ fit: 0, spans: [] });
  });

  it('reads any text in linear time', () => {
    const hostile = `${'1,1'.repeat(20_000)} ${'A '.repeat(20_000)} ${'the '.repeat(20_000)}${'1 hundred '.repeat(5_000)}`;
    const kinds: AnswerKind[] = ['number', 'share', 'money', 'duration', 'date', 'place', 'name', 'body'];
    for (const kind of kinds) expect(evidenceOf(kind, hostile, new Set())).toHaveProperty('fit');
  });
});
