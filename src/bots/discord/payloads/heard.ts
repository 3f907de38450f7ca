import {
  type APIInteraction,
  type Client,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  InteractionType,
} from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Log, newRequestId, withRequestId } from '../../../log.ts';

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
  onMessage(heard: (message: HeardMessage, botId: string) => void | Promise<void>): void;
  onInteraction(heard: (interaction: HeardInteraction) => void | Promise<void>): void;
  /** With a message whose author has rewritten it. */
  onEdited(heard: (message: HeardMessage) => void | Promise<void>): void;
  /** With the id of a message that is gone. */
  onDeleted(heard: (message: string) => void): void;
}

/**
 * What was heard of late: Discord delivers again what it is not sure of after a connection was lost, within
 * minutes. 20,000 ids take some 2 MB.
 */
const HEARD = { max: 20_000, ttl: 60 * 60_000 };

/**
 * Each message that may be for us, and each interaction, is heard once, however often it is delivered.
 *
 * @param client what is connected to Discord
 * @param log where it is told that an event could not be handled
 * @returns what listens
 */
export function ears(client: Client, log: Log): Ears {
  const heardBefore = new LRUCache<string, true>(HEARD);
  const on = <T>(event: GatewayDispatchEvents, heard: (data: T) => void | Promise<void>) => {
    client.ws.on(event, (data: T) => withRequestId(newRequestId(), () => guarded(event, () => heard(data))));
  };

  /** What one listener throws keeps nothing from the others. */
  function guarded(event: GatewayDispatchEvents, hear: () => void | Promise<void>): void {
    const tell = (error: unknown) =>
      log.error({ err: error, event }, 'an event of Discord could not be handled');
    try {
      hear()?.catch(tell);
    } catch (error) {
      tell(error);
    }
  }

  function isNew(id: string): boolean {
    const again = heardBefore.has(id);
    heardBefore.set(id, true);
    return !again;
  }

  const onMessage: Parameters<Ears['onMessage']>[0][] = [];
  on<HeardMessage>(GatewayDispatchEvents.MessageCreate, (message) => {
    const botId = client.user?.id;
    if (!isId(message.id) || !isId(message.channel_id)) return;
    if (botId === undefined || !isFromPerson(message, botId) || !mayBeForUs(message, botId)) return;
    if (!isNew(message.id)) return;
    for (const heard of onMessage) {
      guarded(GatewayDispatchEvents.MessageCreate, () => heard(message, botId));
    }
  });

  return {
    onMessage: (heard) => void onMessage.push(heard),
    onInteraction(heard) {
      on<HeardInteraction>(GatewayDispatchEvents.InteractionCreate, (interaction) => {
        if (!isId(interaction.id) || !isToken(interaction.token)) return undefined;
        return isTyping(interaction) || isNew(interaction.id) ? heard(interaction) : undefined;
      });
    },
    onEdited(heard) {
      on<HeardMessage>(GatewayDispatchEvents.MessageUpdate, (message) => {
        // Discord tells of a preview that it adds, too; and what it sends need not be text.
        const isRewritten = typeof message.edited_timestamp === 'string' && isId(message.id);
        return isRewritten && typeof (message.content ?? '') === 'string' ? heard(message) : undefined;
      });
    },
    onDeleted(heard) {
      on<{ readonly id: string }>(GatewayDispatchEvents.MessageDelete, ({ id }) => heard(id));
      on<{ readonly ids: readonly string[] }>(GatewayDispatchEvents.MessageDeleteBulk, ({ ids }) => {
        for (const id of ids) heard(id);
      });
    },
  };
}

/** What we are called by stands in the addresses of our calls: nothing else may come of it there. */
function isId(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,20}$/.test(value);
}

function isToken(value: unknown): boolean {
  return typeof value === 'string' && /^[^\s/?#\\%]+$/.test(value) && !/^\.+$/.test(value);
}

/** Every letter is an interaction then. One that is answered twice does no harm. */
function isTyping({ type }: HeardInteraction): boolean {
  return type === InteractionType.ApplicationCommandAutocomplete;
}

/** Most that is written in servers is not, and is not remembered: it would push out what is. */
function mayBeForUs(message: HeardMessage, botId: string): boolean {
  const { guild_id, content, mentions, referenced_message: above } = message;
  const isPinged = mentions?.some(({ id }) => id === botId) === true;
  return guild_id === undefined || isPinged || (content ?? '').includes(botId) || above?.author?.id === botId;
}

/** `MessageType.Default` and `MessageType.Reply`; all others are Discord's own notices or commands. */
const WRITTEN: readonly number[] = [0, 19];

function isFromPerson({ author, content, webhook_id, type = 0 }: HeardMessage, botId: string): boolean {
  return (
    typeof (content ?? '') === 'string' &&
    author != null &&
    isId(author.id) &&
    author.id !== botId &&
    author.bot !== true &&
    author.system !== true &&
    (webhook_id ?? null) === null &&
    WRITTEN.includes(type)
  );
}
