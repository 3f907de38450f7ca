import { describe, expect, it } from 'vitest';
import { collector } from '../../mutation/collecting.js';
import { run } from '../../mutation/running.js';

type Body = (...args: string[]) => unknown;
type Add = (name: string, body: Body) => void;

/** As much of vitest as is declared with here. */
interface Vitest {
  readonly describe: Add;
  readonly it: Add & { each(cases: readonly unknown[]): Add; skipIf(skipped: boolean): Add };
  readonly beforeAll: (body: Body) => void;
  readonly afterAll: (body: Body) => void;
  readonly beforeEach: (body: Body) => void;
  readonly afterEach: (body: Body) => void;
  readonly onTestFinished: (body: Body) => void;
}

/** What is declared like tests of vitest, and what each of it did, in order. */
function declared(declare: (vitest: Vitest, did: (what: string) => () => void) => void) {
  const done: string[] = [];
  const collected = collector({});
  declare(collected.vitest as unknown as Vitest, (what) => () => void done.push(what));
  return { collected, done };
}

describe('tests that are run many times in one process', () => {
  it('are run with what stands around them, the outer first and then the outer last', async () => {
    const { collected, done } = declared(
      ({ describe, it, beforeAll, afterAll, beforeEach, afterEach }, did) => {
        beforeEach(did('before each'));
        describe('all', () => {
          beforeAll(did('before'));
          afterAll(did('after'));
          beforeEach(did('inner before each'));
          afterEach(did('inner after each'));
          it('one', did('one'));
          it('other', did('other'));
        });
        afterEach(did('after each'));
      },
    );
    expect((await run(collected, {})).failed).toBeNull();
    const around = (test: string) => [
      'before each',
      'inner before each',
      test,
      'inner after each',
      'after each',
    ];
    expect(done).toEqual(['before', ...around('one'), ...around('other'), 'after']);
  });

  it('are one for each case, with its values', async () => {
    const { collected, done } = declared(({ it }, did) => {
      it.each([
        ['a', 'x'],
        ['b', 'y'],
      ])('%s', (one, other) => did(`${one}${other}`)());
      it.each(['c'])('%s', (one) => did(`${one}`)());
    });
    await run(collected, {});
    expect(done).toEqual(['ax', 'by', 'c']);
  });

  it('end with the first that fails, whose name and reason are told, and what it opened is closed', async () => {
    const { collected, done } = declared(({ it, onTestFinished }, did) => {
      it('fails', async () => {
        onTestFinished(did('closed'));
        throw new Error('so it does');
      });
      it('comes later', did('later'));
    });
    expect((await run(collected, {})).failed).toBe('fails: so it does');
    expect(done).toEqual(['closed']);
  });

  it('are only those that are wanted, and hooks of others are not run', async () => {
    const { collected, done } = declared(({ describe, it, beforeAll }, did) => {
      it('first', did('first'));
      describe('others', () => {
        beforeAll(did('before'));
        it('second', did('second'));
      });
    });
    const { times } = await run(collected, { wanted: new Set([0]) });
    expect([done, [...times.keys()]]).toEqual([['first'], [0]]);
  });

  it('fail when they never end', async () => {
    const { collected } = declared(({ it }) => it('waits', () => new Promise(() => {})));
    expect((await run(collected, { limit: 5 })).failed).toBe('waits: takes too long');
  });

  it('are skipped where they say so', async () => {
    const { collected, done } = declared(({ it }, did) => {
      it.skipIf(true)('skipped', did('skipped'));
      it.skipIf(false)('run', did('run'));
    });
    await run(collected, {});
    expect(done).toEqual(['run']);
  });
});
