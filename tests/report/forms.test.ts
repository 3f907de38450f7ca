import { describe, expect, it } from 'vitest';
import { csvOf, SECTION_NAMES } from '../../src/report/csv.ts';
import { pageOf } from '../../src/report/page/page.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { tableOf } from '../../src/report/table.ts';
import { entry, HOUR, NOON, quoted, reported } from './entries.ts';

const HOSTILE = `<script>alert('1')</script> "=&amp; \u202Ewho owns it?`;

/** Four questions without an answer, asked four times to once, and everything else that a report tells of. */
const REPORT = reported([
  ...['Who owns the ferry?', 'How long is the quay?', 'Why is the mill closed?', HOSTILE].flatMap(
    (question, at) => Array.from({ length: 4 - at }, () => entry({ question, at: NOON - HOUR * at })),
  ),
  entry({ question: 'who owns teh ferry' }),
  entry({ outcome: 'answered', quoted: quoted('a') }),
  entry({ kind: 'feedback', outcome: 'not-helpful', question: 'When?', quoted: quoted('a') }),
  entry({ kind: 'for-the-desk', outcome: '', question: 'Who owns the ferry?' }),
]);
const EMPTY = reported([], { place: 'slack:T1' });
const PLAIN = { bold: false, width: null };

describe('the table', () => {
  it('has the three most asked on top, once each, with other wordings below', () => {
    const lines = tableOf(REPORT, PLAIN).split('\n');
    const from = lines.findIndex((line) => line.startsWith('Not answered'));
    expect(lines.slice(from + 1, from + 6)).toEqual([
      ' asked  desk  last        question',
      '     5     1  2026-11-25  Who owns the ferry?',
      '                            who owns teh ferry',
      '     3     0  2026-11-25  How long is the quay?',
      '     2     0  2026-11-25  Why is the mill closed?',
    ]);
    expect(lines.slice(0, 4)).toEqual([
      'Questions of 2026-11-24 to 2026-11-25',
      '',
      '12 questions of 1 person: 1 answered (8%), 11 not',
      'Marked helpful 0, not helpful 1, not what was asked 0; told to the desk 1',
    ]);
  });

  it('fits 80 columns whatever was asked, and says how much more there is', () => {
    const many = reported(
      Array.from({ length: 40 }, (_, at) =>
        entry({ question: `Why does gate ${at} ${'squeak '.repeat(at)}?` }),
      ),
    );
    const lines = tableOf(many, PLAIN).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(lines).toContain('  … and 25 more: --csv and --json have all');
  });

  it('holds no escape codes but its own', () => {
    const shown = tableOf(reported([entry({ question: 'Is \u001b[31mit\u001b[0m red?' })]), PLAIN);
    expect(shown).not.toContain('\u001b');
  });
});

describe('a section for a spreadsheet', () => {
  it('is one table with one row of names', () => {
    expect(csvOf(REPORT, 'days')).toBe(
      '\uFEFFday,asked,answered,not answered\r\n2026-11-24,0,0,0\r\n2026-11-25,12,1,11\r\n',
    );
    for (const section of SECTION_NAMES) expect(csvOf(EMPTY, section)).toMatch(/^\uFEFF\S.*\r\n/);
  });

  it('is quoted where it has to be, and nothing in it is a formula', () => {
    const asked = ['=HYPERLINK("http://evil.example")', '+1, 2', '@sum'].map((question) =>
      entry({ question }),
    );
    const rows = csvOf(reported(asked), 'unanswered').split('\r\n');
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^"'=HYPERLINK\(""http:\/\/evil.example""\)",1,1,0,/),
        expect.stringMatching(/^"'\+1, 2",1,/),
        expect.stringMatching(/^'@sum,1,/),
      ]),
    );
  });
});

