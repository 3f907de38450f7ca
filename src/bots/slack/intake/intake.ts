import type { Receiver } from '@slack/bolt';
import type { BotHealth } from '../../bot.ts';

/** How events reach us: Socket Mode or HTTP. Bolt handles what it takes in. */
export interface Intake extends Receiver {
  /** Resolves once events can come. @throws {BotStartError} when they cannot */
  start(): Promise<void>;
  /** Takes in nothing more; answers go their own way. Resolves within two seconds. Safe to call at any time. */
  stop(): Promise<void>;
  /** Whether events can come right now. */
  health(): BotHealth;
}
