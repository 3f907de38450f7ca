import { messageRefusal } from './blocks.ts';
import { wrongInAcknowledgement } from './blocks-view.ts';
import { isJson, type Json, jsonOf, listOf } from './json.ts';
import type { State } from './state.ts';

/**
 * Remembers what a delivery tells of the channels: who said what, and which links were pasted.
 *
 * @param state of the server
 * @param payload what is delivered
 */
export function noteDelivery(state: State, payload: Json): void {
  const event = jsonOf(payload.event);
  const team = String(payload.team_id ?? jsonOf(payload.team).id ?? 'T1');
  const { channel } = event;
  if (payload.type === 'message_action')
    noteMessage(state, team, jsonOf(payload.channel).id, jsonOf(payload.message));
  if (event.type === 'link_shared') {
    const urls = listOf(event.links).map((link) => String(jsonOf(link).url));
    state.links.set(`${String(channel)} ${String(event.message_ts)}`, urls);
    if (event.unfurl_id !== undefined) state.links.set(String(event.unfurl_id), urls);
  }
  if (event.type !== 'message' && event.type !== 'app_mention') return;
  if (event.subtype === 'message_deleted') {
    const gone = state.messages.find(channel, event.deleted_ts);
    if (gone !== undefined) state.messages.remove(gone);
  } else {
    noteMessage(state, team, channel, event.subtype === 'message_changed' ? jsonOf(event.message) : event);
  }
}

function noteMessage(state: State, team: string, channel: unknown, said: Json): void {
  // What the bot said is known already, and better.
  if (typeof said.ts !== 'string' || state.messages.find(channel, said.ts)?.ours === true) return;
  state.messages.note({
    team,
    channel: String(channel),
    ts: said.ts,
    thread: typeof said.thread_ts === 'string' ? said.thread_ts : null,
    author: String(said.user),
    ours: false,
    to: null,
    message: { text: said.text, ...(said.edited === undefined ? {} : { edited: said.edited }) },
    broadcast: false,
    edits: 0,
  });
}

/**
 * Does what an acknowledgement asks for: closes, replaces or pushes the view that was submitted, or posts
 * what a command was answered with.
 *
 * @param state of the server
 * @param payload what was delivered
 * @param answer the body of the acknowledgement; anything but an object stands for none
 * @returns what is wrong with the answer, in words that begin with the JSON path; `null` when nothing is
 */
export function takeAcknowledgement(state: State, payload: Json, answer: unknown): string | null {
  const given = isJson(answer) && Object.keys(answer).length > 0 ? answer : null;
  if (typeof payload.command === 'string')
    return given === null ? null : answerCommand(state, payload, given);
  if (given !== null) {
    const wrong = wrongInAcknowledgement(payload, given);
    if (wrong !== null || payload.type !== 'view_submission') return wrong;
  }
  if (payload.type !== 'view_submission' && payload.type !== 'view_closed') return null;
  const id = String(jsonOf(payload.view).id);
  const { views } = state;
  switch (given?.response_action) {
    case 'errors':
      return null;
    case 'update':
    case 'push': {
      const view = jsonOf(given.view);
      const shown =
        given.response_action === 'push' ? views.push(view, id) : views.update(view, id, undefined);
      return typeof shown === 'string' ? `$.view: ${shown}` : null;
    }
    default:
      views.close(id, given?.response_action === 'clear' || payload.is_cleared === true);
      return null;
  }
}

function answerCommand(state: State, payload: Json, answer: Json): string | null {
  const refusal = messageRefusal(answer);
  if (refusal !== null) return refusal.why;
  state.messages.post({
    team: String(payload.team_id),
    channel: String(payload.channel_id),
    thread: null,
    author: 'UBOT',
    ours: true,
    to: answer.response_type === 'in_channel' ? null : String(payload.user_id),
    message: answer,
    broadcast: false,
  });
  return null;
}
