import type { ActionsBlock, Button, ContextActionsBlock } from '@slack/types';
import { besidesOf } from '../besides.ts';
import type { Reply, SingleReply } from '../reply.ts';
import { LIMITS } from './limits.ts';
import { BUTTONS, FEEDBACK, SPOKEN } from './messages.ts';
import { type State, writeState } from './state.ts';

/** Names of what buttons do; those that belong to one part of a message end in its index: `more-context-0`. */
export type Action = 'more-context' | 'other-sources' | 'not-what-i-asked' | 'tell-the-desk' | 'share';
/** `action_id` of the two feedback buttons. */
export const FEEDBACK_ACTION = 'feedback';

/** How a message is shown besides what it says. */
export interface View {
  readonly state: State;
  /** Whether only one person sees it, who may share it with the channel. */
  readonly shareable: boolean;
}

/** The buttons of one part of a message with several, or none. */
export function partActions(reply: SingleReply, part: number, view: View | null): ActionsBlock | null {
  const value = view === null ? null : writeState(view.state);
  return view === null || value === null ? null : rowOf(partButtons(reply, part, view, value));
}

function partButtons(reply: SingleReply, part: number, { state }: View, value: string): Button[] {
  if (reply.kind !== 'answer') return [];
  const { opened } = state;
  const [first] = reply.answer.quotes;
  const buttons: Button[] = [];
  if (first.before !== '' || first.after !== '') {
    const label = opened.has(`context${part}`) ? 'less-context' : 'more-context';
    buttons.push(button(`more-context-${part}`, label, value));
  }
  if (besidesOf(reply.answer).same.length > 0) {
    const label = opened.has(`sources${part}`) ? 'fewer-sources' : 'other-sources';
    buttons.push(button(`other-sources-${part}`, label, value));
  }
  return buttons;
}

/** The buttons of a message as a whole, or none. */
export function messageActions(reply: Reply, view: View | null): ActionsBlock | null {
  const value = view === null ? null : writeState(view.state);
  if (view === null || value === null) return null;
  const buttons = reply.kind === 'several' ? [] : partButtons(reply, 0, view, value);
  const names: Action[] = [];
  if (reply.kind === 'answer') names.push('not-what-i-asked');
  if (isForTheDesk(reply) && !view.state.opened.has('told')) names.push('tell-the-desk');
  if (view.shareable && reply.kind !== 'notice') names.push('share');
  for (const name of names) buttons.push(button(name, name, value));
  return rowOf(buttons);
}

/** "Helpful", "Not helpful": under what claims to answer. */
export function feedbackActions(reply: Reply, view: View | null): ContextActionsBlock | null {
  const value = view === null ? null : writeState({ ...view.state, opened: new Set() });
  const answers =
    reply.kind === 'several'
      ? reply.parts.some(({ reply: { kind } }) => kind === 'answer')
      : reply.kind === 'answer';
  if (value === null || !answers) return null;
  const choice = (name: keyof typeof FEEDBACK) => {
    const { label, spoken } = FEEDBACK[name];
    // A value says which of the two it is by its first word: both have the same action_id.
    const marked = `${name} ${value}`;
    return { text: plainText(label), accessibility_label: spoken, value: marked };
  };
  const [positive_button, negative_button] = [choice('helpful'), choice('not-helpful')];
  if (negative_button.value.length > LIMITS.value) return null;
  return {
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', action_id: FEEDBACK_ACTION, positive_button, negative_button }],
  };
}

/** Whether somebody may want the editors to know that this was not answered. */
function isForTheDesk(reply: Reply): boolean {
  return reply.kind === 'several'
    ? reply.parts.some(({ reply: part }) => part.kind === 'unanswered')
    : reply.kind === 'unanswered';
}

function button(action: string, label: keyof typeof BUTTONS, value: string): Button {
  return {
    type: 'button',
    action_id: action,
    text: plainText(BUTTONS[label]),
    accessibility_label: SPOKEN[label],
    value,
  };
}

function rowOf(elements: Button[]): ActionsBlock | null {
  return elements.length === 0 ? null : { type: 'actions', elements };
}

function plainText(text: string) {
  return { type: 'plain_text', text, emoji: false } as const;
}
