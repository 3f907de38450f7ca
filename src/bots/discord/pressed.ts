import { type APIInteraction, type APIMessage, InteractionType, MessageFlags } from 'discord.js';
import { z } from 'zod';
import type { Place } from '../../knowledge/index.ts';
import type { Asking } from '../asking.ts';
import { askingOf } from '../carried.ts';
import type { Around } from './around.ts';
import { personOf, spotOf } from './commands/spot.ts';
import { type Control, readCustomId } from './custom-id.ts';
import type { HeardInteraction } from './heard.ts';
import type { Answerable } from './interaction-path.ts';
import { questionText } from './question-text.ts';
import { HEADING_ID } from './render.ts';
import { type Spot, whereabouts } from './whereabouts.ts';

/** A button that somebody pressed. */
export interface Pressed {
  readonly interaction: Answerable;
  readonly control: Control;
  readonly spot: Spot;
  readonly place: Place;
  readonly person: string | null;
  /** As people see it, for what is shared in their name. */
  readonly userName: string;
  /** The message that the button is on. */
  readonly message: Partial<APIMessage>;
  /** Whether only the person sees that message. */
  readonly isPrivate: boolean;
  /** The question that stands in the message, where it stands in one. */
  readonly heading: string | null;
}

/**
 * @param around who we are
 * @param interaction what Discord sent
 * @returns the button; `null` where it is none of ours
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
  const user = interaction.member?.user ?? interaction.user;
  return {
    interaction: { id, token, application_id: interaction.application_id ?? client.application?.id ?? '' },
    control,
    spot,
    place: whereabouts(spot).place,
    person: personOf(spot),
    userName: interaction.member?.nick ?? user?.global_name ?? user?.username ?? '',
    message: message ?? {},
    isPrivate: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    heading: headingIn(message?.components),
  };
}

/**
 * What the message is about: as it was kept, and where that is lost, the question that stands in it or above it.
 *
 * @param around where it was kept
 * @param pressed the button
 * @returns what finds the answer again; `null` where nothing tells
 */
export async function askedIn({ ledger, client }: Around, pressed: Pressed): Promise<Asking | null> {
  const kept = await askingOf(ledger, pressed.control.id);
  if (kept !== null) return kept;
  const { referenced_message: above } = pressed.message;
  const text = pressed.heading ?? (above?.content ? questionText(above.content, client.user?.id ?? '') : '');
  return text === '' ? null : { text, story: null, earlier: [] };
}

/** Our own Markdown undone. A question that was shortened for its heading is not the question. */
function headingIn(components: APIMessage['components'] | null | undefined): string | null {
  for (const container of components ?? []) {
    const inside: readonly unknown[] = 'components' in container ? container.components : [];
    for (const each of inside) {
      const { data } = Heading.safeParse(each);
      if (data !== undefined) return undone(data.content);
    }
  }
  return null;
}

const Heading = z.object({ id: z.literal(HEADING_ID), content: z.string() });

function undone(content: string): string | null {
  const words = /^\*\*(.+)\*\*$/s.exec(content)?.[1]?.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
  return words === undefined || words.endsWith('…') ? null : words;
}
