/** Shorter ones are words, and would take parts out of lines that have nothing to do with them. */
const SHORTEST = 6;
const HIDDEN = '[hidden]';

/** What secrets look like, for those that are not ours or not known to us. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Tokens of Slack: https://docs.slack.dev/authentication/tokens
  [/\bx(?:ox[a-z]|app)(?:\.xox[a-z])?-[\w-]+/g, HIDDEN],
  // A token of Discord's bots: an id, a time and a signature, each in base64url.
  [/\b(?=\w)(?<=(?<![\w-])-*)[\w-]{17,}\.[\w-]{6}\.[\w-]{25,}/g, HIDDEN],
  // The token of an interaction stands in the address that answers it.
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w.~-]+/g, `$1${HIDDEN}`],
  [/\b(Bearer|Basic|Bot) [\w.~+/=-]{8,}/g, `$1 ${HIDDEN}`],
  // The address by which whoever holds it answers in a channel, or posts there.
  [/(\bhooks\.slack(?:-gov)?\.com\/[a-z]{1,20}\/)[\w/%-]+/g, `$1${HIDDEN}`],
  // What Slack hands over for a workspace's token: two ids and 64 hexadecimal digits.
  [/\b\d{6,20}\.\d{6,20}\.[\da-f]{32,}/g, HIDDEN],
  // Who is logged in to the desk.
  [/(nutgraf-desk=)[\w.-]+/g, `$1${HIDDEN}`],
  // User and password in an address.
  [/(?<=\b[a-z][a-z\d+.-]*:\/\/)[^\s/"\\@]*@/gi, `${HIDDEN}@`],
];
/** Most lines have none of it, which one look tells. */
const SUSPECT =
  /xox|xapp|:\/\/|\/webhooks\/|\/interactions\/|Bearer |Basic |Bot |hooks\.slack|nutgraf-desk=|\d\.\d{6,20}\.[\da-f]|[\w-]\.[\w-]{6}\./;

/**
 * Makes what takes secrets out of lines of the log, whoever has put them there: SDKs log by themselves.
 *
 * @param secrets tokens and passwords of ours
 * @returns the line without them
 */
export function hider(secrets: readonly string[]): (line: string) => string {
  const own = [...new Set(secrets)].filter((secret) => secret.length >= SHORTEST);
  // As JSON writes them, longest first: one may begin another.
  const written = own.flatMap((secret) => [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const longestFirst = [...new Set(written)].sort((a, b) => b.length - a.length).map(escaped);
  const known = longestFirst.length === 0 ? null : new RegExp(longestFirst.join('|'), 'g');
  return (line) => {
    const without = known === null ? line : line.replace(known, HIDDEN);
    if (!SUSPECT.test(without)) return without;
    return PATTERNS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), without);
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
