/** What a node answered. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** In ms: a node that does not answer by then hangs. */
const WITHIN = 60_000;

/**
 * Asks a node itself, past what is tested.
 *
 * @param url an address of {@link Cluster.url}; a name and a password in it are sent as such
 * @param body becomes JSON
 * @throws Error when there is no answer, or none in JSON
 */
export async function request(url: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const address = new URL(url + path);
  const { username, password } = address;
  address.username = address.password = '';
  const headers = new Headers({ 'content-type': 'application/json', accept: 'application/json' });
  if (username !== '') {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  }
  const response = await fetch(address, {
    method,
    headers,
    signal: AbortSignal.timeout(WITHIN),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
