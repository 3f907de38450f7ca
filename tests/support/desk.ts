import { openDesk } from '../../src/bots/conversation.ts';
import type { Desk } from '../../src/bots/desk.ts';
import type { Answer, Knowledge, Question, Story } from '../../src/knowledge/index.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { memoryLedger } from '../../src/ledger/memory.ts';
import type { Log } from '../../src/log.ts';

/** What a bot may know, for tests that find answers themselves. */
export function knowing(
  ask: (question: Question) => Promise<Answer>,
  stories: readonly Story[] = [],
): Pick<Knowledge, 'ask' | 'storiesOpenTo'> {
  return { ask, storiesOpenTo: () => stories };
}

/** A desk at which questions are answered by a function of the test's, with a ledger in memory. */
export async function deskOf(
  ask: (question: Question) => Promise<Answer>,
  log: Log,
  ledger?: Ledger,
): Promise<Desk> {
  return openDesk({ knowledge: knowing(ask), ledger: ledger ?? (await memoryLedger(null)), log });
}
