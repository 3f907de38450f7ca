import { describe, expect, it, onTestFinished } from 'vitest';
import type { Delivery, Ledger } from '../../src/ledger/ledger.ts';
import { HOSTILE } from './ledger-contract.ts';

/** A delivery, as far as a test does not care. */
export function deliveryOf(name: string, fields: Partial<Delivery> = {}): Delivery {
  return { bot: 'slack', names: [name], payload: JSON.stringify({ user: 'U1', text: name }), ...fields };
}

const first = ({ names }: Delivery) => names[0];

/** What every inbox must do; each store runs it. `open` returns a ledger that holds nothing yet. */
export function describeInbox(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} keeps the inbox contract`, () => {
    const opened = async () => {
      const ledger = await open();
      onTestFinished(() => ledger.close());
      return ledger;
    };

    it('takes a delivery on once, by whichever of its names it comes again', async () => {
      const { inbox } = await opened();
      expect(await inbox.accept(deliveryOf('a', { names: ['a', 'a2', 'a'] }))).toBe(true);
      expect(await inbox.accept(deliveryOf('a'))).toBe(false);
      expect(await inbox.accept(deliveryOf('a2'))).toBe(false);
      expect(await inbox.accept(deliveryOf('b', { names: ['b', 'a2'] }))).toBe(false);
      // What is a by one of its names is a by the others, too.
      expect(await inbox.accept(deliveryOf('b'))).toBe(false);
      expect(await inbox.accept(deliveryOf('c'))).toBe(true);
    });

    it('takes one of many on that come at once under the same name, and all that do not', async () => {
      const { inbox } = await opened();
      const coming = Array.from({ length: 600 }, (_, index) => {
        const own = `n${index % 300}`;
        return inbox.accept(
          deliveryOf(own, { names: index < 300 ? [own, `of ${own}`] : [`of ${own}`, own] }),
        );
      });
      expect((await Promise.all(coming)).filter((isNew) => isNew)).toHaveLength(300);
    });

    it('remembers what is done', async () => {
      const { inbox } = await opened();
      await inbox.accept(deliveryOf('a', { names: ['a', 'a2'] }));
      await inbox.done('a2');
      await inbox.done('a');
      await inbox.done('never there');
      expect(await inbox.accept(deliveryOf('a'))).toBe(false);
      expect(await inbox.accept(deliveryOf('a2'))).toBe(false);
      await inbox.release('a');
      expect(await inbox.takeOver('slack', 9)).toEqual([]);
    });

    it('never gives a process what it is doing itself', async () => {
      const { inbox } = await opened();
      for (const own of ['a', 'b']) await inbox.accept(deliveryOf(own));
      expect(await inbox.takeOver('slack', 9)).toEqual([]);
    });

    it('gives what was given back to the next who takes over: whole, of one bot, oldest first, once', async () => {
      const { inbox } = await opened();
      const deliveries = ['c', 'a', 'b', 'd', 'e'].map((own) => deliveryOf(own, { names: [own, `${own}2`] }));
      for (const each of deliveries) await inbox.accept(each);
      await inbox.accept(deliveryOf('x', { bot: 'discord' }));
      for (const own of ['d2', 'b', 'a', 'c', 'x', 'never there']) await inbox.release(own);
      expect(await inbox.takeOver('slack', 0)).toEqual([]);
      expect(await inbox.takeOver('slack', 3)).toEqual(deliveries.slice(0, 3));
      await inbox.done('a');
      expect((await inbox.takeOver('slack', 9)).map(first)).toEqual(['d']);
      expect(await inbox.takeOver('slack', 9)).toEqual([]);
      expect((await inbox.takeOver('discord', 9)).map(first)).toEqual(['x']);
      await inbox.release('b');
      expect((await inbox.takeOver('slack', 9)).map(first)).toEqual(['b']);
    });

    it('forgets what a person asked who was not answered yet, and nobody else’s', async () => {
      const { inbox, journal } = await opened();
      const people = { a: 'U1', b: 'U12', c: 'XU1', d: 'U2' };
      for (const [own, user] of Object.entries(people)) {
        await inbox.accept(deliveryOf(own, { payload: JSON.stringify({ user, text: 'Who?' }) }));
      }
      expect(await journal.forget('slack:T1/U1')).toBe(1);
      expect(await journal.forget('slack:T1/U1')).toBe(0);
      for (const own of Object.keys(people)) await inbox.release(own);
      expect((await inbox.takeOver('slack', 9)).map(first)).toEqual(['b', 'c', 'd']);
      expect(await inbox.accept(deliveryOf('a'))).toBe(false);
    });

    it.each(HOSTILE)('gives back %s as it was, as a name and as a payload', async (_, text) => {
      const { inbox } = await opened();
      const delivery = deliveryOf(text, { names: [text, `another ${text}`], payload: text });
      expect(await inbox.accept(delivery)).toBe(true);
      expect(await inbox.accept(deliveryOf(`another ${text}`))).toBe(false);
      expect(await inbox.accept(deliveryOf(`${text}\0`))).toBe(true);
      expect(await inbox.accept(deliveryOf(`${text}a`))).toBe(true);
      await inbox.release(text);
      const found = await inbox.takeOver('slack', 9);
      expect(found).toHaveLength(1);
      expect(JSON.stringify(found) === JSON.stringify([delivery])).toBe(true);
      await inbox.done(text);
      await inbox.release(text);
      expect(await inbox.takeOver('slack', 9)).toEqual([]);
    });
  });
}

/** What an inbox that several processes share must do. `open` returns what opens the same one again. */
export function describeSharedInbox(name: string, open: () => Promise<SharedInbox>): void {
  describe(`${name} keeps the contract of an inbox that several share`, () => {
    async function opened() {
      const shared = await open();
      const another = async () => {
        const ledger = await shared.open();
        onTestFinished(() => ledger.close());
        return ledger;
      };
      return { ...shared, another };
    }

    it('takes a delivery on in one of them only', async () => {
      const { another } = await opened();
      const ledgers = await Promise.all([another(), another(), another()]);
      const taken = ledgers.map(({ inbox }) =>
        Promise.all(
          Array.from({ length: 200 }, (_, index) =>
            inbox.accept(deliveryOf(`n${index}`, { names: [`n${index}`, `another n${index}`] })),
          ),
        ),
      );
      const count = (await Promise.all(taken)).flat().filter((isNew) => isNew).length;
      expect(count).toBe(200);
    });

    it('gives what a closed one has left to another at once, and nothing of one that is there', async () => {
      const { another } = await opened();
      const [gone, there, heir] = [await another(), await another(), await another()];
      const left = [deliveryOf('a'), deliveryOf('b'), deliveryOf('done')];
      for (const each of left) await gone.inbox.accept(each);
      await there.inbox.accept(deliveryOf('c'));
      await gone.inbox.done('done');
      expect(await heir.inbox.takeOver('slack', 9)).toEqual([]);
      await gone.close();
      expect(await heir.inbox.takeOver('slack', 9)).toEqual(left.slice(0, 2));
      // It is there, and has it now.
      expect(await there.inbox.takeOver('slack', 9)).toEqual([]);
      expect(await heir.inbox.accept(deliveryOf('a'))).toBe(false);
      await heir.close();
      await there.inbox.done('a');
      expect(await there.inbox.takeOver('slack', 9)).toEqual([deliveryOf('b')]);
    });

    it('gives what is left of one that was not heard of for 15 s', async () => {
      const { another, setBack } = await opened();
      const [silent, heir] = [await another(), await another()];
      await silent.inbox.accept(deliveryOf('a'));
      await setBack('seen_at', 14);
      expect(await heir.inbox.takeOver('slack', 9)).toEqual([]);
      await setBack('seen_at', 2);
      expect(await heir.inbox.takeOver('slack', 9)).toEqual([deliveryOf('a')]);
      // That one is back, and no longer has it.
      await silent.inbox.release('a');
      expect(await silent.inbox.takeOver('slack', 9)).toEqual([]);
    });

    it('gives each delivery to one of several that take over at once', async () => {
      const { another } = await opened();
      const gone = await another();
      const names = Array.from({ length: 300 }, (_, index) => `n${index}`);
      await Promise.all(names.map((own) => gone.inbox.accept(deliveryOf(own))));
      await gone.close();
      const heirs = await Promise.all([another(), another(), another(), another()]);
      const found: (string | undefined)[] = [];
      for (let some = 1; some > 0; ) {
        const taken = await Promise.all(heirs.map(({ inbox }) => inbox.takeOver('slack', 20)));
        some = taken.flat().length;
        found.push(...taken.flat().map(first));
      }
      expect(found).toHaveLength(300);
      expect(new Set(found)).toEqual(new Set(names));
    });

    it('takes nobody for gone at first when the clock has gone on, and all have been silent', async () => {
      const { another, setBack } = await opened();
      const [one, two] = [await another(), await another()];
      await one.inbox.accept(deliveryOf('a'));
      await two.inbox.accept(deliveryOf('b'));
      await setBack('seen_at', 60);
      expect(await two.inbox.takeOver('slack', 9)).toEqual([]);
      expect(await one.inbox.takeOver('slack', 9)).toEqual([]);
      await one.inbox.release('a');
      expect(await (await another()).inbox.takeOver('slack', 9)).toEqual([deliveryOf('a')]);
    });

    it('gives what is left of one that was there before the clock was set back, and nothing of one that still is', async () => {
      const { another, setBack } = await opened();
      const [gone, there] = [await another(), await another()];
      await gone.inbox.accept(deliveryOf('a'));
      await there.inbox.accept(deliveryOf('b'));
      await setBack('seen_at', -24 * 3_600);
      // Both may still be there.
      expect(await (await another()).inbox.takeOver('slack', 9)).toEqual([]);
      await setBack('seen_at', 16);
      expect(await there.inbox.takeOver('slack', 9)).toEqual([]);
      expect(await (await another()).inbox.takeOver('slack', 9)).toEqual([deliveryOf('a')]);
    });

    it('deletes the names of what is done after an hour, and what is not done after a day', async () => {
      const { another, setBack, count } = await opened();
      const before = await another();
      for (const own of ['done', 'undone']) await before.inbox.accept(deliveryOf(own));
      await before.inbox.accept(deliveryOf('undone', { names: ['refused', 'undone'] }));
      await before.inbox.done('done');
      await setBack('at', 3_500);
      await setBack('taken_at', 24 * 3_600 - 100);
      await before.inbox.accept(deliveryOf('later'));
      await before.inbox.done('later');
      await before.inbox.accept(deliveryOf('young'));
      expect([await count('deliveries'), await count('delivery_names')]).toEqual([2, 5]);
      // Of "undone" and "young", which are not done; and of "later", for the rest of its hour.
      await setBack('at', 200);
      const next = await another();
      await expect.poll(() => count('delivery_names')).toBe(3);
      expect(await next.inbox.accept(deliveryOf('later'))).toBe(false);
      expect(await count('deliveries')).toBe(2);
      await setBack('taken_at', 200);
      const last = await another();
      await expect.poll(() => count('deliveries')).toBe(1);
      await before.close();
      expect(await last.inbox.takeOver('slack', 9)).toEqual([deliveryOf('young')]);
    });

    it('writes nothing of a process that takes nothing on, and lets go of one that has', async () => {
      const { another, count } = await opened();
      const reader = await another();
      await reader.settings.get('slack:T1');
      expect(await count('processes')).toBe(0);
      await reader.inbox.accept(deliveryOf('a'));
      expect(await count('processes')).toBe(1);
      await reader.close();
      expect(await count('processes')).toBe(0);
    });
  });
}

/** An inbox that may be opened several times, and what is under it. */
export interface SharedInbox {
  open(): Promise<Ledger>;
  /** Lets so many seconds have passed since a time that is kept. */
  setBack(column: keyof typeof TABLES, seconds: number): Promise<void>;
  /** @returns how many rows there are */
  count(table: string): Promise<number>;
}

/** Where a time is kept. */
export const TABLES = {
  seen_at: 'processes',
  taken_at: 'deliveries',
  at: 'delivery_names',
} as const;
