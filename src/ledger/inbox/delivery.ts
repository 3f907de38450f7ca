/**
 * Something that a platform delivered and that a process has taken on. What is not done when that process dies is
 * taken over by another, or by itself when it is back.
 */
export interface Delivery {
  readonly bot: 'slack' | 'discord';
  /**
   * Every name that the platform has for it, its own first, never empty: whoever brings one of them again is turned
   * away. Names of both bots are kept together: they begin with the bot's.
   */
  readonly names: readonly string[];
  /** What the bot needs to do it again: JSON of its own. Deleted when it is done. */
  readonly payload: string;
}

export interface InboxStore {
  /**
   * Takes a delivery on in the name of this process. Kept when it resolves, so that a platform may be told; never
   * rejects of an open ledger: what cannot be kept within a second and a half is taken on without.
   *
   * @returns `false` where it was taken on before, under any of its names, by whichever process
   */
  accept(delivery: Delivery): Promise<boolean>;
  /**
   * It is done, whatever came of it: the payload is deleted, its names are remembered for an hour.
   *
   * @param name any of its names
   */
  done(name: string): Promise<void>;
  /**
   * Gives it back untouched, of a process that stops before it began: the next {@link takeOver} gets it at once.
   *
   * @param name any of its names
   */
  release(name: string): Promise<void>;
  /**
   * Takes over what is not done, of processes that have gone: closed, or not heard of for 15 s. Each delivery goes
   * to one process only. What is not done within a day is nobody's any more.
   *
   * @param most how many at most
   * @returns oldest first; none while the ledger cannot be used
   */
  takeOver(bot: Delivery['bot'], most: number): Promise<readonly Delivery[]>;
}
