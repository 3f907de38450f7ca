/**
 * Variables that only make sense with others, or without them.
 *
 * @param set variables by name, without empty ones
 * @returns one sentence a mistake, which begins with the variable's name
 */
export function misfits(set: Readonly<Record<string, string | undefined>>): string[] {
  const has = (name: string) => set[name] !== undefined;
  if (has('SLACK_CLIENT_ID') || has('SLACK_CLIENT_SECRET')) return misfitsOfInstalling(set, has);
  if (has('SLACK_BOT_TOKEN') && !has('SLACK_APP_TOKEN') && !has('SLACK_SIGNING_SECRET')) {
    return ['SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) is needed beside SLACK_BOT_TOKEN.'];
  }
  if (!has('SLACK_BOT_TOKEN') && (has('SLACK_APP_TOKEN') || has('SLACK_SIGNING_SECRET'))) {
    return ['SLACK_BOT_TOKEN is needed too: a bot token, which begins with xoxb-.'];
  }
  return [];
}

/** Many workspaces: each has a token of its own, which is kept, and all are reached by HTTP. */
function misfitsOfInstalling(
  set: Readonly<Record<string, string | undefined>>,
  has: (name: string) => boolean,
): string[] {
  const needed: Readonly<Record<string, string>> = {
    SLACK_CLIENT_ID:
      'SLACK_CLIENT_ID is needed beside SLACK_CLIENT_SECRET: it is in "Basic Information", too.',
    SLACK_CLIENT_SECRET:
      'SLACK_CLIENT_SECRET is needed beside SLACK_CLIENT_ID: it is in "Basic Information", too.',
    SLACK_SIGNING_SECRET:
      'SLACK_SIGNING_SECRET is needed beside SLACK_CLIENT_ID: workspaces that install the app are reached by HTTP.',
    LEDGER_KEY: 'LEDGER_KEY is needed beside SLACK_CLIENT_ID: the tokens of workspaces are sealed with it.',
  };
  const excluded: Readonly<Record<string, string>> = {
    SLACK_BOT_TOKEN:
      'SLACK_BOT_TOKEN has to be empty beside SLACK_CLIENT_ID: every workspace that installs the app has its own.',
    SLACK_APP_TOKEN:
      'SLACK_APP_TOKEN has to be empty beside SLACK_CLIENT_ID: workspaces that install the app are reached by HTTP.',
  };
  return [
    ...Object.keys(needed).flatMap((name) => (has(name) ? [] : (needed[name] ?? []))),
    ...Object.keys(excluded).flatMap((name) => (has(name) ? (excluded[name] ?? []) : [])),
    ...(set.LEDGER_URL?.trim() === 'off'
      ? ['LEDGER_URL has to name a ledger beside SLACK_CLIENT_ID: the tokens of workspaces are kept there.']
      : []),
  ];
}
