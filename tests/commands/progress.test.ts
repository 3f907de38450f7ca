import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { progressOn } from '../../src/commands/progress.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function terminal(isTTY = true, columns = 40) {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns });
  return { stream, written: () => String(stream.read() ?? '') };
}

describe('the progress of long work', () => {
  it('is shown on one line of the terminal that is written over, and taken away', () => {
    const { stream, written } = terminal();
    const progress = progressOn(stream);
    vi.advanceTimersByTime(400);
    progress.show(250, 1_000, 'inbox/a.txt');
    expect(written()).toBe('\r\u001b[K250 of 1,000 (25 %) inbox/a.txt');
    progress.clear();
    expect(written()).toBe('\r\u001b[K');
    progress.clear();
    expect(written()).toBe('');
  });

  it('fits into the line', () => {
    const { stream, written } = terminal(true, 30);
    const progress = progressOn(stream);
    vi.advanceTimersByTime(400);
    progress.show(1, 2, `inbox/${'long-'.repeat(20)}`);
    expect(written().replace('\r\u001b[K', '')).toHaveLength(29);
  });

  it('is not shown for work that is soon done, nor more often than anybody reads', () => {
    const { stream, written } = terminal();
    const progress = progressOn(stream);
    progress.show(1, 1_000, 'a');
    expect(written()).toBe('');
    vi.advanceTimersByTime(400);
    progress.show(2, 1_000, 'b');
    progress.show(3, 1_000, 'c');
    expect(written()).toMatch(/ b$/);
  });

  it('is shown neither for a single thing nor where nobody watches', () => {
    for (const { stream, written } of [terminal(false), terminal()]) {
      const progress = progressOn(stream);
      vi.advanceTimersByTime(400);
      progress.show(0, stream.isTTY ? 1 : 9, 'a');
      expect(written()).toBe('');
    }
  });
});
