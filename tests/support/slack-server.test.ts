import { describe, expect, it } from 'vitest';
import { messageRefusal, refusalOf, updateRefusal } from './slack-server/blocks.ts';
import type { Json } from './slack-server/json.ts';
import {
  actions,
  button,
  confirm,
  contextActions,
  face,
  feedback,
  field,
  input,
  line,
  many,
  mrkdwn,
  option,
  picture,
  plain,
  rich,
  section,
  select,
  words,
  x,
} from './slack-server/samples.ts';

/** What it is, what Slack takes, what it refuses, and what the complaint names. */
type Case = readonly [name: string, good: Json, bad: Json, where: string];

const BLOCKS: readonly Case[] = [
  ['a header', { type: 'header', text: plain(150) }, { type: 'header', text: plain(151) }, '.text.text'],
  [
    'a header in mrkdwn',
    { type: 'header', text: plain(1) },
    { type: 'header', text: mrkdwn(1) },
    '.text.type',
  ],
  ['a section', section({ text: mrkdwn(3_000) }), section({ text: mrkdwn(3_001) }), '.text.text'],
  ['an empty section', section({ text: plain(1) }), section({ text: plain(0) }), '.text.text'],
  ['a section without text', section({ fields: [plain(1)] }), section({}), 'text or fields'],
  [
    'the fields of a section',
    section({ fields: many(4, () => plain(2_000)) }),
    section({ fields: [plain(2_001)] }),
    '.fields[0].text',
  ],
  [
    'how many fields',
    section({ fields: many(10, () => plain(9)) }),
    section({ fields: many(11, () => plain(9)) }),
    '.fields',
  ],
  [
    'an accessory',
    section({ text: plain(1), accessory: button() }),
    section({ text: plain(1), accessory: feedback(face(1)) }),
    '.accessory',
  ],
  [
    'a context',
    { type: 'context', elements: many(10, () => mrkdwn(9)) },
    { type: 'context', elements: many(11, () => plain(9)) },
    '.elements',
  ],
  [
    'what a context holds',
    { type: 'context', elements: [picture()] },
    { type: 'context', elements: [button()] },
    '.elements[0]',
  ],
  ['actions', actions(...many(25, () => button())), actions(...many(26, () => button())), '.elements'],
  [
    'the action_ids of a block',
    actions(button({ action_id: 'a' }), select({ action_id: 'b' })),
    actions(button({ action_id: 'a' }), select({ action_id: 'a' })),
    'action_id a',
  ],
  ['what actions hold', actions(select()), actions(field()), 'plain_text_input may not stand here'],
  ['a button', actions(button()), actions(button({ text: plain(76) })), '.text.text'],
  ['a formatted button', actions(button()), actions(button({ text: mrkdwn(5) })), '.text.type'],
  [
    'the value of a button',
    actions(button({ value: x(2_000) })),
    actions(button({ value: x(2_001) })),
    '.value',
  ],
  [
    'the address of a button',
    actions(button({ url: 'https://courier.example/a' })),
    actions(button({ url: 'ferry' })),
    '.url',
  ],
  [
    'a long address',
    actions(button({ url: `https://courier.example/${x(2_976)}` })),
    actions(button({ url: `https://courier.example/${x(2_977)}` })),
    '.url',
  ],
  [
    'the style of a button',
    actions(button({ style: 'danger' })),
    actions(button({ style: 'default' })),
    '.style',
  ],
  [
    'the action_id of a button',
    actions(button({ action_id: x(255) })),
    actions(button({ action_id: x(256) })),
    '.action_id',
  ],
  [
    'what is read out of a button',
    actions(button({ accessibility_label: x(75) })),
    actions(button({ accessibility_label: x(76) })),
    '.accessibility_label',
  ],
  [
    'a dialog',
    actions(button({ confirm: confirm() })),
    actions(button({ confirm: confirm({ title: plain(101) }) })),
    '.confirm.title',
  ],
  [
    'the answers of a dialog',
    actions(button({ confirm: confirm() })),
    actions(button({ confirm: confirm({ deny: plain(31) }) })),
    '.confirm.deny',
  ],
  ['a menu', actions(select()), actions(select({ options: many(101, option) })), '.options'],
  [
    'an option',
    actions(select({ options: [{ text: plain(75), value: x(150) }] })),
    actions(select({ options: [{ text: plain(76), value: 'v' }] })),
    '.options[0].text',
  ],
  [
    'the value of an option',
    actions(select()),
    actions(select({ options: [{ text: plain(9), value: x(151) }] })),
    '.options[0].value',
  ],
  [
    'the placeholder of a menu',
    actions(select({ placeholder: plain(150) })),
    actions(select({ placeholder: plain(151) })),
    '.placeholder',
  ],
  [
    'the first choice of a menu',
    actions(select({ initial_option: option(7) })),
    actions(select({ initial_option: option(100) })),
    'chosen at first',
  ],
  [
    'groups of options',
    actions({
      type: 'static_select',
      option_groups: [{ label: plain(75), options: [option(1)] }],
      initial_option: option(1),
    }),
    actions(select({ option_groups: [{ label: plain(9), options: [option(1)] }] })),
    'only one',
  ],
  [
    'an external menu',
    actions({ type: 'external_select', min_query_length: 0 }),
    actions({ type: 'external_select', options: [option(1)] }),
    '.options',
  ],
  [
    'checkboxes',
    actions({ type: 'checkboxes', options: many(10, option) }),
    actions({ type: 'checkboxes', options: many(11, option) }),
    '.options',
  ],
  [
    'radio buttons',
    actions({ type: 'radio_buttons', options: [option(1)], initial_option: option(1) }),
    actions({ type: 'radio_buttons', options: [option(1)], initial_option: option(2) }),
    'chosen at first',
  ],
  [
    'an overflow menu',
    actions({ type: 'overflow', options: many(5, option) }),
    actions({ type: 'overflow', options: many(6, option) }),
    '.options',
  ],
  [
    'a date',
    actions({ type: 'datepicker', initial_date: '2024-03-03' }),
    actions({ type: 'datepicker', initial_date: '3 March' }),
    '.initial_date',
  ],
  [
    'context actions',
    contextActions(...many(5, () => feedback(face(75)))),
    contextActions(...many(6, () => ({ type: 'icon_button', icon: 'trash', text: plain(9) }))),
    '.elements',
  ],
  [
    'feedback',
    contextActions(feedback(face(75, x(2_000)))),
    contextActions(feedback(face(76))),
    '.positive_button.text',
  ],
  [
    'the value of feedback',
    contextActions(feedback(face(1))),
    contextActions(feedback(face(1, x(2_001)))),
    '.positive_button.value',
  ],
  [
    'an icon button',
    contextActions({ type: 'icon_button', icon: 'trash', text: plain(9) }),
    contextActions({ type: 'icon_button', icon: 'flag', text: plain(9) }),
    '.icon',
  ],
  ['what context actions hold', contextActions(feedback(face(1))), contextActions(button()), '.elements[0]'],
  ['a field', input(field({ max_length: 3_000 })), input(field({ max_length: 3_001 })), '.max_length'],
  [
    'the label of a field',
    input(field(), { label: plain(2_000) }),
    input(field(), { label: plain(2_001) }),
    '.label',
  ],
  [
    'the hint of a field',
    input(field(), { hint: plain(2_000), optional: true }),
    input(field(), { hint: mrkdwn(5) }),
    '.hint',
  ],
  ['what a field holds', input(select()), input(button()), '.element'],
  ['a divider', { type: 'divider', block_id: x(255) }, { type: 'divider', block_id: x(256) }, '.block_id'],
  [
    'a picture',
    picture({ alt_text: x(2_000), title: plain(2_000) }),
    picture({ alt_text: x(2_001) }),
    '.alt_text',
  ],
  ['a picture that is not read out', picture(), picture({ alt_text: '' }), '.alt_text'],
  ['the address of a picture', picture(), picture({ image_url: 'file:///map.png' }), '.image_url'],
  [
    'a quotation',
    rich({ type: 'rich_text_quote', elements: [words({ style: { bold: true } })], border: 1 }),
    rich({ type: 'rich_text_quote', elements: [] }),
    '.elements',
  ],
  [
    'a style',
    rich(line(words({ style: { italic: true, code: false } }))),
    rich(line(words({ style: { big: true } }))),
    '.style.big',
  ],
  [
    'a link',
    rich(line({ type: 'link', url: 'https://courier.example/', text: 'there' })),
    rich(line({ type: 'link', url: 'there' })),
    '.url',
  ],
  ['an empty word', rich(line(words())), rich(line(words({ text: '' }))), '.text'],
  [
    'a list',
    rich({ type: 'rich_text_list', style: 'ordered', elements: [line(words())] }),
    rich({ type: 'rich_text_list', style: 'dots', elements: [line(words())] }),
    '.style',
  ],
  [
    'what a list holds',
    rich({ type: 'rich_text_list', style: 'bullet', elements: [line(words())] }),
    rich({ type: 'rich_text_list', style: 'bullet', elements: [words()] }),
    '.elements[0]',
  ],
  [
    'code',
    rich({ type: 'rich_text_preformatted', elements: [words()] }),
    rich({ type: 'rich_text_preformatted', elements: [{ type: 'emoji', name: 'eyes' }] }),
    '.elements[0]',
  ],
  [
    'a mention',
    rich(line({ type: 'user', user_id: 'U1' })),
    rich(line({ type: 'broadcast', range: 'all' })),
    '.range',
  ],
  ['markdown', { type: 'markdown', text: x(12_000) }, { type: 'markdown', text: x(12_001) }, '.text'],
  [
    'half a character',
    section({ text: plain(1) }),
    section({ text: { type: 'plain_text', text: 'a\ud83d' } }),
    'half a character',
  ],
  [
    'white space',
    section({ text: plain(1) }),
    section({ text: { type: 'mrkdwn', text: ' \n' } }),
    'white space',
  ],
  [
    'a field that is not known',
    section({ text: plain(1) }),
    section({ text: plain(1), colour: 'red' }),
    '.colour',
  ],
  [
    'a block that is not known',
    { type: 'divider' },
    { type: 'constructor' },
    'constructor may not stand here',
  ],
];

