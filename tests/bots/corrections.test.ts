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
  const editor: Editor = { bot: 'slack', edit: show, follow: show };
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
  return { shown, notes, lines, corrections: await kept.journal.list('correction', 9) };
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

describe('a correction of a posted answer is kept in the journal', () => {
  it.each(['edit', 'note'] as const)('once, with where the new words stand: %s', async (mode) => {
    const next = ferry('The council voted for a ferry. A ticket costs $4.25.');
    const { shown, corrections } = await following([FIRST, next, next], { mode });
    expect(shown).toEqual(['answer']);
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
