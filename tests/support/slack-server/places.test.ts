import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from './caller.ts';
import { type Json, jsonOf } from './json.ts';
import { CLIENT } from './place-methods.ts';
import { quoteBlocks } from './samples.ts';
import { openSlack, type SlackServer, TOKENS } from './server.ts';

let slack: SlackServer;
beforeEach(async () => {
  slack = await openSlack();
});
afterEach(() => slack.close());
const { call, bodyOf, codeOf } = callerOf(() => slack);

describe('places', () => {
  it('say what a test set, and are not found otherwise', async () => {
    slack.channels.set('C1', { is_ext_shared: true });
    expect((await bodyOf('conversations.info', { channel: 'C1' })).channel).toMatchObject({
      id: 'C1',
      is_ext_shared: true,
      is_shared: true,
      is_private: false,
      is_member: true,
    });
    expect(await codeOf('conversations.info', { channel: 'C2' })).toBe('channel_not_found');
    const { channel } = await bodyOf('conversations.open', { users: 'U7' });
    expect((await bodyOf('conversations.info', { channel: jsonOf(channel).id })).channel).toMatchObject({
      is_im: true,
      user: 'U7',
    });
  });

  it('have plain members, and others by name', async () => {
    slack.users.set('U2', { is_stranger: true, team_id: 'T9' }).set('U3', null);
    expect((await bodyOf('users.info', { user: 'U1' })).user).toMatchObject({
      is_admin: false,
      is_restricted: false,
      team_id: 'T1',
    });
    expect((await bodyOf('users.info', { user: 'U2' })).user).toMatchObject({
      is_stranger: true,
      team_id: 'T9',
    });
    expect(await codeOf('users.info', { user: 'U3' })).toBe('user_not_found');
  });

  it('belong to the workspace whose token is shown, with its scopes', async () => {
    slack.workspaces.set('xoxb-two', { team: 'T2', botUser: 'UBOT2', scopes: ['chat:write'] });
    const { headers, body } = await call('auth.test', {}, 'xoxb-two');
    expect(headers.get('x-oauth-scopes')).toBe('chat:write');
    expect(body).toMatchObject({ team_id: 'T2', user_id: 'UBOT2' });
    expect(await bodyOf('users.info', { user: 'U1' }, 'xoxb-two')).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read',
    });
    await call('chat.postMessage', { channel: 'C1', text: 'a' }, 'xoxb-two');
    expect(slack.calls.at(-1)).toMatchObject({ team: 'T2', refusal: null });
    const { ts } = slack.messages('C1')[0] ?? { ts: '' };
    expect(await codeOf('chat.update', { channel: 'C1', ts, text: 'b' })).toBe('cant_update_message');
    slack.workspaces.set('xoxb-two', { team: 'T2', refusal: 'token_revoked' });
    expect(await codeOf('auth.test', {}, 'xoxb-two')).toBe('token_revoked');
    expect(await codeOf('auth.test', {}, 'xoxb-three')).toBe('invalid_auth');
  });

  it('are installed into with a code, once', async () => {
    const workspace = { team: 'T2', name: 'Desk', botUser: 'UBOT2' };
    slack.grants.set('code', { token: 'xoxb-two', workspace, scope: 'chat:write', user: 'U1' });
    const args = { client_id: CLIENT.id, client_secret: CLIENT.secret, code: 'code' };
    expect(await codeOf('oauth.v2.access', { ...args, code: 'other' })).toBe('invalid_code');
    expect(await codeOf('oauth.v2.access', { ...args, client_secret: 'no' })).toBe('bad_client_secret');
    expect(await bodyOf('oauth.v2.access', args)).toMatchObject({
      access_token: 'xoxb-two',
      bot_user_id: 'UBOT2',
      team: { id: 'T2', name: 'Desk' },
      enterprise: null,
      is_enterprise_install: false,
    });
    expect(await codeOf('auth.test', {}, 'xoxb-two')).toBe('ok');
    expect(await codeOf('oauth.v2.access', args)).toBe('code_already_used');
  });

  it('hand out a manifest to its token', async () => {
    slack.manifests.set('A1', { settings: { socket_mode_enabled: true } });
    const manifest = (app_id: string, token?: string) => bodyOf('apps.manifest.export', { app_id }, token);
    expect(await manifest('A1', TOKENS.configuration)).toMatchObject({ manifest: { settings: {} } });
    expect((await manifest('A2', TOKENS.configuration)).error).toBe('invalid_app_id');
    expect((await manifest('A1')).error).toBe('invalid_auth');
  });

  it('get suggestions without a thread, and silently none with one', async () => {
    const prompts = [{ title: 'The count', message: 'What was the count?' }];
    const suggest = (more: Json) =>
      codeOf('assistant.threads.setSuggestedPrompts', { channel_id: 'D1', prompts, ...more });
    expect(await suggest({ thread_ts: '1.1' })).toBe('ok');
    expect(slack.prompts.size).toBe(0);
    expect(await suggest({})).toBe('ok');
    expect(slack.prompts.get('D1')).toMatchObject({ prompts });
    const status = (text: string) =>
      codeOf('assistant.threads.setStatus', { channel_id: 'D1', thread_ts: '1.1', status: text });
    expect([await status('reads'), await status('')]).toEqual(['ok', 'ok']);
    expect(slack.statuses.get('D1 1.1')).toBe('');
  });

  it('take previews of the links that were pasted there', async () => {
    const url = 'https://courier.example/a';
    slack.note({
      event: { type: 'link_shared', channel: 'C1', message_ts: '17.1', unfurl_id: 'u1', links: [{ url }] },
    });
    const unfurl = (where: Json, link = url) =>
      codeOf('chat.unfurl', { ...where, unfurls: { [link]: { blocks: quoteBlocks('a') } } });
    expect(await unfurl({ channel: 'C1', ts: '17.2' })).toBe('cannot_find_message');
    expect(await unfurl({ channel: 'C1', ts: '17.1' }, `${url}b`)).toBe('cannot_unfurl_url');
    expect(await unfurl({ channel: 'C1' })).toBe('missing_ts');
    expect(await unfurl({ channel: 'C1', ts: '17.1' })).toBe('ok');
    expect(await unfurl({ unfurl_id: 'u1', source: 'composer' })).toBe('ok');
    expect([...slack.unfurls.keys()]).toEqual(['C1 17.1', 'u1']);
  });
});
