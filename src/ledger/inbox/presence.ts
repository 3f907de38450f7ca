import { randomUUID } from 'node:crypto';

/** In ms: how often a process says that it is there, and after how long without a word it has gone. */
const SAID_EVERY = 5_000;
export const GONE_AFTER = 15_000;
/**
 * In ms: after the database was away, or stood still, nobody has been heard of for long, and everybody is about to
 * say so again. Whoever is first must not take the others for gone.
 */
const OTHERS_HAVE = 2 * SAID_EVERY;

/** A process that others know of, as long as it is there. */
export interface Presence {
  /** Random: a process that is back is another one. */
  readonly id: string;
  /** Begins to say that it is there. Resolves once it was said; rejects as the store does. */
  begin(): Promise<void>;
  /** Says it now. @returns whether those of whom nothing was heard can be taken for gone */
  isSureOfOthers(): Promise<boolean>;
  /** Says it no more. @returns whether it had begun to */
  end(): boolean;
}

/**
 * @param say tells the store that a process is there; resolves with whether it had not said so for so long that it
 * could have been taken for gone
 * @returns a process that nobody knows of yet: one that takes nothing on writes nothing
 */
export function presence(say: (id: string) => Promise<boolean>): Presence {
  const id = randomUUID();
  let beginning: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let sureFrom = 0;

  async function sayIt(): Promise<void> {
    if (await say(id)) sureFrom = performance.now() + OTHERS_HAVE;
  }

  function begin(): Promise<void> {
    if (beginning !== null) return beginning;
    const saying = sayIt().then(
      () => {
        // Ended meanwhile.
        if (beginning !== saying) return;
        // Whoever has something to take on meets the same trouble, and it is told there.
        timer = setInterval(() => void sayIt().catch(() => {}), SAID_EVERY);
        timer.unref();
      },
      (error: unknown) => {
        if (beginning === saying) beginning = null;
        throw error;
      },
    );
    beginning = saying;
    return saying;
  }

  return {
    id,
    begin,
    async isSureOfOthers() {
      await begin();
      await sayIt();
      return performance.now() >= sureFrom;
    },
    end() {
      const hadBegun = beginning !== null;
      beginning = null;
      clearInterval(timer);
      return hadBegun;
    },
  };
}
