import { createHmac, randomUUID } from 'node:crypto';
import { type Finding, missing, ok } from '../../doctor.ts';
import { oneLine } from '../../text.ts';
import type { Manifest } from './manifest.ts';

/** Where deliveries come in. A proxy may put a path in front. */
const EVENTS_PATH = '/slack/events';
/** Where Slack leads people back to who install the app. */
const REDIRECT_PATH = '/slack/oauth_redirect';
/** The challenge. Slack itself waits for three seconds. */
const ANSWER_MS = 5_000;

/**
 * @param settings of the app
 * @returns for each address that Slack calls, whether there is one, and whether it can be ours
 */
export function addressFindings({ settings, features }: Manifest): readonly Finding[] {
  const commands = features?.slash_commands ?? [];
  return [
    addressFinding('Request URL', settings?.event_subscriptions?.request_url, '"Event Subscriptions"'),
    addressFinding('URL of buttons', settings?.interactivity?.request_url, '"Interactivity & Shortcuts"'),
    ...commands.map(({ command = 'the command', url }) =>
      addressFinding(`URL of ${oneLine(command, 32)}`, url, '"Slash Commands"'),
    ),
  ];
}

/**
 * @param settings of the app
 * @returns whether people who install the app can be led back to us
 */
export function redirectFinding({ oauth_config }: Manifest): Finding {
  const urls = oauth_config?.redirect_urls ?? [];
  const where = '"OAuth & Permissions", "Redirect URLs"';
  const first = urls.find((url) => problemOf(url, REDIRECT_PATH) === null) ?? urls[0];
  return addressFinding('Redirect URL', first, where, REDIRECT_PATH);
}

function addressFinding(
  name: string,
  address: string | undefined,
  where: string,
  path: string = EVENTS_PATH,
): Finding {
  const problem = problemOf(address, path);
  return problem === null
    ? ok(name, shown(new URL(address ?? '')))
    : missing(name, `${problem}: enter https://YOUR-HOST${path} in ${where}.`);
}

function problemOf(address: string | undefined, path: string): string | null {
  if (address === undefined || address === '') return 'There is none';
  if (!URL.canParse(address)) return 'What stands there is no address';
  const { protocol, pathname } = new URL(address);
  if (protocol !== 'https:') return 'It does not begin with https://';
  return pathname.endsWith(path) ? null : `Its path is not ${path}`;
}

/**
 * @param settings of the app
 * @returns the address that Slack sends events to; `null` where there is none
 */
export function requestUrlOf({ settings }: Manifest): URL | null {
  const address = settings?.event_subscriptions?.request_url;
  if (address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

/**
 * @param url as a person wrote it
 * @returns the same with the path of deliveries, where it has none
 */
export function withEventsPath(url: URL): URL {
  return url.pathname === '/' ? new URL(EVENTS_PATH, url) : url;
}

/**
 * Asks an address what Slack asks when it is entered there
 * (https://docs.slack.dev/reference/events/url_verification), signed as Slack signs.
 *
 * @param url the address
 * @param signingSecret the app's
 * @returns whether Nutgraf answers there, with the same secret
 */
export async function challengeFinding(url: URL, signingSecret: string): Promise<Finding> {
  const name = 'Answer to Slack';
  const where = shown(url);
  const challenge = randomUUID();
  try {
    const response = await ask(url, signingSecret, challenge);
    const { status } = response;
    if (status === 401) {
      await response.body?.cancel();
      return missing(
        name,
        `${where} does not take our signature: copy the "Signing Secret" from "Basic Information" into SLACK_SIGNING_SECRET there and here, and set both clocks right.`,
      );
    }
    const body = await response.text();
    if (status >= 300 && status < 400) {
      return missing(name, `${where} leads elsewhere (${status}): enter the address that it leads to.`);
    }
    return status === 200 && holds(body, challenge)
      ? ok(name, `${where} gives the answer that Slack wants`)
      : missing(
          name,
          `${where} gives another answer than Nutgraf (${status}): see that Nutgraf runs there, and that a proxy in front leads ${EVENTS_PATH} to it.`,
        );
  } catch (error) {
    return missing(name, sentenceFor(error, url, where));
  }
}

function ask(url: URL, signingSecret: string, challenge: string): Promise<Response> {
  const body = JSON.stringify({ type: 'url_verification', challenge });
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    body,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_MS),
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
    },
  });
}

/** Slack takes the challenge as it is, as a form, or in JSON. */
function holds(body: string, challenge: string): boolean {
  const text = body.trim();
  if (text === challenge || text === `challenge=${challenge}`) return true;
  try {
    return (JSON.parse(text) as { challenge?: unknown } | null)?.challenge === challenge;
  } catch {
    return false;
  }
}

function sentenceFor(error: unknown, { hostname }: URL, where: string): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `${where} did not answer within ${ANSWER_MS / 1000} seconds: see that Nutgraf runs there, and that no firewall is in between.`;
  }
  const code = String((error as { cause?: { code?: unknown } }).cause?.code ?? 'no answer');
  if (code === 'ECONNREFUSED') {
    return `Nothing listens at ${where}: start Nutgraf there, or mend the port.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `There is no host ${hostname}: mend the address, or its entry in the DNS.`;
  }
  if (/^(?:EPROTO$|ERR_SSL)/.test(code)) {
    return `${where} speaks no HTTPS (${code}): mend the port, or the proxy in front of it.`;
  }
  return /CERT|SIGNATURE|^ERR_TLS/.test(code)
    ? `The certificate of ${where} does not hold (${code}): renew it, with all in between, from an authority that everybody trusts.`
    : `${where} cannot be reached from here (${code}): see that Nutgraf runs there, and that its port is open.`;
}

/** Without what may be a secret: name, password, query. */
function shown({ host, pathname }: URL): string {
  return oneLine(`${host}${pathname}`, 100);
}
