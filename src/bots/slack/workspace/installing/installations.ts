import type { Authorize } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { InstallationStore } from '../../../../ledger/ledger.ts';
import type { Log } from '../../../../log.ts';
import type { Authorized } from '../around.ts';
import { type Installation, keyOf, readInstallation } from './installation.ts';

/** The workspaces and organisations that have installed the app. */
export interface Installations {
  /**
   * For Bolt's `authorize`: the bot's token and ids in the workspace that something came from. Where there is no
   * installation it is a result without a token, which {@link heedInstallations} keeps from every listener.
   */
  readonly authorize: Authorize<boolean>;
  /** @param key as {@link keyOf} gives it @returns the installation, or `null` */
  find(key: string): Promise<Installation | null>;
  /** Stores an installation in place of an earlier one. @throws what the store throws */
  keep(installation: Installation): Promise<void>;
  /** Deletes an installation; from now on nothing from there is authorised. @throws what the store throws */
  forget(key: string): Promise<void>;
}

/** Busy workspaces that are answered without reading the disk: about a kilobyte each. */
const CACHED = 1_000;
/** Another process may have taken an installation, or deleted one: this long we may not know. */
const CACHED_MS = 5_000;

/**
 * Reads and writes installations, with a short memory of those that were asked for.
 *
 * @param store where they are kept, sealed
 * @param log is told once of a workspace that is not among them
 * @returns the installations
 */
export function openInstallations(store: InstallationStore, log: Log): Installations {
  const cache = new LRUCache<string, Installation>({ max: CACHED, ttl: CACHED_MS });
  const strangers = new LRUCache<string, true>({ max: CACHED });
  let changes = 0;

  async function find(key: string): Promise<Installation | null> {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const before = changes;
    const text = await store.get(key);
    const found = text === null ? null : readInstallation(text);
    // What changed while it was read may have been this.
    if (found !== null && changes === before) cache.set(key, found);
    return found;
  }

  /** Before and after the store is changed: what is read in between may be either. */
  async function change(key: string, write: () => Promise<void>): Promise<void> {
    const drop = () => {
      changes += 1;
      cache.delete(key);
      strangers.delete(key);
    };
    drop();
    try {
      await write();
    } finally {
      drop();
    }
  }

  function tellOfStranger(key: string): void {
    if (strangers.has(key)) return;
    strangers.set(key, true);
    log.warn(
      { workspace: key },
      'A workspace that has not installed Nutgraf, or no longer, sends events: install it there again, or remove the app.',
    );
  }

  return {
    find,
    async authorize({ isEnterpriseInstall, teamId, enterpriseId }) {
      // An organisation's installation serves its workspaces, should Slack not say which it was.
      const keys = isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId];
      for (const key of keys) {
        const found = key ? await find(key) : null;
        if (found === null) continue;
        return authorizedBy(found);
      }
      tellOfStranger(keys.find(Boolean) ?? 'unknown');
      return {};
    },
    async keep(installation) {
      const key = keyOf(installation);
      if (key !== null) await change(key, () => store.set(key, JSON.stringify(installation)));
    },
    forget: (key) => change(key, () => store.remove(key)),
  };
}

/** @returns who we are by an installation, as Bolt hands it on with what happens there */
export function authorizedBy(installation: Installation): Authorized {
  const { botToken, botUserId, botId, orgWide } = installation;
  const key = orgWide ? keyOf(installation) : null;
  return {
    botToken,
    botUserId,
    ...(botId === null ? {} : { botId }),
    ...(key === null ? {} : { installedIn: key }),
  };
}
