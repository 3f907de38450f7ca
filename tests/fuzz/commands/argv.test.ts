import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli.ts';
import { ioWith } from '../../support/io.ts';
import { articleFile } from '../../support/library-folder.ts';
import { holdsLater } from '../support/holds.ts';
import { hostileText } from '../support/hostile.ts';

let room: string;
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'nutgraf-argv-'));
  await writeFile(join(room, 'a-file'), 'The ferry runs at night.\n');
  await run(['add', '--story', 'ferry', '--data', join(room, 'library'), join(room, 'a-file')], ioWith().io);
  await writeFile(join(room, 'library/ferry/post.md'), articleFile('The ferry runs at night.'));
});
afterAll(() => rm(room, { recursive: true, force: true }));

/** `start` serves until it is told to stop, so that it is only called with what it refuses. */
const COMMANDS = [
  'ask',
  'add',
  'check',
  'index',
  'eval',
  'train',
  'list',
  'report',
  'forget',
  'register',
  'doctor',
];

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', '-', '--', '---', '-h', '0', '-1', '1e999', 'NaN', '99999999999999999999', '__proto__', 'constructor', 'ferry', 'http://', 'http://127.0.0.1:1/', 'file:///etc/passwd', '/dev/null', 'slack:T1/C1', 'slack:', 'web', '2021-13-45', '9999-12-31T23:59:59Z', '7d', '999999999w', '\u0000', '\ud800', '%', '$(id)', '*', ' ', '\n') },
  { weight: 2, arbitrary: hostileText(3) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(1_000_000), ' '.repeat(100_000), '-'.repeat(100_000), '--'.concat('x'.repeat(100_000))) },
); // biome-ignore format: lists of words

/** Options whose values cannot harm: what is written goes to a place of its own, or where nothing can be written. */
const option = fc.oneof(
  fc
    .tuple(fc.constantFrom('story', 'place', 'at', 'engine', 'limit', 'since', 'until', 'section', 'kind', 'published', 'outlet', 'headline', 'language', 'url', 'user', 'app', 'channel', 'without', 'batch', '__proto__', 'toString', 'x'), word)
    .map(([name, value]) => [`--${name}`, value]),
  fc
    .tuple(fc.constantFrom('story', 'place', 'at', 'limit', 'json', 'why', 'csv', 'dry-run', 'help'), word)
    .map(([name, value]) => [`--${name}=${value}`]),
  fc.constantFrom('--json', '--why', '--csv', '--left-out', '--dry-run', '--full', '--global', '--verbose', '--keep-captions', '--version', '-V', '-j', '-xyz').map((name) => [name]),
  fc
    .tuple(fc.constantFrom('--data', '--sets', '--newsroom'), fc.constantFrom('library', 'a-file', 'missing', 'missing/further', 'library/ferry/post.md'))
    .map(([name, value]) => [name, `${room}/${value}`]),
  fc
    .tuple(fc.constantFrom('--html', '--errors', '--out', '--background'), fc.constantFrom('missing/x', 'library', '-', 'written'))
    .map(([name, value]) => [name, value === '-' ? '-' : `${room}/${value}`]),
); // biome-ignore format: lists of words

/** `--errors -` and the like are names of files, which would be written where the tests run. */
const isHarmless = (args: readonly string[]) =>
  !args.some((each, at) => /^--(?:errors|out|background)$/.test(args[at - 1] ?? '') && each === '-');

const commandLine = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...COMMANDS) }, { weight: 1, arbitrary: word }),
    fc.array(
      fc.oneof(
        option,
        word.map((each) => [each]),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([name, rest]) => [name, ...rest.flat()])
  .filter((args) => args[0] !== 'start' && isHarmless(args));

describe('any command line', () => {
  it('ends with 0, 1 or 2, and says why in sentences, never with a stack', async () => {
    await holdsLater(
      commandLine,
      async (args) => {
        const env = { NUTGRAF_DATA: join(room, 'library'), LEDGER_URL: 'memory:', XDG_STATE_HOME: room };
        const { io, written } = ioWith('{"id":1,"question":"who?"}\nThe ferry runs.\n', env);
        const code = await run(args, io);
        expect([0, 1, 2]).toContain(code);
        if (code === 2) expect(written.stderr.trim()).not.toBe('');
        expect(written.stderr).not.toMatch(/^ {4}at |node:internal|mistake of Nutgraf's own/m);
      },
      {
        kept: [
          ['ask', '--batch', '/'],
          ['ask', '--batch', '\u0000'],
          ['add', '\u0000'],
        ],
        share: 0.5,
      },
    );
  }, 60_000);

  it('that begins with start is refused where it makes no sense', async () => {
    for (const args of [['--nope'], ['--data'], ['--data', join(room, 'missing')], ['--help']]) {
      const { io } = ioWith('', { WEB: 'off', NUTGRAF_DATA: join(room, 'library') });
      expect(await run(['start', ...args], io)).toBe(args[0] === '--help' ? 0 : 2);
    }
  });
});

/** Lines as they may stand in a file of questions, and what should not. */
const line = fc.oneof(
  fc.record({ id: fc.oneof(fc.integer(), hostileText(2)), question: hostileText(5) }).map((each) => JSON.stringify(each)),
  fc.record({ id: fc.jsonValue(), question: fc.jsonValue(), story: fc.jsonValue() }).map((each) => JSON.stringify(each)),
  hostileText(3),
  fc.constantFrom('', ' ', 'null', '[]', '{}', '{"id":1}', '{"question":"who?"}', '{"id":1e999,"question":"x"}', '{"id":1,"id":2,"question":"who?"}', '{"__proto__":{"id":1},"question":"who?"}', '\ufeff{"id":1,"question":"who?"}', '{"id":1,"question":"who?"} x', `{"id":${'['.repeat(50_000)}`),
).map((text) => text.replaceAll('\n', ' ')); // biome-ignore format: lists of lines

describe('any batch', () => {
  it('is answered line for line', async () => {
    await holdsLater(
      fc.array(line, { maxLength: 6 }),
      async (lines) => {
        const { io, written } = ioWith(lines.join('\n'), { NUTGRAF_DATA: join(room, 'library') });
        const code = await run(['ask', '--batch', '-'], io);
        const answers = written.stdout
          .split('\n')
          .slice(0, -1)
          .map((each) => JSON.parse(each));
        expect(answers).toHaveLength(lines.filter((each) => each.trim() !== '').length);
        expect(code).toBe(answers.some((answer) => 'error' in answer) ? 2 : 0);
        for (const answer of answers) {
          expect(['string', 'number'].includes(typeof answer.id) || answer.id === null).toBe(true);
        }
      },
      { share: 0.3 },
    );
  }, 60_000);
});
