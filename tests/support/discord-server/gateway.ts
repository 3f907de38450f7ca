import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './payload.ts';

/** What a client said that a test may want to see. */
export interface Said {
  readonly op: number;
  readonly d: Json;
}

export interface Gateway {
  /** Identify and Resume, in order. */
  readonly said: readonly Said[];
  /** Does not say hello to new connections: what they wait for never comes. */
  mute: boolean;
  /** Closes whoever identifies, with this code. */
  refuseWith: number | null;
  /** Sends an event; while nobody is connected it waits, to be replayed on a resume. */
  dispatch(t: string, d: Json): void;
  /** Sends the last event of that id again, as one does after a resume that came too late. */
  send(payload: Json): void;
  /** Cuts or closes the connection. */
  drop(code: number): void;
  close(): void;
}

interface Event {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: Json;
}

/** Plays Discord's gateway: hello, identify, ready, heartbeats, resume with replay. */
export function openGateway(http: Server, token: string, ready: () => Json, onChange: () => void): Gateway {
  const wss = new WebSocketServer({ server: http });
  const said: Said[] = [];
  let events: Event[] = [];
  let socket: WebSocket | null = null;
  let session = 0;
  let live = false;

  const push = (t: string, d: Json) => {
    const event: Event = { op: 0, t, s: events.length + 1, d };
    events.push(event);
    if (live) socket?.send(JSON.stringify(event));
  };

  const identify = (from: WebSocket, d: Json) => {
    if (gateway.refuseWith !== null) return from.close(gateway.refuseWith);
    if (d.token !== token) return from.close(4004);
    session += 1;
    events = [];
    live = true;
    push('READY', { ...ready(), session_id: `session-${session}` });
    push('GUILD_CREATE', GUILD);
  };

  const resume = (from: WebSocket, { session_id, seq }: Json) => {
    if (session_id !== `session-${session}`) return from.send(JSON.stringify({ op: 9, d: false }));
    live = true;
    const missed = events.filter(({ s }) => s > Number(seq));
    for (const event of missed) from.send(JSON.stringify(event));
    push('RESUMED', {});
  };

  wss.on('connection', (connected) => {
    socket = connected;
    live = false;
    connected.on('close', () => {
      if (socket === connected) live = false;
    });
    connected.on('message', (data) => {
      const { op, d } = JSON.parse(String(data)) as Said;
      if (op === 1) return connected.send(JSON.stringify({ op: 11 }));
      said.push({ op, d });
      if (op === 2) identify(connected, d);
      if (op === 6) resume(connected, d);
      onChange();
    });
    if (!gateway.mute) connected.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    onChange();
  });

  const gateway: Gateway = {
    said,
    mute: false,
    refuseWith: null,
    dispatch: push,
    send: (payload) => socket?.send(JSON.stringify(payload)),
    drop: (code) => socket?.close(code),
    close() {
      for (const each of wss.clients) each.terminate();
      wss.close();
    },
  };
  return gateway;
}

/** A server with two channels and a thread. */
const GUILD = {
  id: '500',
  name: 'Newsroom',
  owner_id: '1',
  member_count: 3,
  large: false,
  unavailable: false,
  channels: [
    { id: '600', type: 0, name: 'general', position: 0, permission_overwrites: [] },
    { id: '601', type: 0, name: 'desk', position: 1, permission_overwrites: [] },
  ],
  threads: [
    {
      id: '700',
      type: 11,
      name: 'the vote',
      parent_id: '600',
      guild_id: '500',
      owner_id: '1',
      thread_metadata: {
        archived: false,
        auto_archive_duration: 60,
        archive_timestamp: '2024-03-03T00:00:00Z',
      },
    },
  ],
  members: [],
  roles: [{ id: '500', name: '@everyone', permissions: '0', position: 0 }],
  emojis: [],
  stickers: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
};
