import { describe, expect, it } from 'vitest';
import type { Json } from './json.ts';
import { refusalOf } from './payload.ts';
import {
  button,
  container,
  display,
  field,
  gallery,
  link,
  many,
  option,
  picture,
  rich,
  row,
  section,
  select,
  separator,
  x,
} from './samples.ts';

/** What it is, what Discord takes, what it refuses, and what the complaint names. */
type Case = readonly [name: string, good: Json, bad: Json, where: string];

const buttons = (count: number) => many(count, (index) => button({ custom_id: `b${index}` }));
const menu = (more: Json) => row(select(more));

const COMPONENTS: readonly Case[] = [
  ['text', display(x(4_000)), display(x(4_001)), '.content: Must be between 1 and 4000'],
  ['text of astral characters', display('😀'.repeat(2_500)), display('😀'.repeat(4_001)), '.content'],
  ['blank text', display('a'), display(' \n'), '.content: This field is required'],
  ['half a character', display('a'), display('a\ud83d'), 'half a character'],
  ['a row of buttons', row(...buttons(5)), row(...buttons(6)), '.components: Must be between 1 and 5'],
  ['an empty row', row(button()), row(), '.components'],
  ['a menu beside a button', menu({}), row(button(), select()), '.components[1].type'],
  ['two menus in a row', menu({}), row(select(), select({ custom_id: 'b' })), '.components: Must be'],
  ['text in a row', row(button()), row(display('a')), '.components[0].type'],
  ['the label of a button', row(button({ label: x(80) })), row(button({ label: x(81) })), '.label'],
  [
    'a button without a face',
    row(button({ label: undefined, emoji: { name: '👍' } })),
    row(button({ label: undefined })),
    '.label',
  ],
  ['the custom_id', row(button({ custom_id: x(100) })), row(button({ custom_id: x(101) })), '.custom_id'],
  ['an empty custom_id', row(button()), row(button({ custom_id: '' })), '.custom_id'],
  [
    'a button that does nothing',
    row(button()),
    row(button({ custom_id: undefined })),
    'A custom id is required',
  ],
  ['a link that acts', row(link()), row(link({ custom_id: 'a' })), 'cannot both be specified'],
  ['a link that leads nowhere', row(link()), row(link({ url: undefined })), '.url: A url is required'],
  ['where a link leads', row(link()), row(link({ url: 'javascript:alert(1)' })), '.url'],
  [
    'a long link',
    row(link({ url: `https://a.example/${x(494)}` })),
    row(link({ url: `https://a.example/${x(495)}` })),
    '.url',
  ],
  ['a button with an address', row(button()), row(button({ url: 'https://a.example/' })), '.url'],
  ['the style of a button', row(button({ style: 4 })), row(button({ style: 7 })), '.style'],
  ['a button that sells', row(button()), row(button({ style: 6, sku_id: '1' })), '.style'],
  ['the options of a menu', menu({}), menu({ options: many(26, (index) => option(index)) }), '.options'],
  ['a menu without options', menu({}), menu({ options: [] }), '.options'],
  [
    'the label of an option',
    menu({ options: [option(1, { label: x(100) })] }),
    menu({ options: [option(1, { label: x(101) })] }),
    '.options[0].label',
  ],
  [
    'the value of an option',
    menu({ options: [option(1, { value: x(100) })] }),
    menu({ options: [option(1, { value: x(101) })] }),
    '.options[0].value',
  ],
  [
    'the description of an option',
    menu({ options: [option(1, { description: x(100) })] }),
    menu({ options: [option(1, { description: x(101) })] }),
    '.options[0].description',
  ],
  [
    'two options of one value',
    menu({ options: [option(1), option(2)] }),
    menu({ options: [option(1), option(1)] }),
    '.options: The value 1',
  ],
  [
    'two first choices',
    menu({ options: [option(1, { default: true })] }),
    menu({ options: [option(1, { default: true }), option(2, { default: true })] }),
    'chosen at first',
  ],
  ['the placeholder', menu({ placeholder: x(150) }), menu({ placeholder: x(151) }), '.placeholder'],
  ['how many are chosen', menu({ min_values: 0, max_values: 25 }), menu({ max_values: 26 }), '.max_values'],
  [
    'at least more than at most',
    menu({ min_values: 2, max_values: 2 }),
    menu({ min_values: 3, max_values: 2 }),
    '.min_values',
  ],
  [
    'more chosen than there are',
    menu({ options: [option(1), option(2)], max_values: 2 }),
    menu({ options: [option(1)], max_values: 2 }),
    '.options: Must be between 2',
  ],
  ['required, which is for modals', menu({ disabled: true }), menu({ required: true }), '.required'],
  [
    'a section',
    section({ components: many(3, () => display('a')) }),
    section({ components: many(4, () => display('a')) }),
    '.components',
  ],
  ['what a section holds', section(), section({ components: [row(button())] }), '.components[0].type'],
  [
    'a section without accessory',
    section({ accessory: picture() }),
    section({ accessory: undefined }),
    '.accessory: This field is required',
  ],
  ['the accessory of a section', section(), section({ accessory: select() }), '.accessory.type'],
  [
    'what a picture shows',
    section({ accessory: picture({ description: x(1_024) }) }),
    section({ accessory: picture({ description: x(1_025) }) }),
    '.description',
  ],
  ['pictures', gallery(10), gallery(11), '.items'],
  [
    'where a picture lies',
    gallery(1),
    gallery(1, { media: { url: 'file:///map.png' } }),
    '.items[0].media.url',
  ],
  [
    'a file',
    { type: 13, file: { url: 'attachment://a.txt' } },
    { type: 13, file: { url: 'https://a.example/a.txt' } },
    '.file.url',
  ],
  ['a separator', separator({ divider: true, spacing: 2 }), separator({ spacing: 3 }), '.spacing'],
  ['a container', container(display('a'), row(button()), section(), separator()), container(), '.components'],
  [
    'a container in a container',
    container(display('a')),
    container(container(display('a'))),
    '.components[0].type',
  ],
  [
    'the colour of a container',
    { ...container(display('a')), accent_color: 0xff_ff_ff },
    { ...container(display('a')), accent_color: 0x1_00_00_00 },
    '.accent_color',
  ],
  ['a bare button', row(button()), button(), '.type'],
  ['a text field', row(button()), row(field()), '.components[0].type'],
  ['the id', display('a', { id: 4_294_967_295 }), display('a', { id: 4_294_967_296 }), '.id'],
  ['a field that is not known', display('a'), display('a', { text: 'a' }), '.text: Discord does not know'],
  ['a component that is not known', display('a'), { type: 99 }, '.type: Value of field "type"'],
];

describe('a component', () => {
  it.each(COMPONENTS)('%s', (_, good, bad, where) => {
    expect(refusalOf(rich(good))).toBeNull();
    const refusal = refusalOf(rich(bad));
    expect(refusal).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { components: expect.anything() } },
    });
    expect(refusal?.why).toContain('$.components[0]');
    expect(refusal?.why).toContain(where);
  });
});
