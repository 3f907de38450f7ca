import { describe, expect, it } from 'vitest';
import { keepAnswer } from '../../src/bots/answers.ts';
import { openDesk } from '../../src/bots/conversation.ts';
import { type Editor, openCorrections } from '../../src/bots/corrections.ts';
import { replyTo } from '../../src/bots/reply.ts';
import { type Knowledge, openKnowledge, type Place } from '../../src/knowledge/index.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { memoryLedger } from '../../src/ledger/memory.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { rememberingLog } from '../support/remembering-log.ts';

const PLACE: Place = { bot: 'slack', workspace: 'T1', channel: 'C1' };
const QUESTION = 'What does a ticket cost?';
const ASKING = { text: QUESTION, story: null, earlier: [] };
const OLD = 'A ticket costs $3.50.';
const NOW = Date.parse('2026-11-25T14:05:00Z');
const ONLY_T2 = 'audience:\n  slack:\n    workspaces: [T2]\n';

/** Libraries one after the other: an answer is posted with the first, and looked at again with each. */
async function following(
  libraries: readonly Readonly<Record<string, string>>[],
  {
    mode = 'edit',
    can = true,
    ledger,
    more = '',
  }: { mode?: 'edit' | 'note'; can?: boolean; ledger?: Ledger; more?: string } = {},
) {
  const { log, lines } = rememberingLog();
  const kept = ledger ?? (await memoryLedger(null));
  const opened = await Promise.all(
    libraries.map(async (files) => openKnowledge({ data: (await libraryFolder(files)).path })),
  );
  let current = opened[0];
  const served = (): Knowledge => {
    if (current === undefined) throw new Error('no library');
    return current;
  };
  const knowledge: Pick<Knowledge, 'ask' | 'stories' | 'storiesOpenTo'> = {
    get stories() {
      return served().stories;
    },
    ask: (question) => served().ask(question),
    storiesOpenTo: (place) => served().storiesOpenTo(place),
  };
  const scope = { place: PLACE, story: null };
  const answer = await knowledge.ask({ text: QUESTION + more, scope, earlier: [] });
  expect(answer.quotes.map(({ text }) => text)).toEqual([OLD]);
  const standing = { bot: 'slack', channel: 'C1', message: '1.0', workspace: 'T1', view: '{}' } as const;
  keepAnswer(kept, log, standing, PLACE, replyTo(answer), { ...ASKING, text: QUESTION + more });
  const shown: string[] = [];
  const notes: string[] = [];
  const show: Editor['edit'] = async (_answer, reply) => {
    shown.push(reply.kind);
    const first = reply.kind === 'several' ? reply.parts[0].reply : reply;
    if (first.kind === 'answer') notes.push(...first.notes);
    return can;
  };
  const follow: Editor['follow'] = (answer, reply, asked) => {
    followed += 1;
    return show(answer, reply, asked);
  };
  let followed = 0;
  const editor: Editor = { bot: 'slack', edit: show, follow };
  const desk = openDesk({ knowledge, ledger: kept, log });
  let looks = 0;
  const answers: Ledger['answers'] = {
    ...kept.answers,
    quoted() {
      looks += 1;
      return kept.answers.quoted();
    },
  };
  const options = {
    knowledge,
    ledger: { ...kept, answers },
    desk,
    editors: [editor],
    mode,
    log,
    now: () => NOW,
  };
  const corrections = openCorrections(options);
  for (const each of opened) {
    current = each;
    const before = looks;
    // One look ends before the next begins; the first of these may have begun with the library before.
    await expect
      .poll(() => {
        corrections.look();
        return looks - before;
      })
      .toBeGreaterThanOrEqual(3);
  }
  await corrections.close();
  return { shown, followed, notes, lines, corrections: await kept.journal.list('correction', 9) };
}

const ferry = (body: string, more: Readonly<Record<string, string>> = {}) => ({
  'ferry/post.md': articleFile(body),
  ...more,
});
const FIRST = ferry(`The council voted for a night ferry. ${OLD}`);
const entry = (outcome: string, more: object = {}) => ({
  kind: 'correction',
  at: NOW,
  place: 'slack:T1/C1',
  person: null,
  question: QUESTION,
  outcome,
  confidence: null,
  quoted: { story: 'ferry', article: 'post', start: 37, end: 58 },
  ...more,
});

