import { expect } from 'vitest';
import type { Answer, Citation, Quote } from '../../../src/knowledge/answer.ts';
import type { Story } from '../../../src/knowledge/article.ts';

/** What holds of every answer, whatever was asked of whatever library. */
export function expectSound(answer: Answer, asked: string, open: readonly Story[]): void {
  expect(answer.confidence >= 0 && answer.confidence <= 1).toBe(true);
  expect(answer.tookMs >= 0).toBe(true);
  const suggested = new Set(open.flatMap(({ questions }) => questions));
  expect(answer.related.filter((question) => !suggested.has(question))).toEqual([]);
  expect(answer.related.length).toBeLessThanOrEqual(3);
  if (answer.status === 'answered') expect(answer.quotes.length).toBeGreaterThan(0);
  else expect(answer.nearest.length).toBeLessThanOrEqual(3);
  for (const quote of [...answer.quotes, ...(answer.status === 'answered' ? [] : answer.nearest)]) {
    expectVerbatim(quote, open);
  }
  if (answer.status === 'answered' && answer.difference !== null) {
    for (const at of answer.difference.between) expect(answer.quotes[at]).toBeDefined();
  }
  if (answer.further.length === 0) expect(asked.includes(answer.question)).toBe(true);
  for (const further of answer.further) expectSound(further, asked, open);
}

function expectVerbatim(quote: Quote, open: readonly Story[]): void {
  const { text, start, end, before, after, emphasis, citation, also } = quote;
  const article = open
    .find(({ slug }) => slug === citation.story)
    ?.articles.find(({ id }) => id === citation.article);
  const body = article?.body ?? '';
  expect(Number.isInteger(start) && start >= 0 && end > start && end <= body.length).toBe(true);
  expect(text).toBe(body.slice(start, end));
  expect(body.slice(0, start).endsWith(before) || body.slice(0, start).includes(before)).toBe(true);
  expect(body.slice(end)).toContain(after);
  let last = 0;
  for (const span of emphasis) {
    expect(span.start >= last && span.end > span.start && span.end <= text.length).toBe(true);
    expect(isBetween(text, span.start) && isBetween(text, span.end)).toBe(true);
    last = span.end;
  }
  expectLink(citation, text);
  for (const other of also) expect(open.some(({ slug }) => slug === other.story)).toBe(true);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Whether a place is between two characters as people see them. */
function isBetween(text: string, at: number): boolean {
  return at === text.length || graphemes.segment(text).containing(at)?.index === at;
}

function expectLink({ link, url }: Citation, text: string): void {
  expect(link === null).toBe(url === null);
  if (link === null) return;
  const parsed = new URL(link);
  expect(parsed.protocol).toMatch(/^https?:$/);
  expect(link).not.toMatch(/\s/);
  const [, directive = ''] = link.split(':~:text=');
  const plain = text.replace(/\s+/g, ' ').replace(/\p{Cs}/gu, '');
  for (const part of directive.split(',').map(decodeURIComponent)) {
    expect(plain).toContain(part);
  }
}
