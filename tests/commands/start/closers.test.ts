import { expect, it } from 'vitest';
import { openClosers } from '../../../src/commands/start/closers.ts';

it('what comes last is closed after the others, also where one of them fails', async () => {
  const done: string[] = [];
  const closers = openClosers(1_000);
  closers.addLast(() => void done.push('ledger'));
  closers.add(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push('bot');
  });
  closers.add(() => {
    throw new Error('this one cannot be closed');
  });
  await Promise.all([closers.closeAll(), closers.closeAll()]);
  expect(done).toEqual(['bot', 'ledger']);
});

it('what hangs is not waited for longer than that', async () => {
  const done: string[] = [];
  const closers = openClosers(5);
  closers.add(() => new Promise(() => undefined));
  closers.addLast(() => void done.push('ledger'));
  await closers.closeAll();
  expect(done).toEqual(['ledger']);
});

it('what is opened while all is being closed is closed at once', async () => {
  const done: string[] = [];
  const closers = openClosers(5);
  await closers.closeAll();
  closers.add(() => void done.push('bot'));
  closers.addLast(() => void done.push('ledger'));
  expect(done).toEqual(['bot', 'ledger']);
});
