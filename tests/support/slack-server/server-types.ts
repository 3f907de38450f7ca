import type { DeliveryType } from './http.ts';
import type { Json } from './json.ts';
import type { Kept } from './messages.ts';
import type { Answering } from './response-urls.ts';
import type { State } from './state.ts';

/** A call that the bot made, with its arguments decoded. */
export interface Call {
  /** `chat.postMessage`, …, `response_url`, or `acknowledgement` for one that carries an answer. */
  readonly method: string;
  readonly args: Json;
  /** What the server answered: `null` for yes, else Slack's code. */
  readonly refusal: string | null;
  /** What was wrong, in words with the JSON path, where the server found it itself. */
  readonly why: string | null;
  /** The id of the address, for a `response_url`. */
  readonly responseId: string | null;
  /** The workspace whose bot called; `null` where no bot's token was shown. */
  readonly team: string | null;
  /** The message that was made, changed or deleted. */
  readonly ts: string | null;
}

/** Another answer than the usual one, for one call. With a body or an error status the call has no effect. */
export interface Turn {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. `undefined`: the usual answer. */
  readonly body?: unknown;
  /** The answer waits for this. */
  readonly after?: Promise<unknown>;
  /** The call has its effect all the same: only its answer is lost. */
  readonly done?: boolean;
  /** The connection is broken instead of an answer. */
  readonly hangUp?: boolean;
}

/** What a test sets and reads of the workspaces: maps that may be changed at any time. */
type Places = Pick<
  State,
  'workspaces' | 'channels' | 'users' | 'grants' | 'manifests' | 'prompts' | 'statuses' | 'unfurls' | 'views'
>;

/** Plays Slack on loopback: Web API, `response_url`, Socket Mode. */
export interface SlackServer extends Places {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly calls: readonly Call[];
  /** Connections that were opened so far. */
  readonly connections: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Envelope ids in the order in which they were acknowledged. */
  readonly acknowledged: readonly string[];
  /** Resolves as soon as something holds; looks again whenever anything happens at the server. */
  until(holds: () => boolean): Promise<void>;
  /** Answers the next calls of a method otherwise, one turn each. */
  plan(method: string, ...turns: Turn[]): void;
  /** Asked of every call that nothing is planned for: how it is answered; `undefined` for the usual answer. */
  weather: ((method: string) => Turn | undefined) | null;
  /** Sends a frame over the newest connection, waiting for one. */
  send(frame: Json | string): Promise<void>;
  /** Sends an envelope; resolves with its id once the bot has acknowledged it. */
  deliver(type: DeliveryType, payload: Json, more?: Json): Promise<string>;
  /** What an envelope was acknowledged with; `undefined` for nothing. */
  acknowledgement(id: string): unknown;
  /** For HTTP mode: tells the server what was delivered past it, so that it knows the message. */
  note(payload: Json): void;
  /** For HTTP mode: tells the server what a delivery was answered with. */
  acknowledge(payload: Json, answer: unknown): void;
  /** An address for the answers to a command or a button; `about` says whose. */
  responseUrl(id: string, about?: Answering): string;
  /** A trigger for a person, good once and for three seconds of {@link SlackServer.pass}. */
  triggerId(about?: { user?: string; team?: string; view?: string | null }): string;
  /** Lets time pass for triggers and `response_url`s, in milliseconds. */
  pass(milliseconds: number): void;
  /** A timestamp that no message has. */
  ts(): string;
  /** The bot's messages in a channel, or in one of its threads, as they stand now. */
  messages(channel: string, thread?: string): readonly Kept[];
  /** What only one person sees, as it stands now. */
  ephemerals(channel?: string, user?: string): readonly Kept[];
  /** A message by its timestamp, whoever sees it. */
  message(ts: string): Kept | undefined;
  /** Breaks every connection without a word. */
  drop(): void;
  /** From now on the open connections hear nothing: not even a goodbye. */
  deaf(): void;
  /** Whether the server says hello to new connections. */
  greet: boolean;
  /** Whether envelopes go over all open connections by turns, as with several processes; else over the newest. */
  byTurns: boolean;
  /** Whether a second message in a channel within a second is refused, with `Retry-After`. */
  paced: boolean;
  /** Forgets calls, and all but the newest of what else there is, so that a long run takes no more memory than a short one. */
  forget(newest: number): void;
  close(): Promise<void>;
}
