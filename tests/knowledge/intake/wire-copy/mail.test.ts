import { describe, expect, it } from 'vitest';
import { readWireCopy } from '../../../../src/knowledge/intake/wire-copy.ts';
import { hardWrapped } from '../../../support/hard-wrapped.ts';

const LEAD =
  'The harbor commission voted on Thursday to end the winter ferry, closing a route that has run since 1911.';
const NEXT =
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.';
const NOTE = ['FYI, for page 2. Please cut to 200 words.', 'Dee'];
const MAIL = ['Begin forwarded message:', 'From: Uta Brandt <uta@wire.example>', 'Subject: Ferry'];

describe('a report that was forwarded', () => {
  it('is read without the note above it and the signature below it', () => {
    const { paragraphs, leftOut, details } = readWireCopy(
      [
        ...NOTE,
        ...MAIL,
        'By Uta Brandt',
        LEAD,
        NEXT,
        '--',
        'Uta Brandt',
        'Alpine Wire',
        '+41 00 000 00 00',
      ].join('\n\n'),
    );
    expect(paragraphs).toEqual([LEAD, NEXT]);
    expect(details).toMatchObject({ byline: 'Uta Brandt', published: null });
    expect(leftOut.map(({ text }) => text)).toEqual(expect.arrayContaining(['Dee', '+41 00 000 00 00']));
  });

  it('is kept where it stands above an old message', () => {
    const { paragraphs } = readWireCopy(
      [LEAD, NEXT, '-----Original Message-----', 'From: desk@wire.example', 'Where is the ferry story?'].join(
        '\n\n',
      ),
    );
    expect(paragraphs.slice(0, 2)).toEqual([LEAD, NEXT]);
  });

  it('is read without the marks of quoting', () => {
    const quoted = [...hardWrapped(LEAD, 60).split('\n'), '', ...hardWrapped(NEXT, 60).split('\n')].map(
      (line) => `> ${line}`.trimEnd(),
    );
    expect(readWireCopy(quoted.join('\n')).paragraphs).toEqual([LEAD, NEXT]);
  });

  it('keeps an arrow that quotes nothing', () => {
    const line = '> Why the ferry never paid in the end';
    const { paragraphs, leftOut } = readWireCopy([LEAD, NEXT, line].join('\n\n'));
    expect([...paragraphs, ...leftOut.map(({ text }) => text)]).toContain(line);
  });

  it('keeps what follows a line of two dashes that is no signature', () => {
    expect(readWireCopy([LEAD, '--', NEXT].join('\n\n')).paragraphs).toEqual([LEAD, NEXT]);
  });
});

describe('words that the end of a line parted', () => {
  const broken = (first: string, second: string): string =>
    [
      ...hardWrapped(LEAD, 60).split('\n'),
      '',
      `The commission, which met for nine hours behind ${first}`,
      `${second} doors, had`,
      'been warned by its own staff and by the mayor of the town.',
    ].join('\n');

  it('go on without a space, letter for letter', () => {
    expect(readWireCopy(broken('closed and well-', 'guarded')).paragraphs[1]).toContain('well-guarded doors');
  });

  it('and end with one before "and"', () => {
    expect(readWireCopy(broken('the inner-', 'and outer')).paragraphs[1]).toContain('inner- and outer doors');
  });
});
