import { headOf, rawly } from '../../../http/raw.ts';

/** An answer as it came, for requests that no client of HTTP would send. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Asks for a path with these lines of headers; without `host:` among them it is localhost. */
export async function askRaw(
  port: number,
  target: string,
  headers: readonly string[] = [],
  method = 'GET',
): Promise<RawAnswer> {
  const hasHost = headers.some((line) => /^host:/i.test(line));
  const came = await rawly(port, headOf(target, hasHost ? headers : ['host: localhost', ...headers], method));
  const [head = '', ...body] = came.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  return {
    status: Number(first.split(' ')[1]),
    headers: new Headers(lines.map((line) => line.split(/:\s*(.*)/s, 2) as [string, string])),
    body: body.join('\r\n\r\n'),
  };
}

/** An address of somebody else, for a page that believes one proxy. */
export const from = (address: string): string => `x-forwarded-for: ${address}`;
