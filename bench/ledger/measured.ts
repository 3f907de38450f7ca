import { setTimeout } from 'node:timers/promises';
import type { Contender } from './contenders.ts';
import { percentile } from './percentile.ts';

/** How much is asked. */
export interface Load {
  /** Each round asks every question of every desk. */
  readonly rounds: number;
  /** Of a desk, in ms: from one answer to the next question. */
  readonly pause: number;
}

/** What was measured of one desk. Times in ms. */
export interface Measured {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  /** This desk's p50 and p95 over the first one's. */
  readonly against: { readonly p50: number; readonly p95: number };
}

const PLACE = { bot: 'slack', workspace: 'T1', channel: 'C1' } as const;

/** Questions of a turn: few, so that what else the machine does for a second meets all desks alike. */
const TOGETHER = 10;

/**
 * Asks desks in turns. In its turn one desk is asked some questions, and what its ledger still has to write is waited
 * for before the next desk is asked the same: else one desk's writes would be charged to another. Which one is first
 * goes round.
 *
 * @param contenders the desks; the others are held against the first
 * @param questions what is asked
 * @param load how much
 * @returns what was measured of each
 */
export async function measured(
  contenders: readonly Contender[],
  questions: readonly string[],
  { rounds, pause }: Load,
): Promise<readonly Measured[]> {
  const times = contenders.map((): number[] => []);
  // The first one warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (let from = 0; from < questions.length; from += TOGETHER) {
      const some = questions.slice(from, from + TOGETHER);
      for (const [at, contender] of inTurn(contenders, round)) {
        const took = await asked(contender, some, `${pause} ${round} ${from}`, pause);
        if (round > 0) times[at]?.push(...took);
      }
    }
  }
  return contenders.map(({ name }, at) => statistics(name, times[at] ?? [], times[0] ?? []));
}

/** @returns all with their index, another one first each time */
function inTurn<T>(all: readonly T[], time: number): readonly (readonly [number, T])[] {
  const first = time % all.length;
  const numbered = [...all.entries()];
  return [...numbered.slice(first), ...numbered.slice(0, first)];
}

/** Each question opens a thread of its own, as a mention in a channel does: the ledger is asked for all it can be. */
async function asked(
  { desk, ledger }: Contender,
  questions: readonly string[],
  round: string,
  pause: number,
): Promise<number[]> {
  const times: number[] = [];
  for (const [index, text] of questions.entries()) {
    const name = `slack:T1/C1/${round}/${index}`;
    const question = {
      deliveries: [name],
      place: PLACE,
      thread: name,
      text,
      person: 'slack:T1/U1',
      opens: true,
      fresh: true,
    };
    const began = performance.now();
    await desk.answer(question, {
      post: async () => {
        times.push(performance.now() - began);
      },
    });
    if (pause > 0) await setTimeout(pause);
  }
  // What the desk hands over after an answer, it has handed over by then; reading waits for what is to be written.
  await setTimeout(1);
  await ledger.journal.list('question', 1);
  return times;
}

function statistics(name: string, own: readonly number[], first: readonly number[]): Measured {
  const [p50, p95] = [percentile(own, 0.5), percentile(own, 0.95)];
  return {
    name,
    p50,
    p95,
    against: { p50: p50 / percentile(first, 0.5), p95: p95 / percentile(first, 0.95) },
  };
}
