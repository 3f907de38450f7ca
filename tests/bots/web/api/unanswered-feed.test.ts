import { afterEach, describe, expect, test } from 'vitest';
import { unansweredOf } from '../../../../src/bots/web/feeds/groups.ts';
import type { UnansweredFeed } from '../../../../src/bots/web/feeds/unanswered.ts';
import type { Entry } from '../../../../src/ledger/ledger.ts';
import { memoryLedger } from '../../../../src/ledger/memory.ts';
import { articleFile, libraryFolder } from '../../../support/library-folder.ts';
import { type Opened, type Opening, openWeb } from '../opened.ts';
import { untruths } from './described.ts';
import { NIGHT_FERRY } from './night-ferry.ts';

const TOKEN = 'a-token-of-the-desk';
const PATH = '/feed/night-ferry/unanswered.json';
const BEARER = { headers: { authorization: `Bearer ${TOKEN}` } };
const DAY = 24 * 60 * 60_000;
const NOW = Date.now();

const opened: Opened[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((web) => web.stop()));
});

async function open(opening: Opening = {}): Promise<Opened> {
  const { path } = await libraryFolder({
    ...NIGHT_FERRY,
    'mill/story.yaml': 'title: The old mill\naudience:\n  slack:\n    workspaces: [T1]\n',
    'mill/a.md': articleFile('The old mill ground barley until its wheel broke.', {
      headline: 'Mill stands',
    }),
  });
  const web = await openWeb({ data: path, config: { deskToken: TOKEN }, ...opening });
  opened.push(web);
  return web;
}

function entry(question: string, change: Partial<Entry> = {}): Entry {
  return {
    kind: 'question',
    at: NOW - DAY,
    place: 'web',
    person: null,
    question,
    outcome: 'not-in-story',
    confidence: 0,
    quoted: null,
    ...change,
  };
}

async function feedWith(entries: readonly Entry[], path = PATH): Promise<UnansweredFeed> {
  const web = await open();
  for (const each of entries) await web.ledger.journal.add(each);
  return (await (await web.get(path, BEARER)).json()) as UnansweredFeed;
}

