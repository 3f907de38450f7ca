import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/http/exchange.ts';
import { openFront } from '../../src/http/front.ts';
import { rememberingLog } from '../support/remembering-log.ts';
import { type Opened, openedFront } from './opened.ts';
import { headOf, openRaw, rawly } from './raw.ts';

const opened: Opened[] = [];
const open = async (...parts: Parameters<typeof openedFront>): Promise<Opened> => {
  const one = await openedFront(...parts);
  opened.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ front }) => front.close()));
});

const echo = ({ request, response }: Exchange) => void response.end(`<${request.method} ${request.url}>`);

describe('paths', () => {
  it('go to whoever has mounted them, all others to the fallback, and without one nowhere', async () => {
    const { front, port } = await open();
    front.mount(new Map([['/own', { methods: ['GET'], handle: echo }]]));
    expect(await rawly(port, headOf('/own?x=1'))).toContain('<GET /own?x=1>');
    expect(await rawly(port, headOf('/other'))).toMatch(/^HTTP\/1\.1 404 /);
    front.otherwise({ handle: echo });
    expect(await rawly(port, headOf('/other'))).toContain('<GET /other>');
    expect(await rawly(port, headOf('/own', undefined, 'POST'))).toMatch(/^HTTP\/1\.1 405 .*allow: GET/is);
  });

  it('are nothing to warn of where anybody may ask for any', async () => {
    const { port, lines } = await open(({ response }) => void response.writeHead(404).end());
    await rawly(port, headOf('/wp-login.php'));
    expect(lines.map(({ level }) => level)).toEqual(['debug']);
  });

  it('whose handler breaks are answered with 500 and nothing more', async () => {
    const { port, lines } = await open(() => Promise.reject(new Error('the reason')));
    const answer = await rawly(port, headOf('/'));
    expect(answer).toMatch(/^HTTP\/1\.1 500 /);
    expect(answer).not.toContain('reason');
    expect(lines.find(({ level }) => level === 'error')?.fields.id).toBe(
      /x-request-id: (.*)\r/i.exec(answer)?.[1],
    );
  });

  it.each([
    ['another server, as proxies are asked', 'http://other.example/', ['host: localhost']],
    ['a backslash', '/\\other.example/', ['host: localhost']],
    ['no path', '*', ['host: localhost']],
    ['a host with a path', '/', ['host: localhost/x']],
    ['a host with a user', '/', ['host: a@b']],
    ['a host with markup', '/', ['host: <b>']],
    ['an empty host', '/', ['host:']],
    ['another spelling of this machine', '/', ['host: 0x7f.1']],
    ['one more', '/', ['host: 2130706433']],
    ['a port that is none', '/', ['host: localhost:99999']],
    ['no host', '/', []],
  ])('are none of ours with %s', async (_, target, headers) => {
    const { port } = await open(echo);
    const answer = await rawly(port, headOf(target, headers));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.split('\r\n\r\n')[1]).toMatch(/^0?$/);
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['words', 'let me in\r\n\r\n', '400 Bad Request'],
    [
      'bytes, as of TLS',
      '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
      '400 Bad Request',
    ],
    ['a length that is none', headOf('/', ['host: x', 'content-length: ten']), '400 Bad Request'],
    [
      'two lengths',
      headOf('/', ['host: x', 'content-length: 1', 'transfer-encoding: chunked']),
      '400 Bad Request',
    ],
    ['endless headers', headOf('/', ['host: x', `x: ${'x'.repeat(60_000)}`]), '431 '],
    ['an endless address', headOf(`/?${'x'.repeat(60_000)}`), '431 '],
  ])('is answered with a status and nothing else: %s', async (_, sent, status) => {
    const { port, lines } = await open(echo);
    const answer = await rawly(port, sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
    expect(answer).toMatch(/connection: close\r\ncontent-length: 0\r\n\r\n$/);
    expect(lines.map(({ level, message }) => [level, message])).toEqual([
      ['debug', 'what came is no request'],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/stack|rawPacket|xxx|let me in/);
  });

  it('ends a connection behind what was answered, and not in the middle of it', async () => {
    const { port } = await open(({ response }) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('12345');
    });
    const raw = openRaw(port, `${headOf('/').replace('close', 'keep-alive')}`);
    await raw.until('12345');
    raw.socket.write('garbage\r\n\r\n');
    await raw.closed;
    expect(raw.came()).toMatch(/12345$/);
  });

  it('leaves the next caller alone', async () => {
    const { port } = await open(echo);
    await rawly(port, '\r\n\r\ngarbage\r\n\r\n');
    expect(await rawly(port, headOf('/'))).toContain('200 OK');
  });
});

