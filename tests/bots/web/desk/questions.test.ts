import { afterEach, describe, expect, it } from 'vitest';
import type { Entry, Ledger } from '../../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../../src/ledger/memory.ts';
import { articleFile, libraryFolder } from '../../../support/library-folder.ts';
import { openDeskPage } from './opened.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function entry(fields: Partial<Entry>): Entry {
  return {
    kind: 'question',
    at: Date.now() - MINUTE,
    place: 'slack:T1/C1',
    person: 'U1',
    question: 'when does the ferry sail?',
    outcome: 'not-in-story',
    confidence: 0.1,
    quoted: null,
    ...fields,
  };
}

async function opened(entries: readonly Entry[]) {
  const library = await libraryFolder({
    'ferry/story.yaml': 'title: The night ferry\n',
    'ferry/a.md': articleFile('The ferry sails at nine from the island pier.'),
    'mill/story.yaml': 'title: The paper mill\n',
    'mill/a.md': articleFile('The paper mill burned down in June.'),
  });
  const kept = await memoryLedger(null);
  for (const each of entries) await kept.journal.add(each);
  let looks = 0;
  const journal: Ledger['journal'] = {
    ...kept.journal,
    within: (period) => {
      looks += 1;
      return kept.journal.within(period);
    },
  };
  const desk = await openDeskPage({ data: library.path, ledger: { ...kept, journal } });
  stops.push(desk.stop);
  return { desk, looks: () => looks };
}

const QUOTED = { story: 'mill', article: 'a', start: 0, end: 35 };

