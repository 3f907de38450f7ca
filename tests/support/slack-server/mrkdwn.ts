/** Slack's two markups, as the client shows them. */

/** What was found on the way through a message. */
export interface Found {
  readonly bold: string[];
  readonly links: string[];
  readonly quotes: string[];
}

/**
 * Links are read; other formatting characters are taken away, so that a test sees when they were live.
 *
 * @param mrkdwn text in Slack's own markup, escaped
 * @param found gets what is bold or a link, and with `quoting` the lines that are quoted
 * @returns what is shown
 */
export function formatted(mrkdwn: string, found: Found, quoting = false): string {
  const lines = quoting ? quotesTaken(mrkdwn, found) : mrkdwn;
  const plain = lines.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => {
    found.links.push(entitiesUndone(target));
    return label ?? target;
  });
  const bare = plain.replace(
    /(^|\W)([*_~`])(\S.*?\S|\S)\2(?=\W|$)/g,
    (_, before: string, mark: string, inside: string) => {
      if (mark === '*') found.bold.push(entitiesUndone(inside));
      return before + inside;
    },
  );
  return entitiesUndone(bare);
}

/** Lines that begin with `>` are one quotation as long as they follow each other. */
function quotesTaken(mrkdwn: string, found: Found): string {
  return mrkdwn.replace(/^(?:(?:>|&gt;) ?.*(?:\n|$))+/gm, (quoted) => {
    const inside = quoted.replace(/^(?:>|&gt;) ?/gm, '');
    found.quotes.push(formatted(inside.replace(/\n$/, ''), { bold: [], links: [], quotes: [] }));
    return inside;
  });
}

/**
 * @param markdown text of a `markdown` block
 * @param found gets what is bold, a link or quoted
 * @returns what is shown
 */
export function markdownShown(markdown: string, found: Found): string {
  const shown = markdown
    .replace(/!?\[([^\]]*)\]\(([^)\s]+)\)/g, (_, label: string, target: string) => {
      found.links.push(target);
      return label;
    })
    .replace(/\*\*(\S.*?\S|\S)\*\*/g, (_, inside: string) => {
      found.bold.push(inside);
      return inside;
    })
    .replace(/^#{1,6} +/gm, '');
  return shown.replace(/^(?:> ?.*(?:\n|$))+/gm, (quoted) => {
    const inside = quoted.replace(/^> ?/gm, '');
    found.quotes.push(inside.replace(/\n$/, ''));
    return inside;
  });
}

export function entitiesUndone(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
