/** Slack's control sequences: `<@U1|name>`, `<#C1|name>`, `<!here>`, `<https://…|label>`. */
const SEQUENCE = /<([@#!]|(?=https?:|mailto:|tel:))([^<>|]*)(?:\|([^<>]*))?>/gi;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * Reads a message as the person wrote it: without the mention that addressed us, control sequences as the
 * words that Slack shows for them, entities undone
 * (https://docs.slack.dev/messaging/formatting-message-text#advanced).
 *
 * @param text text of a message or a command, as Slack delivers it
 * @param ourUser our user id, whose mentions are left out
 * @returns plain text, without white space at its ends
 */
export function questionText(text: string, ourUser: string): string {
  return text
    .replace(SEQUENCE, (_, mark: string, target: string, label: string | undefined) => {
      if (mark === '@' && target === ourUser) return '';
      return shown(mark, target, label ?? '');
    })
    .replaceAll('\u0000', '')
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Ids without a name are no words that anybody wrote: they are left out. */
function shown(mark: string, target: string, label: string): string {
  switch (mark) {
    case '@':
    case '#':
      return label === '' || label.startsWith(mark) ? label : `${mark}${label}`;
    case '!':
      if (/^(?:here|channel|everyone)$/.test(target)) return `@${target}`;
      return label;
    default:
      return label === '' ? target : label;
  }
}

/**
 * Whether a message mentions us.
 *
 * @param text text of a message, as Slack delivers it
 * @param ourUser our user id
 * @returns `true` when it does
 */
export function mentions(text: string, ourUser: string): boolean {
  return text.includes(`<@${ourUser}>`) || text.includes(`<@${ourUser}|`);
}

/**
 * Whether a message mentions somebody else, and so may not be meant for us.
 *
 * @param text text of a message, as Slack delivers it
 * @param ourUser our user id
 * @returns `true` when it mentions a person other than us, a group, or everybody
 */
export function mentionsOthers(text: string, ourUser: string): boolean {
  const names = [...text.matchAll(/<(@[^<>|]+|!(?:here|channel|everyone|subteam\^)[^<>|]*)/g)];
  return names.some(([, name]) => name !== `@${ourUser}`);
}
