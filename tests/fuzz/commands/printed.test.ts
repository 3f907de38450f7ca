import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReply } from '../../../src/bots/terminal/render.ts';
import { wellFormed } from '../../../src/bots/text.ts';
import { run } from '../../../src/cli.ts';
import { inertJson, printable, printableJson, printableLine } from '../../../src/printable.ts';
import { ioWith } from '../../support/io.ts';
import { holds, holdsLater } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';
import { repliesWith } from '../support/replies.ts';

/** Whatever acts on a terminal, or turns what is behind it. */
const ACTS = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;
/** Bold and faint, which are ours. */
const OWN = /\u001b\[(?:1|2|22)m/g;

let room: string;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'nutgraf-printed-'));
});
afterAll(() => rm(room, { recursive: true, force: true }));

/** A library in which everything that can be written by others is hostile. */
interface Hostile {
  readonly title: string;
  readonly outlet: string;
  readonly headline: string;
  readonly body: string;
  /** Of a file. */
  readonly name: string;
  /** Written as it is, where YAML should stand. */
  readonly broken: string;
  readonly question: string;
}

const hostile: fc.Arbitrary<Hostile> = fc.record({
  title: hostileText(4),
  outlet: hostileText(3),
  headline: hostileText(4),
  body: hostileText(8),
  name: hostileText(2).map((text) =>
    [...text.replace(/[/\u0000]|\p{Surrogate}/gu, '')].slice(0, 30).join(''),
  ),
  broken: hostileText(4),
  question: hostileText(4),
});

let made = 0;
async function written({ title, outlet, headline, body, name, broken, question }: Hostile): Promise<string> {
  made += 1;
  const data = join(room, String(made));
  const url = `https://post.example/${encodeURIComponent(wellFormed(name))}\u0001`;
  const front = `outlet: ${JSON.stringify(outlet)}\nheadline: ${JSON.stringify(headline)}\nurl: ${JSON.stringify(url)}`;
  const files: Readonly<Record<string, string>> = {
    'ferry/story.yaml': `title: ${JSON.stringify(title)}\nquestions:\n  - ${JSON.stringify(question)}\n`,
    [`ferry/x${name}.md`]: `---\n${front}\n---\n\nThe ferry runs at night, ${body}\n`,
    [`ferry/y${name}.md`]: `---\noutlet: ${broken}\n${broken}: [\n---\n\n${body}\n`,
    'inbox.html': `<title>${headline}</title><meta property="og:site_name" content="${outlet}"><p>${body}</p><p>The ferry runs at night, and it is said to be late.</p><p>${body}</p>`,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(data, path)), { recursive: true });
    await writeFile(join(data, path), text);
  }
  return data;
}

const commandsFor = (data: string, question: string): readonly (readonly string[])[] => [
  ['ask', question],
  ['ask', '--why', 'when does the ferry run?'],
  ['ask', '--json', 'when does the ferry run?'],
  ['list', '--left-out'],
  ['list', '--json'],
  ['check'],
  ['add', '--dry-run', join(data, 'inbox.html')],
  ['add', join(data, question.replaceAll('\u0000', ''))],
  ['ask', '--story', question, '--place', question, question],
  [question],
  ['list', question],
  ['report', question],
];

describe('what a command prints', () => {
  it('holds nothing that acts on a terminal, whatever the library, a file or a question hold', async () => {
    await holdsLater(
      hostile,
      async (each) => {
        const data = await written(each);
        for (const args of commandsFor(data, each.question)) {
          const { io, written: printed } = ioWith('', {
            NUTGRAF_DATA: data,
            LEDGER_URL: 'off',
            FORCE_COLOR: '1',
          });
          const code = await run(args, io);
          expect([0, 1, 2]).toContain(code);
          const all = (printed.stdout + printed.stderr).replace(OWN, '');
          expect(ACTS.exec(all)?.[0], `${args[0]}: ${JSON.stringify(all)}`).toBeUndefined();
        }
        await rm(data, { recursive: true, force: true });
      },
      { share: 0.05 },
    );
  });
});

describe('a reply in the terminal', () => {
  it('holds nothing that acts on it but our bold and faint, in whatever place others write', () => {
    const texts = fc.array(hostileText(3), { minLength: 8, maxLength: 8 });
    holds(
      fc.tuple(texts, fc.option(fc.integer({ min: 1, max: 120 })), fc.boolean()),
      ([each, width, bold]) => {
        for (const reply of repliesWith(each, 'https://post.example/\n\u009b')) {
          const shown = renderReply(reply, { width, bold }).replace(OWN, '');
          expect(ACTS.exec(shown)?.[0]).toBeUndefined();
        }
      },
      { share: 0.5 },
    );
  });
});

describe('a text that is made fit for a terminal', () => {
  it('keeps everything else, and its lines where it may', () => {
    holds(hostileText(), (text) => {
      const kept = [...text.replace(/[\v\f\u0085\u2028\u2029]/g, ' ')]
        .filter((each) => !ACTS.test(each))
        .join('');
      expect(printable(text)).toBe(kept);
      expect(printableLine(text)).not.toMatch(/[\n\t]/);
      expect(printable(printableLine(text))).toBe(printableLine(text));
    });
  });

  it('reads back to itself, as JSON', () => {
    holds(hostileText(), (text) => {
      expect(JSON.parse(printableJson({ [text]: [text] }, 2))).toEqual({ [text]: [text] });
      expect(inertJson(JSON.stringify(text))).not.toMatch(ACTS);
    });
  });
});
