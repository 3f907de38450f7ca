import { afterEach, describe, expect, it } from 'vitest';
import { articleFile, libraryFolder } from '../../../support/library-folder.ts';
import { openDeskPage, unescaped } from './opened.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const FERRY =
  'The council voted 7 to 4 for the night ferry. The ferry costs 1.2 million crowns a year. The mayor was away.';

async function opened() {
  const library = await libraryFolder({
    'ferry/story.yaml': 'title: The night ferry\n',
    'ferry/a.md': articleFile(FERRY),
    'sealed/story.yaml':
      'title: The sealed report\nembargo: 2999-12-01T06:00:00Z\naudience:\n  everyone: true\n  discord:\n    channels: ["42"]\n',
    'sealed/a.md': articleFile('The reservoir holds nine million litres.'),
  });
  const desk = await openDeskPage({ data: library.path });
  stops.push(desk.stop);
  const ask = (query: Readonly<Record<string, string>>) =>
    desk.read(`/desk/why?${new URLSearchParams(query)}`);
  return { desk, ask };
}

describe('why', () => {
  it('shows what the bot says, what was understood, the candidates, and why the first won', async () => {
    const { desk, ask } = await opened();
    const { status, text } = await ask({ q: 'what was the vote count?' });
    expect(status).toBe(200);
    expect(text).toMatch(/<div class="said">[\s\S]*<strong>7 to 4<\/strong>/);
    expect(text).toContain('a result or a count of votes');
    expect(text).toContain('<span class="tag">the answer</span>');
    expect(text).toMatch(/Why 1 is ahead of 2, by \d+\.\d/);
    expect(text.match(/<li class="candidate /g)?.length).toBeGreaterThan(1);
    const widths = [...text.matchAll(/<rect class="(?:for|against)" x="([\d.]+)" width="([\d.]+)"/g)];
    expect(widths.length).toBeGreaterThan(3);
    for (const [, x, width] of widths) expect(Number(x) + Number(width)).toBeLessThanOrEqual(100);
    expect(unescaped(text)).toContain('nutgraf ask --why --data');
    expect(unescaped(text)).toContain("--place web 'what was the vote count?'");
    const entries = await desk.ledger.journal.within({ from: 0, to: Date.now() + 1_000 });
    expect(entries).toEqual([]);
  });

  it('asks as the place that is named, and says from where a story can be asked', async () => {
    const { ask } = await opened();
    const question = { q: 'how much does the reservoir hold?', story: 'sealed' };
    const closed = await ask(question);
    expect(closed.text).not.toContain('nine million');
    expect(closed.text).toContain('is not open to <code>web</code>');
    expect(closed.text).toContain('--at 2999-12-01T06:00:00Z');
    expect(unescaped(closed.text)).toContain(
      '/desk/why?q=how+much+does+the+reservoir+hold%3F&as=discord%3A-%2F42&story=sealed',
    );
    const open = await ask({ ...question, as: 'discord:-/42' });
    expect(open.text).toContain('nine million');
    expect(open.text).not.toContain('is not open to');
    expect((await ask({ ...question, as: 'slack:T1/C1', story: '' })).text).not.toContain('nine million');
  });

  it('takes no place that is none', async () => {
    const { ask } = await opened();
    for (const as of ['everyone', 'slack', 'slack:', 'discord:1/2/3', '<b>']) {
      const { status, text } = await ask({ q: 'when?', as });
      expect([as, status]).toEqual([as, 422]);
      expect(text).toContain('aria-describedby="as-error as-hint"');
    }
  });

  it('explains each question of a message, and what is none', async () => {
    const { ask } = await opened();
    const two = (await ask({ q: 'What was the vote count? How much does the ferry cost?' })).text;
    expect(two).toContain('1. <bdi dir="auto">What was the vote count?');
    expect(two).toContain('2. <bdi dir="auto">How much does the ferry cost?');
    expect((await ask({ q: '?!' })).text).toContain('nothing was asked');
    expect((await ask({ q: 'a'.repeat(1_500) })).text).toContain('too long for a question');
    expect((await ask({ q: 'which volcano erupted in Peru?' })).text).toMatch(
      /not sure enough|nothing comes close enough/,
    );
    expect((await ask({})).text).not.toContain('What the bot says');
  });

  it('writes commands that a shell reads as they are meant', async () => {
    const { ask } = await opened();
    const { text } = await ask({ q: `what's $(rm -rf x) \`y\` "z"?` });
    expect(unescaped(text)).toContain(`'what'\\''s $(rm -rf x) \`y\` "z"?'`);
  });
});
