import { expect, it } from 'vitest';
import manifest from '../../../slack-manifest.json' with { type: 'json' };
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

it('asks for the scopes that its events need and the bot checks for, and for no other', async () => {
  const needs = { app_mention: 'app_mentions:read', 'message.im': 'im:history' };
  const events = manifest.settings.event_subscriptions.bot_events;
  expect(events.toSorted()).toEqual(Object.keys(needs).toSorted());
  const scopes = manifest.oauth_config.scopes.bot;
  expect(scopes.toSorted()).toEqual([...Object.values(needs), 'chat:write', 'commands'].toSorted());

  const { bot, slack, lines } = await makeBot(echo);
  slack.plan('auth.test', { headers: { 'x-oauth-scopes': scopes.join(',') } });
  await bot.start();
  expect(lines.filter(({ level }) => level === 'warn')).toEqual([]);
  await bot.stop();
  await slack.close();
});
