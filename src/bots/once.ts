import type { Delivery, InboxStore } from '../ledger/ledger.ts';

/**
 * In ms. What is being done is claimed for this slice of time and the next: after as long as that, what a process has
 * begun that died can be begun by another. Clocks of machines that share a ledger may differ by less than one.
 */
const SLICE = 10_000;

/** What is to be done by one process. */
interface Matter {
  readonly bot: Delivery['bot'];
  /** What it is, in a name that every process has for it. */
  readonly what: string;
  /** The time, in ms since the epoch. */
  readonly now: () => number;
}

/**
 * Does something, unless another process that shares the ledger is at it, or was within the last seconds. Whoever is
 * turned away looks some 20 s later whether it is done: until then, the other may have died over it. While the ledger
 * cannot be used it is done by whoever wants to: twice is better than not at all.
 *
 * @param inbox where it is claimed
 * @param matter what it is
 * @param work does it, and sees itself whether it was done before
 * @returns `false` where it was left to another
 * @throws what `work` throws; a `LedgerError` where the ledger was closed
 */
export async function once(
  inbox: Pick<InboxStore, 'accept' | 'done'>,
  { bot, what, now }: Matter,
  work: () => Promise<void>,
): Promise<boolean> {
  const claims: Promise<string | null>[] = [];
  const slice = () => Math.floor(now() / SLICE);
  let last = slice();

  async function claim(nth: number): Promise<boolean> {
    last = nth;
    const name = `${bot}:${what}:${nth}`;
    const claiming = inbox
      .accept({ bot, names: [name], payload: '' })
      .then((isOurs) => (isOurs ? name : null));
    claims.push(claiming);
    return (await claiming) !== null;
  }

  /** Where a platform wants us to wait, it takes longer than the claim is good for. */
  function goOn(): void {
    const next = slice() + 1;
    if (next > last) claim(next).catch(() => undefined);
  }

  let going: NodeJS.Timeout | undefined;
  try {
    // One after the other: of two names in one claim, the free one would be known as well, and be nobody's.
    if (!(await claim(last)) || !(await claim(last + 1))) return false;
    going = setInterval(goOn, SLICE / 2).unref();
    await work();
    return true;
  } finally {
    clearInterval(going);
    // Nothing waits for that: what is not told to be done is claimed for its slices only.
    for (const claiming of claims) {
      claiming.then((name) => (name === null ? undefined : inbox.done(name))).catch(() => undefined);
    }
  }
}
