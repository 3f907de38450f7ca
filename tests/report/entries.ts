import { EVERYONE, type Story } from '../../src/knowledge/index.ts';
import type { Entry } from '../../src/ledger/ledger.ts';
import { type Report, type ReportWish, reportOf } from '../../src/report/report.ts';

/** A Wednesday, by the machine's clock. */
export const NOON = new Date(2026, 10, 25, 12).getTime();
export const HOUR = 60 * 60_000;
export const PERIOD = { from: new Date(2026, 10, 24).getTime(), to: new Date(2026, 10, 26).getTime() };

const ENTRY: Entry = {
  kind: 'question',
  at: NOON,
  place: 'slack:T1/C1',
  person: 'p1',
  question: 'When does the ferry sail?',
  outcome: 'not-in-story',
  confidence: 0.1,
  quoted: null,
};

/** @returns a question without an answer, but for what is given */
export function entry(change: Partial<Entry> = {}): Entry {
  return { ...ENTRY, ...change };
}

export const quoted = (article: string, story = 'ferry') => ({ story, article, start: 0, end: 9 });

function story(slug: string, title: string, articles: Readonly<Record<string, string>>): Story {
  return {
    slug,
    title,
    aliases: [],
    questions: [],
    audience: EVERYONE,
    feeds: [],
    articles: Object.entries(articles).map(([id, body]) => ({
      id,
      story: slug,
      outlet: 'The Courier',
      headline: `About ${id}`,
      byline: null,
      published: '2026-11-01',
      updated: null,
      url: null,
      kind: 'report',
      language: 'en',
      body,
    })),
  };
}

const STORIES: readonly Story[] = [
  story('ferry', 'The night ferry', { a: 'The ferry sails at nine.', b: 'The harbor board met.' }),
  story('mill', 'The mill fire', { c: 'Sparks set the mill on fire.' }),
];

/** @returns the report of two days */
export function reported(entries: readonly Entry[], wish: Partial<ReportWish> = {}): Report {
  return reportOf(entries, { period: PERIOD, story: null, place: null, stories: STORIES, ...wish });
}
