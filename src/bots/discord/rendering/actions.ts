import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord.js';
import { type ButtonName, messageButtons, type Opened, partButtons, takesFeedback } from '../../buttons.ts';
import type { Reply, SingleReply } from '../../reply.ts';
import { LIMITS } from '../limits.ts';
import { writeCustomId } from '../payloads/custom-id.ts';
import { BUTTONS, FEEDBACK, NEXT } from './messages.ts';

/** A row of buttons. */
export type Row = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** How a message is shown besides what it says. */
export interface View {
  /** What its buttons carry (`carried.ts`). */
  readonly id: string;
  readonly opened: Opened;
  /** Whether only one person sees it, who may share it. */
  readonly shareable: boolean;
  /** The question, where the message does not stand under it. */
  readonly heading: string | null;
  /** Who shares it. */
  readonly by: string | null;
  /** Whether there are sentences that come after these. */
  readonly paged: boolean;
}

/** @returns how a message is shown that nothing was opened in yet */
export function freshView(id: string, more: Partial<View> = {}): View {
  return { id, opened: new Set(), shareable: false, heading: null, by: null, paged: false, ...more };
}

/** `ComponentType.ActionRow`, `ComponentType.Button`, `ButtonStyle.Secondary`: this file needs no SDK to run. */
const ACTION_ROW = 1;
const BUTTON = 2;
const SECONDARY = 2;

/** What opens and what closes have one name, which ends in the index of the question. */
const OPENS: Readonly<Partial<Record<ButtonName, string>>> = {
  'more-context': 'more-context',
  'less-context': 'more-context',
  'other-sources': 'other-sources',
  'fewer-sources': 'other-sources',
};

/** @returns the buttons of one question of several */
export function partRows(reply: SingleReply, part: number, view: View | null): readonly Row[] {
  return view === null ? [] : rowsOf(ofPart(reply, part, view));
}

/** @returns the buttons of a message as a whole, with those of its one question */
export function messageRows(reply: Reply, view: View | null): readonly Row[] {
  if (view === null) return [];
  const own = reply.kind === 'several' ? [] : ofPart(reply, 0, view);
  const names = messageButtons(reply, view.opened, view.shareable);
  const whole = names.map((name) => button(name, BUTTONS[name], view));
  const next = view.paged ? [button('next', NEXT, view)] : [];
  const feedback = takesFeedback(reply)
    ? (['helpful', 'not-helpful'] as const).map((name) => button(name, FEEDBACK[name], view))
    : [];
  // What somebody thinks of it stands apart from what they can do with it.
  return [...rowsOf([...own, ...next, ...whole]), ...rowsOf(feedback)];
}

function ofPart(reply: SingleReply, part: number, view: View): APIButtonComponentWithCustomId[] {
  return partButtons(reply, part, view.opened).map((name) =>
    button(`${OPENS[name] ?? name}-${part}`, BUTTONS[name], view),
  );
}

function button(action: string, label: string, { id, opened }: View): APIButtonComponentWithCustomId {
  return { type: BUTTON, style: SECONDARY, label, custom_id: writeCustomId({ action, id, opened }) };
}

function rowsOf(buttons: readonly APIButtonComponentWithCustomId[]): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += LIMITS.rowButtons) {
    rows.push({ type: ACTION_ROW, components: buttons.slice(at, at + LIMITS.rowButtons) });
  }
  return rows;
}
