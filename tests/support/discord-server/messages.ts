import { FLAGS, has } from './flags.ts';
import { isJson, type Json, listOf } from './json.ts';

/** A message as it stands now. */
export interface Kept {
  readonly id: string;
  readonly channel: string;
  /** `null` in direct messages. */
  readonly guild: string | null;
  /** Discord's user object. */
  readonly author: Json;
  /** Whether the bot sent it. */
  readonly ours: boolean;
  /** Who alone sees it; `null` for everybody in the channel. */
  readonly to: string | null;
  /** `content`, `embeds`, `components`, `flags`, as they stand; every component has its `id`. */
  readonly message: Json;
  /** What it replies to. */
  readonly reference: Json | null;
  readonly nonce: string | number | null;
  /** The id of the interaction that it answers. */
  readonly interaction: string | null;
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  readonly edits: number;
  /** Fields of Discord's message object that differ from the usual. */
  readonly more: Json;
}

/** What was said in the channels. */
export interface Messages {
  /** Keeps a message that is made now. */
  post(entry: Omit<Kept, 'edits'>): Kept;
  find(id: unknown, channel?: unknown): Kept | undefined;
  /** Changes some fields of a message. */
  replace(old: Kept, message: Json): Kept;
  remove(old: Kept): void;
  all(): readonly Kept[];
  /** All but the newest. */
  forget(newest: number): void;
}

const CONTENT = ['content', 'embeds', 'components', 'flags', 'tts', 'poll', 'sticker_ids'] as const;

/** Makes an empty store. */
export function openMessages(): Messages {
  const kept = new Map<string, Kept>();
  const put = (message: Kept) => {
    kept.set(message.id, message);
    return message;
  };
  return {
    post: (entry) => put({ ...entry, message: contentOf(entry.message, {}), edits: 0 }),
    find(id, channel) {
      const found = kept.get(String(id));
      return channel === undefined || found?.channel === String(channel) ? found : undefined;
    },
    replace: (old, message) =>
      put({ ...old, message: contentOf(message, old.message), edits: old.edits + 1 }),
    remove: (old) => void kept.delete(old.id),
    all: () => [...kept.values()],
    forget(newest) {
      for (const id of [...kept.keys()].slice(0, Math.max(0, kept.size - newest))) kept.delete(id);
    },
  };
}

/**
 * A message after an edit: what is not given stays, what is `null` goes. Loading is over, and who alone sees a
 * message does not change.
 *
 * @param given what was sent
 * @param before what it said before; `{}` for a new message
 * @returns content, embeds, components and flags
 */
export function contentOf(given: Json, before: Json): Json {
  const set = CONTENT.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]);
  const merged: Json = { content: '', embeds: [], components: [], ...before, ...Object.fromEntries(set) };
  const lasting = Number(before.flags ?? 0) & (FLAGS.ephemeral | FLAGS.componentsV2 | FLAGS.hasThread);
  const flags = (Number(merged.flags ?? 0) & ~FLAGS.loading) | lasting;
  const components = listOf(merged.components);
  return {
    ...merged,
    content: merged.content ?? '',
    embeds: merged.embeds ?? [],
    // Names are given anew when anything is changed, and stay when nothing is.
    components: given.components === undefined ? components : withIds(components),
    flags: before.flags === undefined ? Number(merged.flags ?? 0) : flags,
  };
}

/** Gives every component an `id` that no other of the message has, counting from 1, as Discord does. */
function withIds(components: readonly unknown[]): readonly unknown[] {
  const used = new Set(
    JSON.stringify(components)
      .match(/(?<="id":)\d+/g)
      ?.map(Number) ?? [],
  );
  let last = 0;
  const next = () => {
    do last += 1;
    while (used.has(last));
    return last;
  };
  const named = (value: unknown): unknown => {
    if (!isJson(value)) return value;
    const id = typeof value.id === 'number' && value.id !== 0 ? value.id : next();
    return {
      ...value,
      id,
      ...(Array.isArray(value.components) ? { components: value.components.map(named) } : {}),
      ...(value.accessory === undefined ? {} : { accessory: named(value.accessory) }),
    };
  };
  return components.map(named);
}

/** Whether a message waits for what it is to say. */
export function isLoading({ message }: Kept): boolean {
  return has(message.flags, FLAGS.loading);
}

/**
 * A message as Discord sends it.
 *
 * @param kept the message
 * @param about the application, and the message that it replies to, where it is known
 * @returns Discord's message object
 */
export function messageOf(kept: Kept, about: { application: string; replied?: Kept | undefined }): Json {
  const { id, channel, author, ours, reference, nonce, at, edits, message, interaction, to } = kept;
  const { content, embeds, components, flags, tts = false } = message;
  return {
    id,
    channel_id: channel,
    type: reference === null ? 0 : 19,
    author,
    content,
    embeds,
    components,
    flags,
    tts,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    pinned: false,
    timestamp: new Date(at).toISOString(),
    edited_timestamp: edits === 0 ? null : new Date(at + edits).toISOString(),
    ...(nonce === null || to !== null ? {} : { nonce }),
    ...(ours ? { application_id: about.application } : {}),
    ...(interaction === null ? {} : { webhook_id: about.application }),
    ...(reference === null
      ? {}
      : {
          message_reference: { type: 0, ...reference },
          referenced_message:
            about.replied === undefined ? null : messageOf(about.replied, { application: about.application }),
        }),
    ...kept.more,
  };
}
