import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Answer } from '../../../src/knowledge/answer.ts';
import { openKnowledge } from '../../../src/knowledge/knowledge.ts';
import type { Question } from '../../../src/knowledge/question.ts';
import { turnsOf } from '../../../src/knowledge/questions/turns.ts';
import { holdsLater } from '../support/holds.ts';
import { libraries, type MadeLibrary, type MadeStory, NOW } from './libraries.ts';
import { questionsTo } from './questions.ts';
import { expectSound } from './shape.ts';

type Engine = 'memory' | 'minisearch';

/** A library's folder, as long as it is asked. */
async function withLibrary<T>(stories: readonly MadeStory[], work: (data: string) => Promise<T>): Promise<T> {
  const data = await mkdtemp(join(tmpdir(), 'nutgraf-fuzz-'));
  try {
    for (const [path, text] of stories.flatMap(({ files }) => Object.entries(files))) {
      await mkdir(dirname(join(data, path)), { recursive: true });
      await writeFile(join(data, path), text);
    }
    return await work(data);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** An answer without the times it took. */
const without = ({ tookMs: _, further, ...rest }: Answer): object => ({
  ...rest,
  further: further.map(without),
});

/** All that somebody in a place can find out by asking. */
async function toldBy(stories: readonly MadeStory[], questions: readonly Question[], engine: Engine) {
  return withLibrary(stories, async (data) => {
    const knowledge = await openKnowledge({ data, engine, now: () => NOW });
    const told: unknown[] = [];
    let earlier: Question['earlier'] = [];
    for (const question of questions) {
      const { place } = question.scope;
      const asked = { ...question, earlier: [...question.earlier, ...earlier] };
      const answer = await knowledge.ask(asked);
      const open = knowledge.storiesOpenTo(place);
      expectSound(answer, question.text, open);
      earlier = [...earlier, ...turnsOf(answer)];
      told.push(without(answer), knowledge.problemsOpenTo(place), open);
      told.push(await knowledge.explain(asked, 5));
    }
    await knowledge.close();
    return told;
  });
}

interface Made {
  readonly library: MadeLibrary;
  readonly questions: readonly Question[];
  readonly engine: Engine;
}

function thread(): fc.Arbitrary<Made> {
  return libraries().chain((library) =>
    fc.record({
      library: fc.constant(library),
      engine: fc.constantFrom<Engine>('memory', 'minisearch'),
      questions: fc
        .tuple(questionsTo(library), fc.array(questionsTo(library), { maxLength: 2 }))
        .map(([first, others]) => [first, ...others.map((other) => ({ ...other, scope: first.scope }))]),
    }),
  );
}

it('a place is answered as if the stories that are closed to it were not there, and every answer is sound', async () => {
  await holdsLater(
    thread(),
    async ({ library: { stories }, questions, engine }) => {
      const open = stories.filter((story) => questions.every(({ scope }) => story.isOpenTo(scope.place)));
      expect(await toldBy(stories, questions, engine)).toEqual(await toldBy(open, questions, engine));
    },
    { share: 0.1 },
  );
}, 600_000);