describe('questions that no story answers', () => {
  it('stand together by what they ask, with counts, other wordings, and what to do', async () => {
    const { desk } = await opened([
      entry({ question: 'Who insures the paper mill?' }),
      entry({ question: 'who insures the paper mill', person: 'U2' }),
      entry({ question: 'Who is insuring the paper mill?', person: 'U3' }),
      entry({ kind: 'for-the-desk', outcome: '', question: 'Who insures the paper mill?' }),
      entry({ outcome: 'answered', quoted: QUOTED, question: 'When did the mill burn?' }),
      entry({
        kind: 'feedback',
        outcome: 'not-helpful',
        quoted: QUOTED,
        question: 'When did the mill burn?',
      }),
      entry({ kind: 'feedback', outcome: 'helpful', quoted: QUOTED, question: 'Was it arson at the mill?' }),
    ]);
    const { status, text } = await desk.read('/desk/questions');
    expect(status).toBe(200);
    expect(text).toContain('Who insures the paper mill?');
    expect(text).toContain('asked 3 times, by 3 people, told to the desk 1 time');
    expect(text).toContain('1 other wording');
    expect(text).toContain('href="/desk/add?story=mill"');
    expect(text).toContain('href="/desk/why?q=Who+insures+the+paper+mill%3F&amp;story=mill"');
    expect(text).toContain('not helpful 1 time');
    expect(text).toContain('Quoted: <bdi dir="auto">The Post: Council votes</bdi>');
    expect(text).not.toContain('arson');
    expect(text).toContain('nutgraf report');
  });

  it('are narrowed by time, story and place', async () => {
    const { desk } = await opened([
      entry({ question: 'Who owns the ferry?', at: Date.now() - 20 * DAY }),
      entry({ question: 'Who insures the paper mill?' }),
      entry({ question: 'Why is the ferry late?', place: 'discord:9/1' }),
      entry({ question: 'Is the ferry safe?', place: 'slack:T10/C1' }),
    ]);
    const page = async (query: string) => (await desk.read(`/desk/questions${query}`)).text;
    expect(await page('')).not.toContain('Who owns the ferry?');
    expect(await page('?since=30d')).toContain('Who owns the ferry?');
    const mill = await page('?story=mill');
    expect(mill).toContain('Who insures the paper mill?');
    expect(mill).not.toContain('Why is the ferry late?');
    expect(mill).toContain('href="/feed/mill/unanswered.json"');
    const place = await page('?place=slack:T1');
    expect(place).toContain('Who insures the paper mill?');
    expect(place).not.toMatch(/Why is the ferry late|Is the ferry safe/);
    for (const query of ['?story=none', '?place=here', '?place=%3Cb%3E']) {
      const wrong = await desk.read(`/desk/questions${query}`);
      expect([query, wrong.status]).toEqual([query, 422]);
      expect(wrong.text).toContain('aria-invalid="true"');
    }
    expect((await desk.read('/desk/questions?since=10y')).status).toBe(200);
  });

  it('are counted all, and grouped as many as keep nobody waiting, when there are thousands', async () => {
    const number = (at: number) =>
      String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26), 97 + Math.floor(at / 676));
    const many = Array.from({ length: 2_000 }, (_, at) =>
      entry({ question: `who is ${number(at)}elda ${number(at + 7)}owitz?` }),
    );
    const { desk } = await opened([
      ...many,
      ...many.slice(0, 10),
      entry({ kind: 'for-the-desk', outcome: '', question: 'who sank it?' }),
    ]);
    const { text } = await desk.read('/desk/questions?since=90d');
    expect(text).toMatch(/<dt>Not answered<\/dt><dd>2,010<\/dd>/);
    expect(text).toContain('Of 2,001 different wordings the 300 that were used most are in the groups.');
    expect(text.match(/<span class="count">2<\/span>/g)?.length).toBeGreaterThanOrEqual(5);
    expect((await desk.read('/desk/questions?since=90d&story=ferry')).status).toBe(200);
  });

  it('are looked through once a minute, also for many who want to see them', async () => {
    const { desk, looks } = await opened([entry({})]);
    await Promise.all(Array.from({ length: 5 }, () => desk.read('/desk/questions')));
    await desk.read('/desk/corrections');
    expect(looks()).toBe(1);
    await desk.read('/desk/questions?since=30d');
    expect(looks()).toBe(2);
  });

  it('stay text', async () => {
    const { desk } = await opened([
      entry({ question: '<script>alert(1)</script> ferry "><img src=x>' }),
      entry({
        kind: 'correction',
        person: null,
        question: '<img src=x onerror=alert(1)>',
        outcome: '<b>',
        place: '<i>',
      }),
    ]);
    for (const path of ['/desk/questions', '/desk/corrections']) {
      const { text } = await desk.read(path);
      expect(text).toContain('&lt;');
      expect(text).not.toMatch(/<script>|<img|<i>|<b>/);
    }
  });
});

describe('corrections', () => {
  it('are told newest first, with what became of the answer', async () => {
    const { desk } = await opened([
      entry({
        kind: 'correction',
        person: null,
        at: Date.now() - DAY,
        question: 'When did it burn?',
        outcome: 'changed',
        quoted: QUOTED,
      }),
      entry({
        kind: 'correction',
        person: null,
        question: 'Who set the fire?',
        outcome: 'gone',
        quoted: QUOTED,
        place: 'discord:9/1',
      }),
      entry({ kind: 'correction', person: null, question: '', outcome: 'withdrawn' }),
    ]);
    const { text } = await desk.read('/desk/corrections');
    expect(text).toContain('3 answers, the newest first.');
    expect(text.indexOf('Who set the fire?')).toBeLessThan(text.indexOf('When did it burn?'));
    for (const said of [
      'shows what the article says now',
      'the article no longer says it',
      'withdrawn',
      'mill/a',
      'discord:9/1',
    ]) {
      expect(text).toContain(said);
    }
    expect((await desk.read('/desk/corrections?place=discord')).text).toContain(
      '1 answer, the newest first.',
    );
    expect((await desk.read('/desk/corrections?story=ferry')).text).toContain(
      'No answer had to be corrected',
    );
  });
});
