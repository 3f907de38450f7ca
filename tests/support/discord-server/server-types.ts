import type { Gateway } from './gateway-types.ts';
import type { Json } from './json.ts';
import type { Kept } from './messages.ts';
import type { Refusal } from './payload.ts';
import type { Interaction, Limit, Modal, State } from './state.ts';

/** A call of the HTTP API and what it got. */
export interface Call {
  readonly method: string;
  /** Without `/api/v10`; `%40original` is `@original`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json | null;
  readonly status: number;
  /** Discord's code; `null` for yes. */
  readonly code: number | null;
  /** What was wrong, in words with the JSON path, where the server found it itself. */
  readonly why: string | null;
  /** The id of the message that was made, changed or deleted. */
  readonly message: string | null;
  /** What was answered. */
  readonly answer: unknown;
  /** How long after its interaction it came, in milliseconds on the real clock. */
  readonly afterMs: number | null;
}

/** Another answer than the usual one, for one call. */
export interface Turn {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as HTML, anything else as JSON. `undefined`: the usual answer. */
  readonly body?: unknown;
  /** The answer waits for this. */
  readonly after?: Promise<unknown>;
  /** The call has its effect all the same: only its answer is lost. */
  readonly done?: boolean;
  /** The connection is broken instead of an answer. */
  readonly hangUp?: boolean;
}

/** What a test sets and reads of the servers: maps and fields that may be changed at any time. */
type Places = Pick<
  State,
  | 'guilds'
  | 'channels'
  | 'commands'
  | 'modals'
  | 'typed'
  | 'startLimit'
  | 'application'
  | 'shards'
  | 'snowflake'
>;

/** Plays Discord on loopback: gateway and HTTP API, with its limits. */
export interface DiscordServer extends Places {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly gateway: Gateway;
  /** Every call, in order, once it is answered. */
  readonly calls: readonly Call[];
  /** Delivers an interaction; its token is known from then on. */
  interact(interaction: Json): void;
  /** An interaction that was delivered, by its token. */
  interaction(token: unknown): Interaction | undefined;
  /** Remembers a message, without a word to the gateway. */
  note(message: Json): void;
  /** Says this to the next call whose method and path match, instead of what it would say. */
  sayNext(call: RegExp, said: Refusal): void;
  /** Answers the next calls whose method and path match otherwise, one turn each. */
  plan(call: RegExp, ...turns: Turn[]): void;
  /** Asked of every call that nothing is planned for, as `GET /path`: how it is answered; `undefined` for the usual. */
  weather: ((call: string) => Turn | undefined) | null;
  /** Lets so many calls through in so many milliseconds, with Discord's headers, and says 429 to others. */
  limit(call: RegExp, limit: number, windowMs: number, scope?: Limit['scope']): void;
  /** Lets time pass for interactions and message ids, in milliseconds. */
  pass(milliseconds: number): void;
  /** What everybody sees in a channel, as it stands now: the bot's, unless others are asked for. */
  messages(channel: string, whose?: 'ours' | 'all'): readonly Kept[];
  /** What only one person sees, as it stands now. */
  ephemerals(channel?: string, user?: string): readonly Kept[];
  /** A message by its id, whoever sees it. */
  message(id: unknown): Kept | undefined;
  /** The bot's messages for an interaction, as they stand now. */
  answers(interaction: Json): readonly Kept[];
  /** The modal that was shown last. */
  modal(): Modal | undefined;
  /**
   * Forgets calls, messages and interactions, so that a long run takes no more memory than a short one; where it is
   * said, not the newest messages and interactions.
   */
  forget(newest?: number): void;
  /** Resolves once something holds; looked at after each call and each change of the connection. */
  until(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}
