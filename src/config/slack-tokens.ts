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

/** An id, a time and a signature. */
const DISCORD_TOKEN = /^[\w-]{17,}\.[\w-]{6,}\.[\w-]{25,}$/;

/** The variables that hold tokens of Slack: of what an HTTP header takes, so that no sign that nobody sees is in them. */
export const slackTokens = {
  SLACK_BOT_TOKEN: token(/^xoxb-[!-~]+$/, 'a bot token, which begins with xoxb-'),
  SLACK_APP_TOKEN: token(/^xapp-[!-~]+$/, 'an app-level token, which begins with xapp-'),
  SLACK_CONFIG_TOKEN: token(
    /^xoxe\.xoxp-[!-~]+$/,
    'an app configuration token, which begins with xoxe.xoxp-',
  ),
};

function token(shape: RegExp, wanted: string) {
  return z
    .string()
    .trim()
    .superRefine((text, context) => {
      if (shape.test(text)) return;
      const kind = DISCORD_TOKEN.test(text)
        ? 'a token of Discord'
        : KINDS.find(([beginning]) => text.startsWith(beginning) && !wanted.endsWith(beginning))?.[1];
      context.addIssue({
        code: 'custom',
        message: kind === undefined ? wanted : `${wanted}, and not ${kind}`,
      });
    })
    .optional();
}
