import { type Client, GatewayDispatchEvents, type GatewayThreadUpdateDispatchData } from 'discord.js';

/** What discord.js does not declare of its memory of channels. */
interface Channels {
  _remove(id: string): void;
}

/**
 * Keeps in memory only the threads that are open: a day in a busy server archives thousands, which discord.js keeps
 * for hours. It learns of one again when somebody opens it anew.
 *
 * @param client what is connected to Discord
 */
export function forgetArchivedThreads(client: Client): void {
  const channels = client.channels as unknown as Channels;
  client.ws.on(GatewayDispatchEvents.ThreadUpdate, (thread: GatewayThreadUpdateDispatchData) => {
    if (thread.thread_metadata?.archived !== true) return;
    // discord.js, which is told next, would remember it.
    queueMicrotask(() => channels._remove(thread.id));
  });
}
