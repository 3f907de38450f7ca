/** Slack's own hosts; those of the United States' authorities have a domain of their own. */
const HOST = /^(?:[a-z0-9-]+\.)?slack(?:-gov)?\.com$/;

/**
 * Whether an address that came with a payload leads to Slack. Elsewhere it might be a service of this network, which
 * takes our word for somebody's.
 *
 * @param url where something is to be sent
 * @param apiUrl where Slack's Web API is; `null` for Slack's own
 * @returns `true` for Slack over HTTPS, and for the server that is set instead of it
 */
export function isOfSlack(url: string, apiUrl: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, origin, username, password } = new URL(url);
  if (username !== '' || password !== '') return false;
  if (apiUrl !== null && origin === new URL(apiUrl).origin) return true;
  return protocol === 'https:' && port === '' && HOST.test(hostname);
}
