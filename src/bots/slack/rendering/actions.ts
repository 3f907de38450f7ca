import type { ActionsBlock, Button, ContextActionsBlock } from '@slack/types';
import { type ButtonName, messageButtons, partButtons, takesFeedback } from '../../buttons.ts';
import type { Reply, SingleReply } from '../../reply.ts';
import { type State, writeState } from '../state.ts';
import { BUTTONS, FEEDBACK, SPOKEN } from './messages.ts';

/** `action_id` of the two feedback buttons. */
export const FEEDBACK_ACTION = 'feedback';

/** How a message is shown besides what it says. */
export interface View {
  readonly state: State;
  /** Whether only one person sees it, who may share it with the channel. */
  readonly shareable: boolean;
}

/** The buttons of one question of several, or none. */
export function partActions(reply: SingleReply, part: number, view: View | null): ActionsBlock | null {
  return view === null ? null : rowOf(ofPart(reply, part, view));
}

/** The buttons of a message as a whole, with those of its one question; or none. */
export function messageActions(reply: Reply, view: View | null): ActionsBlock | null {
  if (view === null) return null;
  const names = messageButtons(reply, view.state.opened, view.shareable);
  const own = reply.kind === 'several' ? [] : ofPart(reply, 0, view);
  return rowOf([...own, ...names.map((name) => button(name, name, writeState(view.state)))]);
}

/** "Helpful", "Not helpful": under what claims to answer. */
export function feedbackActions(reply: Reply, view: View | null): ContextActionsBlock | null {
  if (view === null || !takesFeedback(reply)) return null;
  const value = writeState({ ...view.state, opened: new Set() });
  const choice = (name: keyof typeof FEEDBACK) => {
    const { label, spoken } = FEEDBACK[name];
    // A value says which of the two it is by its first word: both have the same action_id.
    return { text: plainText(label), accessibility_label: spoken, value: `${name} ${value}` };
  };
  const [positive_button, negative_button] = [choice('helpful'), choice('not-helpful')];
  return {
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', action_id: FEEDBACK_ACTION, positive_button, negative_button }],
  };
}

/** What opens and what closes have one `action_id`, which ends in the index of the question. */
const OPENS: Readonly<Partial<Record<ButtonName, string>>> = {
  'more-context': 'more-context',
  'less-context': 'more-context',
  'other-sources': 'other-sources',
  'fewer-sources': 'other-sources',
};

function ofPart(reply: SingleReply, part: number, { state }: View): Button[] {
  return partButtons(reply, part, state.opened).map((name) =>
    button(`${OPENS[name] ?? name}-${part}`, name, writeState(state)),
  );
}

function button(action: string, name: ButtonName, value: string): Button {
  return {
    type: 'button',
    action_id: action,
    text: plainText(BUTTONS[name]),
    accessibility_label: SPOKEN[name],
    value,
  };
}

function rowOf(elements: Button[]): ActionsBlock | null {
  return elements.length === 0 ? null : { type: 'actions', elements };
}

function plainText(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
