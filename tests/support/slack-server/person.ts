import type { Json } from './json.ts';
import type { SlackServer } from './server-types.ts';

/** Who does it, and from where. */
export interface Person {
  readonly user?: string;
  readonly team?: string;
  readonly enterprise?: { readonly id: string; readonly name: string } | null;
  /** The app is installed for the whole organisation: no team is named then. */
  readonly orgWide?: boolean;
  readonly channelName?: string;
}

/** What makes triggers, addresses for answers and timestamps. */
export type Slack = Pick<SlackServer, 'triggerId' | 'responseUrl' | 'ts' | 'views'>;

/** What every interaction begins with. */
export function from({ user = 'U1', team = 'T1', enterprise = null, orgWide = false }: Person): Json {
  return {
    token: 'verification-token',
    api_app_id: 'A1',
    team: orgWide
      ? null
      : {
          id: team,
          domain: 'newsroom',
          ...(enterprise === null ? {} : { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
        },
    user: { id: user, username: 'ada', name: 'ada', team_id: team },
    enterprise,
    is_enterprise_install: orgWide,
  };
}

/** A channel as Slack names it; that of direct messages has a fixed name. */
export function named(channel: string, name?: string): Json {
  return { id: channel, name: name ?? (channel.startsWith('D') ? 'directmessage' : 'general') };
}

/** A trigger of a person, in a view where they are in one. */
export function triggeredBy(
  slack: Slack,
  { user = 'U1', team = 'T1' }: Person,
  view: string | null = null,
): string {
  return slack.triggerId({ user, team, view });
}

/** A new address for answers to a person; `ts`: of the message that may be replaced. */
export function answersTo(
  slack: Slack,
  { user = 'U1', team = 'T1' }: Person,
  channel: string,
  ts?: string,
): string {
  const about = { user, team, channel, ...(ts === undefined ? {} : { ts }) };
  return slack.responseUrl(`u${slack.ts()}`, about);
}
