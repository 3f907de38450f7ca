import type { ModalView } from '@slack/types';
import { questionsOf } from '../../../src/bots/article-questions.ts';
import { othersReply } from '../../../src/bots/other-replies.ts';
import { quotesIn } from '../../../src/bots/reply.ts';
import { homeView } from '../../../src/bots/slack/rendering/home.ts';
import { answerModal, askModal, settingsModal } from '../../../src/bots/slack/rendering/modals.ts';
import { sharedMessage } from '../../../src/bots/slack/rendering/shared.ts';
import { unfurlBlocks } from '../../../src/bots/slack/rendering/unfurl.ts';
import { quotedAt, type Story } from '../../../src/knowledge/index.ts';
import type { Surface } from '../../slack/surface.ts';
import { found, type Libraries, type LibraryName } from '../libraries.ts';
import { DORA, NUTGRAF } from '../people.ts';
import { alone, inThread, message, SOMEWHERE, unfurled, viewOf } from './shown.ts';

type Scene = (open: Libraries) => Promise<Surface>;

/** What is shown instead, to somebody who says that an answer is not what was asked. */
export function others(name: LibraryName, question: string): Scene {
  return async (open) => {
    const library = await open(name);
    const first = await found(library, SOMEWHERE, question);
    const shown = first.kind === 'several' ? [] : quotesIn(first);
    const next = await found(library, SOMEWHERE, question, shown.map(quotedAt));
    return inThread({ question, reply: next.kind === 'several' ? next : othersReply(next) });
  };
}

/** An answer that one person saw, and shared. */
export function alreadyShared(name: LibraryName, question: string): Scene {
  return async (open) => {
    const reply = await found(await open(name), SOMEWHERE, question);
    return alone(sharedMessage(reply, viewOf({ question }, false), question, DORA.name));
  };
}

/** A link to an article of a library, pasted into a channel. */
export function link(name: LibraryName, article: string): Scene {
  return async (open) => {
    const library = await open(name);
    const stories = library.storiesOpenTo(SOMEWHERE);
    const wanted = stories.flatMap(({ articles }) => articles).find(({ id }) => id === article);
    if (wanted === undefined) throw new Error(`There is no article ${article} in the library ${name}.`);
    const questions = await questionsOf(wanted, stories, SOMEWHERE, library);
    return unfurled(wanted.url ?? '', unfurlBlocks(wanted, questions));
  };
}

/** The modal to ask in, where there are the stories of several libraries. */
export function askingModal(...names: readonly LibraryName[]): Scene {
  return async (open) => modal(askModal(await storiesOf(names, open)));
}

/** The modal that shows an answer. */
export function answerInModal(name: LibraryName, question: string): Scene {
  return async (open) =>
    modal(
      answerModal(question, message({ question, reply: await found(await open(name), SOMEWHERE, question) })),
    );
}

/** The modal for what is set for a channel. */
export function settings(...names: readonly LibraryName[]): Scene {
  return async (open) => {
    const stories = await storiesOf(names, open);
    return modal(settingsModal(stories, { story: stories[0]?.slug ?? null }, 'C0DESK'));
  };
}

/** The Home tab, as an administrator sees it. */
export function home(recent: readonly string[], ...names: readonly LibraryName[]): Scene {
  return async (open) => {
    const stories = await storiesOf(names, open);
    return { kind: 'home', app: NUTGRAF, view: homeView({ stories, recent, mayChange: 'members' }) };
  };
}

async function storiesOf(names: readonly LibraryName[], open: Libraries): Promise<readonly Story[]> {
  const all = await Promise.all(names.map(open));
  return all.flatMap((library) => library.storiesOpenTo(SOMEWHERE));
}

function modal(view: ModalView): Surface {
  return { kind: 'modal', app: NUTGRAF, view };
}
