import { setImmediate } from 'node:timers/promises';
import type { Knowledge } from '../knowledge/index.ts';
import type { AnswerStore, PostedAnswer } from '../ledger/ledger.ts';
import { nameOf } from './answers.ts';
import { closedBy, outdatedBy } from './outdated.ts';

/**
 * Answers that have to be changed, the oldest of each article first.
 *
 * @param answers where they are kept
 * @param knowledge the library as it is now
 * @param known stories that were in the library at some time: of others nothing is said
 * @returns each once, as it is come upon
 * @throws what the ledger throws
 */
export async function* dueAnswers(
  answers: Pick<AnswerStore, 'quoted' | 'quoting'>,
  knowledge: Pick<Knowledge, 'stories' | 'storiesOpenTo'>,
  known: ReadonlySet<string>,
): AsyncGenerator<PostedAnswer> {
  const seen = new Set<string>();
  const isClosed = closedBy(knowledge);
  for (const quoted of await answers.quoted()) {
    const { story, article } = quoted;
    // Another library may be served than the one that was quoted: what was never here is not gone.
    if (!known.has(story)) continue;
    const isOutdated = outdatedBy(knowledge.stories, quoted);
    for (const answer of await answers.quoting(story, article)) {
      if (seen.has(nameOf(answer)) || !(isOutdated(answer) || isClosed(answer, story))) continue;
      seen.add(nameOf(answer));
      yield answer;
    }
    // Of 50,000 answers, reading and comparing takes more than a second, in which others ask.
    await setImmediate();
  }
}
