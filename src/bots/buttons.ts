import { besidesOf } from './besides.ts';
import type { Reply, SingleReply } from './reply.ts';

/** What the buttons under an answer do. */
export type ButtonName =
  | 'more-context'
  | 'less-context'
  | 'other-sources'
  | 'fewer-sources'
  | 'not-what-i-asked'
  | 'tell-the-desk'
  | 'share';

/**
 * What somebody has opened in a message: `context0` the sentences around the quotation of its first question,
 * `sources2` what other sources of its third say, `told` that the desk knows of it.
 */
export type Opened = ReadonlySet<string>;

/** @returns the buttons of one question of a message, in order */
export function partButtons(reply: SingleReply, part: number, opened: Opened): readonly ButtonName[] {
  if (reply.kind !== 'answer') return [];
  const [{ before, after }] = reply.answer.quotes;
  const names: ButtonName[] = [];
  if (before !== '' || after !== '') {
    names.push(opened.has(`context${part}`) ? 'less-context' : 'more-context');
  }
  if (besidesOf(reply.answer).same.length > 0) {
    names.push(opened.has(`sources${part}`) ? 'fewer-sources' : 'other-sources');
  }
  return names;
}

/**
 * @param reply what the message shows
 * @param opened what is opened in it
 * @param shareable whether only one person sees it, who may share it
 * @returns the buttons of the message as a whole, in order
 */
export function messageButtons(reply: Reply, opened: Opened, shareable: boolean): readonly ButtonName[] {
  const names: ButtonName[] = [];
  if (reply.kind === 'answer') names.push('not-what-i-asked');
  if (hasKind(reply, 'unanswered') && !opened.has('told')) names.push('tell-the-desk');
  if (shareable && takesFeedback(reply)) names.push('share');
  return names;
}

/** @returns whether somebody can say that the message helped: it claims to answer */
export function takesFeedback(reply: Reply): boolean {
  return hasKind(reply, 'answer');
}

/** @returns the same, with something opened that was closed, or the other way round */
export function toggled(opened: Opened, what: string): Opened {
  const next = new Set(opened);
  if (!next.delete(what)) next.add(what);
  return next;
}

function hasKind(reply: Reply, kind: SingleReply['kind']): boolean {
  return reply.kind === 'several'
    ? reply.parts.some((part) => part.reply.kind === kind)
    : reply.kind === kind;
}
