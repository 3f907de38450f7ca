import { promptsRefusal } from './blocks.ts';
import { basicAuth } from './http.ts';
import type { Json } from './json.ts';
import { type Calling, hiddenFrom, type Method, no, type Outcome, refused, yes } from './method.ts';

/** Who, where, and by which right: every method that is not about messages or views. */

/** What an app knows itself by at the OAuth page. */
export const CLIENT = { id: '1.1', secret: 'client-secret' } as const;

function authTest({ workspace }: Calling): Outcome {
  const { team, name = 'Newsroom', enterprise = null, orgWide = false } = workspace;
  return yes({
    url: 'https://newsroom.slack.com/',
    team: name,
    user: 'nutgraf',
    team_id: team,
    user_id: workspace.botUser ?? 'UBOT',
    bot_id: workspace.bot ?? 'BBOT',
    ...(enterprise === null ? {} : { enterprise_id: enterprise.id }),
    is_enterprise_install: orgWide,
  });
}

function kindOf(id: string, place: Json): 'im' | 'mpim' | 'groups' | 'channels' {
  if (place.is_im === true || id.startsWith('D')) return 'im';
  if (place.is_mpim === true) return 'mpim';
  return place.is_private === true ? 'groups' : 'channels';
}

function conversationsInfo({ state, workspace, args }: Calling): Outcome {
  const id = String(args.channel);
  const place = state.channels.get(id);
  if (place === undefined || hiddenFrom(place, workspace)) return no('channel_not_found');
  const kind = kindOf(id, place);
  // A private channel is not there for a bot that is not in it.
  if (kind === 'groups' && place.is_member === false) return no('channel_not_found');
  const usual = {
    id,
    is_im: kind === 'im',
    is_archived: false,
    is_org_shared: false,
    context_team_id: workspace.team,
  };
  return yes({
    channel:
      kind === 'im'
        ? { ...usual, is_user_deleted: false, ...place }
        : {
            ...usual,
            name: 'general',
            is_channel: kind === 'channels',
            is_group: kind === 'groups',
            is_mpim: kind === 'mpim',
            is_private: kind !== 'channels',
            is_shared: place.is_ext_shared === true,
            is_ext_shared: false,
            is_pending_ext_shared: false,
            is_member: true,
            ...place,
          },
  });
}

function conversationsOpen({ state, args }: Calling): Outcome {
  const users = String(args.users ?? '')
    .split(',')
    .filter((user) => user !== '');
  if (users.length === 0) return no('users_list_not_supplied');
  if (users.some((user) => state.users.get(user) === null)) return no('user_not_found');
  const id = `D${users.join('')}`;
  if (!state.channels.has(id)) state.channels.set(id, { is_im: true, user: users[0] });
  return yes({ channel: args.return_im === true ? { id, is_im: true, user: users[0] } : { id } });
}

function usersInfo({ state, workspace, args }: Calling): Outcome {
  const id = String(args.user);
  const person = state.users.get(id);
  if (person === null) return no('user_not_found');
  return yes({
    user: {
      id,
      team_id: workspace.team,
      name: 'ada',
      deleted: false,
      real_name: 'Ada',
      tz: 'Europe/London',
      tz_offset: 0,
      is_admin: false,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: false,
      is_ultra_restricted: false,
      is_bot: false,
      is_app_user: false,
      ...person,
    },
  });
}

/** With a `thread_ts` the call does nothing for an app with `agent_view`, and says nothing of it. */
function setSuggestedPrompts({ state, args }: Calling): Outcome {
  const refusal = promptsRefusal(args.prompts);
  if (refusal !== null) return refused(refusal);
  if (args.thread_ts === undefined) {
    state.prompts.set(String(args.channel_id), { title: args.title ?? null, prompts: args.prompts });
  }
  return yes();
}

function setStatus({ state, args }: Calling): Outcome {
  state.statuses.set(`${String(args.channel_id)} ${String(args.thread_ts)}`, String(args.status));
  return yes();
}

function oauthAccess({ state, args, authorization }: Calling): Outcome {
  const [name, password] = basicAuth(authorization);
  if ((args.client_id ?? name) !== CLIENT.id) return no('invalid_client_id');
  if ((args.client_secret ?? password) !== CLIENT.secret) return no('bad_client_secret');
  const grant = state.grants.get(String(args.code));
  if (grant === undefined) return no('invalid_code');
  const { token, workspace, scope, user, redirectUri } = grant;
  if (redirectUri !== undefined && args.redirect_uri !== redirectUri) return no('bad_redirect_uri');
  if (state.workspaces.has(token)) return no('code_already_used');
  state.workspaces.set(token, workspace);
  const { team, name: teamName = 'Newsroom', enterprise = null, orgWide = false } = workspace;
  return yes({
    app_id: 'A1',
    authed_user: { id: user },
    scope,
    token_type: 'bot',
    access_token: token,
    bot_user_id: workspace.botUser ?? 'UBOT',
    team: orgWide ? null : { id: team, name: teamName },
    enterprise,
    is_enterprise_install: orgWide,
  });
}

export const PLACE_METHODS: Readonly<Record<string, Method>> = {
  'auth.test': { args: [], run: authTest },
  'apps.connections.open': {
    args: [],
    token: 'app',
    run: ({ host }) => yes({ url: `ws://${host}/link?ticket=secret-ticket` }),
  },
  'apps.manifest.export': {
    args: ['app_id'],
    needed: ['app_id'],
    token: 'configuration',
    run({ state, args }) {
      const manifest = state.manifests.get(String(args.app_id));
      return manifest === undefined ? no('invalid_app_id') : yes({ manifest });
    },
  },
  'conversations.info': {
    args: ['channel', 'include_locale', 'include_num_members'],
    needed: ['channel'],
    scopes: ({ state, args }) => {
      const id = String(args.channel);
      return [`${kindOf(id, state.channels.get(id) ?? {})}:read`];
    },
    run: conversationsInfo,
  },
  'conversations.open': {
    args: ['users', 'return_im', 'prevent_creation'],
    scopes: () => ['im:write', 'mpim:write'],
    run: conversationsOpen,
  },
  'users.info': {
    args: ['user', 'include_locale'],
    needed: ['user'],
    scopes: () => ['users:read'],
    run: usersInfo,
  },
  'assistant.threads.setSuggestedPrompts': {
    args: ['channel_id', 'thread_ts', 'title', 'prompts'],
    needed: ['channel_id', 'prompts'],
    scopes: () => ['assistant:write'],
    run: setSuggestedPrompts,
  },
  'assistant.threads.setStatus': {
    args: ['channel_id', 'thread_ts', 'status', 'loading_messages'],
    needed: ['channel_id', 'thread_ts', 'status'],
    scopes: () => ['assistant:write', 'chat:write'],
    run: setStatus,
  },
  'oauth.v2.access': {
    args: ['client_id', 'client_secret', 'code', 'redirect_uri'],
    needed: ['code'],
    token: 'none',
    run: oauthAccess,
  },
};
