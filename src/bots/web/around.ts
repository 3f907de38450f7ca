import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { WebConfig } from '../../config.ts';
import type { Knowledge, Place } from '../../knowledge/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { Desk } from '../desk.ts';
import type { Assets } from './assets.ts';

/** Where whoever asks on the page asks from: what is open to everyone, or to the page, is open there. */
export const WEB: Place = { bot: 'web' };

/** What every route works with. */
export interface WebAround {
  readonly config: WebConfig;
  /** Folder of the library, which the desk adds to. */
  readonly data: string;
  readonly desk: Desk;
  readonly knowledge: Knowledge;
  readonly ledger: Ledger;
  readonly metrics: Metrics;
  readonly assets: Assets;
  readonly log: Log;
  /** Whether only this machine reaches the server. */
  readonly local: boolean;
}

/** What Hono knows of a request here. */
export interface WebEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Id of the request, which the log carries as well. */
    id: string;
    /** Address of whoever asks; behind proxies that are believed, as they tell it. */
    address: string;
    /** Scheme and host as whoever asks sees them: `https://answers.courier.example`. */
    origin: string;
    /** What became of the token that it brings (`desk/token.ts`); not there where nobody has looked. */
    token?: 'right' | 'wrong' | 'too-often';
    /** How long finding what was asked for took, in ms; not there where nothing was. */
    foundIn?: number;
    /** How long the page or the body is, in UTF-16 code units; not there for those that are always short. */
    length?: number;
  };
}

export type WebContext = Context<WebEnv>;
