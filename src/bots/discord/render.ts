import type { APIContainerComponent, APITextDisplayComponent } from 'discord.js';
import type { Reply, ReplyPart } from '../reply.ts';
import { isolated, oneLine } from '../text.ts';
import { LIMITS, SHOWN } from './limits.ts';
import { messageRows, partRows, type Row, type View } from './rendering/actions.ts';
import { escaped } from './rendering/markdown.ts';
import { SAID } from './rendering/messages.ts';
import { type Parts, partsOf, tooLong, withSuggestions } from './rendering/parts.ts';

/** A reply, as a message of Discord's, in two forms. */
export interface DiscordMessage {
  /** Components V2 (https://discord.com/developers/docs/components/reference). */
  readonly components: readonly [APIContainerComponent];
  /** The same as `content`, for where Discord refuses the components. It holds less. */
  readonly content: string;
}

/** `ComponentType.Container` and `ComponentType.TextDisplay`: this file needs no SDK to run. */
const CONTAINER = 17;
const TEXT_DISPLAY = 10;
/** `id` of the components that hold the question, and who shares it, by which they are found again. */
export const HEADING_ID = 1;
export const BY_ID = 2;

/** Stands between the parts of `content`. */
const GAP = '\n\n';

/**
 * Turns a reply into a message. Holds every limit of {@link LIMITS} for every reply: what matters least is
 * left out, whole, and a quotation that does not fit gives way to a note where it can be read. None is cut.
 *
 * @param reply what to show
 * @param view how it is shown, which makes its buttons; `null` for a message without any
 * @returns the message
 */
export function renderReply(reply: Reply, view: View | null = null): DiscordMessage {
  const several = reply.kind === 'several';
  const sections = several ? sectionsOf(reply.parts, view) : [partsOf(reply, 0, view?.opened)];
  const rows = several ? reply.parts.map((part, index) => partRows(part.reply, index, view)) : [];
  const foot = messageRows(reply, view);
  const above = headOf(view);
  const used = [...rows.flat(), ...foot].reduce((sum, row) => sum + 1 + row.components.length, above.length);
  // One of the components is the container.
  const texts = fitted(sections, {
    length: LIMITS.componentText - above.reduce((sum, { content }) => sum + content.length, 0),
    bytes: LIMITS.componentBytes - above.reduce((sum, { content }) => sum + bytesOf(content), 0),
    gap: 0,
    pieces: LIMITS.components - 1 - used,
  });
  const inside = texts.flatMap((shown, index): readonly (APITextDisplayComponent | Row)[] => [
    ...shown.map((content) => ({ type: TEXT_DISPLAY, content }) as const),
    ...(rows[index] ?? []),
  ]);
  const plain = [
    ...above.map(({ content }) => content),
    ...fitted(sections, {
      length: LIMITS.content - headingLength(above),
      bytes: Number.POSITIVE_INFINITY,
      gap: GAP.length,
      pieces: Number.POSITIVE_INFINITY,
    }).flat(),
  ];
  return {
    components: [{ type: CONTAINER, components: [...above, ...inside, ...foot] }],
    content: plain.join(GAP),
  };
}

/** @returns a message of some words of ours, which are Markdown */
export function renderWords(content: string): DiscordMessage {
  return { components: [{ type: CONTAINER, components: [{ type: TEXT_DISPLAY, content }] }], content };
}

/** The question, where the message does not stand under it, and who shares it. */
function headOf(view: View | null): readonly APITextDisplayComponent[] {
  const words = oneLine(view?.heading ?? '', SHOWN.question);
  const by = oneLine(view?.by ?? '', SHOWN.name);
  return [
    ...(words === ''
      ? []
      : [{ type: TEXT_DISPLAY, id: HEADING_ID, content: `**${escaped(words)}**` } as const]),
    ...(by === ''
      ? []
      : [{ type: TEXT_DISPLAY, id: BY_ID, content: `-# ${escaped(SAID.shared(isolated(by)))}` } as const]),
  ];
}

function headingLength(above: readonly APITextDisplayComponent[]): number {
  return above.reduce((sum, { content }) => sum + content.length + GAP.length, 0);
}

/** What there is for all parts together. */
interface Room {
  /** UTF-16 code units. */
  readonly length: number;
  readonly bytes: number;
  /** Code units between two parts. */
  readonly gap: number;
  readonly pieces: number;
}

/** What a text costs, in bytes. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text) + LIMITS.bytesBesides;
}

/** As many parts of each section as fit, the most important first. */
function fitted(sections: readonly Parts[], { length, bytes, gap, pieces }: Room): string[][] {
  const shown: string[][] = sections.map(() => []);
  // What is always shown of one question leaves as much room for the others.
  const share = { length: (length + gap) / sections.length, bytes: bytes / sections.length };
  const left = { length: length + gap, bytes };
  const show = (section: number, text: string, room: { length: number; bytes: number }): boolean => {
    const cost = { length: text.length + gap, bytes: bytesOf(text) };
    const tooLong = cost.length > Math.min(left.length, room.length);
    if (tooLong || cost.bytes > Math.min(left.bytes, room.bytes) || shown.flat().length >= pieces)
      return false;
    left.length -= cost.length;
    left.bytes -= cost.bytes;
    shown[section]?.push(text);
    return true;
  };
  for (const [at, { first }] of sections.entries()) first.some((text) => show(at, text, share));
  for (const [at, { more }] of sections.entries()) more.every((text) => show(at, text, left));
  for (const [at, { suggestions, last }] of sections.entries()) {
    withSuggestions(suggestions).some((text) => show(at, text, left));
    last.every((text) => show(at, text, left));
  }
  return shown;
}

/** Each question of a message, its heading with what is always shown of its answer. */
function sectionsOf(parts: readonly ReplyPart[], view: View | null): readonly Parts[] {
  return parts.map(({ question, reply }, index) => {
    const { first, ...rest } = partsOf(reply, index, view?.opened);
    const words = oneLine(question ?? '', SHOWN.question);
    const headed = (text: string) => (words === '' ? text : `**${escaped(words)}**\n${text}`);
    const [fullest, ...others] = first;
    const shortest = reply.kind === 'answer' ? tooLong : (others.at(-1) ?? fullest);
    // A heading may double by its escapes; without it there is always room for what came of the question.
    return { ...rest, first: [headed(fullest), ...others.map(headed), headed(shortest), shortest] };
  });
}
