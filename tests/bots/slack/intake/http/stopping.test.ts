import { expect, it } from 'vitest';
import { openRaw } from '../../../../http/raw.ts';
import { command, FORM, head, type Opened, openIntake } from './opened.ts';

const asking = (text: string) => {
  const body = command(text);
  return head(body, FORM, [`content-length: ${body.length}`]) + body;
};

it('finishes what is open, then closes its connection although it asks to be kept alive', async () => {
  const opened = await openIntake();
  let release = () => {};
  opened.hold = new Promise((resolve) => {
    release = resolve;
  });
  const raw = openRaw(opened.port);
  raw.socket.write(asking('one'));
  await heardSomething(opened);
  const stopped = opened.stop();
  release();
  expect(await raw.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 OK.*connection: close/is);
  await raw.closed;
  await stopped;
});

it('reads on what is open, and takes nothing that comes behind it', async () => {
  const opened = await openIntake();
  const raw = openRaw(opened.port);
  const body = command('in time');
  raw.socket.write(head(body, FORM, [`content-length: ${body.length}`, 'expect: 100-continue']));
  await raw.until('100 Continue');
  const stopped = opened.stop();
  raw.socket.write(body + asking('too late'));
  await raw.until('200 OK');
  await raw.closed;
  await stopped;
  expect(opened.heard).toEqual(['in time']);
});

it('answers 503 to a request on a connection that nothing was asked on before', async () => {
  const opened = await openIntake();
  opened.hold = new Promise(() => {});
  const quiet = openRaw(opened.port);
  const asked = openRaw(opened.port);
  // Connections are taken in the order in which they come: the quiet one was taken when the other is heard.
  asked.socket.write(asking('for ever'));
  await heardSomething(opened);
  const stopped = opened.stop();
  quiet.socket.write(asking('too late'));
  expect(await quiet.until('\r\n\r\n')).toMatch(/^HTTP\/1\.1 503 .*retry-after: 60/is);
  await stopped;
  expect(opened.heard).toEqual(['for ever']);
});

it('does not wait for whoever holds a connection', async () => {
  const opened = await openIntake();
  opened.hold = new Promise(() => {});
  const asked = openRaw(opened.port);
  asked.socket.write(asking('for ever'));
  const idle = openRaw(opened.port);
  const half = openRaw(opened.port);
  half.socket.write('POST /slack/events HTTP/1.1\r\n');
  await heardSomething(opened);
  await opened.stop();
  await Promise.all([asked.closed, idle.closed, half.closed]);
});

it('may be stopped before it was started, and twice', async () => {
  const opened = await openIntake();
  await Promise.all([opened.stop(), opened.stop()]);
  await expect(fetch(opened.url)).rejects.toThrow();
});

async function heardSomething({ heard }: Opened): Promise<void> {
  while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
}
