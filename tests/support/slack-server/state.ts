import { randomBytes } from 'node:crypto';
import type { Json } from './json.ts';
import { type Messages, openMessages } from './messages.ts';
import { openViews, type Views } from './views.ts';

/** A workspace, or an organisation, that a token opens. */
export interface Workspace {
  readonly team: string;
  readonly name?: string;
  readonly enterprise?: { readonly id: string; readonly name: string } | null;
  /** Installed for the whole organisation. */
  readonly orgWide?: boolean;
  readonly botUser?: string;
  readonly bot?: string;
  /** Goes out as `x-oauth-scopes`, and calls without their scope are refused. Unset: no header, no refusals. */
  readonly scopes?: readonly string[];
  /** The token is not taken any more, with this code (`token_revoked`, `account_inactive`, …). */
  readonly refusal?: string;
}

/** What a code of the OAuth page is worth. */
export interface Grant {
  readonly token: string;
  readonly workspace: Workspace;
  readonly scope: string;
  /** Who installed the app. */
  readonly user: string;
  /** The address that the code was given to; unset: any. */
  readonly redirectUri?: string;
}

interface Trigger {
  readonly user: string;
  readonly team: string;
  /** The view that it was pressed in. */
  readonly view: string | null;
  readonly at: number;
  used: boolean;
}

/** Everything that the server remembers. */
export interface State {
  readonly workspaces: Map<string, Workspace>;
  /** By id, fields of Slack's channel object. */
  readonly channels: Map<string, Json>;
  /** By id, fields of Slack's user object that differ from a plain member's; `null`: there is no such user. */
  readonly users: Map<string, Json | null>;
  readonly grants: Map<string, Grant>;
  /** By app id. */
  readonly manifests: Map<string, Json>;
  /** What is suggested in a channel. */
  readonly prompts: Map<string, Json>;
  /** By channel and thread, with a space between. */
  readonly statuses: Map<string, string>;
  /** Links that were pasted, by `channel ts` and by `unfurl_id`. */
  readonly links: Map<string, readonly string[]>;
  /** Previews, by the same names. */
  readonly unfurls: Map<string, Json>;
  readonly messages: Messages;
  readonly views: Views;
  readonly triggers: Map<string, Trigger>;
  /** Time that a test let pass, in milliseconds. */
  passed: number;
  /** Whether a second message in a channel within a second is refused. */
  paced: boolean;
  /** When a message was last posted, by channel, in milliseconds. */
  readonly postedAt: Map<string, number>;
}

/** Makes the state of a server that nobody has called. */
export function openState(botToken: string): State {
  return {
    workspaces: new Map([[botToken, { team: 'T1', name: 'Newsroom' }]]),
    channels: new Map(),
    users: new Map(),
    grants: new Map(),
    manifests: new Map(),
    prompts: new Map(),
    statuses: new Map(),
    links: new Map(),
    unfurls: new Map(),
    messages: openMessages(),
    views: openViews(),
    triggers: new Map(),
    passed: 0,
    paced: false,
    postedAt: new Map(),
  };
}

/** Milliseconds that a trigger is good for (https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses). */
const TRIGGER_LIFE = 3_000;

/** Hands out a trigger. */
export function newTrigger(
  state: State,
  about: { user?: string; team?: string; view?: string | null },
): string {
  const id = `${state.triggers.size + 1}.1700000000.${randomBytes(8).toString('hex')}`;
  const { user = 'U1', team = 'T1', view = null } = about;
  state.triggers.set(id, { user, team, view, at: state.passed, used: false });
  return id;
}

/** Takes a trigger: it is used up then. Gives Slack's code where it is not good. */
export function takeTrigger(state: State, id: unknown): Trigger | string {
  const trigger = state.triggers.get(String(id));
  if (trigger === undefined) return 'invalid_trigger_id';
  if (trigger.used) return 'exchanged_trigger_id';
  if (state.passed - trigger.at >= TRIGGER_LIFE) return 'expired_trigger_id';
  trigger.used = true;
  return trigger;
}

/** Keeps the newest entries of a map alone. */
export function forgetOldest(map: Map<string, unknown>, newest: number): void {
  const many = map.size - newest;
  let gone = 0;
  for (const key of map.keys()) {
    if (gone >= many) return;
    map.delete(key);
    gone += 1;
  }
}
