import { type APIInteraction, type APIMessage, InteractionType, Routes } from 'discord.js';
import { z } from 'zod';
import type { Place } from '../../../knowledge/index.ts';
import type { Asking } from '../../asking.ts';
import { askingOf } from '../../carried.ts';
import type { Around } from '../around.ts';
import { callError } from '../calls/failure.ts';
import type { Answerable } from '../calls/interaction-path.ts';
import { personOf, spotOf } from '../commands/spot.ts';
import { leans } from '../manners/repeats.ts';
import { BY_ID, HEADING_ID } from '../render.ts';
import { SAID } from '../rendering/messages.ts';
import { settingsAt } from '../settings.ts';
import { type Control, readCustomId } from './custom-id.ts';
import type { HeardInteraction } from './heard.ts';
import { mayWrite } from './permissions.ts';
import { questionText } from './question-text.ts';
import { type Spot, whereabouts } from './whereabouts.ts';

/** Discord waits three seconds for the response to a press; half of it is left. */
const READ_MS = 1_000;

/** A button that somebody pressed. */
export interface Pressed {
  readonly interaction: Answerable;
  readonly control: Control;
  readonly spot: Spot;
  readonly place: Place;
  readonly person: string | null;
  /** As people see it, for what is shared in their name. */
  readonly userName: string;
  /** Whether they may write there themselves. */
  readonly mayWrite: boolean;
  /** The message that the button is on. */
  readonly message: Partial<APIMessage>;
  /** Whether it can be shared from that message. */
  readonly shareable: boolean;
  /** The question that stands in the message, perhaps shortened, where it stands in one. */
  readonly heading: string | null;
  /** Who shares it, where that stands in the message. */
  readonly by: string | null;
}

/**
 * @param around who we are
 * @param interaction what Discord sent
 * @returns the button; `null` where it is none of ours, or on a message that stands elsewhere
 */
export function pressedIn(
  { client }: Pick<Around, 'client'>,
  interaction: APIInteraction & HeardInteraction,
): Pressed | null {
  if (interaction.type !== InteractionType.MessageComponent) return null;
  const control = readCustomId(interaction.data?.custom_id ?? '');
  if (control === null) return null;
  const { id, token, message } = interaction;
  const spot = spotOf(client, interaction);
  // What is open to the place of the press may not be open to another, where the message would show it.
  const isThere = [undefined, spot.channel, spot.parent].includes(message?.channel_id);
  if (!isThere) return null;
  const user = interaction.member?.user ?? interaction.user;
  return {
    interaction: { id, token, application_id: interaction.application_id ?? client.application?.id ?? '' },
    control,
    spot,
    place: whereabouts(spot).place,
    person: personOf(spot),
    userName: wordsOf(interaction.member?.nick ?? user?.global_name ?? user?.username),
    mayWrite: mayWrite(interaction, spot),
    message: message ?? {},
    shareable: idsIn(message?.components).some((id) => readCustomId(id)?.action === 'share'),
    heading: textIn(message?.components, HEADING_ID, /^\*\*(.+)\*\*$/s),
    by: textIn(message?.components, BY_ID, BY),
  };
}

/**
 * What the message is about: as it was kept, and where that is lost, the question that stands in it or above it.
 *
 * @param around where it was kept
 * @param pressed the button
 * @returns what finds the answer again; `null` where nothing tells
 */
export async function askedIn(around: Around, pressed: Pressed): Promise<Asking | null> {
  const { ledger, log, knowledge } = around;
  const kept = await askingOf(ledger, pressed.control.id);
  if (kept !== null) return kept;
  const text = pressed.heading ?? questionText(await textAbove(around, pressed));
  // One that was shortened is not the question, and of one that leans on another we no longer know on which.
  if (text === '' || text.endsWith('…') || leans(text)) return null;
  const { story = null } = await settingsAt(ledger, log, pressed.place);
  const isOpen = knowledge.storiesOpenTo(pressed.place).some(({ slug }) => slug === story);
  return { text, story: isOpen ? story : null, earlier: [] };
}

/** What the message replies to says, where Discord tells: whatever mentions us, we may read. */
async function textAbove({ client, log }: Around, { message, spot }: Pressed): Promise<string> {
  const { referenced_message: above, message_reference: reference } = message;
  if (above != null || reference?.message_id === undefined) return wordsOf(above?.content);
  // What we may read elsewhere is not for whoever presses here.
  if (reference.channel_id !== spot.channel) return '';
  const route = Routes.channelMessage(reference.channel_id, reference.message_id);
  try {
    const found = await client.rest.get(route, { signal: AbortSignal.timeout(READ_MS) });
    return Written.safeParse(found).data?.content ?? '';
  } catch (error) {
    log.debug({ err: callError(error) }, 'the question above an answer could not be read');
    return '';
  }
}

const Written = z.object({ content: z.string() });

const BY = new RegExp(`^-# ${SAID.shared('(.+)')}$`, 's');

/** What one of our texts says, our own Markdown undone. */
function textIn(components: unknown, id: number, form: RegExp) {
  for (const container of listOf(components)) {
    for (const each of listOf(Component.safeParse(container).data?.components)) {
      const { data } = Text.safeParse(each);
      const words = data?.id === id ? form.exec(data.content)?.[1] : undefined;
      if (words !== undefined) return words.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
    }
  }
  return null;
}

const Text = z.object({ id: z.number(), content: z.string() });

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Every `custom_id` in a message. */
function idsIn(components: unknown): readonly string[] {
  return listOf(components).flatMap((each: unknown) => {
    const { data } = Component.safeParse(each);
    return [...(data?.custom_id === undefined ? [] : [data.custom_id]), ...idsIn(data?.components)];
  });
}

const Component = z.object({ custom_id: z.string().optional(), components: z.unknown().optional() });
