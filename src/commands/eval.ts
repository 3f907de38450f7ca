import { readGeneralConfig } from '../config.ts';
import { type EvaluateOptions, type Evaluation, evaluate } from '../evaluation/evaluate.ts';
import { type QuestionSet, QuestionSetError } from '../evaluation/question-set.ts';
import { readMarkedSet } from '../evaluation/sets/marked.ts';
import { readPatternSet } from '../evaluation/sets/patterns.ts';
import { readSquad } from '../evaluation/sets/squad.ts';
import { type TakenOut, without } from '../evaluation/taken-out.ts';
import { ENGINE_NAMES, openEngines } from '../knowledge/index.ts';
import { printableJson } from '../printable.ts';
import { type Command, engineOf, type Io, limitOf, readOptions, UsageError } from './command.ts';
import { writeErrors } from './eval/errors.ts';
import { tableOf } from './eval/table.ts';
import { allPrepared, withMeaning } from './meaning.ts';
import { progressOn } from './progress.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  engine: { type: 'string' },
  limit: { type: 'string' },
  errors: { type: 'string' },
  without: { type: 'string' },
} as const;

/** `nutgraf eval`: how well questions are answered whose answers are known. */
export const evalCommand: Command = {
  name: 'eval',
  summary: 'measure how well questions are answered whose answers are known',
  help: `nutgraf eval [options] SET …

A SET is the path of a pair SET.articles.jsonl.gz and SET.questions.jsonl.gz, an official SQuAD 1.1 or 2.0
file (.json), or questions about a library (.jsonl with id, question, answerable, expect, article).

  --data DIR         the library that .jsonl questions are asked of (default: NUTGRAF_DATA, or the one that ships)
  --engine NAME      ${ENGINE_NAMES.join(', ')} (default: NUTGRAF_ENGINE, or ${ENGINE_NAMES[0]})
  --limit N          ask at most N questions of each set, evenly spread
  --without WHAT     take every fifth of the articles or paragraphs out, to measure how often the answer is no
  --errors FILE      write what went wrong as JSON lines, for reading
  --json             print the measures as JSON

P@1: the best sentence is right. R@5: one of the five best is. MRR@10: mean of 1/place of the first right one.
AUROC: how well confidence tells questions that are answered from those that are not.`,

  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    const engine = engineOf(values.engine);
    const limit = limitOf(values.limit);
    const takenOut = takenOutOf(values.without);
    if (positionals.length === 0) throw new UsageError('There is no set: nutgraf eval path/to/set');
    const config = readGeneralConfig(io.env);
    const { cluster, engine: usual } = config.search;
    const engines = await openEngines(engine ?? usual, cluster);
    const evaluations: Evaluation[] = [];
    await withMeaning(config, io, async (deep) => {
      for (const path of positionals) {
        const whole = await setAt(path, values.data ?? config.data);
        const set = takenOut === null ? whole : without(whole, takenOut);
        await allPrepared(deep, set.stories, io);
        evaluations.push(await shownEvaluation(set, { engine: engines.make(), limit, deep }, io));
      }
    });
    await engines.close();
    if (values.errors !== undefined) await writeErrors(values.errors, evaluations);
    io.stdout.write(
      values.json
        ? `${printableJson(
            evaluations.map(({ misses: _, ...rest }) => rest),
            2,
          )}\n`
        : `${tableOf(evaluations)}\n`,
    );
    return 0;
  },
};

async function shownEvaluation(
  set: QuestionSet,
  options: Pick<EvaluateOptions, 'engine' | 'limit' | 'deep'>,
  io: Io,
): Promise<Evaluation> {
  const progress = progressOn(io.stderr);
  const onProgress = (done: number, total: number) => progress.show(done, total, set.name);
  const evaluation = await evaluate(set, { ...options, onProgress });
  progress.clear();
  return evaluation;
}

async function setAt(path: string, data: string): Promise<QuestionSet> {
  try {
    if (path.endsWith('.json')) return await readSquad(path);
    return path.endsWith('.jsonl') ? await readPatternSet(path, data) : await readMarkedSet(path);
  } catch (error) {
    if (error instanceof QuestionSetError) throw new UsageError(error.message);
    throw error;
  }
}

function takenOutOf(text: string | undefined): TakenOut | null {
  if (text === undefined || text === 'articles' || text === 'paragraphs') return text ?? null;
  throw new UsageError('--without should be articles or paragraphs.');
}
