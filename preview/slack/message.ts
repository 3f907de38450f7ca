import type { AnyBlock, MessageAttachment } from '@slack/types';
import { type Author, avatar } from '../author.ts';
import { type Content, el, type Html, joined, link } from '../html.ts';
import { icon } from '../icons.ts';
import type { Names } from '../names.ts';
import { blocks } from './blocks.ts';
import { mrkdwn } from './mrkdwn.ts';

/** A message as it stands in a conversation. */
export interface Message {
  readonly author: Author;
  /** As Slack shows it: "10:24 AM". */
  readonly time: string;
  /** mrkdwn; shown where there are no blocks. */
  readonly text: string;
  readonly blocks?: readonly AnyBlock[];
  /** Unfurled links, and other attachments. */
  readonly attachments?: readonly MessageAttachment[];
  /** Whether only one person sees it. */
  readonly ephemeral?: boolean;
  /** Who answered in its thread; shown as the bar under it. */
  readonly replies?: readonly Author[];
}

/**
 * @param message the message
 * @param names what the ids in it are called
 * @returns its markup, with picture, name and time
 */
export function message(
  { author, time, ephemeral = false, replies = [], ...said }: Message,
  names: Names,
): Html {
  return el(
    'article',
    { class: ephemeral ? 'message ephemeral' : 'message', 'aria-label': `${author.name}, ${time}` },
    ephemeral ? el('div', { class: 'only-you' }, icon('eye'), el('span', {}, 'Only visible to you')) : null,
    avatar(author, 'large'),
    el(
      'div',
      { class: 'said' },
      el(
        'div',
        { class: 'who' },
        el('span', { class: 'name' }, author.name),
        author.app ? el('span', { class: 'app' }, 'APP') : null,
        el('span', { class: 'time' }, time),
      ),
      body(said, names),
      replies.length > 0 ? replyBar(replies, time) : null,
    ),
  );
}

function body(said: Pick<Message, 'text' | 'blocks' | 'attachments'>, names: Names): Html {
  return joined(
    said.blocks ? blocks(said.blocks, names) : el('div', { class: 'text' }, mrkdwn(said.text, names)),
    (said.attachments ?? []).map((each) => attachment(each, names)),
  );
}

/** A bar in the attachment's colour, and beside it what it holds: blocks, or the fields of old. */
function attachment({ color, ...held }: MessageAttachment, names: Names): Html {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color ?? '')?.[1];
  const style = hex === undefined ? null : `--bar:#${hex}`;
  const title: Content = held.title_link ? link(held.title_link, held.title ?? '') : (held.title ?? '');
  return el(
    'div',
    { class: 'attachment', style },
    held.pretext ? el('div', { class: 'text' }, mrkdwn(held.pretext, names)) : null,
    el(
      'div',
      { class: 'barred' },
      held.author_name ? el('div', { class: 'strong' }, held.author_name) : null,
      held.title ? el('div', { class: 'strong' }, title) : null,
      held.text ? el('div', { class: 'text' }, mrkdwn(held.text, names)) : null,
      held.blocks ? blocks(held.blocks, names) : null,
      held.footer ? el('div', { class: 'faint' }, held.footer) : null,
    ),
  );
}

function replyBar(replies: readonly Author[], time: string): Html {
  const count = `${replies.length} ${replies.length === 1 ? 'reply' : 'replies'}`;
  return el(
    'div',
    { class: 'reply-bar' },
    [...new Set(replies)].map((author) => avatar(author, 'small')),
    el('span', { class: 'count' }, count),
    el('span', { class: 'faint' }, `Today at ${time}`),
  );
}
