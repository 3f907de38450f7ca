import type { Logger } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { SlackConfig } from '../../../config.ts';
import { openApi } from '../calls/api.ts';
import type { Around, AroundOf, Authorized } from './around.ts';
import { openChannels } from './channels.ts';
import { openPeople } from './people.ts';

/** Workspaces that are served without making everything anew: some kilobytes each. */
const WORKSPACES = 500;

/** What listeners of all workspaces share. */
export type Shared = Pick<
  Around,
  'desk' | 'ledger' | 'knowledge' | 'log' | 'pace' | 'postings' | 'echoes' | 'inbox' | 'mayBeDone'
>;

/**
 * Makes what listeners work with, for each workspace once: it has a token of its own.
 *
 * @param config where Slack is
 * @param logger Bolt's view of our log
 * @param shared what all workspaces share
 * @returns what there is to work with, for what Bolt knows of an event; throws where it knows no token
 */
export function aroundOf(config: SlackConfig, logger: Logger, shared: Shared): AroundOf {
  const known = new LRUCache<string, Around>({ max: WORKSPACES });
  return ({ at = null, takenOver = false, ...authorized }) => {
    const around = { ...inWorkspace(authorized), at };
    return takenOver ? { ...around, takenOver, mayBeDone: () => true } : around;
  };

  function inWorkspace({ botToken, botUserId, botId, installedIn }: Authorized): Around {
    if (botToken === undefined) throw new Error('an event came without the token of its workspace');
    const before = known.get(botToken);
    if (before) return before;
    const api = openApi(botToken, config, logger, shared.log);
    const around: Around = {
      ...shared,
      api,
      self: { user: botUserId ?? '', bot: botId ?? null },
      installedIn: installedIn ?? null,
      people: openPeople(api, shared.log),
      channels: openChannels(api),
      at: null,
      takenOver: false,
    };
    known.set(botToken, around);
    return around;
  }
}
