import { expect, it } from 'vitest';
import { followingIn } from '../../../src/commands/start/news.ts';
import { LibraryError } from '../../../src/knowledge/index.ts';
import { rememberingLog } from '../../support/remembering-log.ts';

it('says once that a library that was away can be read again, also where nothing in it has changed', () => {
  const { log, lines } = rememberingLog();
  const following = followingIn(log, { changed: 0, looked: 0 }, () => undefined);
  following.looked?.();
  following.failed(new LibraryError('missing', 'There is no folder.'));
  following.looked?.();
  following.looked?.();
  expect(lines.map(({ level, message }) => [level, message])).toEqual([
    ['error', 'the library cannot be read: what was read last is served'],
    ['info', 'the library can be read again'],
  ]);
});
