import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/knowledge/answer.ts';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Place } from '../../src/knowledge/place.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';

const TERMINAL: Place = { bot: 'terminal' };
const INSIDE: Place = { bot: 'slack', workspace: 'T1', channel: 'C1' };
const OUTSIDE: Place = { bot: 'slack', workspace: 'T2', channel: 'C1' };
const EMBARGO = '2026-12-01T06:00:00Z';

const OPEN = {
  'ferry/post.md': articleFile(
    'The council voted for a night ferry. The motion passed by 11 votes to 4. The captain is Ada Berg.',
  ),
};
const SECRET = {
  'bridge/story.yaml': `title: Bridge sabotage
questions: [Who sabotaged the drawbridge?]
audience:
  everyone: true
  slack:
    workspaces: [T1]
embargo: ${EMBARGO}
`,
  'bridge/post.md': articleFile(
    'Engineer Zoltan Quimby sabotaged the drawbridge. The council, the captain and the ferry were warned 11 times.',
    { outlet: 'The Herald', headline: 'Drawbridge sabotaged' },
  ),
};
const QUESTIONS = [
  'who sabotaged the drawbridge?',
  'who is Zoltan Quimby?',
  'drawbridge',
  'drawbrigde sabotagd',
  'how many votes did the motion get?',
  'who is the captain of the ferry?',
  'how many times was the council warned?',
  'what should I ask?',
  'who is he?',
  'why?',
  'who won? and what did she say?',
  '',
];

/** An answer without the times it took. */
const without = ({ tookMs: _, further, ...rest }: Answer): object => ({
  ...rest,
  further: further.map(without),
});

describe('a story that is not open to a place', () => {
  it.each([
    ['an embargo', SECRET],
    ['a list', { ...SECRET, 'bridge/story.yaml': 'audience:\n  slack:\n    workspaces: [T1]\n' }],
  ])('is answered about as if it were not there: %s', async (_name, secret) => {
    const now = () => Date.parse(EMBARGO) - 1;
    const [all, open] = await Promise.all([
      libraryFolder({ ...OPEN, ...secret }).then(({ path }) => openKnowledge({ data: path, now })),
      libraryFolder(OPEN).then(({ path }) => openKnowledge({ data: path, now })),
    ]);
    for (const place of [OUTSIDE, TERMINAL, { bot: 'discord', guild: '1', channel: '2' } as const]) {
      for (const text of QUESTIONS) {
        for (const story of [null, 'bridge', 'ferry']) {
          const quoted = {
            story: 'bridge',
            article: 'post',
            start: 0,
            end: 'Engineer Zoltan Quimby sabotaged the drawbridge.'.length,
          };
          const turn = { question: 'who sabotaged the drawbridge?', quoted };
          const question = { text, scope: { place, story }, earlier: [turn] };
          expect(without(await all.ask(question))).toEqual(without(await open.ask(question)));
        }
      }
      expect(all.storiesOpenTo(place).map(({ slug }) => slug)).toEqual(['ferry']);
    }
    const inside = await all.ask({
      text: QUESTIONS[0] ?? '',
      scope: { place: INSIDE, story: null },
      earlier: [],
    });
    expect(inside).toMatchObject({ status: 'answered', quotes: [{ citation: { story: 'bridge' } }] });
  });

  it('is open to everyone from the moment at which its embargo ends', async () => {
    const { path } = await libraryFolder({ ...OPEN, ...SECRET });
    let time = Date.parse(EMBARGO) - 1;
    const knowledge = await openKnowledge({ data: path, now: () => time });
    const ask = () =>
      knowledge.ask({
        text: 'who sabotaged the drawbridge?',
        scope: { place: OUTSIDE, story: null },
        earlier: [],
      });
    expect((await ask()).status).toBe('unanswered');
    time += 1;
    expect(await ask()).toMatchObject({ status: 'answered', quotes: [{ citation: { story: 'bridge' } }] });
  });
});

