import { type Json, textDisplays } from './payload.ts';

/** What a reader sees of a message. */
export interface Seen {
  /** Every word, in reading order, escapes undone. */
  readonly text: string;
  readonly bold: readonly string[];
  readonly links: readonly string[];
  /** Block quotes. */
  readonly quotes: readonly string[];
  /** What Discord would act on beside bold, links, quotes, small text and lists: nothing, if all is well. */
  readonly surprises: readonly string[];
}

/** Reads a message as Discord's app shows it. */
export function seen(message: Json): Seen {
  const texts = message.content ? [String(message.content)] : textDisplays(message);
  const read = texts.map(readMarkdown);
  return {
    text: read.map(({ text }) => text).join('\n'),
    bold: read.flatMap(({ bold }) => bold),
    links: read.flatMap(({ links }) => links),
    quotes: read.flatMap(({ quotes }) => quotes),
    surprises: read.flatMap(({ surprises }) => surprises),
  };
}

/** What Discord acts on at the start of a line, other than the marks that are ours. */
const LINE_MARK = /^\s*(?:#{1,3}\s|-#\s|[-*+]\s|\d+[.)]\s|>>?>?\s)/u;
/** Elsewhere; tried where no escape stands. */
const ACTING =
  /^(?:[*_~`|]|<[@#:/t]|<a:|<[^: >]+:\/|@(?:everyone|here)|:\w+:|(?:https?|steam):\/\/\S|\[[^\]]*\]\()/;

function readMarkdown(markdown: string): Seen {
  const lines = markdown.split('\n');
  const texts: string[] = [];
  const bold: string[] = [];
  const links: string[] = [];
  const quotes: string[] = [];
  const surprises: string[] = [];
  let quoting = false;
  for (const line of lines) {
    const [, mark = '', rest = ''] = /^(> |-# |- )?(.*)$/s.exec(line) ?? [];
    const read = readInline(rest);
    for (const inner of rest.split(/[\r\u2028\u2029]/)) {
      const found = LINE_MARK.exec(inner);
      if (found) surprises.push(found[0]);
    }
    texts.push(read.text);
    bold.push(...read.bold);
    links.push(...read.links);
    surprises.push(...read.surprises);
    if (mark !== '> ') quoting = false;
    else if (quoting) quotes.push(`${quotes.pop()}\n${read.text}`);
    else {
      quotes.push(read.text);
      quoting = true;
    }
  }
  return { text: texts.join('\n'), bold, links, quotes, surprises };
}

function readInline(markdown: string): Omit<Seen, 'quotes'> {
  const bold: string[] = [];
  const links: string[] = [];
  const surprises: string[] = [];
  let text = '';
  let opened: number | null = null;
  for (let at = 0; at < markdown.length; ) {
    const rest = markdown.slice(at);
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest);
    const link = /^\[([^[\]\\]+)\]\(<([^\s<>()\\]+)>\)/.exec(rest);
    if (escaped) {
      text += escaped[1];
      at += escaped[0].length;
    } else if (rest.startsWith('**')) {
      if (opened !== null) bold.push(text.slice(opened));
      opened = opened === null ? text.length : null;
      at += 2;
    } else if (link) {
      text += link[1];
      links.push(link[2] ?? '');
      at += link[0].length;
    } else {
      const acting = ACTING.exec(rest);
      if (acting) surprises.push(acting[0]);
      text += rest[0];
      at += 1;
    }
  }
  if (opened !== null) surprises.push('** that is not closed');
  return { text, bold, links, surprises };
}

/** Everything about a message that could notify anyone. */
export function pingsIn(message: Json): string[] {
  const { allowed_mentions, flags, content, components } = message;
  if (content === undefined && components === undefined) return [];
  const allowed = allowed_mentions as Json | undefined;
  if (allowed === undefined) return [`no allowed_mentions (flags ${flags})`];
  const { parse, users, roles, replied_user } = allowed;
  const lists = [parse, users, roles].flatMap((list) => (list === undefined ? [] : list)).map(String);
  if (parse === undefined) lists.push('no parse');
  if (replied_user !== false) lists.push('replied_user');
  return lists;
}
