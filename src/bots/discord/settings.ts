import type { Place } from '../../knowledge/index.ts';
import type { Ledger, Settings } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import { placeKeys } from '../place-key.ts';

/** A file answers within a millisecond; what takes longer is not waited for: Discord gives three seconds in all. */
const READ_MS = 500;

/**
 * What is set for a place: of its channel, and what that leaves open of its server.
 *
 * @param ledger where it is kept
 * @param log where it is told that it cannot be read
 * @param place the place
 * @returns what is set; nothing where it cannot be read in time
 */
export async function settingsAt(ledger: Ledger, log: Log, place: Place): Promise<Settings> {
  let late: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(`nothing was read within ${READ_MS} ms`)), READ_MS);
  });
  try {
    const reading = Promise.all(placeKeys(place).map((key) => ledger.settings.get(key)));
    const found = await Promise.race([reading, limit]);
    return Object.assign({}, ...found.toReversed()) as Settings;
  } catch (error) {
    log.error({ err: error }, 'the ledger cannot be used: what is set for a place is not known');
    return {};
  } finally {
    clearTimeout(late);
  }
}
