import { FLAGS } from './flags.ts';
import type { Json } from './json.ts';

/** Components to try the judge with; the lengths of their texts are given in characters. */

export const x = (length: number) => 'x'.repeat(length);
export const many = <Element>(count: number, make: (index: number) => Element) =>
  Array.from({ length: count }, (_, index) => make(index));
export const display = (content: string, more: Json = {}): Json => ({ type: 10, content, ...more });
export const button = (more: Json = {}): Json => ({
  type: 2,
  style: 2,
  label: 'More context',
  custom_id: 'more',
  ...more,
});
export const link = (more: Json = {}): Json => ({
  type: 2,
  style: 5,
  label: 'Read it',
  url: 'https://courier.example/a',
  ...more,
});
export const option = (index: number, more: Json = {}): Json => ({
  label: `o${index}`,
  value: `${index}`,
  ...more,
});
export const select = (more: Json = {}): Json => ({
  type: 3,
  custom_id: 'story',
  placeholder: 'Story',
  options: many(25, (index) => option(index)),
  ...more,
});
export const row = (...components: Json[]): Json => ({ type: 1, components });
export const section = (more: Json = {}): Json => ({
  type: 9,
  components: [display('who won')],
  accessory: button({ custom_id: 'accessory' }),
  ...more,
});
export const picture = (more: Json = {}): Json => ({
  type: 11,
  media: { url: 'https://courier.example/map.png' },
  description: 'A map',
  ...more,
});
export const gallery = (count: number, more: Json = {}): Json => ({
  type: 12,
  items: many(count, () => ({ media: { url: 'https://courier.example/map.png' }, ...more })),
});
export const separator = (more: Json = {}): Json => ({ type: 14, ...more });
export const container = (...components: Json[]): Json => ({ type: 17, components });
export const field = (more: Json = {}): Json => ({ type: 4, custom_id: 'question', style: 2, ...more });
export const label = (component: Json, more: Json = {}): Json => ({
  type: 18,
  label: 'Question',
  component,
  ...more,
});
export const modal = (more: Json = {}): Json => ({
  custom_id: 'ask',
  title: 'Ask',
  components: [label(field())],
  ...more,
});
/** A message of Components V2. */
export const rich = (...components: Json[]): Json => ({ flags: FLAGS.componentsV2, components });
/** The same, as the bot should send it. */
export const quiet = (message: Json): Json => ({
  ...message,
  allowed_mentions: { parse: [], replied_user: false },
});
export const command = (more: Json = {}): Json => ({ name: 'ask', description: 'Asks.', type: 1, ...more });
export const textOption = (more: Json = {}): Json => ({
  type: 3,
  name: 'question',
  description: 'What to ask',
  ...more,
});