describe('a block of a message', () => {
  it.each(BLOCKS)('%s', (_, good, bad, where) => {
    expect(messageRefusal({ text: 'hello', blocks: [good] })).toBeNull();
    const refusal = messageRefusal({ text: 'hello', blocks: [bad] });
    expect(refusal?.code).toBe('invalid_blocks');
    expect(refusal?.why).toContain('$.blocks[0]');
    expect(refusal?.why).toContain(where);
  });
});

describe('a message', () => {
  const divider = { type: 'divider' };
  it.each<[string, Json, string | null]>([
    ['of text', { text: x(40_000) }, null],
    ['of too much text', { text: x(40_001) }, 'msg_too_long'],
    ['of nothing', {}, 'no_text'],
    ['of empty text', { text: '' }, 'no_text'],
    ['of half a character', { text: 'a\udc00' }, 'invalid_arguments'],
    ['of 50 blocks', { blocks: many(50, () => divider) }, null],
    ['of 51 blocks', { blocks: many(51, () => divider) }, 'invalid_blocks'],
    ['of no blocks', { text: 'a', blocks: [] }, 'invalid_blocks'],
    ['whose blocks are no array', { text: 'a', blocks: 'blocks' }, 'invalid_blocks_format'],
    [
      'of blocks that are too long together',
      { blocks: many(5, () => section({ text: plain(2_700) })) },
      'msg_blocks_too_long',
    ],
    [
      'with two blocks of one name',
      { blocks: many(2, () => ({ ...divider, block_id: 'a' })) },
      'invalid_blocks',
    ],
    [
      'with markdown in two blocks',
      { blocks: many(2, () => ({ type: 'markdown', text: x(6_001) })) },
      'invalid_blocks',
    ],
    ['with metadata', { text: 'a', metadata: { event_type: 'asked', event_payload: {} } }, null],
    [
      'with half of its metadata',
      { text: 'a', metadata: { event_type: 'asked' } },
      'invalid_metadata_format',
    ],
  ])('%s', (_, message, code) => {
    expect(refusalOf(message)).toBe(code);
  });

  it('that takes the place of another has shorter text, and may have no blocks', () => {
    expect(updateRefusal({ text: x(4_000), blocks: [] })).toBeNull();
    expect(updateRefusal({ text: x(4_001) })?.code).toBe('msg_too_long');
    expect(updateRefusal({ blocks: [] })?.code).toBe('no_text');
  });
});
