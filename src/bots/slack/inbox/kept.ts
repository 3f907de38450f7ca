import { z } from 'zod';

/** A delivery as the ledger keeps it until it is done. */
export interface Kept {
  /** When it came, in ms since the epoch. */
  readonly at: number;
  /** In ms after that: how long somebody waits for it. */
  readonly goodFor: number;
  /** What Slack delivered, as Bolt gets it. */
  readonly body: Readonly<Record<string, unknown>>;
}

const Written = z.object({
  at: z.number(),
  goodFor: z.number(),
  body: z.record(z.string(), z.unknown()),
});

/** @returns what {@link readKept} reads. Slack's old token, by which anybody could speak as Slack, is left out. */
export function writeKept({ body: { token: _, ...body }, ...kept }: Kept): string {
  return JSON.stringify({ ...kept, body });
}

/** @returns what was kept; `null` where it was written by another version of this program, or is nothing to do */
export function readKept(payload: string): Kept | null {
  try {
    return Written.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
