/** Flags of messages (https://docs.discord.com/developers/resources/message#message-object-message-flags). */
export const FLAGS = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

/** Whether a number has a flag. */
export function has(flags: unknown, bit: number): boolean {
  return (Number(flags ?? 0) & bit) !== 0;
}
