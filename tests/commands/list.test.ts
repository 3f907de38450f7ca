import { beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { ioWith } from '../support/io.ts';
import { articleFile, type LibraryFolder, libraryFolder } from '../support/library-folder.ts';

const WIRE = `date 2024-03-03 A ferry lies at the pier of Port Ellery on Feb. 2, 2024.
AP Photo/Nils Quimby
PORT ELLERY (AP) — The council voted on Sunday to run a ferry across the bay at night.
The motion passed by 11 votes to 4. Mayor Tomas Hale said the boat would begin on June 1.
READ MORE: What the ferry \u001b[31mmeans\u001b[0m for the Quayside
Opponents argued that the noise would keep the Quayside district awake.`;

let library: LibraryFolder;
beforeEach(async () => {
  library = await libraryFolder({ 'ferry/by-hand.md': articleFile('A ticket costs $3.50.') });
  const inbox = await libraryFolder({ 'wire.txt': WIRE });
  await nutgraf(['add', '--story', 'ferry', `${inbox.path}/wire.txt`]);
});

async function nutgraf(args: readonly string[]) {
  const { io, written } = ioWith('', { NUTGRAF_DATA: library.path });
  const code = await run(args, io);
  return { code, ...written };
}

describe('nutgraf list', () => {
  it('says how much was left out of an article, where that is known', async () => {
    const { code, stdout, stderr } = await nutgraf(['list']);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[lines.indexOf('  ap-2024-03-03: AP · 2024-03-03') + 1]).toMatch(
      /^ {4}4 sentences · changed .* · read .* · \d pieces left out$/,
    );
    expect(stdout).toMatch(/ by-hand: .*\n {4}1 sentence · changed [^·]* · read [^·]*\n/);
    expect(stdout).not.toContain('AP Photo');
  });

  it('prints what was left out, why, and from where the article is', async () => {
    const { stdout } = await nutgraf(['list', '--left-out']);
    expect(stdout).toMatch(/\n {6}added \d{4}-\d\d-\d\d [\d:]{8} from the file wire\.txt\n/);
    expect(stdout).toMatch(/\n {6}caption {4}A ferry lies at the pier of Port Ellery on Feb\. 2, 2024\.\n/);
    expect(stdout).toMatch(/\n {6}credit {5}AP Photo\/Nils Quimby\n/);
    expect(stdout).toMatch(/\n {6}promotion {2}READ MORE: What the ferry .*means.* for the Quayside\n/);
    expect(stdout).not.toContain('\u001b');
  });

  it('holds it as JSON', async () => {
    const { stdout } = await nutgraf(['list', '--json']);
    const { stories, problems } = JSON.parse(stdout) as {
      stories: readonly { articles: readonly { id: string; intake: unknown }[] }[];
      problems: unknown;
    };
    expect(problems).toEqual([]);
    expect(stories[0]?.articles.map(({ id, intake }) => [id, intake])).toEqual([
      [
        'ap-2024-03-03',
        expect.objectContaining({
          from: { kind: 'file', name: 'wire.txt' },
          leftOut: expect.arrayContaining([{ reason: 'credit', text: 'AP Photo/Nils Quimby' }]),
          doubts: [],
        }),
      ],
      ['by-hand', null],
    ]);
  });
});

it('check has nothing to say of what is kept of an intake', async () => {
  expect(await nutgraf(['check'])).toMatchObject({ code: 0, stderr: '' });
});
