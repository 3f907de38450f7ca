import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Gateway, Said } from './gateway-types.ts';
import { guildCreate } from './home.ts';
import { type Json, jsonOf } from './json.ts';
import { memberOf } from './place-routes.ts';
import { hears, identifyRefusal, openSession, type Session, shardIn } from './sessions.ts';
import { BOT, type State } from './state.ts';

/** What the gateway works with. */
interface Around {
  readonly state: State;
  readonly token: string;
  readonly url: () => string;
  readonly changed: () => void;
  /** Tells the server of an event that is sent. */
  readonly note: (t: string, d: Json) => void;
}

/** Codes after which a session cannot be resumed. */
const FINAL = [4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014];

/** Plays Discord's gateway: hello, identify, ready, heartbeats, resume with replay; any number of shards. */
export function openGateway(http: Server, { state, token, url, changed, note }: Around): Gateway {
  const wss = new WebSocketServer({ server: http, verifyClient: () => !gateway.away });
  const said: Said[] = [];
  const sessions = new Set<Session>();
  const silent = new WeakSet<WebSocket>();
  const counts = { connections: 0, sessions: 0, beats: 0 };

  const end = (session: Session) => void sessions.delete(session);
  const of = (socket: WebSocket) => [...sessions].find((session) => session.socket === socket);
  const sockets = (shard?: number) =>
    [...wss.clients].filter((each) => shard === undefined || of(each)?.shard[0] === shard);

  function identify(from: WebSocket, d: Json): void {
    const no = gateway.refuseWith ?? identifyRefusal(d, token, Number(state.application.flags ?? 0));
    if (no !== null) {
      from.close(no);
      return;
    }
    state.startLimit.remaining -= 1;
    if (gateway.stalled) return;
    counts.sessions += 1;
    const shard = shardIn(d);
    const [id, count] = shard;
    // A shard may have several sessions, each of which hears everything, and lasts some minutes when it is left
    // (https://docs.discord.com/developers/events/gateway#sharding).
    const session = openSession(`session-${counts.sessions}`, shard, Number(d.intents), from);
    sessions.add(session);
    const guilds = [...state.guilds.values()].filter((guild) => hears(session, guild.id));
    session.push('READY', {
      v: 10,
      user: BOT,
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      resume_gateway_url: url(),
      application: { id: state.application.id, flags: state.application.flags ?? 0 },
      shard: [id, count],
      session_id: session.id,
    });
    const channels = [...state.channels.values()].map(jsonOf);
    for (const guild of guilds.filter(({ unavailable }) => unavailable !== true)) {
      session.push('GUILD_CREATE', guildCreate(guild, channels, memberOf(guild)));
    }
  }

  function resume(from: WebSocket, { session_id, seq, token: shown }: Json): void {
    if (gateway.stalled) return;
    if (shown !== token) {
      from.close(4004);
      return;
    }
    const session = [...sessions].find(({ id }) => id === session_id);
    if (session === undefined) {
      from.send(JSON.stringify({ op: 9, d: false }));
      return;
    }
    session.socket = from;
    session.replay(Number(seq));
    session.push('RESUMED', {});
  }

  wss.on('connection', (connected) => {
    counts.connections += 1;
    connected.on('error', () => undefined);
    connected.on('close', (code) => {
      const session = of(connected);
      if (session !== undefined) session.socket = null;
      // A client that says goodbye so does not come back.
      if (session !== undefined && (code === 1000 || code === 1001)) end(session);
      changed();
    });
    connected.on('message', (data) => {
      if (silent.has(connected)) return;
      const { op, d } = JSON.parse(String(data)) as Said;
      if (op === 1) {
        counts.beats += 1;
        connected.send(JSON.stringify({ op: 11 }));
        return changed();
      }
      said.push({ op, d });
      if (op === 2) identify(connected, d);
      if (op === 6) resume(connected, d);
      changed();
    });
    if (!gateway.mute)
      connected.send(JSON.stringify({ op: 10, d: { heartbeat_interval: gateway.heartbeatMs } }));
    changed();
  });

  const gateway: Gateway = {
    said,
    mute: false,
    stalled: false,
    away: false,
    refuseWith: null,
    heartbeatMs: 41_250,
    beats: () => counts.beats,
    connections: () => counts.connections,
    open: () => sockets().filter(({ readyState }) => readyState === 1).length,
    intents: () => [...sessions].at(-1)?.intents ?? null,
    dispatch(t, d) {
      note(t, d);
      const guild = t.startsWith('GUILD_') && d.guild_id === undefined ? d.id : d.guild_id;
      for (const session of sessions) if (hears(session, guild)) session.push(t, d);
    },
    send(payload, shard) {
      for (const socket of sockets(shard)) socket.send(JSON.stringify(payload));
    },
    drop(code, shard) {
      for (const socket of sockets(shard)) {
        const session = of(socket);
        if (session !== undefined && FINAL.includes(code)) end(session);
        if (session !== undefined) session.socket = null;
        socket.close(code);
      }
    },
    cut(shard) {
      for (const socket of sockets(shard)) socket.terminate();
    },
    reconnect: (shard) => gateway.send({ op: 7, d: null }, shard),
    invalidate(resumable, shard) {
      for (const socket of sockets(shard)) {
        const session = of(socket);
        if (session !== undefined && !resumable) end(session);
        socket.send(JSON.stringify({ op: 9, d: resumable }));
      }
    },
    expire: () => sessions.clear(),
    silence(shard) {
      for (const socket of sockets(shard)) {
        silent.add(socket);
        const session = of(socket);
        if (session !== undefined) session.socket = null;
      }
    },
    close() {
      for (const each of wss.clients) each.terminate();
      wss.close();
    },
  };
  return gateway;
}
