import type { Json } from './json.ts';
import type { Slack } from './person.ts';

/** Where an event happens. */
export interface Happening {
  /** The workspace that it is sent for. */
  readonly team?: string;
  readonly botUser?: string;
  readonly enterprise?: string | null;
  readonly orgWide?: boolean;
  /** The channel is shared with another organisation. */
  readonly shared?: boolean;
}

/** What makes timestamps. */
export type Clock = Pick<Slack, 'ts'>;

/** Any event, in the envelope that Slack puts around it. */
export function eventCallback(slack: Clock, event: Json, at: Happening = {}): Json {
  const { team = 'T1', botUser = 'UBOT', enterprise = null, orgWide = false, shared = false } = at;
  const number = slack.ts();
  return {
    token: 'verification-token',
    team_id: team,
    context_team_id: team,
    context_enterprise_id: enterprise,
    api_app_id: 'A1',
    event: { event_ts: number, ...event },
    type: 'event_callback',
    event_id: `Ev${number.replace('.', '')}`,
    event_time: Math.floor(Number(number)),
    authorizations: [
      {
        enterprise_id: enterprise,
        team_id: orgWide ? null : team,
        user_id: botUser,
        is_bot: true,
        is_enterprise_install: orgWide,
      },
    ],
    is_ext_shared_channel: shared,
    event_context: `4-${number}`,
  };
}
