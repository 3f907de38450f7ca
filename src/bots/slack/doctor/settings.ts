import { type Finding, missing, ok } from '../../doctor.ts';
import { oneLine } from '../../text.ts';
import type { Manifest } from './manifest.ts';
import { unfurlFinding } from './unfurl-domains.ts';

/** What the app's settings are compared with. */
export interface Wanted {
  /** The manifest that ships. */
  readonly shipped: Manifest;
  readonly mode: 'socket' | 'http';
  /** Whether workspaces install the app themselves. */
  readonly manyWorkspaces: boolean;
  /** Hosts of the library's articles. */
  readonly hosts: readonly string[];
}

/** What does not work without an event, to stand after "Without it". */
const LOST: Readonly<Record<string, string>> = {
  app_home_opened: 'the Home tab stays empty',
  app_mention: 'mentions are not answered',
  app_uninstalled: 'the token of a workspace that has removed the app is kept',
  link_shared: "links to the library's articles are shown without headline and questions",
  'message.channels': 'follow-ups in threads of public channels are not answered',
  'message.groups': 'follow-ups in threads of private channels are not answered',
  'message.im': 'direct messages are not answered',
  tokens_revoked: 'a token that a workspace has revoked is kept',
};
/** Only what others have installed has to be forgotten: a token of our own stands in the environment. */
const OF_INSTALLATIONS = new Set(['app_uninstalled', 'tokens_revoked']);

/**
 * Compares the settings of the app with the manifest that ships.
 *
 * @param settings of the app
 * @param wanted what they should be
 * @returns what is as it should be, and what is not
 */
export function settingFindings(settings: Manifest, wanted: Wanted): readonly Finding[] {
  const { shipped, mode, hosts } = wanted;
  return [
    ...deliveryFindings(settings, mode),
    ...eventFindings(settings, wanted),
    commandFinding(settings),
    ...shortcutFindings(settings, shipped),
    interactivityFinding(settings),
    ...tabFindings(settings),
    agentFinding(settings),
    unfurlFinding(settings.features?.unfurl_domains ?? [], hosts),
    rotationFinding(settings),
    organisationFinding(settings),
  ];
}

/** In Socket Mode the call of `apps.connections.open` tells the same, with more certainty. */
function deliveryFindings({ settings }: Manifest, mode: Wanted['mode']): Finding[] {
  if (mode === 'socket') return [];
  const name = 'Socket Mode';
  return settings?.socket_mode_enabled === true
    ? [
        missing(
          name,
          'It is on, so Slack calls no address: turn it off in "Socket Mode", or set SLACK_APP_TOKEN to use it.',
        ),
      ]
    : [ok(name, 'off, as Slack calls us by HTTP')];
}

function eventFindings({ settings }: Manifest, { shipped, manyWorkspaces }: Wanted): Finding[] {
  const has = settings?.event_subscriptions?.bot_events ?? [];
  const wanted = (shipped.settings?.event_subscriptions?.bot_events ?? []).filter(
    (event) => manyWorkspaces || !OF_INSTALLATIONS.has(event),
  );
  const lacking = wanted.filter((event) => !has.includes(event));
  if (lacking.length === 0) return [ok('Events', `subscribed to all ${wanted.length}`)];
  if (lacking.length === wanted.length) {
    return [
      missing(
        'Events',
        `Slack tells the bot of nothing: turn events on in "Event Subscriptions", and subscribe to ${wanted.join(', ')}.`,
      ),
    ];
  }
  return lacking.map((event) =>
    missing(
      `Event ${event}`,
      `Without it ${LOST[event] ?? 'a part does not work'}: add it in "Event Subscriptions".`,
    ),
  );
}

/** It may be called something else, where `/ask` is taken. */
function commandFinding({ features }: Manifest): Finding {
  const [first] = features?.slash_commands ?? [];
  return first === undefined
    ? missing('Slash command', 'There is none: create /ask in "Slash Commands".')
    : ok('Slash command', oneLine(first.command ?? 'there is one', 40));
}

function shortcutFindings({ features }: Manifest, shipped: Manifest): Finding[] {
  const has = features?.shortcuts ?? [];
  const wanted = shipped.features?.shortcuts ?? [];
  const lacking = wanted.filter(
    ({ type, callback_id }) => !has.some((own) => own.type === type && own.callback_id === callback_id),
  );
  if (lacking.length === 0) return [ok('Shortcuts', `all ${wanted.length} are there`)];
  return lacking.map(({ name, type, callback_id }) =>
    missing(
      `Shortcut ${callback_id}`,
      `Create it in "Interactivity & Shortcuts", "${type === 'message' ? 'On messages' : 'Global'}", with the name "${name}" and the Callback ID "${callback_id}".`,
    ),
  );
}

function interactivityFinding({ settings }: Manifest): Finding {
  return settings?.interactivity?.is_enabled === true
    ? ok('Interactivity', 'on')
    : missing(
        'Interactivity',
        'Buttons and shortcuts do nothing: turn it on in "Interactivity & Shortcuts".',
      );
}

function tabFindings({ features }: Manifest): Finding[] {
  const home = features?.app_home;
  const isOpen = home?.messages_tab_enabled === true && home.messages_tab_read_only_enabled !== true;
  return [
    home?.home_tab_enabled === true
      ? ok('Home tab', 'on')
      : missing('Home tab', 'It is off: turn it on in "App Home", "Show Tabs".'),
    isOpen
      ? ok('Messages tab', 'on, and people may write in it')
      : missing(
          'Messages tab',
          'Nobody can write to it directly: turn the tab on in "App Home", "Show Tabs", and allow messages from it.',
        ),
  ];
}

function agentFinding({ features }: Manifest): Finding {
  return features?.agent_view === undefined
    ? missing(
        'Agent view',
        'Its tab of messages suggests no questions: turn it on in "Agents", or copy "agent_view" from slack-manifest.json into "App Manifest".',
      )
    : ok('Agent view', 'on');
}

function rotationFinding({ settings }: Manifest): Finding {
  return settings?.token_rotation_enabled === true
    ? missing(
        'Token rotation',
        'Tokens of the app expire after 12 hours: make a new app from slack-manifest.json, which has no token rotation.',
      )
    : ok('Token rotation', 'off');
}

/** Either is right: it says where the app can be installed. */
function organisationFinding({ settings }: Manifest): Finding {
  return ok(
    'Organisations',
    settings?.org_deploy_enabled === true
      ? 'it can be installed for a whole organisation'
      : 'it is installed workspace by workspace',
  );
}
