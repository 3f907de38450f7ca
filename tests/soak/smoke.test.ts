import { describe, expect, it } from 'vitest';
import { drive } from '../../soak/drive.ts';
import { runOf } from '../../soak/main.ts';

/**
 * The real thing for some seconds: two processes, three platforms, some faults of each kind. Nothing is said of how
 * fast it is: on a machine that is busy, people are asked for less, and platforms may give up on us.
 */
const ORDER = {
  minutes: 0.1,
  rate: 8,
  seed: 5,
  faults: ['slack-sockets-cut', 'discord-gateway-cut', 'deliveries-twice', 'ledger-locked'],
  ledger: 'sqlite',
} as const;

describe('the whole bot, for some seconds, with faults', () => {
  it('loses nothing, and answers nothing twice', { timeout: 180_000 }, async () => {
    const driven = await drive(ORDER, () => undefined);
    const run = runOf(ORDER, driven);
    expect(run.total.asked).toBeGreaterThan(5);
    expect(run.total.answered).toBeGreaterThan(0);
    expect(run.faults.map(({ name }) => name).sort()).toEqual([...ORDER.faults].sort());
    expect(driven.samples.length).toBeGreaterThan(0);
    expect(run.wrong).toEqual([]);
  });
});