describe('the page', () => {
  const page = pageOf(REPORT, NOON);

  it('needs nothing else, and forbids it', () => {
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(
      /<(?:script|link|img|iframe|object|embed|base|form)\b|\bsrc=|\bhref=|url\(|@import|\son\w+=/i,
    );
  });

  it('shows hostile questions as they were typed', () => {
    expect(page).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;=&amp;amp; who owns it?');
    expect(page).not.toContain('\u202E');
  });

  it('has a table behind its chart, and a sentence for whoever sees neither', () => {
    expect(page).toMatch(
      /<svg class="days"[^>]* role="img" aria-label="Questions per day from 2026-11-24 on/,
    );
    expect(page).toMatch(
      /<th scope="row">2026-11-25<\/th><td class="number">12<\/td><td class="number">1<\/td>/,
    );
  });

  it('stacks the unanswered on the answered', () => {
    const [, yes, from, , no] =
      /<title>2026-11-25: 1 answered, 11 not<\/title>\n<rect class="yes" x="[\d.]+" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"\/>\n<rect class="no" x="[\d.]+" y="([\d.]+)"/.exec(
        page,
      ) ?? [];
    expect(Number(from)).toBeGreaterThan(0);
    expect(Number(no)).toBeLessThan(Number(yes));
  });

  it('is read in light and dark, and printed in light', () => {
    expect(page).toContain('@media (prefers-color-scheme:dark)');
    expect(page).toContain('@media print');
  });

  it('stays small enough to be mailed, whatever people type', () => {
    const long = Array.from({ length: 400 }, (_, at) =>
      [0, 1, 2].map((way) => entry({ question: `${at} ${'"<\'&漢字>'.repeat(60)} ${'!'.repeat(way)}?` })),
    ).flat();
    expect(Buffer.byteLength(pageOf(reported(long), NOON))).toBeLessThan(200_000);
  });
});

describe('the summary', () => {
  it('has at most ten lines, the most asked first, and keeps apart what others wrote', () => {
    const { title, lines } = summaryOf(REPORT);
    expect(title).toBe('Questions of 2026-11-24 to 2026-11-25');
    expect(lines.slice(0, 3)).toEqual([
      { text: '12 questions of 1 person: 1 answered (8%)', quoted: null },
      { text: 'Not answered, asked 5 times:', quoted: 'Who owns the ferry?' },
      { text: 'Not answered, asked 3 times:', quoted: 'How long is the quay?' },
    ]);
    const many = reported([
      ...Array.from({ length: 9 }, (_, at) => entry({ question: `How long is pier ${at + 2}?` })),
      entry({ outcome: 'answered', quoted: quoted('a') }),
      entry({ kind: 'feedback', outcome: 'not-helpful', quoted: quoted('a') }),
    ]);
    expect(summaryOf(many).lines).toHaveLength(10);
  });
});

describe('answers that were corrected', () => {
  const corrected = { kind: 'correction', person: null, confidence: null, at: NOON } as const;
  const report = reported([
    entry({ ...corrected, outcome: 'changed', question: 'What does a ticket cost?', quoted: quoted('a') }),
    entry({ ...corrected, outcome: 'gone', question: HOSTILE, at: NOON - HOUR }),
    entry({ ...corrected, outcome: 'withdrawn', question: '', at: NOON - 2 * HOUR }),
    entry({ ...corrected, outcome: '<b>moved</b>', question: 'Why?', at: NOON - 3 * HOUR }),
  ]);

  it('are listed in the table with when, where and what happened', () => {
    const lines = tableOf(report, PLAIN).split('\n');
    const from = lines.indexOf('Answers corrected, since their articles changed');
    expect(lines).toContain('Answers corrected 4');
    expect(lines.slice(from + 2, from + 4)).toEqual([
      '  2026-11-25 12:00  What does a ticket cost?',
      '                    > slack:T1/C1: shows what the article says now',
    ]);
    expect(lines).toContain('  2026-11-25 10:00  (its text is not kept)');
    expect(lines).toContain('                    > slack:T1/C1: <b>moved</b>');
    expect(tableOf(REPORT, PLAIN)).not.toContain('corrected');
  });

  it('are a section for a spreadsheet', () => {
    expect(csvOf(report, 'corrections').split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFwhen,place,question,what happened,story,article',
      '2026-11-25 12:00,slack:T1/C1,What does a ticket cost?,changed,ferry,a',
    ]);
  });

  it('stand on the page, where there are any, and nothing in them acts on it', () => {
    const page = pageOf(report, NOON);
    expect(page).toContain('<dt>answers corrected</dt><dd>4</dd>');
    expect(page).toMatch(/<h2 id="corrections">[\s\S]*What does a ticket cost\?[\s\S]*no longer says it/);
    expect(page).toContain('&lt;b&gt;moved&lt;/b&gt;');
    expect(page).not.toMatch(/<script|<b>moved/);
    expect(pageOf(REPORT, NOON)).not.toContain('corrected');
  });
});

it('an empty period says so in every form for people', () => {
  const words = 'Nothing was asked in this period (2026-11-24 to 2026-11-25; asked in slack:T1).';
  expect(tableOf(EMPTY, PLAIN)).toBe(words);
  expect(pageOf(EMPTY, NOON)).toContain(words);
  expect(summaryOf(EMPTY).lines).toEqual([{ text: words, quoted: null }]);
});
