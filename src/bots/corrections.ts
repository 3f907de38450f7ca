import { type Knowledge, type Place, parsePlace } from '../knowledge/index.ts';
import type { Ledger, PostedAnswer } from '../ledger/ledger.ts';
import type { Log } from '../log.ts';
import { askingOf, nameOf, quotesOf, shownIn, stateOf } from './answers.ts';
import type { Asking } from './asking.ts';
import { type CorrectionOutcome, correctionEntry } from './correction-entry.ts';
import type { Desk } from './desk.ts';
import { dueAnswers } from './due.ts';
import { openTurns } from './in-turn.ts';
import { openLanes } from './lanes.ts';
import { lost } from './lost.ts';
import { once } from './once.ts';
import { correctedReply, goneReply } from './other-replies.ts';
import { closedBy, isDue, isOutdated } from './outdated.ts';
import type { Reply } from './reply.ts';

/** What changes answers of one platform where they stand. */
export interface Editor {
  readonly bot: PostedAnswer['bot'];
  /**
   * Shows something else in the place of an answer.
   *
   * @returns `true` when it is done, `false` where the platform does not allow it any more
   * @throws what the platform's client throws: it is tried again at the next look
   */
  edit(answer: PostedAnswer, reply: Reply, asking: Asking): Promise<boolean>;
  /** Posts something under an answer, which stays as it is. As {@link edit}. */
  follow(answer: PostedAnswer, reply: Reply, asking: Asking): Promise<boolean>;
}

/** Keeps answers true to the library. */
export interface Corrections {
  /** The library is another, or may have become another while nobody looked. */
  look(): void;
  /** Ends; what is being changed is finished first. */
  close(): Promise<void>;
}

export interface CorrectionsOptions {
  readonly knowledge: Pick<Knowledge, 'stories' | 'storiesOpenTo'>;
  readonly ledger: Ledger;
  readonly desk: Pick<Desk, 'again'>;
  readonly editors: readonly Editor[];
  /** `edit`: in the message itself; `note`: under it; `off`: not at all. */
  readonly mode: 'edit' | 'note' | 'off';
  readonly log: Log;
  /** The time, in ms since the epoch. */
  readonly now?: () => number;
}

const NOT_FOUND = 'what the library says now could not be found';

interface Shown {
  readonly reply: Reply;
  readonly outcome: CorrectionOutcome;
}

/**
 * In ms: after something failed in passing, or was left to another process, it is looked at again; not by all at the
 * same moment, of whom the same would come first every time, whether it can do it or not.
 */
const AGAIN_MS = { least: 20_000, spread: 5_000 };

/**
 * Brings answers up to date when the articles that they quote change: the new sentence in the place of the old, or the
 * old words struck where the article no longer says them. Those whose story is closed to their place are withdrawn. Each
 * is changed once, the oldest first; one at a time on a platform, or in a workspace that has its own token, which keeps
 * far from the platforms' limits. Where one of these is away, the others go on. Of processes that share a ledger, one
 * changes an answer; the others look again some time later, should it have died.
 *
 * @param options what there is to work with
 * @returns corrections, which look when they are told to
 */
