import { questionChoices, storyChoices } from '../../../src/bots/discord/commands/autocomplete.ts';
import { ENGLISH } from '../../../src/bots/discord/commands/definitions/english.ts';
import { ASK, FIND } from '../../../src/bots/discord/commands/definitions/names.ts';
import { renderReply } from '../../../src/bots/discord/render.ts';
import { othersReply } from '../../../src/bots/other-replies.ts';
import { quotesIn } from '../../../src/bots/reply.ts';
import { quotedAt, type Story } from '../../../src/knowledge/index.ts';
import type { Surface } from '../../discord/surface.ts';
import { found, type Libraries, type LibraryName } from '../libraries.ts';
import { NUTGRAF } from '../people.ts';
import { SOMEWHERE } from './ids.ts';
import { pressed, said, TITLE, viewOf } from './shown.ts';

type Scene = (open: Libraries) => Promise<Surface>;

/** What is shown to somebody who says that an answer is not what was asked, under that answer. */
export function others(name: LibraryName, question: string): Scene {
  return async (open) => {
    const library = await open(name);
    const first = await found(library, SOMEWHERE, question);
    const shown = first.kind === 'several' ? [] : quotesIn(first);
    const next = await found(library, SOMEWHERE, question, shown.map(quotedAt));
    const reply = next.kind === 'several' ? next : othersReply(next);
    const view = viewOf({ paged: reply.kind === 'unanswered' });
    return pressed({ question, reply: first }, renderReply(reply, view));
  };
}

/** What is offered while somebody types a question, or then the name of a story. */
export function offered(
  option: 'question' | 'story',
  typed: string,
  ...names: readonly LibraryName[]
): Scene {
  return async (open) => {
    const stories = await storiesOf(names, open);
    const choices =
      option === 'question' ? questionChoices(typed, stories) : storyChoices(typed, stories, false);
    const { options } = ENGLISH.ask;
    const [asked] = stories.flatMap(({ questions }) => questions);
    const filled = option === 'question' ? [] : [{ name: options.question.name, value: asked ?? '' }];
    return {
      kind: 'typing',
      title: TITLE,
      typing: {
        app: NUTGRAF,
        command: ASK,
        filled,
        option: { ...options[option], typed },
        others: Object.keys(options).length - 1 - filled.length,
        choices: choices.map(({ name }) => name),
      },
    };
  };
}

/** The menu of a message, with what Nutgraf puts into it. */
export function inMenu(content: string): Surface {
  return { kind: 'menu', title: TITLE, message: said(content), entries: [{ app: NUTGRAF, name: FIND }] };
}

async function storiesOf(names: readonly LibraryName[], open: Libraries): Promise<readonly Story[]> {
  const all = await Promise.all(names.map(open));
  return all.flatMap((library) => library.storiesOpenTo(SOMEWHERE));
}
