import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Json, jsonOf } from './json.ts';

/** What happens at the sockets. */
export interface SocketEvents {
  /** Whether new connections are greeted. */
  greets(): boolean;
  acknowledged(id: string, answer: unknown): void;
  /** Anything at all. */
  changed(): void;
}

/** Socket Mode (https://docs.slack.dev/apis/events-api/using-socket-mode). */
export interface Sockets {
  /** Connections that were opened so far. */
  connections(): number;
  /** Connections that are open now. */
  open(): number;
  /** Over the newest connection, if there is one; by turns over all of them where they are of several processes. */
  send(frame: string, byTurns: boolean): void;
  drop(): void;
  deaf(): void;
  close(): void;
}

/** Opens `/link` on a server. */
export function openSockets(server: Server, events: SocketEvents): Sockets {
  const sockets: WebSocket[] = [];
  let connections = 0;
  let turn = 0;
  const links = new WebSocketServer({ server, path: '/link' });
  links.on('connection', (socket) => {
    connections += 1;
    sockets.push(socket);
    socket.on('message', (data) => {
      const { envelope_id, payload } = jsonOf(JSON.parse(String(data)) as Json);
      events.acknowledged(String(envelope_id), payload);
      events.changed();
    });
    socket.on('close', () => {
      sockets.splice(sockets.indexOf(socket), 1);
      events.changed();
    });
    if (events.greets()) {
      const hello = { type: 'hello', num_connections: sockets.length, connection_info: { app_id: 'A1' } };
      socket.send(JSON.stringify(hello));
    }
    events.changed();
  });
  return {
    connections: () => connections,
    open: () => sockets.length,
    send(frame, byTurns) {
      turn += 1;
      sockets.at(byTurns ? turn % sockets.length : -1)?.send(frame);
    },
    drop() {
      for (const socket of sockets) socket.terminate();
    },
    deaf() {
      for (const socket of sockets) socket.pause();
    },
    close() {
      for (const socket of links.clients) socket.terminate();
      links.close();
    },
  };
}
