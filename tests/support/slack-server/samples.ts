import type { Json } from './json.ts';

/** Blocks to try the judge with; the lengths of their texts are given in characters. */

export const x = (length: number) => 'x'.repeat(length);
export const many = <Element>(count: number, make: (index: number) => Element) =>
  Array.from({ length: count }, (_, index) => make(index));
export const plain = (length: number): Json => ({ type: 'plain_text', text: x(length) });
export const mrkdwn = (length: number): Json => ({ type: 'mrkdwn', text: x(length) });
export const button = (more: Json = {}): Json => ({ type: 'button', text: plain(75), ...more });
export const option = (index: number): Json => ({
  text: { type: 'plain_text', text: `o${index}` },
  value: `${index}`,
});
export const select = (more: Json = {}): Json => ({
  type: 'static_select',
  options: many(100, option),
  ...more,
});
export const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
export const section = (more: Json): Json => ({ type: 'section', ...more });
export const input = (element: Json, more: Json = {}): Json => ({
  type: 'input',
  label: plain(20),
  element,
  ...more,
});
export const field = (more: Json = {}): Json => ({ type: 'plain_text_input', ...more });
export const picture = (more: Json = {}): Json => ({
  type: 'image',
  image_url: 'https://courier.example/map.png',
  alt_text: 'A map',
  ...more,
});
export const face = (length: number, value = 'v'): Json => ({ text: plain(length), value });
export const feedback = (positive: Json, more: Json = {}): Json => ({
  type: 'feedback_buttons',
  positive_button: positive,
  negative_button: face(75, x(2_000)),
  ...more,
});
export const contextActions = (...elements: Json[]): Json => ({ type: 'context_actions', elements });
export const rich = (...elements: Json[]): Json => ({ type: 'rich_text', elements });
export const words = (more: Json = {}): Json => ({ type: 'text', text: 'who won', ...more });
export const line = (...elements: Json[]): Json => ({ type: 'rich_text_section', elements });
export const confirm = (more: Json = {}): Json => ({
  title: plain(100),
  text: mrkdwn(300),
  confirm: plain(30),
  deny: plain(30),
  ...more,
});

/** The blocks of a message that quotes something. */
export const quoteBlocks = (text: string): Json[] => [
  rich({ type: 'rich_text_quote', elements: [words({ text })] }),
];
