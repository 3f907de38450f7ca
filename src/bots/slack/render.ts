import type { KnownBlock } from '@slack/types';
import { besidesOf } from '../besides.ts';
import { ALSO_HEADING, NEAREST_HEADING, type Reply, type ReplyPart, type SingleReply } from '../reply.ts';
import { oneLine } from '../text.ts';
import { LIMITS, SHOWN } from './limits.ts';
import { feedbackActions, messageActions, partActions, type View } from './rendering/actions.ts';
import { SAID } from './rendering/messages.ts';
import {
  answerPart,
  copiesOf,
  fits,
  headed,
  noted,
  type Part,
  quotePart,
  said,
  sourcesOnly,
  struckPart,
  suggested,
  under,
} from './rendering/parts.ts';

/** A reply, as a message of Slack's. Its blocks are never empty. */
export type SlackMessage = Part;

/**
 * Turns a reply into a message. Holds every limit of {@link LIMITS} for every reply: what matters least is
 * left out, whole, and a quotation that does not fit gives way to a note where it can be read. None is cut.
 *
 * @param reply what to show
 * @param view how it is shown, which makes its buttons; `null` for a message without any
 * @returns the message
 */
export function renderReply(reply: Reply, view: View | null = null): SlackMessage {
  // The buttons of one question stand in one row, with those of the message.
  const sections =
    reply.kind === 'several'
      ? sectionsOf(reply.parts, view)
      : [{ ...sectionOf(reply, LIMITS.blocks, 0, view), row: [] }];
  const always = sections.flatMap(({ first }) => first.blocks);
  const foot = present(messageActions(reply, view), feedbackActions(reply, view));
  const actions = [...sections.flatMap(({ row }) => row), ...foot];
  const acting = fits(always, actions);
  const shown = sections.map(({ first }) => [first]);
  for (const [index, { groups }] of sections.entries()) {
    for (const group of groups) {
      for (const part of group) {
        if (!fits([...shown.flat(), part].flatMap(blocksOf), acting ? actions : [])) break;
        shown[index]?.push(part);
      }
    }
  }
  const blocks = sections.flatMap(({ row }, index) => [
    ...(shown[index] ?? []).flatMap(blocksOf),
    ...(acting ? row : []),
  ]);
  return {
    blocks: acting ? [...blocks, ...foot] : blocks,
    text: spoken(shown, ({ text }) => text),
    plain: spoken(shown, ({ plain }) => plain),
  };
}

/** What is shown for one question. */
interface Section {
  /** Always. */
  readonly first: Part;
  /** As far as they fit: where one of a group does not, none after it in the group is shown. */
  readonly groups: readonly (readonly Part[])[];
  /** Its buttons. */
  readonly row: readonly KnownBlock[];
}

/** What is kept for the heading of a question, as JSON. */
const HEADING_ROOM = 1_000;

/** Each question of a message with as much room as the others, its heading with what is always shown. */
function sectionsOf(parts: readonly ReplyPart[], view: View | null): readonly Section[] {
  const room = Math.floor(LIMITS.blocks / parts.length) - HEADING_ROOM;
  return parts.map(({ question, reply }, index) => {
    const section = sectionOf(reply, room, index, view);
    const words = oneLine(question ?? '', SHOWN.question);
    return words === '' ? section : { ...section, first: under(words, section.first) };
  });
}

/** `room`: for what is always shown, as JSON. */
function sectionOf(reply: SingleReply, room: number, part: number, view: View | null): Section {
  const opened = (what: string) => view?.state.opened.has(what) === true;
  const row = present(partActions(reply, part, view));
  switch (reply.kind) {
    case 'answer': {
      const { differing, same } = besidesOf(reply.answer);
      const [quote] = reply.answer.quotes;
      const inContext = opened(`context${part}`);
      return {
        first: answerPart(quote, room, inContext),
        groups: [
          inContext ? sourcesOnly(ALSO_HEADING, copiesOf(quote)) : [],
          noted(reply.notes),
          differing === null ? [] : [said(differing.sentence), quotePart(differing.quote, null)],
          view === null || opened(`sources${part}`)
            ? headed(ALSO_HEADING, same)
            : sourcesOnly(ALSO_HEADING, same),
        ],
        row,
      };
    }
    case 'unanswered':
      return {
        first: said(reply.sentence),
        groups: [
          noted(reply.notes),
          headed(NEAREST_HEADING, reply.nearest),
          suggested(reply.suggestions),
          noted(opened('told') ? [SAID.told] : []),
        ],
        row,
      };
    case 'gone':
      return { first: struckPart(reply.texts, reply.sentence), groups: [], row };
    case 'notice':
      return { first: said(reply.sentence), groups: [suggested(reply.suggestions)], row };
  }
}

function blocksOf({ blocks }: Part): readonly KnownBlock[] {
  return blocks;
}

function present(...blocks: readonly (KnownBlock | null)[]): readonly KnownBlock[] {
  return blocks.filter((block) => block !== null);
}

/** What answers each question, however long that is, and the rest as long as Slack advises to send so much. */
function spoken(sections: readonly (readonly Part[])[], textOf: (part: Part) => string): string {
  let length = sections.reduce(
    (sum, [first]) => sum + (first === undefined ? 0 : textOf(first).length + 2),
    0,
  );
  const said = sections.flatMap(([first, ...others]) => {
    const texts = first === undefined ? [] : [textOf(first)];
    for (const text of others.map(textOf)) {
      if (length + text.length + 2 > LIMITS.advisedText) break;
      length += text.length + 2;
      texts.push(text);
    }
    return texts;
  });
  return said.join('\n\n');
}
