import { expect, it } from 'vitest';
import manifest from '../../../../slack-manifest.json' with { type: 'json' };
import { SCOPES } from '../../../../src/bots/slack/workspace/scopes.ts';

it('the manifest asks for the scopes that have a reason, and for no others', () => {
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual(Object.keys(SCOPES).toSorted());
  expect(Object.keys(manifest.oauth_config.scopes)).toEqual(['bot']);
});

it('every scope is given a reason of its own, for people to read', () => {
  const reasons = Object.values(SCOPES);
  expect(new Set(reasons).size).toBe(reasons.length);
  for (const reason of reasons) expect(reason).toMatch(/^(?:to|for) /);
});
