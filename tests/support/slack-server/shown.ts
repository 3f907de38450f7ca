import { isJson, type Json, jsonOf, listOf } from './json.ts';
import { entitiesUndone, type Found, formatted, markdownShown } from './mrkdwn.ts';

export { entitiesUndone } from './mrkdwn.ts';
export { pingsIn } from './pings.ts';

/** A button as a person sees it, and what it sends. */
export interface SeenButton {
  readonly label: string;
  /** `button`, `icon_button` or `feedback_buttons`. */
  readonly type: string;
  readonly action_id: string;
  readonly block_id: string;
  readonly value: string | null;
  readonly url: string | null;
}

/** A menu, a list of boxes or a field, and what is chosen in it. */
export interface SeenSelect {
  /** The label of its input block, or its placeholder. */
  readonly label: string;
  readonly type: string;
  readonly action_id: string;
  readonly block_id: string;
  /** The texts of its options. */
  readonly options: readonly string[];
  readonly chosen: readonly string[];
}

/** What a person sees of a message or a view. */
export interface Seen extends Found {
  /** In reading order. A button is `[Label]`, a menu `[Chosen ▾]`, a picture `(what it shows)`. */
  readonly text: string;
  /** Quotations are each by itself. */
  readonly quotes: string[];
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  /** What is read out of each picture. */
  readonly images: readonly string[];
  /** Of a modal. */
  readonly title: string | null;
  readonly submit: string | null;
  readonly close: string | null;
}

/** Collects on the way. */
interface Reading extends Found {
  readonly buttons: SeenButton[];
  readonly selects: SeenSelect[];
  readonly images: string[];
}

/**
 * Reads what was sent as Slack's client shows it.
 *
 * @param sent arguments of a method, or the body for a `response_url`, decoded; a preview of a link; a view
 * @returns what is shown of it: its blocks, or its text when it has none
 */
export function seen(sent: Json): Seen {
  const shown = isJson(sent.view) ? sent.view : sent;
  const reading: Reading = { bold: [], links: [], quotes: [], buttons: [], selects: [], images: [] };
  const { blocks } = shown;
  const [title, submit, close] = [shown.title, shown.submit, shown.close].map((part) =>
    shown.type === 'modal' && isJson(part) ? String(part.text) : null,
  ) as [string | null, string | null, string | null];
  const body = Array.isArray(blocks)
    ? blocks.map((block) => blockShown(jsonOf(block), reading)).join('\n')
    : shown.mrkdwn === false
      ? entitiesUndone(String(shown.text))
      : formatted(String(shown.text), reading, true);
  const last = [close, submit].flatMap((label) => (label === null ? [] : `[${label}]`)).join(' ');
  const text = [title ?? '', body, last].filter((part) => part !== '').join('\n');
  return { ...reading, text, title, submit, close };
}

function blockShown(block: Json, reading: Reading): string {
  const { block_id = '' } = block;
  const act = (element: unknown, label: string | null = null) =>
    elementShown(jsonOf(element), String(block_id), label, reading);
  switch (block.type) {
    case 'section': {
      const parts = [block.text, ...listOf(block.fields)].filter(isJson);
      const texts = parts.map((part) => textShown(part, reading, true));
      return [...texts, ...(block.accessory === undefined ? [] : [act(block.accessory)])].join('\n');
    }
    case 'header':
      return textShown(jsonOf(block.text), reading);
    case 'markdown':
      return markdownShown(String(block.text), reading);
    case 'image':
      return [...(isJson(block.title) ? [String(block.title.text)] : []), act(block)].join('\n');
    case 'input': {
      const label = String(jsonOf(block.label).text);
      const hint = isJson(block.hint) ? [String(block.hint.text)] : [];
      return [`${label} ${act(block.element, label)}`, ...hint].join('\n');
    }
    case 'actions':
    case 'context_actions':
    case 'context':
      return listOf(block.elements)
        .map((element) => act(element))
        .join(' ');
    default:
      return listOf(block.elements)
        .map((element) => richText(jsonOf(element), reading))
        .join('\n');
  }
}

function textShown(text: Json, reading: Reading, quoting = false): string {
  return text.type === 'mrkdwn' ? formatted(String(text.text), reading, quoting) : String(text.text);
}

function elementShown(element: Json, block_id: string, label: string | null, reading: Reading): string {
  const action_id = String(element.action_id ?? '');
  const type = String(element.type);
  const button = (face: Json) => {
    const words = String(jsonOf(face.text).text);
    const { value = null, url = null } = face as { value?: string; url?: string };
    reading.buttons.push({ label: words, type, action_id, block_id, value, url });
    return `[${words}]`;
  };
  switch (type) {
    case 'plain_text':
    case 'mrkdwn':
      return textShown(element, reading);
    case 'image':
      reading.images.push(String(element.alt_text));
      return `(${String(element.alt_text)})`;
    case 'button':
    case 'icon_button':
    case 'workflow_button':
      return button(element);
    case 'feedback_buttons':
      return [element.positive_button, element.negative_button].map((face) => button(jsonOf(face))).join(' ');
    default: {
      const placeholder = String(jsonOf(element.placeholder).text ?? '');
      const groups = listOf(element.option_groups).flatMap((group) => listOf(jsonOf(group).options));
      const options = [...listOf(element.options), ...groups].map(wordsOf);
      const chosen = chosenIn(element);
      reading.selects.push({ label: label ?? placeholder, type, action_id, block_id, options, chosen });
      if (type === 'checkboxes' || type === 'radio_buttons') {
        return options.map((option) => `${chosen.includes(option) ? '☑' : '☐'} ${option}`).join('\n');
      }
      return `[${chosen.length > 0 ? chosen.join(', ') : placeholder}${type.endsWith('input') ? '' : ' ▾'}]`;
    }
  }
}

function wordsOf(option: unknown): string {
  return String(jsonOf(jsonOf(option).text).text);
}

function chosenIn(element: Json): string[] {
  const { initial_option, initial_options, ...rest } = element;
  const options = [...(initial_option === undefined ? [] : [initial_option]), ...listOf(initial_options)];
  const others = Object.entries(rest).filter(([name]) => name.startsWith('initial_'));
  return [...options.map(wordsOf), ...others.flatMap(([, value]) => [value].flat().map(String))];
}

/** A piece of rich text. */
function richText(node: Json, reading: Reading): string {
  const inside = (separator: string) =>
    listOf(node.elements)
      .map((element) => richText(jsonOf(element), reading))
      .join(separator);
  const words = (text: unknown) => {
    if (jsonOf(node.style).bold === true) reading.bold.push(String(text));
    return String(text);
  };
  switch (node.type) {
    case 'text':
      return words(node.text);
    case 'link':
      reading.links.push(String(node.url));
      return words(node.text ?? node.url);
    case 'emoji':
      return `:${String(node.name)}:`;
    case 'date':
      return String(node.fallback ?? node.timestamp);
    case 'user':
    case 'usergroup':
    case 'broadcast':
      return `@${String(node.user_id ?? node.usergroup_id ?? node.range)}`;
    case 'channel':
      return `#${String(node.channel_id)}`;
    case 'rich_text_quote': {
      const quote = inside('');
      reading.quotes.push(quote);
      return quote;
    }
    case 'rich_text_list':
      return inside('\n');
    default:
      return inside('');
  }
}
