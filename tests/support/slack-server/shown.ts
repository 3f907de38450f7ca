/** Reads a message as Slack's client shows it. */

type Json = Readonly<Record<string, unknown>>;

/** What a person sees of a message. */
export interface Seen {
  readonly text: string;
  readonly bold: readonly string[];
  readonly links: readonly string[];
  /** The texts of quotations, each by itself. */
  readonly quotes: readonly string[];
}

/**
 * @param message arguments of `chat.postMessage`, or the body for a `response_url`, decoded
 * @returns what is shown of it: its blocks, or its text when it has none
 */
export function seen(message: Json): Seen {
  const bold: string[] = [];
  const links: string[] = [];
  const quotes: string[] = [];
  const read = (value: unknown): string => {
    const node = value as Json;
    const elements = (node.elements ?? []) as readonly unknown[];
    switch (node.type) {
      case 'text':
        if ((node.style as Json | undefined)?.bold === true) bold.push(String(node.text));
        return String(node.text);
      case 'plain_text':
        return String(node.text);
      case 'mrkdwn':
        return formatted(String(node.text), links);
      case 'section':
        return read(node.text);
      case 'rich_text_section':
        return elements.map(read).join('');
      case 'rich_text_quote': {
        const quote = elements.map(read).join('');
        quotes.push(quote);
        return quote;
      }
      case 'context':
        return elements.map(read).join(' ');
      default:
        return elements.map(read).join('\n');
    }
  };
  const { blocks } = message;
  const text = Array.isArray(blocks)
    ? blocks.map(read).join('\n')
    : message.mrkdwn === false
      ? entitiesUndone(String(message.text))
      : formatted(String(message.text), links);
  return { text, bold, links, quotes };
}

/** Links are read; other formatting characters are taken away, so that a test sees when they were live. */
function formatted(mrkdwn: string, links: string[]): string {
  const plain = mrkdwn.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => {
    links.push(entitiesUndone(target));
    return label ?? target;
  });
  const bare = plain.replace(/(^|\W)([*_~`])(\S.*?\S|\S)\2(?=\W|$)/g, '$1$3');
  return entitiesUndone(bare);
}

export function entitiesUndone(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * @param message arguments of `chat.postMessage`, or the body for a `response_url`, decoded
 * @returns everything in it that could notify anyone
 */
export function pingsIn(message: Json): string[] {
  const found: string[] = [];
  if (message.link_names || message.parse === 'full') found.push('link_names or parse');
  const look = (value: unknown, key: string, parent: Json) => {
    if (typeof value === 'string') {
      const literal = key !== 'text' || parent.type === 'text' || parent.type === 'plain_text';
      if (!literal) found.push(...(value.match(/<[!@#][^>]*>/g) ?? []));
    } else if (typeof value === 'object' && value !== null) {
      const node = value as Json;
      if (['user', 'usergroup', 'broadcast', 'team', 'channel'].includes(String(node.type))) {
        found.push(JSON.stringify(node));
      }
      for (const [name, child] of Object.entries(node)) look(child, name, node);
    }
  };
  look(message, '', {});
  return found;
}
