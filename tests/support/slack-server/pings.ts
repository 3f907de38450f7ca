import { isJson, type Json } from './json.ts';

/** Elements of rich text that name somebody. */
const NAMING = ['user', 'usergroup', 'broadcast', 'team', 'channel'];
/** Nobody reads these as text, so nothing in them is a mention. */
const NEVER_READ = new Set([
  'action_id',
  'alt_text',
  'accessibility_label',
  'block_id',
  'callback_id',
  'external_id',
  'image_url',
  'initial_value',
  'metadata',
  'private_metadata',
  'trigger_id',
  'url',
  'value',
]);
const PLAIN = ['plain_text', 'text', 'link', 'raw_text'];
const MENTION = /<[!@#][^>]*>/g;
/** In mrkdwn that is not `verbatim`, Slack may make a mention of the bare word. */
const BARE = /(?<![\w/.])@(?:here|channel|everyone)\b/g;

/**
 * Finds everything that could notify anyone or name a person, a group or a channel.
 *
 * @param sent arguments of any method, or the body for a `response_url`, decoded: a message with its fallback
 *   text, a view, previews of links
 * @returns what was found, each as it stands there
 */
export function pingsIn(sent: Json): string[] {
  const found: string[] = [];
  if (sent.link_names || sent.parse === 'full') found.push('link_names or parse');
  const look = (value: unknown, key: string, parent: Json): void => {
    if (NEVER_READ.has(key)) return;
    if (typeof value === 'string') {
      if (key === 'text' && PLAIN.includes(String(parent.type))) return;
      found.push(...(value.match(MENTION) ?? []));
      const parsed = (parent.type === 'mrkdwn' && parent.verbatim !== true) || parent.type === 'markdown';
      if (key === 'text' && parsed) found.push(...(value.match(BARE) ?? []));
    } else if (Array.isArray(value)) {
      for (const element of value) look(element, '', {});
    } else if (isJson(value)) {
      if (NAMING.includes(String(value.type))) found.push(JSON.stringify(value));
      for (const [name, child] of Object.entries(value)) look(child, name, value);
    }
  };
  look(sent, '', {});
  return found;
}
