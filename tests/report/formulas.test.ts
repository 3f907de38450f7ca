import { expect, it } from 'vitest';
import { csvOf } from '../../src/report/csv.ts';
import type { Report } from '../../src/report/report.ts';

/** A section with one text that others wrote. */
function cellOf(title: string): string {
  const story = { story: 'ferry', title, asked: 1, answered: 1, unanswered: 0 };
  const csv = csvOf({ stories: [story] } as unknown as Report, 'stories');
  return csv.split('\r\n')[1] ?? '';
}

it.each([
  ['=1+1', `ferry,'=1+1,1,1,0`],
  ['  =1+1', `ferry,'  =1+1,1,1,0`],
  ['\u200b=1+1', `ferry,'\u200b=1+1,1,1,0`],
  ['+1', `ferry,'+1,1,1,0`],
  ['-1', `ferry,'-1,1,1,0`],
  ['@SUM(A1)', `ferry,'@SUM(A1),1,1,0`],
  ['\uff1d1+1', `ferry,'\uff1d1+1,1,1,0`],
  ['\t=1', `ferry,"'\t'=1",1,1,0`],
  // Where the language of the reader parts cells with semicolons.
  ['who?;=HYPERLINK("https://evil.example")', `ferry,"who?;'=HYPERLINK(""https://evil.example"")",1,1,0`],
  ['who?; -1', `ferry,"who?;' -1",1,1,0`],
  ['who?;\u200b=1', `ferry,"who?;'\u200b=1",1,1,0`],
  ['who?;\uff1d1', `ferry,"who?;'\uff1d1",1,1,0`],
  // There quotes keep no row together, since the cell does not begin with them.
  ['who?\n=A1&"', `ferry,"who?\n'=A1&""",1,1,0`],
  ['who?\n\n =A1', `ferry,"who?\n\n' =A1",1,1,0`],
  // What is none stays as it was typed.
  ['a = b, or a; b - c', `ferry,"a = b, or a; b - c",1,1,0`],
  ['who? 11-4', 'ferry,who? 11-4,1,1,0'],
  ['red\u001b[31m \u009b2J', 'ferry,red[31m 2J,1,1,0'],
])('a cell of a table is never a formula: %j', (title, line) => {
  expect(cellOf(title)).toBe(line);
});
