import { HTTPException } from 'hono/http-exception';
import { afterEach, expect, it } from 'vitest';
import { openRaw } from '../../../http/raw.ts';
import { openWeb } from '../opened.ts';
import { openBroken } from './broken.ts';
import { askRaw } from './raw-answer.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const SECRET = 'the password of the library is in this message';

async function broken(error: Error) {
  const opened = await openBroken(error);
  stops.push(opened.stop);
  return opened;
}

it('shows a fixed sentence and the id under which the log has the rest', async () => {
  const { port, lines } = await broken(new Error(SECRET));
  for (const path of ['/', '/story/some', '/api/stories']) {
    const { status, headers, body } = await askRaw(port, path);
    const id = headers.get('x-request-id');
    expect([path, status, headers.get('cache-control')]).toEqual([path, 500, 'no-store']);
    expect(body).toContain(id);
    expect(body).not.toMatch(/password|at .*\.(?:ts|js):\d/);
    const line = lines.find(({ level, fields }) => level === 'error' && fields.id === id);
    expect(line?.fields.err).toMatchObject({ message: SECRET });
  }
});

it('tells programs in JSON, people on a page', async () => {
  const { port } = await broken(new Error(SECRET));
  const program = await askRaw(port, '/api/stories');
  expect(program.headers.get('content-type')).toMatch(/^application\/json/);
  expect(JSON.parse(program.body)).toEqual({
    error: { code: 'internal', message: expect.any(String), id: program.headers.get('x-request-id') },
  });
  expect((await askRaw(port, '/')).headers.get('content-type')).toMatch(/^text\/html/);
});

it('keeps the status of what was thrown as one, and not its words', async () => {
  const { port, lines } = await broken(new HTTPException(403, { message: SECRET }));
  const { status, body } = await askRaw(port, '/');
  expect(status).toBe(403);
  expect(body).not.toContain('password');
  expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
});

it('takes a status that is none of ours for a failure', async () => {
  const { port } = await broken(new HTTPException(418, { message: SECRET }));
  expect((await askRaw(port, '/')).status).toBe(500);
});

it('says that nothing is at an address, in JSON below /api and /feed', async () => {
  const opened = await openWeb();
  stops.push(opened.stop);
  for (const path of ['/nowhere', '/story/none', '/story/none/none', '/assets/none.css']) {
    const response = await opened.get(path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  }
  for (const path of ['/api', '/api/nothing']) {
    const response = await opened.get(path);
    expect([path, response.status]).toEqual([path, 404]);
    expect(await response.json()).toMatchObject({ error: { code: 'not-found' } });
  }
  expect((await opened.get('/apiary')).headers.get('content-type')).toMatch(/^text\/html/);
});

it('is not what a caller is who leaves in the middle of a body', async () => {
  const opened = await openWeb({ config: { deskToken: 'a token for the tests' } });
  stops.push(opened.stop);
  const lines = ['POST /desk/login HTTP/1.1', 'host: localhost', 'transfer-encoding: chunked'];
  const raw = openRaw(opened.port, `${lines.join('\r\n')}\r\n\r\n5\r\ntoken\r\n`);
  setTimeout(() => raw.socket.destroy(), 50);
  const told = () => opened.lines.filter(({ message }) => message === 'a caller left before it was answered');
  while (told().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await opened.stop();
  expect(told().map(({ level }) => level)).not.toContain('error');
  expect(opened.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
});

it('is not what a caller is who leaves before the answer', async () => {
  let answerIt = () => {};
  const wait = new Promise<void>((resolve) => {
    answerIt = resolve;
  });
  let asked = () => {};
  const arrived = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const opened = await openWeb({
    async ask() {
      asked();
      await wait;
      throw new Error('too late');
    },
  });
  stops.push(opened.stop);
  const leaving = new AbortController();
  const left = opened.get('/api/ask?q=who', { signal: leaving.signal }).catch(() => 'left');
  await arrived;
  leaving.abort();
  expect(await left).toBe('left');
  const told = () => opened.lines.find(({ message }) => message === 'a caller left before it was answered');
  while (told() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  answerIt();
  expect(told()?.level).toBe('debug');
  expect(opened.lines.filter(({ message }) => message === 'a request went wrong')).toEqual([]);
});
