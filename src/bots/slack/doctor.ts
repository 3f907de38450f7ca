import type { SlackConfig } from '../../config.ts';
import { type Doctor, type Examination, type Finding, missing, notChecked, ok } from '../doctor.ts';
import { appOf, botTokenFinding, grantedScopes, scopeFindings } from './doctor/bot-token.ts';
import { type Call, openCalls } from './doctor/calls.ts';
import { clientFinding, IMPOSSIBLE_CODE } from './doctor/client.ts';
import { type Manifest, type Reading, readManifest, shippedManifest } from './doctor/manifest.ts';
import {
  addressFindings,
  challengeFinding,
  redirectFinding,
  requestUrlOf,
  withEventsPath,
} from './doctor/request-url.ts';
import { settingFindings } from './doctor/settings.ts';
import { appOfToken, sameAppFinding, socketFinding } from './doctor/socket-mode.ts';

/** Says what is missing for Nutgraf to answer in Slack. It posts nothing, and opens no connection. */
export const slackDoctor: Doctor = {
  platform: 'Slack',
  async examine(examination) {
    const { slack } = examination.config;
    if (slack === null) return [missing('Mode', NOT_CONFIGURED)];
    const call = openCalls(slack);
    const { botToken, oauth } = slack;
    if (botToken !== null) return ofOneWorkspace(slack, botToken, call, examination);
    return oauth === null ? [missing('Mode', NOT_CONFIGURED)] : ofMany(slack, oauth, call, examination);
  },
};

const NOT_CONFIGURED =
  'Nothing of Slack is configured: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (Socket Mode), as docs/slack.md says.';

/** All that does not depend on each other is asked side by side: somebody is waiting. */
async function ofOneWorkspace(
  slack: SlackConfig,
  botToken: string,
  call: Call,
  examination: Examination,
): Promise<readonly Finding[]> {
  const { mode } = slack;
  const isSocket = mode.kind === 'socket';
  const ofAppToken = isSocket ? appOfToken(mode.appToken) : null;
  const known = examination.app ?? ofAppToken;
  const testing = call(botToken, 'auth.test');
  const finding = testing.then((outcome) => appOf(call, botToken, outcome));
  const reading =
    known === null ? finding.then((app) => read(call, examination, app)) : read(call, examination, known);
  const [me, ofBotToken, settings, socket, answer] = await Promise.all([
    testing,
    finding,
    reading,
    isSocket ? call(mode.appToken, 'apps.connections.open') : null,
    answerOf(slack, examination, reading),
  ]);
  const way = ok('Mode', `${isSocket ? 'Socket Mode' : 'HTTP'}, one workspace`);
  if (me.kind === 'away') return [way, missing('Slack', me.sentence), ...(examination.url ? answer : [])];
  const manifest = settings.kind === 'read' ? settings.manifest : null;
  return [
    way,
    botTokenFinding(me),
    ...(socket === null ? [] : [socketFinding(socket, manifest?.settings?.socket_mode_enabled ?? null)]),
    ...(isSocket && me.kind === 'done' ? [sameAppFinding(ofAppToken, ofBotToken)] : []),
    ...answer,
    ...grantedScopes(me, manifest?.oauth_config?.scopes?.bot ?? null),
    ...(await ofSettings(settings, slack, examination)),
  ];
}

async function ofMany(
  slack: SlackConfig,
  { clientId, clientSecret }: NonNullable<SlackConfig['oauth']>,
  call: Call,
  examination: Examination,
): Promise<readonly Finding[]> {
  const reading = read(call, examination, examination.app);
  const exchange = { client_id: clientId, client_secret: clientSecret, code: IMPOSSIBLE_CODE };
  const [client, settings, answer] = await Promise.all([
    call(null, 'oauth.v2.access', exchange),
    reading,
    answerOf(slack, examination, reading),
  ]);
  const way = ok('Mode', 'HTTP, every workspace that installs the app');
  if (client.kind === 'away')
    return [way, missing('Slack', client.sentence), ...(examination.url ? answer : [])];
  return [
    way,
    clientFinding(client),
    // Without it the configuration is refused.
    ok('Ledger key', 'set'),
    ...answer,
    ...(settings.kind === 'read' ? ofInstalling(settings.manifest) : []),
    ...(await ofSettings(settings, slack, examination)),
  ];
}

function read(call: Call, { config }: Examination, app: string | null): Promise<Reading> {
  return readManifest(call, config.slackConfigToken, app);
}

/** What stands in the settings counts for each new installation. */
function ofInstalling(manifest: Manifest): readonly Finding[] {
  const scopes = manifest.oauth_config?.scopes?.bot ?? [];
  return [
    redirectFinding(manifest),
    ...scopeFindings(scopes, () => 'add it in "OAuth & Permissions", and have the app installed again'),
  ];
}

async function answerOf(
  { mode }: SlackConfig,
  { url }: Examination,
  reading: Promise<Reading>,
): Promise<readonly Finding[]> {
  if (mode.kind === 'socket') return [];
  if (url !== null) return [await challengeFinding(withEventsPath(url), mode.signingSecret)];
  const settings = await reading;
  const stated = settings.kind === 'read' ? requestUrlOf(settings.manifest) : null;
  if (stated !== null) return [await challengeFinding(stated, mode.signingSecret)];
  return [
    notChecked(
      'Answer to Slack',
      'Nobody knows where Slack shall call: run this with --url https://YOUR-HOST, where YOUR-HOST leads to Nutgraf.',
    ),
  ];
}

async function ofSettings(
  settings: Reading,
  { mode, oauth }: SlackConfig,
  { articleHosts }: Examination,
): Promise<readonly Finding[]> {
  if (settings.kind === 'unread') return [notChecked('App settings', settings.sentence)];
  const { manifest } = settings;
  const wanted = {
    shipped: shippedManifest(),
    mode: mode.kind,
    manyWorkspaces: oauth !== null,
    hosts: await articleHosts(),
  };
  return [...(mode.kind === 'http' ? addressFindings(manifest) : []), ...settingFindings(manifest, wanted)];
}