export function openCorrections(options: CorrectionsOptions): Corrections {
  const { knowledge, ledger, desk, editors, mode, log, now = Date.now } = options;
  /** Stories that were in the library since the process began. */
  const known = new Set<string>();
  const lanes = openLanes({ nameOf, work: correct, again: look });
  /** What answers say now is found one after the other: many workspaces at once would hold up those who ask. */
  const inTurn = openTurns();
  let looking: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let later: NodeJS.Timeout | undefined;

  async function lookAtAll(): Promise<void> {
    const due = new Map<string, PostedAnswer[]>();
    for (const { slug } of knowledge.stories) known.add(slug);
    try {
      for await (const answer of dueAnswers(ledger.answers, knowledge, known)) {
        if (closed) return;
        const lane = `${answer.bot} ${answer.workspace ?? ''}`;
        due.set(lane, due.get(lane) ?? []);
        due.get(lane)?.push(answer);
      }
    } finally {
      // Those that were found before the ledger failed need nothing of the others.
      lanes.take(due);
    }
  }

  /** @returns `false` where it failed, and is looked at again */
  async function correct(answer: PostedAnswer): Promise<boolean> {
    const editor = editors.find(({ bot }) => bot === answer.bot);
    const [place, asking] = [parsePlace(answer.place), askingOf(answer)];
    // A bot that is off today may be on tomorrow; and while others were changed, the library may have changed again.
    if (closed || editor === undefined || !isDue(knowledge, known, answer)) return true;
    try {
      if (place === null || asking === null) {
        await ledger.answers.remove(answer);
        return true;
      }
      const what = `correct:${stateOf(answer)}`;
      const isHere = await once(ledger.inbox, { bot: answer.bot, what, now }, async () => {
        if (await isAsItWas(answer)) await bringUpToDate(answer, { editor, place, asking });
        else lookLater();
      });
      if (!isHere) lookLater();
      return true;
    } catch (error) {
      log.warn(
        { err: error, bot: answer.bot },
        'an answer could not be brought up to date, and is tried again',
      );
      lookLater();
      return false;
    }
  }

  /**
   * There may have been many before it, and another process may have changed it meanwhile. Where that cannot be read,
   * it is taken to be as it was.
   */
  async function isAsItWas(answer: PostedAnswer): Promise<boolean> {
    const { story = '', article = '' } = answer.quotes[0] ?? {};
    const found = await ledger.answers.quoting(story, article).catch(() => [answer]);
    return found.some((each) => each.bot === answer.bot && stateOf(each) === stateOf(answer));
  }

  async function bringUpToDate(
    answer: PostedAnswer,
    { editor, place, asking }: { editor: Editor; place: Place; asking: Asking },
  ): Promise<void> {
    const { reply, outcome } = await inTurn(() => replyFor(answer, place, asking));
    const isClosed = closedBy(knowledge);
    // A note under it would leave standing what may not be seen there any more, of whatever else it quotes.
    const isOpen = outcome !== 'withdrawn' && !answer.quotes.some(({ story }) => isClosed(answer, story));
    const isDone = await (mode === 'note' && isOpen ? editor.follow : editor.edit)(answer, reply, asking);
    const quotes = shownIn(reply);
    const next = { ...answer, quotes };
    if (!isDone || quotes.length === 0) await ledger.answers.remove(answer);
    else await ledger.answers.set(next);
    // While the platform took it, the library may have changed again.
    if (isDone && isDue(knowledge, known, next)) lookLater();
    if (isDone) {
      // As with questions: where nothing is open to a place, they are none of the desk's.
      const question = knowledge.storiesOpenTo(place).length === 0 ? '' : asking.text;
      const quote = quotes[0] ?? answer.quotes[0];
      const entry = correctionEntry({ place, question, outcome, quote, at: now() });
      ledger.journal.add(entry).catch(lost(log));
    }
    const { bot, channel, message } = answer;
    log.info({ bot, channel, message, done: isDone }, 'an answer was brought up to date');
  }

  function lookLater(): void {
    if (closed) return;
    const ms = AGAIN_MS.least + Math.random() * AGAIN_MS.spread;
    later ??= setTimeout(() => {
      later = undefined;
      look();
    }, ms).unref();
  }

  /** What is shown instead. What a place may not see any more is not shown there, struck or not. */
  async function replyFor(answer: PostedAnswer, place: Place, asking: Asking): Promise<Shown> {
    const open = new Set(knowledge.storiesOpenTo(place).map(({ slug }) => slug));
    const { reply, answer: found } = await desk.again(asking, place);
    // A failure is no word that the article says nothing: the next look may find it. What is closed goes at once.
    if (found === null && answer.quotes.every(({ story }) => open.has(story))) throw new Error(NOT_FOUND);
    const told = quotesOf(reply);
    const isTold = answer.quotes.some(({ story, article }) =>
      told.some((quote) => quote.story === story && quote.article === article),
    );
    const quoted = answer.quotes.filter(({ text }) => text !== '');
    const isCorrected = quoted.some((quote) => isOutdated(knowledge.stories, quote));
    if (isTold) return { reply: correctedReply(reply, now(), isCorrected), outcome: 'changed' };
    const shown = isCorrected ? quoted.filter(({ story }) => open.has(story)) : [];
    const texts = shown.map(({ text }) => text);
    return { reply: goneReply(texts, now()), outcome: texts.length > 0 ? 'gone' : 'withdrawn' };
  }

  function look(): void {
    if (mode === 'off' || closed) return;
    if (looking !== null) {
      again = true;
      return;
    }
    looking = lookAtAll()
      .catch((error: unknown) => log.error({ err: error }, 'answers could not be looked at for corrections'))
      .finally(() => {
        looking = null;
        if (again) {
          again = false;
          look();
        }
      });
  }

  return {
    look,
    async close() {
      closed = true;
      clearTimeout(later);
      await looking;
      await lanes.close();
    },
  };
}
