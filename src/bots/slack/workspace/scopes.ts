/**
 * What the bot may do in a workspace, each scope with what it is for: `slack-manifest.json` and the page that
 * installs the app ask for these and no others (https://docs.slack.dev/reference/scopes).
 */
export const SCOPES = {
  'app_mentions:read': 'to be told of messages that mention it',
  'assistant:write': 'to suggest questions, and to show that it is looking, in its own tab of messages',
  'channels:history': 'to be told of follow-ups in threads of its own, in public channels',
  'channels:read': 'to know whether a public channel is shared with another organisation',
  'chat:write': 'to answer',
  commands: 'for /ask and the shortcuts',
  'groups:history': 'to be told of follow-ups in threads of its own, in private channels it is in',
  'groups:read': 'to know whether a private channel it is in is shared with another organisation',
  'im:history': 'to be told of direct messages to it',
  'links:read': "to be told of links to the library's articles",
  'links:write': 'to show the headline and questions of an article whose link was posted',
  'users:read': 'to know guests, and who may change the settings of a channel',
} as const;
