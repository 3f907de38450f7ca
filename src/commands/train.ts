import { writeFile } from 'node:fs/promises';
import { readGeneralConfig } from '../config.ts';
import { QuestionSetError } from '../evaluation/question-set.ts';
import type { Story } from '../knowledge/index.ts';
import { background } from '../training/background.ts';
import { SETS } from '../training/settings.ts';
import { train } from '../training/train.ts';
import { type Command, limitOf, readOptions, UsageError } from './command.ts';
import { allPrepared, withMeaning } from './meaning.ts';
import { progressOn } from './progress.ts';

/** `nutgraf train`: learns the weights of the ranker, which lie beside its code. */
export const trainCommand: Command = {
  name: 'train',
  summary: 'learn the weights of the ranker from question sets',
  help: `nutgraf train --sets DIR [--newsroom DIR] [--background FILE] [--limit N] [--out FILE]

  --sets DIR         where ${SETS.join(' and ')} are (.articles.jsonl.gz and .questions.jsonl.gz)
  --newsroom DIR     questions about news: questions.jsonl, and library/ that they are asked of
  --background FILE  where the frequencies of words in general are written, over these sets and train-forum
  --limit N          at most N questions of each set, evenly spread (default: all)
  --out FILE         where the weights are written (default: printed)

The same sets give the same weights. They serve once they lie in src/knowledge/ranking/learned.json; those that
are learned with SEMANTIC=minilm, in learned-deep.json beside it.`,

  async run(args, io) {
    const { values } = readOptions(args, {
      sets: { type: 'string' },
      newsroom: { type: 'string' },
      out: { type: 'string' },
      background: { type: 'string' },
      limit: { type: 'string' },
    });
    if (values.sets === undefined)
      throw new UsageError('--sets should name the folder of the question sets.');
    const progress = progressOn(io.stderr);
    try {
      // First: the rarity of words is among what is learned from.
      if (values.background !== undefined) {
        await written('background', values.background, await background(values.sets));
      }
      const sources = { sets: values.sets, newsroom: values.newsroom ?? null, limit: limitOf(values.limit) };
      const trained = await withMeaning(readGeneralConfig(io.env), io, (deep) => {
        const prepared = (stories: readonly Story[]) => allPrepared(deep, stories, io);
        return train(sources, deep && { deep, prepared }, progress.show);
      });
      progress.clear();
      const text = `${JSON.stringify(trained, null, 2)}\n`;
      if (values.out === undefined) io.stdout.write(text);
      else await written('out', values.out, text);
      for (const [setting, share] of Object.entries(trained.heldOut)) {
        io.stderr.write(`${setting}: P@1 on held-out articles ${percent(share)}\n`);
      }
      return 0;
    } catch (error) {
      progress.clear();
      if (error instanceof QuestionSetError) throw new UsageError(error.message);
      throw error;
    }
  },
};

async function written(option: string, path: string, text: string): Promise<void> {
  await writeFile(path, text).catch(({ code }: NodeJS.ErrnoException) => {
    throw new UsageError(
      `--${option} cannot write ${path} (${code}): name a file in a folder that is there.`,
    );
  });
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}