describe('the feed of what no story answers', () => {
  test('holds a group of questions as one item, the most asked first', async () => {
    const { items } = await feedWith([
      entry('Is the night ferry heated?', { person: 'p1' }),
      entry('is the night ferry heated', { person: 'p2', at: NOW - 1_000 }),
      entry('Who captains the night ferry?'),
    ]);
    expect(items.map(({ title }) => title)).toEqual([
      'Is the night ferry heated?',
      'Who captains the night ferry?',
    ]);
    expect(items[0]?.content_text).toBe('Asked twice by 2 people.\nIs the night ferry heated? (twice)');
    expect(items[0]?.date_modified).toBe(new Date(NOW - 1_000).toISOString());
  });

  test('leaves out what was answered, is too old, has no text, or is about another story', async () => {
    const { items } = await feedWith([
      entry('Is the night ferry heated?', { outcome: 'answered' }),
      entry('Is the night ferry painted?', { at: NOW - 31 * DAY }),
      entry('', { outcome: 'no-story' }),
      entry('Does the old mill still grind barley?'),
      entry('Which penguins rehearsed the opera?'),
    ]);
    expect(items).toEqual([]);
  });

  test('is also of stories that are not open to the page: it is for the desk', async () => {
    const { items } = await feedWith(
      [entry('Does the old mill still grind barley?')],
      '/feed/mill/unanswered.json',
    );
    expect(items).toHaveLength(1);
  });

  test('says how often the desk was told', async () => {
    const { items } = await feedWith([
      entry('Is the night ferry heated?'),
      entry('Is the night ferry heated?', { kind: 'for-the-desk', outcome: '' }),
      entry('Who captains the night ferry?', { kind: 'for-the-desk', outcome: '' }),
    ]);
    expect(items.map(({ content_text }) => content_text.split('\n')[0])).toEqual([
      'Asked once. The desk was told once.',
      'The desk was told once.',
    ]);
  });

  test('keeps the id of an item while people ask in other words', async () => {
    const first = [entry('Is the night ferry heated?', { at: NOW - 2 * DAY })];
    const more = ['Night ferry: heated?', 'Night ferry: heated?', 'night ferry heated'].map((text) =>
      entry(text),
    );
    const [before, after] = [await feedWith(first), await feedWith([...first, ...more])];
    expect(after.items).toHaveLength(1);
    expect(after.items[0]?.title).not.toBe(before.items[0]?.title);
    expect(after.items[0]?.id).toBe(before.items[0]?.id);
  });

  test('gives every item an id of its own', async () => {
    const { items } = await feedWith(
      [
        'Who captains the night ferry to Holm Island?',
        'How long is the night ferry to Holm Island?',
        'Where does the night ferry to Holm Island stop?',
        'Is the night ferry to Holm Island heated?',
        // Numbers keep two groups apart whose words are the same.
        'Will night ferry 1.5 sail again?',
        'Will night ferry 1 5 sail again?',
      ].map((question) => entry(question)),
    );
    expect(items).toHaveLength(6);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test('counts those wordings that were used most where there are many, and says so', async () => {
    const many = Array.from({ length: 220 }, (_, index) => entry(`Will night ferry ${index} sail again?`));
    const { items, description } = await feedWith([
      ...many,
      entry('Who captains the night ferry?'),
      entry('Who captains the night ferry?'),
    ]);
    expect(items[0]?.title).toBe('Who captains the night ferry?');
    expect(description).toContain('Of 221 different wordings the 200 that were used most are counted.');
  });

  test('lets others be answered while there are thousands to look through', async () => {
    const entries = Array.from({ length: 5_000 }, (_, index) =>
      entry(`Will night ferry ${index} sail again?`),
    );
    let [sinceTurn, longest, isOver] = [0, 0, false];
    const turn = () => {
      sinceTurn = 0;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const found = await unansweredOf(entries, 'night-ferry', () => {
      sinceTurn += 1;
      longest = Math.max(longest, sinceTurn);
      return 'night-ferry';
    });
    isOver = true;
    expect(longest).toBeLessThanOrEqual(100);
    expect([found.texts, found.grouped]).toEqual([5_000, 200]);
  });

  test('is read from the ledger once a minute, also by those who ask at the same time', async () => {
    const ledger = await memoryLedger(null);
    let reads = 0;
    const journal: typeof ledger.journal = {
      ...ledger.journal,
      within(period) {
        reads += 1;
        return ledger.journal.within(period);
      },
    };
    const web = await open({ ledger: { ...ledger, journal } });
    await Promise.all([web.get(PATH, BEARER), web.get(PATH, BEARER)]);
    await web.get(PATH, BEARER);
    expect(reads).toBe(1);
  });

  test('is read again after the ledger has failed', async () => {
    const ledger = await memoryLedger(null);
    let isBroken = true;
    const journal: typeof ledger.journal = {
      ...ledger.journal,
      within: (period) =>
        isBroken ? Promise.reject(new Error('the disk is full')) : ledger.journal.within(period),
    };
    const web = await open({ ledger: { ...ledger, journal } });
    const failed = await web.get(PATH, BEARER);
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toContain('disk');
    isBroken = false;
    expect((await web.get(PATH, BEARER)).status).toBe(200);
  });
});

describe('who may read the feed', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

  test('whoever has the token, as a bearer or as a password', async () => {
    const web = await open();
    for (const authorization of [
      `Bearer ${TOKEN}`,
      `bearer   ${TOKEN}`,
      basic(`:${TOKEN}`),
      basic(`anna:${TOKEN}`),
      basic(`anna:${TOKEN}`).replace('Basic', 'BASIC'),
    ]) {
      const response = await web.get(PATH, { headers: { authorization } });
      expect(response.status, authorization).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/feed+json');
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
    }
  });

  test('and nobody else, who is not told which stories there are', async () => {
    const none = [
      '',
      TOKEN,
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(0, -1)}`,
      `Bearer ${TOKEN.toUpperCase()}`,
      `Token ${TOKEN}`,
      basic(TOKEN),
      basic(`${TOKEN}:`),
      basic(`anna:${TOKEN}:`),
      'Basic !!!',
      'Basic',
      `Bearer ${'x'.repeat(4_000)}`,
    ];
    for (const authorization of none) {
      const web = await open();
      for (const path of [PATH, '/feed/no-such-story/unanswered.json', `${PATH}?token=${TOKEN}`]) {
        const response = await web.get(path, authorization === '' ? {} : { headers: { authorization } });
        expect(response.status, authorization.slice(0, 40)).toBe(401);
        expect(response.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
        expect(await response.json()).toMatchObject({ error: { code: 'not-the-desk' } });
      }
    }
  });

  test('nobody who guesses: after some wrong tokens the right one has to wait as well', async () => {
    const web = await open();
    const wrong = { headers: { authorization: basic('anna:a-guess-at-the-token') } };
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess += 1) statuses.push((await web.get(PATH, wrong)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const late = await web.get(PATH, BEARER);
    expect(late.status).toBe(429);
    expect(await untruths('/feed/{story}/unanswered.json', late)).toEqual([]);
  });

  test('whoever has it, however often they ask without it', async () => {
    const web = await open();
    for (let time = 0; time < 10; time += 1) expect((await web.get(PATH)).status).toBe(401);
    expect((await web.get(PATH, BEARER)).status).toBe(200);
  });

  test('nobody, where there is no desk', async () => {
    const web = await open({ config: { deskToken: null } });
    for (const init of [{}, BEARER, { headers: { authorization: 'Bearer null' } }]) {
      expect((await web.get(PATH, init)).status).toBe(404);
    }
  });
});
