import { type Finding, missing, ok } from '../../doctor.ts';
import { oneLine } from '../../text.ts';

/** As many as an app may have (https://docs.slack.dev/reference/app-manifest#features). */
const MOST = 5;
const NAME = 'Unfurl domains';

/**
 * Compares the domains of the app with the library that is served, which need not be the one that ships.
 *
 * @param domains of the app's settings
 * @param hosts of the library's articles
 * @returns whether Slack tells of links to the articles
 */
export function unfurlFinding(domains: readonly string[], hosts: readonly string[]): Finding {
  const isCovered = (host: string) =>
    domains.some((domain) => host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`));
  const lacking = [...new Set(hosts.map((host) => host.toLowerCase()))]
    .filter((host) => !isCovered(host))
    .map((host) => host.replace(/^www\./, ''));
  if (lacking.length === 0) {
    return ok(NAME, hosts.length === 0 ? 'no article has an address' : 'those of all articles are there');
  }
  if (domains.length >= MOST) return ok(NAME, `${domains.length}, which is as many as an app may have`);
  const some = lacking.slice(0, MOST - domains.length).map((host) => oneLine(host, 80));
  return missing(
    NAME,
    `Links to articles there are shown without headline and questions: add ${some.join(', ')} in "Event Subscriptions", "App unfurl domains".`,
  );
}
