import { describe, expect, it } from 'vitest';
import { keepAnswer, shownIn } from '../../src/bots/answers.ts';
import { openDesk } from '../../src/bots/conversation.ts';
import { openCorrections } from '../../src/bots/corrections.ts';
import { isOutdated } from '../../src/bots/outdated.ts';
import { heedingOvertaken } from '../../src/bots/overtaken.ts';
import { type Reply, replyTo } from '../../src/bots/reply.ts';
import { type Knowledge, openKnowledge, type Place } from '../../src/knowledge/index.ts';
import { memoryLedger } from '../../src/ledger/memory.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { rememberingLog } from '../support/remembering-log.ts';

/** What of a story is still to be read in a channel after the story was closed to it. */

const PLACE: Place = { bot: 'slack', workspace: 'T1', channel: 'C1' };
const ONLY_T2 = 'audience:\n  slack:\n    workspaces: [T2]\n';
const SCOPE = { place: PLACE, story: null };
type Files = Readonly<Record<string, string>>;

/** An answer that was found while all stories were open, and is kept when some are open; then it is looked after. */
async function closing(
  text: string,
  open: Files,
  closed: Files,
  { mode = 'edit', isLate = false }: { mode?: 'edit' | 'note'; isLate?: boolean } = {},
) {
  const { log } = rememberingLog();
  const ledger = await memoryLedger(null);
  const [before, after] = await Promise.all(
    [open, { ...open, ...closed }].map(async (files) =>
      openKnowledge({ data: (await libraryFolder(files)).path }),
    ),
  );
  if (before === undefined || after === undefined) throw new Error('no library');
  let now: Knowledge = before;
  const knowledge: Pick<Knowledge, 'ask' | 'stories' | 'storiesOpenTo'> = {
    get stories() {
      return now.stories;
    },
    ask: (question) => now.ask(question),
    storiesOpenTo: (place) => now.storiesOpenTo(place),
  };
  const [edited, followed]: [Reply[], Reply[]] = [[], []];
  const into = (list: Reply[]) => async (_: unknown, reply: Reply) => list.push(reply) > 0;
  const desk = openDesk({ knowledge, ledger, log });
  const editors = [{ bot: 'slack' as const, edit: into(edited), follow: into(followed) }];
  const corrections = openCorrections({ knowledge, ledger, desk, editors, mode, log });
  const reply = replyTo(await before.ask({ text, scope: SCOPE, earlier: [] }));
  const answers = heedingOvertaken(ledger.answers, knowledge, corrections.look);
  const keep = () => {
    const standing = { bot: 'slack', channel: 'C1', message: '1.0', workspace: 'T1', view: '' } as const;
    keepAnswer({ ...ledger, answers }, log, standing, PLACE, reply, { text, story: null, earlier: [] });
  };
  // Stories that are closed are known of: the process has served them.
  corrections.look();
  if (!isLate) keep();
  now = after;
  corrections.look();
  if (isLate) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    keep();
  }
  await expect.poll(() => edited.length + followed.length, { timeout: 2_000 }).toBe(1);
  await corrections.close();
  return { reply, edited, followed, kept: await ledger.answers.quoted() };
}

const UNANSWERED = 'How tall was the old mill of Ellery?';
const MILL = articleFile(
  'Sparks burnt the old mill of Ellery in 1971. The miller had left the night before.',
);
const FERRY = articleFile('A ticket for the night ferry costs $3.50.', { headline: 'Fares' });

describe('what stands in a channel goes when its story is closed to it', () => {
  it('also the passages that came closest, which answer nothing', async () => {
    const { reply, edited, kept } = await closing(
      UNANSWERED,
      { 'mill/post.md': MILL, 'ferry/post.md': FERRY },
      { 'mill/story.yaml': ONLY_T2 },
    );
    expect(reply).toMatchObject({ kind: 'unanswered' });
    expect(JSON.stringify(reply)).toContain('old mill');
    expect(JSON.stringify(edited)).not.toMatch(/mill/);
    expect(kept.filter(({ story }) => story === 'mill')).toEqual([]);
  });

  it('also the headline of a copy, beside a sentence that stays', async () => {
    const copy = articleFile('A ticket for the night ferry costs $3.50.', {
      outlet: 'AP',
      headline: 'Leaked',
    });
    const { reply, edited } = await closing(
      'What does a ticket cost?',
      { 'mill/post.md': MILL, 'ferry/post.md': FERRY, 'leak/post.md': copy },
      { 'leak/story.yaml': ONLY_T2 },
    );
    expect(JSON.stringify(reply)).toContain('Leaked');
    expect(edited).toMatchObject([{ kind: 'answer' }]);
    expect(JSON.stringify(edited)).not.toContain('Leaked');
  });

  it('in the message itself, where its other answer stays and corrections are noted under messages', async () => {
    const { edited, followed } = await closing(
      'What does a ticket cost? When did the old mill burn?',
      { 'mill/post.md': MILL, 'ferry/post.md': FERRY },
      { 'mill/story.yaml': ONLY_T2 },
      { mode: 'note' },
    );
    expect(followed).toEqual([]);
    expect(JSON.stringify(edited)).toContain('3.50');
    expect(JSON.stringify(edited)).not.toContain('1971');
  });

  it('also where it was closed between the answer and its posting, when the change has been looked at', async () => {
    const { reply, edited } = await closing(
      'When did the old mill burn?',
      { 'mill/post.md': MILL, 'ferry/post.md': FERRY },
      { 'mill/story.yaml': ONLY_T2 },
      { isLate: true },
    );
    expect(JSON.stringify(reply)).toContain('1971');
    expect(edited).toMatchObject([{ kind: 'gone', texts: [] }]);
  });

  it('but not what answers nothing, for an article that says something else since', async () => {
    const open = { 'mill/post.md': MILL };
    const { path } = await libraryFolder(open);
    const { stories, ask } = await openKnowledge({ data: path });
    const reply = replyTo(await ask({ text: UNANSWERED, scope: SCOPE, earlier: [] }));
    const shown = shownIn(reply);
    expect(shown).toMatchObject([{ story: 'mill', article: 'post', text: '' }]);
    const rewritten = stories.map((story) => ({
      ...story,
      articles: story.articles.map((article) => ({ ...article, body: 'Nothing of it.' })),
    }));
    expect(shown.filter((quote) => isOutdated(rewritten, quote))).toEqual([]);
    expect(shown.filter((quote) => isOutdated([], quote))).toEqual(shown);
  });
});
