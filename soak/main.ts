import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { touchesAny } from './counting/latency.ts';
import { flatness } from './counting/memory.ts';
import { fateOf, sumsOf, totalOf } from './counting/sum.ts';
import type { Question } from './counting/tally.ts';
import { verdictOn } from './counting/verdict.ts';
import { type Driven, drive, type Order } from './drive.ts';
import { memoryChart } from './render/memory-chart.ts';
import { type Run, summaryOf } from './render/summary.ts';

/** What the command line says; `soak/options.js` reads it. */
interface Options extends Order {
  readonly out: string;
}

/**
 * Runs a soak, and writes what came of it.
 *
 * @param options what is to be run, and where the report goes
 * @returns the exit code: 0 where it was clean
 */
export async function main(options: Options): Promise<number> {
  const { out, minutes } = options;
  const driven = await drive(options, (line) => console.error(line));
  const run = runOf(options, driven);
  await mkdir(out, { recursive: true });
  const text = summaryOf(run);
  await Promise.all([
    writeFile(
      join(out, 'report.json'),
      `${JSON.stringify({ ...run, samples: driven.samples, unanswered: left(driven.questions) }, null, 2)}\n`,
    ),
    writeFile(join(out, 'report.txt'), text),
    writeFile(join(out, 'memory.svg'), memoryChart(driven.samples, driven.faults, minutes * 60_000)),
  ]);
  console.log(text);
  return run.wrong.length === 0 ? 0 : 1;
}

/**
 * @param order what was run
 * @param driven what came of it
 * @returns the same, counted and judged
 */
export function runOf({ minutes, rate, seed, ledger }: Order, driven: Driven): Run {
  const { questions, faults, samples, restarts, strays, corrected, died, complaints } = driven;
  const [ways, total] = [sumsOf(questions, faults), totalOf(questions, faults)];
  const memory = flatness(samples, restarts);
  const wrong = verdictOn({
    total,
    ways,
    strays,
    uncorrected: corrected.missing,
    died,
    memory,
    calmFailures: questions.filter((question) => isCalmFailure(question, driven)).length,
  });
  return {
    minutes,
    rate,
    seed,
    ledger: ledger.replace(/^(postgres)\w*:.*$/, '$1'),
    node: process.version,
    ways,
    total,
    faults,
    corrections: { expected: corrected.expected.length, missing: corrected.missing },
    memory: memory.map((each) => ({ ...each, last: lastOf(each.bot, driven) })),
    complaints,
    wrong,
  };
}

/** In ms: as long as the bot tries before it says that something went wrong. */
const TRIES = 60_000;

function isCalmFailure(question: Question, { faults }: Driven): boolean {
  const { askedAt } = question;
  return fateOf(question) === 'failed' && !touchesAny({ from: askedAt, to: askedAt + TRIES }, faults);
}

function lastOf(bot: string, { samples }: Driven): Run['memory'][number]['last'] {
  const { heap = 0, resident = 0 } = samples.findLast((sample) => sample.bot === bot) ?? {};
  return { heap, resident };
}

/** What was not simply answered, to look into. */
function left(questions: readonly Question[]) {
  return questions
    .filter((question) => fateOf(question) === 'lost' || question.answers.size > 1 || question.isWrong)
    .map(({ answers, ...question }) => ({ ...question, answers: [...answers] }));
}
