import { fieldsOf, type Given, stateOf, valuesOf } from './fields.ts';
import type { Json } from './json.ts';
import type { Kept } from './messages.ts';
import { messageActions } from './payloads.ts';
import type { Person, Slack } from './person.ts';
import { seen } from './shown.ts';
import { viewActions, viewSubmission } from './view-payloads.ts';
import type { View } from './views.ts';

/** What a person does with a message or a view that they see. */

const isView = (on: Kept | View): on is View => 'hash' in on;
const contentOf = (on: Kept | View): Json => (isView(on) ? on : on.message);

/**
 * @param sent a message, a preview of a link or a view
 * @param label what stands on the button
 * @returns what pressing it sends as `actions[0]`
 * @throws Error that names the buttons there are, when there is none with this label
 */
export function actionOf(sent: Json, label: string): Json {
  const { buttons } = seen(sent);
  const button = buttons.find((other) => other.label === label);
  if (button === undefined) throw new Error(`no button ${label}, but ${buttons.map((other) => other.label)}`);
  const { type, action_id, block_id, value, url } = button;
  return {
    type,
    action_id,
    block_id,
    text: { type: 'plain_text', text: label, emoji: true },
    ...(value === null ? {} : { value }),
    ...(url === null ? {} : { url }),
  };
}

/**
 * Presses a button.
 *
 * @param slack makes trigger and `response_url`
 * @param on the message or the view that it is on
 * @param label what stands on it
 * @param person who presses; whoever sees it, unless said otherwise
 * @returns the `block_actions` payload
 * @throws Error when there is no such button
 */
export function press(slack: Slack, on: Kept | View, label: string, person: Person = {}): Json {
  return acted(slack, on, actionOf(contentOf(on), label), person);
}

/**
 * Chooses an option of a menu.
 *
 * @param slack makes trigger and `response_url`
 * @param on the message or the view that it is on
 * @param menu its label, placeholder, `action_id` or `block_id`
 * @param option the text of the option, or an option of an external menu; several where several are chosen
 * @param person who chooses; whoever sees it, unless said otherwise
 * @returns the `block_actions` payload
 * @throws Error when there is no such menu or option
 */
export function choose(
  slack: Slack,
  on: Kept | View,
  menu: string,
  option: Given,
  person: Person = {},
): Json {
  const fields = fieldsOf(contentOf(on));
  const found = fields.find(({ names }) => names.includes(menu));
  if (found === undefined) throw new Error(`no menu ${menu}, but ${fields.map(({ names }) => names)}`);
  const { block_id, element } = found;
  const action = { ...stateOf(element, option), action_id: element.action_id, block_id };
  return acted(slack, on, action, person, { [String(element.action_id)]: option });
}

/**
 * Fills in a modal and submits it.
 *
 * @param slack makes the trigger
 * @param view the modal
 * @param answers what is filled in, by label, placeholder, `action_id` or `block_id`; other
 *   fields keep what they began with
 * @param person who submits; whoever sees it, unless said otherwise
 * @returns the `view_submission` payload
 * @throws Error when a field or an option is not there
 */
export function submit(
  slack: Slack,
  view: View,
  answers: Readonly<Record<string, Given>> = {},
  person: Person = {},
): Json {
  return viewSubmission(slack, view, valuesOf(view, answers), { ...viewerOf(slack, view), ...person });
}

function acted(
  slack: Slack,
  on: Kept | View,
  action: Json,
  person: Person,
  answers: Readonly<Record<string, Given>> = {},
): Json {
  const values = valuesOf(contentOf(on), answers);
  if (isView(on)) return viewActions(slack, on, [action], values, { ...viewerOf(slack, on), ...person });
  const viewer = on.to === null ? { team: on.team } : { team: on.team, user: on.to };
  return { ...messageActions(slack, on, [action], { ...viewer, ...person }), state: { values } };
}

function viewerOf(slack: Slack, view: View): Person {
  return slack.views.viewer(view.id) ?? {};
}
