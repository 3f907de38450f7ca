import { z } from 'zod';

/**
 * What a Slack token is by its beginning (https://docs.slack.dev/authentication/tokens), longer ones first.
 * Somebody who copied the wrong one is told which they have; the token itself is never repeated.
 */
const KINDS = [
  ['xoxe.xoxb-', 'a bot token that expires, as token rotation makes them'],
  ['xoxe.xoxp-', 'a token that expires, for a person or for settings of apps'],
  ['xoxe-', 'a token that only refreshes another'],
  ['xoxb-', 'a bot token'],
  ['xoxp-', 'a user token'],
  ['xapp-', 'an app-level token'],
  ['xoxa-', 'a token of an old kind'],
  ['xoxc-', 'a token of a browser'],
  ['xoxd-', 'a token of a browser'],
  ['xoxs-', 'a token of a browser'],
] as const;

/** The variables that hold tokens of Slack. */
export const slackTokens = {
  SLACK_BOT_TOKEN: token(/^xoxb-\S+$/, 'a bot token, which begins with xoxb-'),
  SLACK_APP_TOKEN: token(/^xapp-\S+$/, 'an app-level token, which begins with xapp-'),
  SLACK_CONFIG_TOKEN: token(/^xoxe\.xoxp-\S+$/, 'an app configuration token, which begins with xoxe.xoxp-'),
};

function token(shape: RegExp, wanted: string) {
  return z
    .string()
    .trim()
    .superRefine((text, context) => {
      if (shape.test(text)) return;
      const kind = KINDS.find(
        ([beginning]) => text.startsWith(beginning) && !wanted.endsWith(beginning),
      )?.[1];
      context.addIssue({
        code: 'custom',
        message: kind === undefined ? wanted : `${wanted}, and not ${kind}`,
      });
    })
    .optional();
}