describe('a library that is followed', () => {
  /** Opens the folder's library; `until` waits for what its changes have told. */
  async function followed(files: Readonly<Record<string, string>>) {
    const folder = await libraryFolder(files);
    const told: unknown[] = [];
    const failed: unknown[] = [];
    const knowledge = await openKnowledge({
      data: folder.path,
      following: {
        changed: (changes, problems) => told.push({ ...changes, problems: problems.length }),
        failed: (error) => failed.push(error),
      },
    });
    const ask = (text: string) =>
      knowledge.ask({ text, scope: { place: TERMINAL, story: null }, earlier: [] });
    const until = async (condition: () => boolean | Promise<boolean>) => {
      while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    return { folder, knowledge, told, failed, ask, until };
  }

  it('answers from the new text within two seconds, and never fails or mixes meanwhile', async () => {
    const body = (price: string) =>
      `A ticket for the night ferry costs ${price}. It is ${price} for children too.`;
    const { folder, knowledge, ask } = await followed({ 'ferry/post.md': articleFile(body('$3.50')) });
    const seen: string[] = [];
    let asking = true;
    const asked = (async () => {
      while (asking) {
        const answer = await ask('what does a ticket cost?');
        const quote = answer.status === 'answered' ? answer.quotes[0] : null;
        seen.push(`${quote?.text} ${quote?.after}`);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    await folder.write({ 'ferry/post.md': articleFile(body('$4.25')) });
    while (!seen.at(-1)?.includes('$4.25')) await new Promise((resolve) => setTimeout(resolve, 5));
    asking = false;
    await asked;
    await knowledge.close();
    const [old, fresh] = [body('$3.50'), body('$4.25')];
    expect(seen.filter((shown) => shown !== old && shown !== fresh)).toEqual([]);
    expect(seen.indexOf(fresh)).toBeGreaterThan(seen.lastIndexOf(old));
  });

  it('tells what was added, changed and removed, and what has become unreadable', async () => {
    const { folder, knowledge, told, ask, until } = await followed({
      ...OPEN,
      'ferry/old.md': articleFile('The pier was built in 1901.'),
    });
    await folder.write({ 'harbour/radio.md': articleFile('The harbour has 340 berths.') });
    await until(() => told.length === 1);
    await rm(join(folder.path, 'ferry/old.md'));
    await until(() => told.length === 2);
    await folder.write({ 'ferry/post.md': 'no front matter' });
    await until(() => told.length === 3);
    expect(told).toEqual([
      { added: ['harbour/radio.md'], changed: [], removed: [], broken: [], problems: 0 },
      { added: [], changed: [], removed: ['ferry/old.md'], broken: [], problems: 0 },
      { added: [], changed: [], removed: [], broken: ['ferry/post.md'], problems: 1 },
    ]);
    expect((await ask('how many berths does the harbour have?')).status).toBe('answered');
    expect((await ask('how many votes did the motion get?')).status).toBe('answered');
    expect((await ask('when was the pier built?')).status).toBe('unanswered');
    expect(knowledge.problems).toHaveLength(1);
    await knowledge.close();
  });

  it('is noticed through a stream of other changes in the same folder', async () => {
    const { folder, knowledge, told, until } = await followed(OPEN);
    let writing = true;
    const noise = (async () => {
      while (writing) {
        await folder.write({ 'ferry/.noise': String(Math.random()) });
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    })();
    await folder.write({ 'ferry/post.md': articleFile('The motion passed by 12 votes to 3.') });
    await until(() => told.length > 0);
    writing = false;
    await noise;
    await knowledge.close();
  });

  it('serves what it read last while the folder itself is away', async () => {
    const { folder, knowledge, failed, ask, until } = await followed(OPEN);
    await rm(folder.path, { recursive: true });
    await until(() => failed.length > 0);
    expect((await ask('how many votes did the motion get?')).status).toBe('answered');
    await folder.write({ 'ferry/post.md': articleFile('The motion passed by 12 votes to 3.') });
    await until(async () => {
      const answer = await ask('how many votes did the motion get?');
      return answer.status === 'answered' && answer.quotes[0].text.includes('12 votes');
    });
    await knowledge.close();
  });

  it('is no longer followed once it is closed', async () => {
    const { folder, knowledge, told } = await followed(OPEN);
    await knowledge.close();
    await folder.write({ 'harbour/radio.md': articleFile('The harbour has 340 berths.') });
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(told).toEqual([]);
  });
});
