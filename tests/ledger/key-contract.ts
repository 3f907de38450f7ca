import { describe, expect, it } from 'vitest';
import { type LedgerWish, openLedger } from '../../src/ledger/open.ts';
import { rememberingLog } from '../support/remembering-log.ts';

const [KEY, OTHER] = ['a key of more than sixteen characters', 'another key of as many characters'];

/**
 * What every store that lasts tells of a key that has changed.
 *
 * @param name of the store
 * @param place makes a new one
 */
export function describeKeys(name: string, place: () => Promise<LedgerWish['store']>): void {
  describe(`${name}, opened with another LEDGER_KEY`, () => {
    /** @returns what was said */
    async function openOnce(store: LedgerWish['store'], key: string | null, isLasting = true) {
      const { log, lines } = rememberingLog();
      await (await openLedger({ store, stated: true, key, keep: null, isLasting }, log)).close();
      return lines;
    }
    const told = [
      { level: 'warn', fields: { code: 'other-key' }, message: expect.stringMatching(/LEDGER_KEY/) },
    ];

    it.each([
      ['another', KEY, OTHER],
      ['none', KEY, null],
      ['one at last', null, KEY],
    ])('says so once: %s', async (_, before, after) => {
      const store = await place();
      expect(await openOnce(store, before)).toEqual([]);
      expect(await openOnce(store, before)).toEqual([]);
      expect(await openOnce(store, after)).toMatchObject(told);
      expect(await openOnce(store, after)).toEqual([]);
      expect(await openOnce(store, before)).toMatchObject(told);
    });

    it('tells a command each time, and the bots nothing of that', async () => {
      const store = await place();
      expect(await openOnce(store, OTHER, false)).toEqual([]);
      expect(await openOnce(store, KEY)).toEqual([]);
      for (const _ of [1, 2]) expect(await openOnce(store, OTHER, false)).toMatchObject(told);
      expect(await openOnce(store, KEY)).toEqual([]);
    });
  });
}
