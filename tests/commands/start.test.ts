import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../scripts/build.js';
import { openDiscord, TOKEN } from '../support/discord-server/server.ts';
import { articleFile, libraryFolder } from '../support/library-folder.ts';
import { newsSite } from '../support/news-site.ts';
import { openSlack, TOKENS } from '../support/slack-server/server.ts';

/** Runs the real command, as a person does: another process, without a platform unless `env` has one. */
function nutgraf(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['bin/nutgraf.js', ...args], {
    env: { PATH: process.env.PATH ?? '', LEDGER_URL: 'off', PORT: '0', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    output.stderr += chunk;
  });
  const said = async (pattern: RegExp) => {
    while (!pattern.test(output.stdout + output.stderr)) {
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
    }
  };
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, ...output }));
  return { child, said, ended, output };
}

const running = new Set<ChildProcess>();
beforeAll(buildIfStale, 60_000);
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

describe('nutgraf start, with no platform configured', () => {
  it('answers standard input line by line, and ends with it', async () => {
    const { child, ended } = nutgraf(['start']);
    child.stdin?.end('what was the vote count?\nwho is the CEO of Amazon?\n');
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/1,798.*738.*\n.*AP \(digest\)/);
    expect(stdout.match(/does not say|not sure that the story says/g)).toHaveLength(1);
    expect(stdout).not.toContain('\u001b');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 at %s', async (signal) => {
    const { child, said, ended } = nutgraf(['start']);
    child.stdin?.write('what was the vote count?\n');
    await said(/1,798/);
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, signal: null });
  });

  it('loads neither SDK', async () => {
    const { child, ended } = nutgraf(['start'], { NODE_DEBUG: 'module,esm' });
    child.stdin?.end('what was the vote count?\n');
    expect((await ended).stdout).toContain('1,798');
    expect((await ended).stderr).not.toMatch(/@slack|discord\.js\/src/);
  });

  it('answers from a file as it is corrected, and says in the log what has changed', async () => {
    const price = (text: string) => articleFile(`A ticket for the night ferry costs ${text}.`);
    const { path, write } = await libraryFolder({ 'ferry/post.md': price('$3.50') });
    const { child, said, ended } = nutgraf(['start', '--data', path], { LOG_LEVEL: 'debug' });
    child.stdin?.write('what does a ticket cost?\n');
    await said(/\$3\.50/);
    await write({ 'ferry/post.md': price('$4.25'), 'ferry/broken.md': 'no front matter' });
    await said(/"msg":"the library has changed"/);
    await said(/"file":"ferry\/broken\.md".*cannot be read as it is now/);
    child.stdin?.end('what does a ticket cost?\n');
    expect((await ended).stdout).toContain('$4.25');
  });

  it('follows the feed of a story, also one that is listed while it runs', async () => {
    const text = `The harbour has 340 berths. ${'It was built by the town itself. '.repeat(20)}`;
    const item = `<item><guid>1</guid><title>Berths</title><description><![CDATA[<p>${text}</p><p>All were glad.</p>]]></description></item>`;
    const body = `<rss version="2.0"><channel><title>The Post</title>${item}</channel></rss>`;
    const site = await newsSite({ '/rss': { body, type: 'application/rss+xml' } });
    const { path, write } = await libraryFolder({ 'harbour/story.yaml': 'title: The harbour\n' });
    const { child, said, ended } = nutgraf(['start', '--allow-private', '--data', path], {
      LOG_LEVEL: 'debug',
    });
    await said(/"msg":"started"/);
    await write({
      'harbour/story.yaml': `title: The harbour\nfeeds:\n  - url: ${site.url}/rss\n    every: 1s\n`,
    });
    await said(/"added":\["harbour\/the-post-berths\.md"\]/);
    child.stdin?.write('how many berths does the harbour have?\n');
    await said(/│ The harbour has 340 berths/);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('takes a library from --data', async () => {
    const { child, ended } = nutgraf(['start', '--data', 'tests/fixtures/library']);
    child.stdin?.end('what does a ticket cost?\n');
    expect((await ended).stdout).toContain('$3.50');
  });
});

