import type { Knowledge } from '../../../knowledge/index.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Log } from '../../../log.ts';
import type { Desk } from '../../desk.ts';
import type { SlackApi } from '../calls/api.ts';
import type { Echoes } from '../calls/echoes.ts';
import type { Pace } from '../calls/pace.ts';
import type { Postings } from '../calls/postings.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Channels } from './channels.ts';
import type { Self } from './identify.ts';
import type { People } from './people.ts';

/** What every listener works with: one for each workspace that the bot is in. */
export interface Around {
  readonly api: SlackApi;
  readonly self: Self;
  /** The organisation that has installed the app for all of its workspaces, whose token it is; `null` where none has. */
  readonly installedIn: string | null;
  readonly people: People;
  readonly channels: Channels;
  readonly pace: Pace;
  readonly postings: Postings;
  readonly echoes: Echoes;
  readonly desk: Desk;
  readonly ledger: Ledger;
  readonly knowledge: Pick<Knowledge, 'storiesOpenTo' | 'ask'>;
  readonly log: Log;
  readonly inbox: Pick<Inbox, 'claim' | 'finish' | 'hasFinished'>;
  /** When what is handled was delivered, in ms since the epoch: the same for whoever does it again. */
  readonly at: number | null;
  /** Whether a process that has gone began with it: nobody waits for an acknowledgement. */
  readonly takenOver: boolean;
  /** Whether another process may have done it, or a part of it. */
  readonly mayBeDone: () => boolean;
}

/** As Bolt tells for each event which workspace it is of. */
export interface Authorized {
  readonly botToken?: string;
  readonly botUserId?: string;
  readonly botId?: string;
  /** As in {@link Around}; left out where the app was installed in the workspace itself. */
  readonly installedIn?: string;
  /** As in {@link Around}. */
  readonly at?: number;
  readonly takenOver?: boolean;
}

/** @returns what a listener works with, for the workspace that an event came from */
export type AroundOf = (context: Authorized) => Around;
