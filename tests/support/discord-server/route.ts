import type { Json } from './json.ts';
import type { Kept } from './messages.ts';
import { messageOf } from './messages.ts';
import type { Refusal } from './payload.ts';
import type { State } from './state.ts';

/** A call as it comes in. */
export interface Asked {
  readonly state: State;
  /** What stands in the path at the places of a route, in order. */
  readonly at: readonly string[];
  readonly query: URLSearchParams;
  /** `{}` where none was sent. */
  readonly body: Json;
  /** Commands come as an array. */
  readonly raw: unknown;
  /** Where the gateway is. */
  readonly gatewayUrl: string;
  /** Sends an event over the gateway. */
  tell(event: string, data: Json): void;
}

/** What a call came to. */
export interface Outcome {
  readonly status: number;
  /** `null`: none. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly why?: string;
  /** The id of the message that was made, changed or deleted. */
  readonly message?: string;
}

/** A call of the HTTP API that the server knows. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** `:` stands for one part of the path. */
  readonly path: string;
  /** Whether the token of an interaction in the path is enough. */
  readonly open?: boolean;
  run(asked: Asked): Outcome | Refusal;
}

/** Yes, with a body. */
export function yes(body: unknown, more: Partial<Outcome> = {}): Outcome {
  return { status: 200, body, ...more };
}

/** Yes, without one. */
export function done(message?: string): Outcome {
  return { status: 204, body: null, ...(message === undefined ? {} : { message }) };
}

/** Yes, with the message that was made or changed. */
export function yesMessage(state: State, kept: Kept): Outcome {
  return yes(asSent(state, kept), { message: kept.id });
}

/** A message as Discord sends it, with what it replies to. */
export function asSent(state: State, kept: Kept): Json {
  const replied = state.messages.find(kept.reference?.message_id, kept.channel);
  return messageOf(kept, { application: String(state.application.id), replied });
}

/** Tells the gateway of a message that everybody sees. */
export function tellOf(asked: Asked, event: string, kept: Kept): void {
  if (kept.to !== null) return;
  const { guild: guild_id } = kept;
  const whose =
    guild_id === null ? { channel_type: 1 } : { guild_id, member: { roles: [], joined_at: null } };
  asked.tell(event, { ...asSent(asked.state, kept), ...whose });
}
