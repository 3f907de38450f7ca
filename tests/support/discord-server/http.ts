import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The body of a request.
 *
 * @param request JSON, or a form with files whose `payload_json` is the JSON
 * @returns what was sent; `null` for nothing, `undefined` for what is no JSON
 */
export async function decodedBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  if (text === '') return null;
  const [, inForm] = /name="payload_json"[^\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/.exec(text) ?? [];
  try {
    return JSON.parse(inForm ?? text) as unknown;
  } catch {
    return undefined;
  }
}

/** Sends an answer: a string as HTML, `null` as nothing, anything else as JSON. */
export function write(
  response: ServerResponse,
  answer: {
    readonly status: number;
    readonly body: unknown;
    readonly headers: Readonly<Record<string, string>>;
  },
): void {
  const { status, body, headers } = answer;
  // A 204 with a JSON content type is read as broken JSON.
  if (body === null) response.writeHead(status, headers).end();
  else if (typeof body === 'string')
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  else
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