/** An answer in each of some channels, posted with the first of some libraries; the test says which is served then. */
async function standingIn(
  channels: readonly string[],
  libraries: readonly Readonly<Record<string, string>>[],
) {
  const { log, lines } = rememberingLog();
  const ledger = await memoryLedger(null);
  const opened = await Promise.all(
    libraries.map(async (files) => openKnowledge({ data: (await libraryFolder(files)).path })),
  );
  const served = { at: 0, isFailing: false };
  const now = (): Knowledge => {
    const current = opened[served.at];
    if (current === undefined) throw new Error('no library');
    return current;
  };
  const knowledge: Pick<Knowledge, 'ask' | 'stories' | 'storiesOpenTo'> = {
    get stories() {
      return now().stories;
    },
    ask: async (question) => {
      if (served.isFailing) throw new Error('the cluster is away');
      return now().ask(question);
    },
    storiesOpenTo: (place) => now().storiesOpenTo(place),
  };
  for (const channel of channels) {
    const place = { ...PLACE, channel };
    const answer = await knowledge.ask({ text: QUESTION, scope: { place, story: null }, earlier: [] });
    const standing = { bot: 'slack', channel, message: '1.0', workspace: 'T1', view: '{}' } as const;
    keepAnswer(ledger, log, standing, place, replyTo(answer), ASKING);
  }
  const shown: string[] = [];
  let onShown = (): void => undefined;
  let time = NOW;
  const show: Editor['edit'] = async ({ channel }, reply) => {
    shown.push(`${channel} ${reply.kind}`);
    onShown();
    return true;
  };
  const editors: readonly Editor[] = [{ bot: 'slack', edit: show, follow: show }];
  const desk = openDesk({ knowledge, ledger, log });

  /** Looks until a look has ended: then the next has begun. */
  async function look(own: Partial<Ledger['answers']> = {}, then = (): void => undefined): Promise<void> {
    onShown = then;
    // What one look could not do is claimed for half a minute.
    time += 60_000;
    let looks = 0;
    const answers: Ledger['answers'] = {
      ...ledger.answers,
      ...own,
      quoted() {
        looks += 1;
        return ledger.answers.quoted();
      },
    };
    const kept = { ...ledger, answers };
    const how = { mode: 'edit', log, now: () => time } as const;
    const corrections = openCorrections({ knowledge, ledger: kept, desk, editors, ...how });
    corrections.look();
    corrections.look();
    await expect.poll(() => looks).toBe(2);
    await corrections.close();
  }

  return { ledger, served, shown, look, lines };
}

describe('a correction of a posted answer is kept in the journal', () => {
  it.each(['edit', 'note'] as const)('once, with where the new words stand: %s', async (mode) => {
    const next = ferry('The council voted for a ferry. A ticket costs $4.25.');
    const { shown, followed, corrections } = await following([FIRST, next, next], { mode });
    expect(shown).toEqual(['answer']);
    expect(followed).toBe(mode === 'note' ? 1 : 0);
    const quoted = { story: 'ferry', article: 'post', start: 31, end: 52 };
    expect(corrections).toEqual([entry('changed', { quoted })]);
  });

  it('with where the old words stood, where the article no longer says it', async () => {
    const { shown, corrections } = await following([FIRST, ferry('The council voted for a night ferry.')]);
    expect(shown).toEqual(['gone']);
    expect(corrections).toEqual([entry('gone')]);
    expect(JSON.stringify(corrections)).not.toContain('3.50');
  });

  it('as withdrawn, where the place may no longer see the story', async () => {
    const other = { 'mill/post.md': articleFile('Sparks set the old mill on fire.') };
    const closed = { 'ferry/story.yaml': ONLY_T2, ...other };
    const { corrections } = await following([FIRST, ferry('The council met.', closed)]);
    expect(corrections).toEqual([entry('withdrawn')]);
  });

  it.each([
    ['to it', ONLY_T2],
    ['to all for now', 'audience: everyone\nembargo: 2999-01-01T00:00:00Z\n'],
  ])('as withdrawn, where the story is closed and its article as it was: %s', async (_, story) => {
    const closed = {
      ...FIRST,
      'ferry/story.yaml': story,
      'mill/post.md': articleFile('The old mill burnt.'),
    };
    const { shown, corrections } = await following([FIRST, closed, FIRST]);
    expect(shown).toEqual(['gone']);
    expect(corrections).toEqual([entry('withdrawn')]);
  });

  it('as withdrawn in the message itself, also where others have a note under them', async () => {
    const closed = { ...FIRST, 'ferry/story.yaml': ONLY_T2 };
    const { shown, followed } = await following([FIRST, closed], { mode: 'note' });
    expect([shown, followed]).toEqual([['gone'], 0]);
  });

  it('without what comes of a closed story, of which nothing is said', async () => {
    const mill = { 'mill/post.md': articleFile('Sparks burnt the old mill in 1971.') };
    const closed = { ...FIRST, ...mill, 'mill/story.yaml': ONLY_T2 };
    const { shown, corrections, notes } = await following([{ ...FIRST, ...mill }, closed], {
      more: ' When did the old mill burn?',
    });
    expect(shown).toEqual(['several']);
    expect(notes).toEqual(['Updated 14:05 UTC.']);
    expect(corrections).toMatchObject([{ outcome: 'changed', quoted: { story: 'ferry' } }]);
  });

  it('not where a story is closed to everybody, as one is whose file cannot be read as it stands', async () => {
    const broken = { ...FIRST, 'ferry/story.yaml': 'audience: [' };
    expect(await following([FIRST, broken, FIRST])).toMatchObject({ shown: [], corrections: [] });
  });

  it('without the question, where no story is open to the place any more', async () => {
    const closed = ferry('The council met.', { 'ferry/story.yaml': ONLY_T2 });
    const { corrections } = await following([FIRST, closed]);
    expect(corrections).toEqual([entry('withdrawn', { question: '' })]);
  });

  it('not where nothing was changed, or where the platform did not let it be', async () => {
    expect(await following([FIRST, FIRST])).toMatchObject({ shown: [], corrections: [] });
    const gone = ferry('The council met.');
    expect(await following([FIRST, gone], { can: false })).toMatchObject({
      shown: ['gone'],
      corrections: [],
    });
  });

  it('and is made all the same where it cannot be kept', async () => {
    const ledger = await memoryLedger(null);
    const add = () => Promise.reject(new Error('the disk is full'));
    const failing = { ...ledger, journal: { ...ledger.journal, add } };
    const { shown, lines } = await following([FIRST, ferry('The council met.')], { ledger: failing });
    expect(shown).toEqual(['gone']);
    expect(lines.map(({ message }) => message)).toContain('the ledger cannot be used: something is not kept');
    expect(await ledger.answers.quoted()).toEqual([]);
  });
});

