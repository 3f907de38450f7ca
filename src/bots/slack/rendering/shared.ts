import type { Reply } from '../../reply.ts';
import { isolated, oneLine } from '../../text.ts';
import { SHOWN } from '../limits.ts';
import { renderReply, type SlackMessage } from '../render.ts';
import type { View } from './actions.ts';
import { SAID } from './messages.ts';
import { noted, under } from './parts.ts';

/**
 * A message that somebody shares: the question over the answer, and who it is that shares it, by name and without
 * a mention.
 *
 * @param reply what is shared
 * @param view how it is shown; `null` without buttons
 * @param asked the question
 * @param who the name of the person
 * @returns the message
 */
export function sharedMessage(reply: Reply, view: View | null, asked: string, who: string): SlackMessage {
  const message = renderReply(reply, view);
  const name = oneLine(who, SHOWN.name);
  const [by] = name === '' ? [] : noted([SAID.shared(isolated(name))]);
  const told = by === undefined ? message : above(by, message);
  const question = oneLine(asked, SHOWN.question);
  return question === '' ? told : under(question, told);
}

function above(first: SlackMessage, second: SlackMessage): SlackMessage {
  return {
    blocks: [...first.blocks, ...second.blocks],
    text: `${first.text}\n${second.text}`,
    plain: `${first.plain}\n${second.plain}`,
  };
}
