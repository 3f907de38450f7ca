import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../src/knowledge/intake/draft.ts';
import { readTranscript } from '../../../../src/knowledge/intake/transcript.ts';
import { readWireCopy } from '../../../../src/knowledge/intake/wire-copy.ts';

const LEAD =
  'The harbor commission voted on Thursday to end the winter ferry, closing a route that has run since 1911.';
const NEXT =
  'Commissioners said the boat lost $1.4 million last year and carried fewer than 40 people a day.';
const HEADLINE = 'Island loses its winter ferry';

const read = (...lines: string[]): Draft => readWireCopy([...lines, LEAD, NEXT].join('\n'));

describe('what follows the comma of a byline', () => {
  it.each([
    ['By Al Dente, The Crier', 'Al Dente', 'The Crier'],
    ['By Al Dente, The Daily Tram', 'Al Dente', 'The Daily Tram'],
    ['By Al Dente, Daily Tram', 'Al Dente', 'Daily Tram'],
    ['By Al Dente, Crier', 'Al Dente', 'Crier'],
    ['By Al Dente, Echo of Ellery', 'Al Dente', 'Echo of Ellery'],
    ['By Al Dente, Ellery Crier Staff', 'Al Dente', 'Ellery Crier'],
    ['By Al Dente and Ines Calder, The Lantern', 'Al Dente and Ines Calder', 'The Lantern'],
    ['By Al Dente, Staff Writer', 'Al Dente', null],
    ['By Al Dente, Ines Calder', 'Al Dente, Ines Calder', null],
  ])('%s', (line, byline, outlet) => {
    expect(read(HEADLINE, line).details).toMatchObject({ headline: HEADLINE, byline, outlet });
  });
});

describe('an outlet above the headline', () => {
  it.each([
    ['The Ellery Courier', 'By Ines Calder'],
    ['ELLERY COURIER', 'May 6, 2024'],
    ['Radio Ellery', `ELLERY (AP) — ${LEAD}`],
    ['Ellery Courier', LEAD],
  ])('%s over a headline over %s', (outlet, under) => {
    const { details, stated, paragraphs } = read(outlet, HEADLINE, under);
    expect(details).toMatchObject({ headline: HEADLINE, outlet });
    expect(stated.outlet).toBe('the first line');
    expect(paragraphs).not.toContain(outlet);
  });

  it('may stand between the headline and the story', () => {
    expect(read(HEADLINE, 'The Ellery Courier').details).toMatchObject({
      headline: HEADLINE,
      outlet: 'The Ellery Courier',
    });
  });

  it('is the headline itself where no other stands under it', () => {
    expect(read('The Last Ellery Courier', LEAD).details.outlet).toBeNull();
  });
});

describe('a headline of two words', () => {
  it.each(['By Ines Calder', 'May 6, 2024', `ELLERY (AP) — ${LEAD}`])('is told by %s', (under) => {
    expect(read('Bridge shuts', under).details.headline).toBe('Bridge shuts');
  });

  it('is not told by a paragraph', () => {
    expect(read('Bridge shuts').details.headline).toBeNull();
  });
});

describe('the subject of a message', () => {
  const head = ['From: Ines Calder <ines@post.example>', 'Subject: Fwd: RE: Council ends the ferry'];

  it('is the headline where no other is stated', () => {
    const { details, stated } = read(...head);
    expect(details.headline).toBe('Council ends the ferry');
    expect(stated.headline).toBe('the subject line');
  });

  it('gives way to a headline', () => {
    expect(read(...head, HEADLINE, 'By Ines Calder').details.headline).toBe(HEADLINE);
    expect(read(...head, `Headline: ${HEADLINE}`).details.headline).toBe(HEADLINE);
  });

  it('is the headline of a transcript too', () => {
    const talk = 'ADA LUND: Did the ferry sail?\n\nBO RAND: It did not.';
    expect(readTranscript(`${head.join('\n')}\n\n${talk}`).details.headline).toBe('Council ends the ferry');
    expect(readTranscript(`${head[1]}\nWho owns the ice\n\n${talk}`).details.headline).toBe(
      'Who owns the ice',
    );
  });
});

describe('a date with a word on how old it is', () => {
  it.each([
    'May 6, 2024 9:41 PM UTC Updated 3 hours ago',
    'Published May 6, 2024 9:41 PM UTC | Updated Monday',
  ])('%s', (line) => {
    expect(read(HEADLINE, 'By Ines Calder', line).details.published).toBe('2024-05-06T21:41Z');
  });
});

describe('a date that cannot be read for certain', () => {
  it.each([
    ['Date: May 35, 2024', '"May 35, 2024" is no date: state it with --published.'],
    ['Published: February 31, 2024', '"February 31, 2024" is no date: state it with --published.'],
    ['Published 2024-13-40', '"2024-13-40" is no date: state it with --published.'],
    ['Date: 31/31/2024', '"31/31/2024" is no date: state it with --published.'],
    ['Date: 3/5/2024', '"3/5/2024" can be read in two ways: state it with --published.'],
    ['Updated: 3/5/2024', '"3/5/2024" can be read in two ways: when it was updated stays unknown.'],
  ])('%s', (line, doubt) => {
    const { details, doubts, paragraphs } = read(HEADLINE, 'By Ines Calder', line);
    expect(details).toMatchObject({ published: null, updated: null });
    expect(doubts).toEqual([doubt]);
    expect(paragraphs).toEqual([LEAD, NEXT]);
  });

  it('is no matter where another line states it, and is never asked of a date that can', () => {
    expect(read(HEADLINE, 'Date: 3/5/2024', 'Published: March 5, 2024')).not.toHaveProperty('doubts');
    expect(read(HEADLINE, 'Date: 25/5/2024')).not.toHaveProperty('doubts');
  });

  it('is told of transcripts too', () => {
    const text = 'Date: May 35, 2024\n\nADA LUND: Did the ferry sail?\n\nBO RAND: It did not.';
    expect(readTranscript(text).doubts).toEqual(['"May 35, 2024" is no date: state it with --published.']);
    const bare = readTranscript(text.replace('Date: May 35, 2024', 'By Al Dente, The Crier\n3/5/2024'));
    expect(bare.details).toMatchObject({ byline: 'Al Dente', outlet: 'The Crier', published: null });
    expect(bare.doubts).toEqual(['"3/5/2024" can be read in two ways: state it with --published.']);
  });
});
