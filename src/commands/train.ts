import { writeFile } from 'node:fs/promises';
import { QuestionSetError } from '../evaluation/question-set.ts';
import { SETS, train } from '../training/train.ts';
import { type Command, readOptions, UsageError } from './command.ts';
import { progressOn } from './progress.ts';

/** `nutgraf train`: learns the weights of the ranker, which lie beside its code. */
export const trainCommand: Command = {
  name: 'train',
  summary: 'learn the weights of the ranker from question sets',
  help: `nutgraf train --sets DIR [--out FILE]

  --sets DIR   where ${SETS.join(' and ')} are (.articles.jsonl.gz and .questions.jsonl.gz)
  --out FILE   where the weights are written (default: printed)

The same sets give the same weights. They serve once they lie in src/knowledge/ranking/learned.json.`,

  async run(args, io) {
    const { values } = readOptions(args, { sets: { type: 'string' }, out: { type: 'string' } });
    if (values.sets === undefined)
      throw new UsageError('--sets should name the folder of the question sets.');
    const progress = progressOn(io.stderr);
    try {
      const trained = await train(values.sets, progress.show);
      progress.clear();
      const text = `${JSON.stringify(trained, null, 2)}\n`;
      if (values.out === undefined) io.stdout.write(text);
      else await writeFile(values.out, text);
      for (const [setting, { before, after }] of Object.entries(trained.heldOut)) {
        io.stderr.write(`${setting}: P@1 on held-out articles ${percent(before)} → ${percent(after)}\n`);
      }
      return 0;
    } catch (error) {
      progress.clear();
      if (error instanceof QuestionSetError) throw new UsageError(error.message);
      throw error;
    }
  },
};

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
