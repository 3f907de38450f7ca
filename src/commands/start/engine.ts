import { within } from '../../bots/within.ts';
import type { Knowledge, Place } from '../../knowledge/index.ts';
import { withRequestId } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';

/** Whether the search engine answers. */
export interface EngineWatch {
  /** What bots ask: it is watched how they fare. */
  readonly asked: Pick<Knowledge, 'ask' | 'storiesOpenTo'>;
  /** Whether it did the last time that anybody asked. */
  isUp(): boolean;
  /** Asks it, where nobody has had an answer for some seconds. Never rejects. */
  look(): Promise<boolean>;
}

/** The id under which nobody but us asks. */
export const LOOKING = 'looking';

/** Asks nowhere in particular: what is open to it is open to everyone. */
const ANYWHERE: Place = { bot: 'terminal' };
/** In ms: an answer says for so long that the engine answers. */
const FRESH = 5_000;
/** In ms: whoever asks whether we are ready waits for a second, as probes of Kubernetes do. */
const PATIENCE = 900;
/** A line of an article, in characters: its words are certainly to be found. */
const LINE = 60;

/**
 * @param knowledge what is asked
 * @param metrics where it is counted that the engine failed
 * @param now tells the time, in ms
 * @returns a watch that takes the engine for one that answers until it does not
 */
export function watchEngine(
  knowledge: Pick<Knowledge, 'ask' | 'storiesOpenTo' | 'trouble'>,
  metrics: Pick<Metrics, 'engineFailed'> | null,
  now: () => number = () => performance.now(),
): EngineWatch {
  let isUp = true;
  let answeredAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<boolean> | null = null;

  async function ask(question: Parameters<Knowledge['ask']>[0]): ReturnType<Knowledge['ask']> {
    try {
      const answer = await knowledge.ask(question);
      isUp = true;
      answeredAt = now();
      return answer;
    } catch (error) {
      isUp = false;
      metrics?.engineFailed();
      throw error;
    }
  }

  async function lookNow(): Promise<boolean> {
    const line = lineOf(knowledge.storiesOpenTo(ANYWHERE));
    // Of an empty library nothing can be asked, nor can anything fail.
    if (line === null) return isUp && knowledge.trouble() === null;
    const question = { text: line, scope: { place: ANYWHERE, story: null }, earlier: [] };
    try {
      if (
        !(await within(
          PATIENCE,
          withRequestId(LOOKING, () => ask(question)),
        ))
      )
        isUp = false;
    } catch {
      // Counted above.
    }
    return isUp && knowledge.trouble() === null;
  }

  return {
    asked: { ask, storiesOpenTo: (place) => knowledge.storiesOpenTo(place) },
    isUp: () => isUp && knowledge.trouble() === null,
    look() {
      if (isUp && knowledge.trouble() === null && now() - answeredAt < FRESH) return Promise.resolve(true);
      looking ??= lookNow().finally(() => {
        looking = null;
      });
      return looking;
    },
  };
}

function lineOf(stories: ReturnType<Knowledge['storiesOpenTo']>): string | null {
  for (const { articles } of stories) {
    for (const { body } of articles) {
      if (body !== '') return body.slice(0, LINE);
    }
  }
  return null;
}