describe('the page that nutgraf start opens', () => {
  /** A service has nobody before it: its input is at its end from the start. */
  function service(env: Readonly<Record<string, string>>, args: readonly string[] = ['start']) {
    const started = nutgraf(args, env);
    started.child.stdin?.end();
    return started;
  }
  const portOf = async ({ said, output }: ReturnType<typeof nutgraf>) => {
    await said(/"msg":"the page is open"/);
    return Number(/"port":(\d+),"msg":"the page is open"/.exec(output.stderr)?.[1]);
  };

  it('answers where nobody sits before a terminal, until it is told to stop', async () => {
    const started = service({ PORT: '0' });
    const port = await portOf(started);
    const page = await fetch(`http://127.0.0.1:${port}/?q=what+was+the+vote+count`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('1,798')]);
    const health = await fetch(`http://127.0.0.1:${port}/healthz`);
    expect(await health.json()).toEqual({ status: 'connected', bots: { web: 'connected' } });
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', missing: [] }]);
    const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(figures).toMatch(/^nutgraf_ready 1$/m);
    expect(figures).toMatch(/^nutgraf_engine_up 1$/m);
    for (const stage of ['reading', 'finding', 'ranking', 'deciding']) {
      expect(figures).toMatch(
        new RegExp(`^nutgraf_stage_duration_seconds_count\\{stage="${stage}"\\} 1$`, 'm'),
      );
    }
    expect(figures).toMatch(
      /^nutgraf_http_request_duration_seconds_count\{route="\/readyz",status="200"\} 1$/m,
    );
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 0, signal: null });
  });

  it('shares its port with Slack over HTTP', async () => {
    const slack = await openSlack();
    const started = service({
      PORT: '0',
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_SIGNING_SECRET: 'a-secret',
      SLACK_API_URL: slack.apiUrl,
    });
    const port = await portOf(started);
    await started.said(/"msg":"started"/);
    const url = (path: string) => `http://127.0.0.1:${port}${path}`;
    const statuses = await Promise.all([
      fetch(url('/')),
      fetch(url('/slack/events'), { method: 'POST', body: '{}' }),
      fetch(url('/slack/nothing')),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 401, 404]);
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 0 });
    await slack.close();
  });

  it('takes the next free port where none is stated, and says when a stated one is taken', async () => {
    const other = createServer();
    other.listen(3000, '127.0.0.1');
    await Promise.race([once(other, 'listening'), once(other, 'error')]);
    const started = service({ PORT: '' });
    expect(await portOf(started)).toBeGreaterThan(3000);
    const { code, stderr } = await service({ PORT: '3000' }).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('Port 3000 is taken by another program')]);
    other.close();
  });

  it('is served on while a load balancer notices that it leaves: not ready, and alive', async () => {
    const started = service({ PORT: '0', DRAIN: '1500ms' });
    const port = await portOf(started);
    await started.said(/"msg":"started"/);
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect(await status('/readyz')).toBe(200);
    const told = performance.now();
    started.child.kill('SIGTERM');
    await started.said(/"msg":"told to stop, and serving on/);
    expect([await status('/readyz'), await status('/healthz'), await status('/?q=who+voted')]).toEqual([
      503, 200, 200,
    ]);
    const body = await (await fetch(`http://127.0.0.1:${port}/readyz`)).json();
    expect(body).toEqual({ status: 'not-ready', missing: ['stopping'] });
    expect(await started.ended).toMatchObject({ code: 0, signal: null });
    expect(performance.now() - told).toBeGreaterThan(1_400);
  });

  it('ends as told also while it is being started', async () => {
    const started = service({ PORT: '0', DRAIN: '10m' });
    await started.said(/"msg":"listening"/);
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 0, signal: null });
  });

  it('ends at once when it is told to a second time', async () => {
    const started = service({ PORT: '0', DRAIN: '10m' });
    await started.said(/"msg":"started"/);
    started.child.kill('SIGTERM');
    await started.said(/"msg":"told to stop, and serving on/);
    started.child.kill('SIGTERM');
    expect(await started.ended).toMatchObject({ code: 143 });
  });

  it('is not there with WEB=off', async () => {
    const { ended, output } = service({ WEB: 'off' });
    expect(await ended).toMatchObject({ code: 0 });
    expect(output.stderr).not.toContain('page');
  });
});

