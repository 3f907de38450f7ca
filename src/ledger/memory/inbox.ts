import { LRUCache } from 'lru-cache';
import { isAbout } from '../inbox/about.ts';
import { NAMES_KEPT, UNDONE_KEPT } from '../inbox/kept.ts';
import type { Delivery, InboxStore } from '../ledger.ts';
import { deliveryOf, parsed } from '../rows.ts';

/** Half an hour of a busy platform, and some 16 MB. */
const NAMES = { max: 100_000, maxSize: 8_000_000, ttl: UNDONE_KEPT };

interface MemoryInbox extends InboxStore {
  /** @returns how many were deleted because a person is in them */
  forget(person: string): number;
  clear(): void;
}

/**
 * @param undone where deliveries are kept until they are done, by their first name
 * @returns an inbox of this process alone: nobody else is there to take over what it leaves
 */
export function inboxInMemory(undone: LRUCache<string, string>): MemoryInbox {
  /** The first name by every name. */
  const names = new LRUCache<string, string>({
    ...NAMES,
    sizeCalculation: (first, name) => first.length + name.length + 1,
  });
  const released = new Set<string>();

  const deliveryNamed = (name: string): Delivery | null =>
    deliveryOf(parsed(undone.peek(names.get(name) ?? name)));

  return {
    async accept({ bot, names: own, payload }) {
      const isKnown = own.some((name) => names.has(name));
      const first = own[0] ?? '';
      for (const name of own) if (!names.has(name)) names.set(name, first);
      if (isKnown) return false;
      undone.set(first, JSON.stringify({ bot, names: own, payload }), { ttl: UNDONE_KEPT });
      return true;
    },
    async done(name) {
      const delivery = deliveryNamed(name);
      if (delivery === null) return;
      const first = delivery.names[0] ?? '';
      undone.delete(first);
      released.delete(first);
      for (const each of delivery.names) names.set(each, first, { ttl: NAMES_KEPT });
    },
    async release(name) {
      const [first] = deliveryNamed(name)?.names ?? [];
      if (first !== undefined) released.add(first);
    },
    async takeOver(bot, most) {
      const found = [...undone.values()]
        .reverse()
        .map((text) => deliveryOf(parsed(text)))
        .filter((delivery) => delivery?.bot === bot && released.has(delivery.names[0] ?? ''))
        .filter((delivery) => delivery !== null)
        .slice(0, Math.max(0, most));
      for (const { names: own } of found) released.delete(own[0] ?? '');
      return found;
    },
    forget(person) {
      const theirs = [...undone].filter(([, text]) =>
        isAbout(deliveryOf(parsed(text))?.payload ?? '', person),
      );
      for (const [first] of theirs) undone.delete(first);
      return theirs.length;
    },
    clear() {
      names.clear();
      undone.clear();
      released.clear();
    },
  };
}
