import { isJson, type Json, jsonOf, listOf } from './json.ts';

/** A message as it stands now. */
export interface Kept {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  /** The message whose thread it is in. */
  readonly thread: string | null;
  readonly author: string;
  /** Whether the bot sent it. */
  readonly ours: boolean;
  /** Who alone sees it; `null` for everybody in the channel. */
  readonly to: string | null;
  /** `text`, `blocks`, `metadata`, …, as sent; every block and acting element has its id. */
  readonly message: Json;
  /** A reply that is shown in the channel too. */
  readonly broadcast: boolean;
  readonly edits: number;
}

/** What was said in the channels. */
export interface Messages {
  /** A timestamp that no other message has. */
  ts(): string;
  post(entry: Omit<Kept, 'ts' | 'edits'>): Kept;
  /** Remembers what somebody else said. */
  note(entry: Kept): void;
  find(channel: unknown, ts: unknown): Kept | undefined;
  replace(old: Kept, message: Json, broadcast?: boolean): Kept;
  remove(old: Kept): void;
  all(): readonly Kept[];
  /** All but the newest. */
  forget(newest: number): void;
}

const CONTENT = ['text', 'blocks', 'metadata', 'mrkdwn', 'link_names', 'parse'] as const;

/** Makes an empty store. */
export function openMessages(): Messages {
  const kept = new Map<string, Kept>();
  let count = 0;
  const key = (channel: unknown, ts: unknown) => `${String(channel)} ${String(ts)}`;
  const put = (message: Kept) => {
    kept.set(key(message.channel, message.ts), message);
    return message;
  };
  const messages: Messages = {
    ts() {
      count += 1;
      return `${1_700_001_000 + count}.000100`;
    },
    post: (entry) =>
      put({ ...entry, message: contentOf(entry.message, String(count)), ts: messages.ts(), edits: 0 }),
    note: (entry) => void put(entry),
    find: (channel, ts) => kept.get(key(channel, ts)),
    replace: (old, message, broadcast = old.broadcast) =>
      put({ ...old, message: contentOf(message, `${count}e${old.edits}`), edits: old.edits + 1, broadcast }),
    remove: (old) => void kept.delete(key(old.channel, old.ts)),
    all: () => [...kept.values()],
    forget(newest) {
      for (const name of [...kept.keys()].slice(0, Math.max(0, kept.size - newest))) kept.delete(name);
    },
  };
  return messages;
}

function contentOf(args: Json, seed: string): Json {
  const given = CONTENT.filter((name) => args[name] !== undefined).map((name) => [name, args[name]]);
  const content = Object.fromEntries(given) as Json;
  return content.blocks === undefined ? content : { ...content, blocks: withIds(content.blocks, seed) };
}

/**
 * Names what has no name, as Slack does.
 *
 * @param blocks blocks as sent
 * @param seed makes the names differ from those of other messages
 * @returns the blocks, each with a `block_id`, and every acting element with an `action_id`
 */
export function withIds(blocks: unknown, seed: string): readonly Json[] {
  return listOf(blocks).map((value, index) => {
    const block = jsonOf(value);
    const named = (element: unknown, at: number | string) =>
      isJson(element) && acts(element) ? { action_id: `a${seed}-${index}-${at}`, ...element } : element;
    return {
      block_id: `b${seed}-${index}`,
      ...block,
      ...(block.type === 'actions' || block.type === 'context_actions'
        ? { elements: listOf(block.elements).map(named) }
        : {}),
      ...(block.accessory === undefined ? {} : { accessory: named(block.accessory, 'x') }),
      ...(block.element === undefined ? {} : { element: named(block.element, 'i') }),
    };
  });
}

function acts(element: Json): boolean {
  return element.type !== 'image';
}
