import type { Place } from '../../knowledge/index.ts';
import type { Ledger, Settings } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import { placeKeys } from '../place-key.ts';

/**
 * What is set for a place: of its channel, and what that leaves open of its server.
 *
 * @param ledger where it is kept
 * @param log where it is told that it cannot be read
 * @param place the place
 * @returns what is set; nothing where it cannot be read
 */
export async function settingsAt(ledger: Ledger, log: Log, place: Place): Promise<Settings> {
  try {
    const found = await Promise.all(placeKeys(place).map((key) => ledger.settings.get(key)));
    return Object.assign({}, ...found.toReversed()) as Settings;
  } catch (error) {
    log.error({ err: error }, 'the ledger cannot be used: what is set for a place is not known');
    return {};
  }
}