describe('nutgraf start, with Slack and Discord configured', () => {
  it('answers in both, and ends with 0 at SIGTERM', async () => {
    const [slack, discord] = await Promise.all([openSlack(), openDiscord()]);
    const { child, said, ended, output } = nutgraf(['start'], {
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      LOG_LEVEL: 'debug',
      WEB: 'off',
    });
    await said(/"msg":"started"/);
    const port = /"port":(\d+),"msg":"listening"/.exec(output.stderr)?.[1];
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    expect(await get('/readyz')).toBe('{"status":"ready","missing":[]}');
    const asked = { channel: 'D1', channel_type: 'im', user: 'U1', ts: '1700000000.000100' };
    const text = 'what was the vote count?';
    const event = { type: 'message', text, ...asked };
    await slack.deliver('events_api', { type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event });
    await slack.until(() => JSON.stringify(slack.calls).includes('1,798'));
    const author = { id: '300', username: 'ada', discriminator: '0', avatar: null };
    discord.gateway.dispatch('MESSAGE_CREATE', {
      id: '7',
      type: 0,
      channel_id: '9',
      channel_type: 1,
      author,
      content: text,
    });
    await discord.until(() => JSON.stringify(discord.calls).includes('1,798'));
    const figures = await get('/metrics');
    expect(figures).toContain('nutgraf_bot_connections{bot="slack",state="connected"} 1');
    expect(figures).toContain('nutgraf_bot_connections{bot="discord",state="ready"} 1');
    expect(figures).toContain('nutgraf_questions_total{bot="slack",outcome="answered"} 1');
    child.kill('SIGTERM');
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/xoxb-|xapp-|good\.token/);
    // Two questions, each told of under an id of its own, and neither repeated.
    const lines = stderr.split('\n').filter((line) => line.includes('"msg":"answered"'));
    expect(new Set(lines.map((line) => /"id":"([0-9a-f]{8})"/.exec(line)?.[1])).size).toBe(2);
    expect(stderr).not.toMatch(/vote count|what was/i);
    await Promise.all([slack.close(), discord.close()]);
  });
});

describe('nutgraf start, when a bot cannot go on', () => {
  it('stops the others and ends with 2 and a sentence', async () => {
    const [slack, discord] = await Promise.all([openSlack(), openDiscord()]);
    const { said, ended } = nutgraf(['start'], {
      SLACK_BOT_TOKEN: TOKENS.bot,
      SLACK_APP_TOKEN: TOKENS.app,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
    });
    await said(/"msg":"started"/);
    discord.gateway.drop(4004);
    const { code, stderr } = await ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/"msg":"stopped"\}\nDiscord does not know the token in DISCORD_TOKEN: [^\n]+\n$/);
    expect(stderr.match(/"level":50/g)).toHaveLength(1);
    await Promise.all([slack.close(), discord.close()]);
  });
});

describe('nutgraf start', () => {
  it.each([
    ['the configuration', { SLACK_BOT_TOKEN: 'wrong' }, /SLACK_BOT_TOKEN should be a bot token/],
    ['the library', { NUTGRAF_DATA: 'no/such' }, /There is no folder no\/such/],
    [
      'a platform that cannot be reached',
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:9/api/' },
      /Slack/,
    ],
  ])('is stopped by %s with a sentence and 2', async (_name, env, message) => {
    const { ended } = nutgraf(['start'], { LOG_LEVEL: 'silent', ...env });
    const { code, stderr } = await ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
