import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli.ts';
import { tellFailure } from '../../src/commands/failure.ts';
import { secretsOf } from '../../src/commands/start/secrets.ts';
import { readConfig } from '../../src/config.ts';
import { ioWith } from '../support/io.ts';

const MARK = 'MARKEDSECRET';

/** Every secret there is, each marked; nothing answers at any of the addresses. */
const ENV: Readonly<Record<string, string>> = {
  LOG_LEVEL: 'debug',
  PORT: '0',
  SLACK_BOT_TOKEN: `xoxb-${MARK}-bot`,
  SLACK_APP_TOKEN: `xapp-${MARK}-app`,
  SLACK_CONFIG_TOKEN: `xoxe.xoxp-${MARK}-config`,
  SLACK_API_URL: 'http://127.0.0.1:1/api/',
  DISCORD_TOKEN: `${MARK}${MARK}.Marked.${MARK}${MARK}${MARK}`,
  DISCORD_API_URL: 'http://127.0.0.1:1/api',
  DISCORD_APPLICATION_ID: '123456789012345678',
  DESK_TOKEN: `desk-${MARK}-0123456789`,
  LEDGER_KEY: `key-${MARK}-0123456789`,
  LEDGER_URL: `postgres://user:${MARK}%2Bdb@127.0.0.1:1/x`,
  OPENSEARCH_URL: 'http://127.0.0.1:1',
  OPENSEARCH_USERNAME: 'user',
  OPENSEARCH_PASSWORD: `search-${MARK}`,
};

const HTTP_MODE = {
  SLACK_BOT_TOKEN: '',
  SLACK_APP_TOKEN: '',
  SLACK_SIGNING_SECRET: `${MARK}-signing`,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: `${MARK}-client`,
};

const COMMANDS: readonly (readonly [readonly string[], Readonly<Record<string, string>>])[] = [
  [['doctor', 'slack'], {}],
  [['doctor', 'slack', '--json'], HTTP_MODE],
  [['doctor', 'discord'], {}],
  [['register'], {}],
  [['ask', '--engine', 'opensearch', 'who?'], {}],
  [['index'], {}],
  [['report'], {}],
  [['forget', '--user', 'discord:1'], {}],
  // What is wrong is told without what it is.
  [['report'], { LEDGER_URL: `postgres://user:${MARK}@127.0.0.1:99999/x` }],
  [['report'], { LEDGER_URL: `${MARK}://x`, LEDGER_KEY: MARK, DESK_TOKEN: MARK }],
  [['start'], { SLACK_BOT_TOKEN: `xoxp-${MARK}`, SLACK_APP_TOKEN: MARK, SLACK_CLIENT_SECRET: `${MARK} x` }],
  [['index'], { OPENSEARCH_URL: `http://user:${MARK}@a b` }],
];

describe('no secret is ever told', () => {
  it.each(COMMANDS)('where a command fails: nutgraf %j with %j', async (args, more) => {
    const { io, written } = ioWith('', { ...ENV, ...more });
    expect([1, 2]).toContain(await run(args, io));
    expect(written.stdout + written.stderr).not.toBe('');
    expect(written.stdout + written.stderr).not.toContain(MARK);
  });

  it('where the process cannot start, though all of the log is wanted', async () => {
    const program = fileURLToPath(new URL('../../bin/nutgraf.js', import.meta.url));
    const child = spawn(process.execPath, [program, 'start'], { env: { PATH: process.env.PATH, ...ENV } });
    let told = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (told += String(part)));
    const [code] = await once(child, 'close');
    expect([code, told.includes(MARK)]).toEqual([2, false]);
    expect(told).toContain('PostgreSQL');
  });

  it.each([
    `postgres://127.0.0.1:1/x?user=a&password=${MARK}%2Bdb`,
    `postgres://127.0.0.1:1/x?sslkey=a&sslpassword=${MARK}`,
    `postgres://a:${MARK},1@127.0.0.1:1/x`,
  ])('where an address holds it in another place: %s', async (LEDGER_URL) => {
    const { io, written } = ioWith('', { LEDGER_URL, LOG_LEVEL: 'debug' });
    const { searchParams, password } = new URL(LEDGER_URL);
    const secret = searchParams.get('password') ?? searchParams.get('sslpassword') ?? password;
    await tellFailure(new Error(`refused: ${secret}, of ${LEDGER_URL}`), io);
    expect(written.stderr).toContain('refused: [hidden]');
    expect(written.stderr).not.toContain(MARK);
    const { ledger } = readConfig({ LEDGER_URL });
    expect(ledger.store).toMatchObject({ kind: 'postgres' });
    expect(secretsOf(readConfig({ LEDGER_URL }))).toContain(decodeURIComponent(secret));
  });

  it('where a mistake of ours ends a command, with all that hangs on the error', async () => {
    const request = { headers: { authorization: `Bearer ${MARK}-token-of-somebody` } };
    const error = Object.assign(
      new Error(`no answer from https://user:${MARK}@host/ for desk-${MARK}-0123456789`),
      {
        request,
        cause: Object.assign(new TypeError(`fetch failed: Bearer ${MARK}-token-of-somebody`), { request }),
      },
    );
    for (const env of [ENV, { ...ENV, LOG_LEVEL: 'info' }]) {
      const { io, written } = ioWith('', env);
      await tellFailure(error, io);
      expect(written.stderr).toMatch(/^That was a mistake of Nutgraf's own \(Error: no answer from https:/);
      expect(written.stderr).not.toContain(MARK);
      expect(/ {4}at /.test(written.stderr)).toBe(env.LOG_LEVEL === 'debug');
    }
  });
});
