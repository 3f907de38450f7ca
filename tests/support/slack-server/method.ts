import type { Refusal } from './blocks.ts';
import type { Json } from './json.ts';
import type { State, Workspace } from './state.ts';

/** What a method is called with. */
export interface Calling {
  readonly state: State;
  readonly workspace: Workspace;
  readonly args: Json;
  /** Of the server, `127.0.0.1:PORT`. */
  readonly host: string;
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
}

/** What a method answers. */
export interface Outcome {
  readonly body: Json;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why it refused, in words. */
  readonly why?: string;
  /** The message that it made or changed. */
  readonly ts?: string;
}

/** A method of the Web API. */
export interface Method {
  /** Arguments that it knows; Slack ignores others, a typing mistake should not be ignored here. */
  readonly args: readonly string[];
  /** Arguments that have to be there. */
  readonly needed?: readonly string[];
  /** Which token it takes; `bot` unless said otherwise. */
  readonly token?: 'app' | 'configuration' | 'none';
  /** Scopes of which the token needs one. */
  readonly scopes?: (calling: Calling) => readonly string[];
  run(calling: Calling): Outcome;
}

/** Slack's yes, with what goes along. */
export function yes(body: Json = {}, more: Omit<Outcome, 'body'> = {}): Outcome {
  return { body: { ok: true, ...body }, ...more };
}

/** Slack's no: its code, why in words, and what goes along. */
export function no(error: string, why?: string, more: Json = {}): Outcome {
  const metadata = why === undefined ? {} : { response_metadata: { messages: [`[ERROR] ${why}`] } };
  return { body: { ok: false, error, ...metadata, ...more }, ...(why === undefined ? {} : { why }) };
}

/** Slack's no to what the judge found. */
export function refused({ code, why }: Refusal): Outcome {
  return no(code, why);
}

/** Why a channel does not take a message of this workspace's bot, as Slack's code. */
export function closedTo({ state, workspace }: Calling, channel: string): string | null {
  const place = state.channels.get(channel);
  if (place === undefined) return null;
  if (hiddenFrom(place, workspace)) return 'channel_not_found';
  if (place.is_archived === true) return 'is_archived';
  return place.is_member === false && place.is_im !== true ? 'not_in_channel' : null;
}

/** Whether a channel is one of another workspace. */
export function hiddenFrom(place: Json, { team }: Workspace): boolean {
  const shared = Array.isArray(place.shared_team_ids) ? place.shared_team_ids : [];
  return place.context_team_id !== undefined && place.context_team_id !== team && !shared.includes(team);
}
