import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { Log } from '../../log.ts';

/** A message as Discord sends it. Not all that the documentation promises is always there. */
export type HeardMessage = Pick<GatewayMessageCreateDispatchData, 'id' | 'channel_id'> &
  Partial<GatewayMessageCreateDispatchData>;

/** An interaction as Discord sends it. */
export type HeardInteraction = Pick<APIInteraction, 'id' | 'token' | 'type'> & Partial<APIInteraction>;

/**
 * Listens for events as Discord sends them. discord.js's own objects are not used: it makes them for channels
 * in its memory only, and needs fields that may be missing, so that a direct message without `channel_type`
 * or a message in a thread that was archived would go unheard.
 */
export interface Ears {
  onMessage(heard: (message: HeardMessage, botId: string) => void): void;
  onInteraction(heard: (interaction: HeardInteraction) => void): void;
  /** With the id of a message that is gone. */
  onDeleted(heard: (message: string) => void): void;
}

/**
 * @param client what is connected to Discord
 * @param log where it is told that an event could not be handled
 * @returns what listens
 */
export function ears(client: Client, log: Log): Ears {
  const on = <T>(event: GatewayDispatchEvents, heard: (data: T) => void) => {
    client.ws.on(event, (data: T) => {
      try {
        heard(data);
      } catch (error) {
        log.error({ err: error, event }, 'an event of Discord could not be handled');
      }
    });
  };
  return {
    onMessage(heard) {
      on<HeardMessage>(GatewayDispatchEvents.MessageCreate, (message) => {
        const botId = client.user?.id;
        if (botId !== undefined && isFromPerson(message, botId)) heard(message, botId);
      });
    },
    onInteraction(heard) {
      on(GatewayDispatchEvents.InteractionCreate, heard);
    },
    onDeleted(heard) {
      on<{ readonly id: string }>(GatewayDispatchEvents.MessageDelete, ({ id }) => heard(id));
      on<{ readonly ids: readonly string[] }>(GatewayDispatchEvents.MessageDeleteBulk, ({ ids }) => {
        for (const id of ids) heard(id);
      });
    },
  };
}

/** `MessageType.Default` and `MessageType.Reply`; all others are Discord's own notices or commands. */
const WRITTEN: readonly number[] = [0, 19];

function isFromPerson({ author, webhook_id, type = 0 }: HeardMessage, botId: string): boolean {
  return (
    author !== undefined &&
    author.id !== botId &&
    author.bot !== true &&
    author.system !== true &&
    (webhook_id ?? null) === null &&
    WRITTEN.includes(type)
  );
}