describe('a connection', () => {
  it('is kept, and requests that are sent behind each other are answered in order', async () => {
    const { port } = await open(echo);
    const keep = (target: string) => headOf(target).replace('close', 'keep-alive');
    const raw = openRaw(port, keep('/one') + keep('/two') + keep('/three'));
    const came = await raw.until('<GET /three>');
    expect(came.match(/<GET \/\w+>/g)).toEqual(['<GET /one>', '<GET /two>', '<GET /three>']);
    raw.socket.write(headOf('/four'));
    await raw.until('<GET /four>');
    await raw.closed;
  });

  it.each(['', 'expect: nothing\r\n'])('ends where hundreds wait behind each other (%j)', async (line) => {
    let asked = 0;
    const { port } = await open(({ request, response }) => {
      asked += 1;
      if (request.url !== '/first') response.end();
    });
    const keep = (target: string) => `GET ${target} HTTP/1.1\r\nhost: localhost\r\n`;
    const raw = openRaw(port, `${keep('/first')}\r\n${`${keep('/more')}${line}\r\n`.repeat(500)}`);
    await raw.closed;
    expect([raw.came(), asked]).toEqual(['', line === '' ? 32 : 1]);
    expect(await rawly(port, headOf('/more'))).toContain('200 OK');
  });

  it('takes any number of requests one after the other', async () => {
    const { port } = await open(echo);
    const raw = openRaw(port);
    for (let at = 0; at < 40; at += 1) {
      raw.socket.write(headOf(`/${at}`).replace('close', 'keep-alive'));
      await expect.poll(raw.came, { interval: 1 }).toContain(`<GET /${at}>`);
    }
    raw.socket.destroy();
  });

  it('ends where an address of some 30,000 letters is none too many', async () => {
    const { port } = await open(echo);
    expect(await rawly(port, headOf(`/?after=${'x'.repeat(30_000)}`))).toContain('200 OK');
  });
});

describe('slow callers', () => {
  const patience = { headers: 300, request: 300, answer: 300 };

  it('are cut off in the middle of their headers', async () => {
    const { port } = await open(echo, { patience });
    expect(await rawly(port, 'GET / HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('are cut off in any number without a word of Node about it', async () => {
    const warned: Error[] = [];
    const hear = (warning: Error) => void warned.push(warning);
    process.on('warning', hear);
    const { port } = await open(echo, { patience });
    const all = Array.from({ length: 40 }, () => rawly(port, 'GET / HTTP/1.1\r\n'));
    for (const answer of await Promise.all(all)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    process.off('warning', hear);
    expect(warned).toEqual([]);
  });

  it('are cut off in the middle of their body', async () => {
    const { port } = await open(({ request }) => void request.resume(), { patience });
    const answer = await rawly(port, headOf('/', ['host: x', 'content-length: 9'], 'POST'));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('are not taken for slow where it was this process that stood still', async () => {
    const { port } = await open(echo, { patience });
    const raw = openRaw(port);
    await expect.poll(() => raw.socket.readyState).toBe('open');
    // The server has taken the connection, and waits for headers.
    await new Promise((resolve) => setTimeout(resolve, 50));
    // Clocks are looked at next, before anything is read.
    await new Promise((resolve) => setImmediate(resolve));
    raw.socket.write(headOf('/'));
    // Longer than is waited for headers, and until that is looked after.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
    expect(await raw.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });

  // More than the kernel holds for a connection by itself.
  const long = Buffer.alloc(64 * 1024 * 1024, 'x');

  it('are cut off when they do not read what they asked for', async () => {
    const { port, told } = await open(({ response }) => void response.end(long), { patience });
    const raw = openRaw(port, headOf('/'));
    await raw.until('200 OK');
    raw.socket.pause();
    const { level, fields } = await told('an answer was read too slowly');
    expect([level, `x-request-id: ${fields.id}`]).toEqual([
      'debug',
      /x-request-id: \S+/i.exec(raw.came())?.[0],
    ]);
    raw.socket.resume();
    await raw.closed;
    expect(raw.came().length).toBeLessThan(long.length);
  });

  it('are cut off with everything that they asked for behind it', async () => {
    const { port, lines } = await open(({ response }) => void response.end(long), { patience });
    const keep = headOf('/').replace('close', 'keep-alive');
    const raw = openRaw(port, keep + keep + keep);
    await raw.until('200 OK');
    raw.socket.pause();
    const left = () => lines.filter(({ message }) => message === 'an answer was read too slowly');
    while (left().length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    raw.socket.destroy();
  });

  it('are not those who read on', async () => {
    const { port } = await open(({ response }) => void response.end(long), {
      patience: { ...patience, answer: 20_000 },
    });
    const answer = await rawly(port, headOf('/'));
    expect(answer.length).toBeGreaterThan(long.length);
  });
});

describe('ports', () => {
  it('are tried in order until one is free', async () => {
    const other = createServer();
    const taken = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const { port } = await open(echo, { ports: [taken, 0] });
    expect(port).not.toBe(taken);
    const { log } = rememberingLog();
    const only = openFront({ host: '127.0.0.1', ports: [taken], log });
    await expect(only.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await only.close();
    other.close();
  });
});
