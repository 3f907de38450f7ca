import { createHash } from 'node:crypto';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import { type Asking, readAsking, WrittenAsking, writtenAsking } from './asking.ts';
import { lost } from './lost.ts';

/** 96 bits of SHA-256, in characters of base64url: the same question has the same id, and no two share one. */
const ID_LENGTH = 16;

/**
 * Keeps what a message is about for its buttons, which have no room for it. Nothing waits for that.
 *
 * @param ledger where it is kept
 * @param log where it is told that it cannot be
 * @param asking what finds the answer again
 * @returns the id that the buttons carry
 */
export function carried(ledger: Ledger, log: Log, asking: Asking): string {
  const text = JSON.stringify(writtenAsking(asking));
  const id = createHash('sha256').update(text).digest('base64url').slice(0, ID_LENGTH);
  ledger.askings.set(id, text).catch(lost(log, 'a button will not work'));
  return id;
}

/**
 * @param ledger where it was kept
 * @param id what a button carried
 * @returns what its message is about; `null` where that is no longer known
 */
export async function askingOf(ledger: Ledger, id: string): Promise<Asking | null> {
  try {
    const { data } = WrittenAsking.safeParse(JSON.parse((await ledger.askings.get(id)) ?? 'null'));
    return data === undefined ? null : readAsking(data);
  } catch {
    return null;
  }
}
