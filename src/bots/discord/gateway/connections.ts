import { type Client, Status } from 'discord.js';

/**
 * @param client what is connected to Discord
 * @returns how many shards there are in each state: `ready`, `connecting`, `resuming` and so on
 */
export function connectionsOf(client: Pick<Client, 'ws'>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of client.ws.shards.values()) {
    const state = (Status[status] ?? 'unknown').toLowerCase();
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}