describe('answers are looked at', () => {
  const CLOSED = {
    ...FIRST,
    'ferry/story.yaml': ONLY_T2,
    'mill/post.md': articleFile('The old mill burnt.'),
  };
  const BROKEN = { ...CLOSED, 'ferry/story.yaml': 'audience: [' };

  it('as the library is when it is their turn, and not as it was before others were changed', async () => {
    const { ledger, served, shown, look } = await standingIn(['C1', 'C2'], [FIRST, CLOSED, BROKEN]);
    served.at = 1;
    await look({}, () => {
      served.at = 2;
    });
    expect(shown).toEqual(['C1 gone']);
    expect(await ledger.answers.quoting('ferry', 'post')).toMatchObject([{ channel: 'C2' }]);
  });

  it('again where what the library says now cannot be found, and are not said to be gone', async () => {
    const next = ferry('The council voted for a ferry. A ticket costs $4.25.');
    const { served, shown, look, lines } = await standingIn(['C1'], [FIRST, next]);
    Object.assign(served, { at: 1, isFailing: true });
    await look();
    expect(shown).toEqual([]);
    expect(lines.map(({ message }) => message)).toContain(
      'an answer could not be brought up to date, and is tried again',
    );
    served.isFailing = false;
    await look();
    expect(shown).toEqual(['C1 answer']);
  });

  it('and withdrawn from where their story is closed, also where nothing can be found just then', async () => {
    const { served, shown, look } = await standingIn(['C1'], [FIRST, CLOSED]);
    Object.assign(served, { at: 1, isFailing: true });
    await look();
    expect(shown).toEqual(['C1 gone']);
  });

  it('so that others have their turn between those of one article and those of the next', async () => {
    const { ledger, look } = await standingIn(['C1'], [FIRST]);
    const [first] = await ledger.answers.quoting('ferry', 'post');
    const [quote] = first?.quotes ?? [];
    if (first === undefined || quote === undefined) throw new Error('no answer');
    await ledger.answers.set({ ...first, quotes: [quote, { ...quote, article: 'other' }] });
    const turns: number[] = [];
    let passed = 0;
    await look({
      quoting: (story, article) => {
        turns.push(passed);
        setImmediate(() => {
          passed += 1;
        });
        return ledger.answers.quoting(story, article);
      },
    });
    expect(turns.slice(0, 2)).toEqual([0, 1]);
  });
});
