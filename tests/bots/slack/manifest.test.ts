import { expect, it } from 'vitest';
import manifest from '../../../slack-manifest.json' with { type: 'json' };
import { ASK_SHORTCUT } from '../../../src/bots/slack/listeners/ask-shortcut.ts';
import { FIND_SHORTCUT } from '../../../src/bots/slack/listeners/find-shortcut.ts';
import { makeBot } from './harness.ts';
import { echo } from './samples.ts';

/** https://docs.slack.dev/reference/app-manifest */
it('is a manifest that Slack takes', () => {
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
  expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
  expect(manifest.features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  expect(manifest.features.slash_commands[0]?.command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
  expect(manifest.settings.socket_mode_enabled).toBe(true);
});

it('asks for every scope that its events need', () => {
  // https://docs.slack.dev/reference/events, of those that need one.
  const needs: Readonly<Record<string, string | null>> = {
    app_home_opened: null,
    app_mention: 'app_mentions:read',
    app_uninstalled: null,
    link_shared: 'links:read',
    'message.channels': 'channels:history',
    'message.groups': 'groups:history',
    'message.im': 'im:history',
    tokens_revoked: null,
  };
  const events = manifest.settings.event_subscriptions.bot_events;
  expect(events.toSorted()).toEqual(Object.keys(needs).toSorted());
  const scopes = manifest.oauth_config.scopes.bot;
  expect(Object.values(needs).filter((scope) => scope !== null && !scopes.includes(scope))).toEqual([]);
});

it('names every shortcut that the bot listens to', () => {
  expect(manifest.features.shortcuts.map(({ type, callback_id }) => [type, callback_id])).toEqual([
    ['global', ASK_SHORTCUT],
    ['message', FIND_SHORTCUT],
  ]);
  for (const { name, description } of manifest.features.shortcuts) {
    // https://docs.slack.dev/interactivity/implementing-shortcuts
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

it('lets the bot start without a warning', async () => {
  const { bot, slack, lines } = await makeBot(echo);
  const scopes = manifest.oauth_config.scopes.bot.join(',');
  slack.plan('auth.test', { headers: { 'x-oauth-scopes': scopes } });
  await bot.start();
  expect(lines.filter(({ level, fields }) => level === 'warn' || 'missing' in fields)).toEqual([]);
  await bot.stop();
  await slack.close();
});
