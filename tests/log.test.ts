import { describe, expect, it } from 'vitest';
import { openDesk } from '../src/bots/conversation.ts';
import { memoryLedger } from '../src/ledger/memory.ts';
import { type Log, type LogOptions, openLog, withRequestId } from '../src/log.ts';
import { knowing } from './support/desk.ts';

/** The real log, with what it has written. */
function written(options: LogOptions = {}): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return { log: openLog('debug', options, (line) => void lines.push(line)), lines };
}
const fieldsOf = (line = '{}') => JSON.parse(line) as Record<string, unknown>;

const QUESTION = 'Does the zeppelin carry marmalade?';
const WORDS = /zeppelin|marmalade/i;
const asked = {
  place: { bot: 'slack', workspace: 'T1', channel: 'C1' } as const,
  thread: null,
  text: QUESTION,
};

describe('the id of a request', () => {
  it('is in every line that is written while something is done for somebody, and in no other', async () => {
    const { log, lines } = written();
    log.info('before');
    await withRequestId('12ab34cd', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.info({ more: 1 }, 'later');
      withRequestId(undefined, () => log.info('of the process'));
    });
    expect(lines.map((line) => fieldsOf(line).id)).toEqual([undefined, '12ab34cd', undefined]);
  });

  it('is one for all lines of a question, the one that the person is told', async () => {
    const { log, lines } = written();
    const posted: string[] = [];
    const ask = () => Promise.reject(new Error('the engine is away'));
    const desk = openDesk({ knowledge: knowing(ask), ledger: await memoryLedger(null), log });
    const post = async (reply: unknown) => {
      posted.push(JSON.stringify(reply));
      throw new Error('nobody is there');
    };
    await desk.answer({ ...asked, deliveries: ['1'] }, { post });
    const ids = new Set(lines.map((line) => fieldsOf(line).id));
    expect([lines.length, ids.size]).toEqual([3, 1]);
    for (const reply of posted) expect(reply).toContain(`the id ${[...ids][0]}`);
  });
});

describe('what people ask', () => {
  /** A desk at which every second question breaks, by an error that carries what it was about. */
  async function driven(options: LogOptions): Promise<string> {
    const { log, lines } = written(options);
    const request = { headers: { authorization: 'Bearer abcdefgh12345678' }, body: QUESTION };
    const ask = () =>
      Promise.reject(
        Object.assign(new Error('refused', { cause: { request } }), { request, data: { text: QUESTION } }),
      );
    const desk = openDesk({ knowledge: knowing(ask), ledger: await memoryLedger(null), log });
    await desk.answer({ ...asked, deliveries: ['1'] }, { post: async () => undefined });
    await desk.handle(
      ['2'],
      async () => void JSON.parse(QUESTION),
      async () => undefined,
    );
    return lines.join('');
  }

  it('is not in the log, nor is what an error carries', async () => {
    const log = await driven({});
    expect(log).toContain('a question could not be answered');
    expect(log).toContain('what was read is not valid JSON');
    expect(log).not.toMatch(WORDS);
    expect(log).not.toContain('abcdefgh12345678');
  });

  it('is in the lines about the question where that is wanted', async () => {
    const [line] = (await driven({ questions: true })).split('\n');
    expect(fieldsOf(line).question).toBe(QUESTION);
  });
});

describe('what is told of an error', () => {
  it('is its kind, message, codes, where it came from and what caused it', () => {
    const { log, lines } = written();
    const cause = Object.assign(new RangeError('too far'), { code: 'E_FAR', status: 502 });
    log.error({ err: new AggregateError([cause], 'all of them', { cause }) }, 'it broke');
    const err = fieldsOf(lines[0]).err as Record<string, unknown>;
    expect(err).toMatchObject({
      type: 'AggregateError',
      message: 'all of them',
      cause: { type: 'RangeError', message: 'too far', code: 'E_FAR', status: 502 },
      errors: [{ code: 'E_FAR' }],
    });
    expect(err.stack).toMatch(/^ {4}at .*log\.test\.ts/);
  });

  it('ends, also where errors cause each other', () => {
    const { log, lines } = written();
    const error = new Error('round');
    error.cause = error;
    log.error({ err: error }, 'it broke');
    log.error({ err: 'a word' }, 'it broke');
    log.error({ err: { token: 'x' } }, 'it broke');
    expect(lines).toHaveLength(3);
    expect(fieldsOf(lines[1]).err).toEqual({ type: 'string', message: 'a word' });
  });
});

it('a line acts on no terminal, and ends where it should, whatever was sent', () => {
  const { log, lines } = written();
  const sent = 'red\u001b[31m \u009b2J\u007f\u2028{"level":60}\n\u202eturned';
  log.warn({ path: sent }, sent);
  expect(lines[0]).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e]*\n$/);
  expect(fieldsOf(lines[0])).toMatchObject({ path: sent, msg: sent });
});

describe('secrets', () => {
  const made = (...parts: readonly string[]) => parts.join('');
  it.each([
    made('xo', 'xb-1234-5678-abcDEF'),
    made('xa', 'pp-1-A0-123-abc'),
    made('xo', 'xe.xo', 'xp-1-abc'),
    'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz12345',
    'Bearer abcdefgh12345678',
    made('hooks.slack', '.com/actions/T012/345/abcDEF0123'),
    made('https://hooks.slack', '.com/services/T012/B345/abcDEF0123'),
    `code=${made('4724469134.', '4644010092847.', '0123456789abcdef'.repeat(4))}`,
    'cookie: nutgraf-desk=1795663060506.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
  ])('of a known form are hidden, whoever writes them: %s', (secret) => {
    const { log, lines } = written();
    log.warn({ message: `with ${secret} in it` }, `refused: ${secret}`);
    expect(lines[0]).not.toContain(secret.split(' ').at(-1));
    expect(fieldsOf(lines[0]).msg).toContain('[hidden]');
  });

  it('in addresses are hidden', () => {
    const { log, lines } = written();
    log.info(
      { at: 'postgres://ada:secret@db/x', to: '/webhooks/12/abc-def_1/messages' },
      'https://a@b.example/',
    );
    expect(lines[0]).toContain('postgres://[hidden]@db/x');
    expect(lines[0]).toContain('/webhooks/12/[hidden]/messages');
    expect(lines[0]).toContain('https://[hidden]@b.example/');
  });

  it('of ours are hidden whatever they look like, the longer ones first', () => {
    const { log, lines } = written({ secrets: ['pass"word', 'pass"words', 'a'] });
    log.info({ a: 'pass"word', b: 'pass"words' }, 'a pass%22word');
    expect(fieldsOf(lines[0])).toMatchObject({ a: '[hidden]', b: '[hidden]', msg: 'a [hidden]' });
  });

  it('are not seen where there are none', () => {
    const { log, lines } = written({ secrets: ['unused-secret'] });
    const fields = {
      file: 'night-ferry/courier-2026-03-02.md',
      version: '1.22.333',
      url: 'https://b.example/x?y=1',
    };
    log.info(fields, 'Basics: Bots and Bearers');
    expect(fieldsOf(lines[0])).toMatchObject({ ...fields, msg: 'Basics: Bots and Bearers' });
  });
});
