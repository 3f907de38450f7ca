import type { Summary } from '../report/summary.ts';
import type { Editor } from './corrections.ts';

/** One way to reach people. Whatever differs between platforms stays behind this. */
export interface Bot {
  readonly name: 'slack' | 'discord' | 'web' | 'terminal';
  /**
   * Connects and begins to take questions. Resolves once connected.
   *
   * @throws {BotStartError} when it cannot, in a sentence that says what to do
   */
  start(): Promise<void>;
  /** Stops taking questions, waits for those in flight, then disconnects. Safe to call twice. */
  stop(): Promise<void>;
  /** Whether it can be reached by people right now. */
  health(): BotHealth;
  /** How many connections to its platform there are in each state, where it keeps any: for those who run it. */
  connections?(): Readonly<Record<string, number>>;
  /**
   * Posts what the desk is to know in a channel, for bots that can; once, also where the process before was killed
   * between posting it and keeping that it had.
   *
   * @param channel its id on the platform
   * @param summary what is posted
   * @param name what the platform knows it by, the same in every process
   * @returns the id of the message
   */
  announce?(channel: string, summary: Summary, name: string): Promise<string>;
  /** What changes its answers where they stand, for bots that can. */
  readonly editor?: Editor;
  /**
   * For bots that can end by themselves: resolves when one has (the terminal, at end of input), rejects with a
   * {@link BotStartError} when one cannot go on.
   */
  readonly ended?: Promise<void>;
}

/** `connected`: people can ask; `connecting`: not now, it is trying; `stopped`: it was told to stop. */
export type BotHealth = 'connected' | 'connecting' | 'stopped';

/** A bot that cannot start, or cannot go on. The message is one sentence for the person who runs it. */
export class BotStartError extends Error {
  override readonly name = 'BotStartError';

  /**
   * @param code stable, for logs and tests
   * @param message one sentence: what is wrong and what to do
   * @param cause what the platform or its SDK threw
   */
  constructor(
    readonly code:
      | 'bad-token'
      | 'bad-app-token'
      | 'refused-intents'
      | 'refused'
      | 'port-taken'
      | 'no-address'
      | 'too-many-starts'
      | 'lost'
      | 'unreachable',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}
