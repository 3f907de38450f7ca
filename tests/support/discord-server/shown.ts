import { isJson, type Json, jsonOf, listOf } from './json.ts';
import { type Found, readMarkdown } from './markdown.ts';

export { isSilent, pingsIn } from './pings.ts';

/** A button as a person sees it, and what it sends. */
export interface SeenButton {
  /** Its label, or its emoji where it has none. */
  readonly label: string;
  readonly custom_id: string | null;
  readonly url: string | null;
  /** 1 blue, 2 grey, 3 green, 4 red, 5 link. */
  readonly style: number;
  readonly disabled: boolean;
}

/** A menu or a field, and what is chosen or written in it. */
export interface SeenSelect {
  /** Its label in a modal, or its placeholder. */
  readonly label: string;
  readonly type: number;
  readonly custom_id: string;
  /** The labels of its options. */
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly disabled: boolean;
}

/** What a reader sees of a message or a modal. */
export interface Seen extends Found {
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  /** What is read out of each picture. */
  readonly images: readonly string[];
  /** Of a modal. */
  readonly title: string | null;
}

/** Collects on the way. */
interface Reading {
  readonly found: Found[];
  readonly buttons: SeenButton[];
  readonly selects: SeenSelect[];
  readonly images: string[];
}

/**
 * Reads a message or a modal as Discord's app shows it.
 *
 * @param sent what is posted, or stands there now
 * @returns what is shown of it; in the text a button is `[Label]`, a menu `[Chosen ▾]`, a picture `(what it shows)`
 */
export function seen(sent: Json): Seen {
  const reading: Reading = { found: [], buttons: [], selects: [], images: [] };
  const title = typeof sent.title === 'string' && sent.custom_id !== undefined ? sent.title : null;
  const lines = [
    ...(title === null ? [] : [title]),
    ...(sent.content ? [words(sent.content, reading)] : []),
    ...listOf(sent.embeds).map((embed) => embedShown(jsonOf(embed), reading)),
    ...listOf(sent.components).map((component) => shown(jsonOf(component), reading)),
  ];
  const { found, buttons, selects, images } = reading;
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    bold: found.flatMap(({ bold }) => bold),
    links: found.flatMap(({ links }) => links),
    quotes: found.flatMap(({ quotes }) => quotes),
    timestamps: found.flatMap(({ timestamps }) => timestamps),
    surprises: found.flatMap(({ surprises }) => surprises),
    buttons,
    selects,
    images,
    title,
  };
}

function words(markdown: unknown, { found }: Reading): string {
  const read = readMarkdown(String(markdown));
  found.push(read);
  return read.text;
}

function embedShown({ title, description, fields, footer }: Json, reading: Reading): string {
  const named = listOf(fields).flatMap((field) => [jsonOf(field).name, jsonOf(field).value]);
  const parts = [title, description, ...named, jsonOf(footer).text].filter((part) => part !== undefined);
  return parts.map((part) => words(part, reading)).join('\n');
}

function shown(component: Json, reading: Reading, label: string | null = null): string {
  const inside = (separator: string) =>
    listOf(component.components)
      .map((each) => shown(jsonOf(each), reading))
      .filter((text) => text !== '')
      .join(separator);
  switch (component.type) {
    case 1:
      return inside(' ');
    case 2:
      return button(component, reading);
    case 9:
      return [inside('\n'), shown(jsonOf(component.accessory), reading)].join('\n');
    case 10:
      return words(component.content, reading);
    case 11:
      return picture(component, reading);
    case 12:
      return listOf(component.items)
        .map((item) => picture(jsonOf(item), reading))
        .join(' ');
    case 13:
      return `(${String(jsonOf(component.file).url).replace('attachment://', '')})`;
    case 14:
      return '';
    case 17:
      return inside('\n');
    case 18: {
      const { description } = component;
      const field = shown(jsonOf(component.component), reading, String(component.label));
      return [
        `${String(component.label)} ${field}`,
        ...(description === undefined ? [] : [description]),
      ].join('\n');
    }
    default:
      return field(component, reading, label);
  }
}

function button(component: Json, { buttons }: Reading): string {
  const { custom_id = null, url = null, style, disabled = false } = component;
  const label = String(component.label ?? jsonOf(component.emoji).name);
  buttons.push({ label, custom_id, url, style, disabled } as SeenButton);
  return `[${label}]`;
}

function picture({ description }: Json, { images }: Reading): string {
  images.push(String(description ?? ''));
  return `(${String(description ?? '')})`;
}

function field(component: Json, { selects }: Reading, label: string | null): string {
  const { type, custom_id, placeholder = '', disabled = false, value } = component;
  const options = listOf(component.options).map(jsonOf);
  const named = (option: Json) => String(option.label);
  const given = isJson(component) && typeof value === 'string' && value !== '' ? [value] : [];
  const chosen = [...options.filter((option) => option.default === true).map(named), ...given];
  const own = component.label === undefined ? null : String(component.label);
  const name = label ?? own ?? String(placeholder);
  selects.push({ label: name, type, custom_id, options: options.map(named), chosen, disabled } as SeenSelect);
  const face = `[${chosen.length > 0 ? chosen.join(', ') : String(placeholder)}${type === 4 ? '' : ' ▾'}]`;
  return own === null ? face : `${own} ${face}`;
}
