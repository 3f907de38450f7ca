import { createConnection, type Socket } from 'node:net';

/** A connection by itself, for what no client of HTTP would do. */
export interface Raw {
  readonly socket: Socket;
  /** Everything that came. */
  came(): string;
  /** Resolves with everything that came, as soon as it holds this. */
  until(part: string): Promise<string>;
  /** Resolves when the server has closed the connection. */
  readonly closed: Promise<void>;
}

/** Connects, and sends something at once. */
export function openRaw(port: number, first = ''): Raw {
  const socket = createConnection({ port, host: '127.0.0.1' });
  let came = '';
  socket.on('data', (part) => {
    came += part.toString('latin1');
  });
  // A reset is a way to be closed.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  if (first !== '') socket.write(first);
  return {
    socket,
    closed,
    came: () => came,
    until: (part) =>
      new Promise((resolve, reject) => {
        const look = () => came.includes(part) && resolve(came);
        socket.on('data', look);
        socket.once('close', () => reject(new Error(`closed after ${JSON.stringify(came)}`)));
        look();
      }),
  };
}

/** Sends one request as it is written, and resolves with all of the answer. */
export async function rawly(port: number, request: string): Promise<string> {
  const raw = openRaw(port, request);
  await raw.closed;
  return raw.came();
}

/** A request without a body whose connection is closed behind it. */
export function headOf(
  target: string,
  more: readonly string[] = ['host: localhost'],
  method = 'GET',
): string {
  return `${[`${method} ${target} HTTP/1.1`, 'connection: close', ...more].join('\r\n')}\r\n\r\n`;
}
