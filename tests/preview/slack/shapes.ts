import type { KnownBlock } from '@slack/types';
import type { Sample } from '../../../preview/page.ts';
import { DORA, NUTGRAF } from '../../../preview/samples/people.ts';
import type { Message } from '../../../preview/slack/message.ts';
import { slackSample } from '../../../preview/slack/platform.ts';
import type { Surface } from '../../../preview/slack/surface.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;
const option = (text: string, value: string) => ({ text: plain(text), value });

/** Every kind of block that a message of ours may come to hold. */
export const MESSAGE_BLOCKS: readonly KnownBlock[] = [
  { type: 'header', text: plain('The lighthouse of Gull Point') },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Plain, ' },
          { type: 'text', text: 'bold', style: { bold: true } },
          { type: 'text', text: 'italic', style: { italic: true } },
          { type: 'text', text: 'struck', style: { strike: true } },
          { type: 'text', text: 'code', style: { code: true } },
          { type: 'link', url: 'https://gull.example/light?a=1&b=2', text: 'a link' },
          { type: 'user', user_id: 'U0DORA' },
          { type: 'emoji', name: 'wave', unicode: '1f44b' },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'The lamp was lit at dusk.' }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] }],
      },
      {
        type: 'rich_text_list',
        style: 'ordered',
        indent: 1,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'first' }] }],
      },
      {
        type: 'rich_text_preformatted',
        elements: [{ type: 'text', text: `lamp --on ${'gull'.repeat(40)}` }],
      },
    ],
  },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: 'Lit *each* _evening_ since <https://gull.example|1871> & `kept` by ~two~ one.',
    },
    accessory: { type: 'image', image_url: 'https://gull.example/lamp.png', alt_text: 'A lamp' },
  },
  { type: 'section', fields: [plain('Outlet'), plain('The Gull Post'), plain('Day'), plain('3 Mar 2024')] },
  { type: 'divider' },
  {
    type: 'context',
    elements: [plain('The Gull Post ·'), { type: 'mrkdwn', text: '<https://gull.example|Lit>' }],
  },
  {
    type: 'image',
    image_url: 'https://gull.example/tower.png',
    alt_text: 'A tower',
    title: plain('The tower'),
  },
  {
    type: 'actions',
    elements: [
      { type: 'button', text: plain('More context') },
      { type: 'button', text: plain('Tell the desk'), style: 'primary' },
      { type: 'button', text: plain('Take it back'), style: 'danger' },
      { type: 'button', text: plain('Read it there'), url: 'https://gull.example' },
      { type: 'static_select', placeholder: plain('A story'), options: [option('The lighthouse', 'light')] },
      { type: 'overflow', options: [option('Hide', 'hide')] },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        positive_button: { text: plain('This answers it'), value: 'yes' },
        negative_button: { text: plain('This does not answer it'), value: 'no' },
      },
      { type: 'icon_button', icon: 'trash', text: plain('Delete') },
    ],
  },
];

const FORM_BLOCKS: readonly KnownBlock[] = [
  {
    type: 'input',
    label: plain('Question'),
    hint: plain('One question is answered best.'),
    element: { type: 'plain_text_input', multiline: true, placeholder: plain('When was the lamp lit?') },
  },
  {
    type: 'input',
    label: plain('Story'),
    optional: true,
    element: {
      type: 'static_select',
      initial_option: option('The lighthouse of Gull Point', 'light'),
      options: [option('The lighthouse of Gull Point', 'light')],
    },
  },
  {
    type: 'input',
    label: plain('Follow-ups'),
    element: {
      type: 'checkboxes',
      initial_options: [option('Answer them without a mention', 'on')],
      options: [option('Answer them without a mention', 'on'), option('Show links', 'links')],
    },
  },
  {
    type: 'input',
    label: plain('Who may change this'),
    element: { type: 'radio_buttons', options: [option('Everybody', 'all'), option('Admins', 'few')] },
  },
  { type: 'input', label: plain('Day'), element: { type: 'datepicker', initial_date: '2024-03-03' } },
];

const said: Message = { author: NUTGRAF, time: '9:05 AM', text: 'All shapes', blocks: MESSAGE_BLOCKS };
const unfurled: Message = {
  author: DORA,
  time: '9:04 AM',
  text: '<https://gull.example/light>',
  attachments: [
    {
      color: '#38618c',
      blocks: [{ type: 'section', text: plain('The lamp of Gull Point is lit') } as KnownBlock],
    },
  ],
  replies: [NUTGRAF, DORA],
};

const SURFACES: readonly { readonly slug: string; readonly title: string; readonly surface: Surface }[] = [
  {
    slug: 'shapes',
    title: 'Blocks',
    surface: { kind: 'thread', title: '# quay', messages: [unfurled, said] },
  },
  {
    slug: 'alone',
    title: 'For one person',
    surface: { kind: 'channel', title: '# quay', messages: [{ ...said, ephemeral: true }] },
  },
  {
    slug: 'modal',
    title: 'A modal',
    surface: {
      kind: 'modal',
      app: NUTGRAF,
      view: {
        type: 'modal',
        title: plain('Ask the stories'),
        submit: plain('Ask'),
        close: plain('Cancel'),
        blocks: [...FORM_BLOCKS],
      },
    },
  },
  {
    slug: 'home',
    title: 'The App Home',
    surface: { kind: 'home', app: NUTGRAF, view: { type: 'home', blocks: [...MESSAGE_BLOCKS] } },
  },
];

/** Every surface and every shape, whether a message of ours uses it today or not. */
export const SLACK_SHAPES: readonly Sample[] = SURFACES.map((each) => slackSample(each, {}));
