import { beforeEach, describe, expect, it } from 'vitest';
import { latencyOf, touchesAny } from '../../soak/counting/latency.ts';
import { fateOf, sumsOf, totalOf } from '../../soak/counting/sum.ts';
import { openTally, type Tally } from '../../soak/counting/tally.ts';

let now: number;
let tally: Tally;
beforeEach(() => {
  now = 0;
  tally = openTally(() => now);
});
const total = () => totalOf(tally.questions, []);

describe('what was asked', () => {
  it('is answered by whatever has its key, once, however often the same message is sent', () => {
    const question = tally.ask('mention', ['a', 'b']);
    now = 40;
    expect(tally.hear('b', 'm1', 'It will cost 3 crowns.')).toBe(true);
    now = 900;
    tally.hear('a', 'm1', 'It will cost 3 crowns.');
    expect(fateOf(question)).toBe('answered');
    expect(total()).toMatchObject({ asked: 1, answered: 1, twice: 0, lost: 0, calm: { p50: 40 } });
  });

  it('is answered twice where two messages answer it', () => {
    tally.ask('mention', ['a']);
    for (const name of ['m1', 'm2']) tally.hear('a', name, 'Yes.');
    expect(total()).toMatchObject({ answered: 1, twice: 1 });
  });

  it('is lost where nothing comes, and nobody is to blame but us', () => {
    tally.ask('mention', ['a']);
    expect(tally.hear('z', 'm1', 'Yes.')).toBe(false);
    expect(total()).toMatchObject({ answered: 0, lost: 1 });
  });

  it('is not lost where the platform was never told of it, lost it itself, or nobody was there', () => {
    for (const excuse of ['untaken', 'undelivered', 'gone'] as const)
      tally.ask('mention', []).excuse = excuse;
    expect(total()).toMatchObject({ lost: 0, excused: { untaken: 1, undelivered: 1, gone: 1 } });
  });

  it('counts as answered where it was answered all the same', () => {
    tally.ask('command', ['a']).excuse = 'untaken';
    tally.hear('a', 'm1', 'Yes.');
    expect(total()).toMatchObject({ answered: 1, excused: { untaken: 0 } });
  });

  it('is told apart by what is said: a fixed sentence, a failure, an answer', () => {
    for (const key of ['a', 'b', 'c']) tally.ask('mention', [key]);
    tally.hear('a', 'm1', 'I am being restarted. Please ask again in a minute.');
    tally.hear('b', 'm2', 'Something went wrong here and your question was not answered.');
    tally.hear('c', 'm3', 'The story does not say.');
    expect(total()).toMatchObject({ refused: 1, failed: 1, answered: 1, lost: 0 });
  });

  it('is answered wrongly where its answer does not show what it should, marks and escapes aside', () => {
    tally.ask('mention', ['a'], '11 votes to 3');
    tally.ask('mention', ['b'], '11 votes to 3');
    tally.ask('mention', ['c'], '11 votes to 3');
    tally.hear('a', 'm1', 'passed by *11* votes&nbsp;to *3*'.replace('&nbsp;', ' '));
    tally.hear('b', 'm2', 'passed by 11 votes to 4');
    tally.hear('c', 'm3', 'That was answered here a moment ago: https://discord.com/channels/1/2/3');
    expect(tally.questions.map(({ isWrong }) => isWrong)).toEqual([false, true, false]);
  });

  it('is answered once where a message is changed, also when a correction changes it again', () => {
    for (const key of ['a', 'b']) tally.ask('button', [key]);
    tally.hear('a', null, 'More of the article.');
    tally.hear('a', null, 'Corrected.');
    tally.hear('b', 'm1', 'Other sentences, beside the message.');
    tally.hear('b', null, 'Corrected.');
    expect(total()).toMatchObject({ answered: 2, twice: 0, lost: 0 });
  });

  it('belongs to whoever asked last under the same key', () => {
    const [first, second] = [tally.ask('mention', ['thread']), tally.ask('follow-up', ['thread'])];
    tally.hear('thread', 'm1', 'Yes.');
    expect([first.answers.size, second.answers.size]).toEqual([0, 1]);
    expect(sumsOf(tally.questions, []).map(({ way, lost }) => [way, lost])).toEqual([
      ['mention', 1],
      ['follow-up', 0],
    ]);
  });
});

describe('how long people waited', () => {
  it('is told apart by whether something was wrong meanwhile', () => {
    for (const key of ['a', 'b']) {
      tally.ask('mention', [key]);
      now += 30;
      tally.hear(key, key, 'Yes.');
      now += 1_000;
    }
    const { calm, rough } = totalOf(tally.questions, [{ from: 10, to: 20 }]);
    expect([calm.count, rough.count]).toEqual([1, 1]);
  });

  it('is given as what half, and all but one in a hundred, stayed below', () => {
    const waits = Array.from({ length: 1_000 }, (_, index) => 999 - index);
    expect(latencyOf(waits)).toEqual({ count: 1_000, p50: 500, p99: 990 });
    expect(latencyOf([])).toEqual({ count: 0, p50: 0, p99: 0 });
    expect(touchesAny({ from: 1, to: 2 }, [{ from: 2, to: 3 }])).toBe(true);
    expect(touchesAny({ from: 1, to: 2 }, [{ from: 3, to: Number.POSITIVE_INFINITY }])).toBe(false);
  });
});
