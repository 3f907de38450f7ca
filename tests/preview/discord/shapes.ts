import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Component } from '../../../preview/discord/components.ts';
import type { Message } from '../../../preview/discord/message.ts';
import { discordSample } from '../../../preview/discord/platform.ts';
import type { Surface } from '../../../preview/discord/surface.ts';
import type { Sample } from '../../../preview/page.ts';
import { DORA, NUTGRAF } from '../../../preview/samples/people.ts';

const text = (content: string) => ({ type: 10, content }) as const;

/** Everything that Discord's Markdown has. */
export const MARKDOWN = [
  '# The lighthouse of Gull Point\n## Its lamp\n### Its keeper',
  'Plain, **bold**, *italic*, __underlined__, ~~struck~~, ||hidden||, `code`, ***both***',
  '> The lamp was lit at dusk.\n> **Twice.**\n-# The Gull Post · [Lit](<https://gull.example/lit>) · <t:1709460000:R>',
  '- one\n- two\n  - deeper\n1. first\n2. second',
  `\`\`\`sh\nlamp --on ${'gull'.repeat(40)}\n\`\`\``,
  'Ask <@1> or <@&2> in <#3>, see https://gull.example/light and https://discord.com/channels/9/3/8.',
].join('\n');

/** Every kind of component that a message may hold. */
export const COMPONENTS: readonly APIMessageTopLevelComponent[] = [
  {
    type: 17,
    accent_color: 0x38618c,
    components: [
      text(MARKDOWN),
      { type: 14, divider: true, spacing: 2 },
      {
        type: 9,
        components: [text('A lamp, and what it costs.')],
        accessory: { type: 11, media: { url: 'https://gull.example/lamp.png' }, description: 'A lamp' },
      },
      {
        type: 9,
        components: [text('Its keeper')],
        accessory: { type: 2, style: 5, url: 'https://gull.example', label: 'Read it there' },
      },
      { type: 12, items: [{ media: { url: 'https://gull.example/tower.png' }, description: 'A tower' }] },
      { type: 13, file: { url: 'attachment://tides.csv' } },
      {
        type: 1,
        components: [
          { type: 2, style: 1, custom_id: 'a', label: 'Light it' },
          { type: 2, style: 2, custom_id: 'b', label: 'More context' },
          { type: 2, style: 3, custom_id: 'c', label: 'Keep it', emoji: { name: '💡' } },
          { type: 2, style: 4, custom_id: 'd', label: 'Put it out' },
          { type: 2, style: 2, custom_id: 'e', label: 'Not now', disabled: true },
        ],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'f',
            options: [
              { label: 'The lighthouse', value: 'light', default: true },
              { label: 'The harbour', value: 'harbour' },
            ],
          },
        ],
      },
      {
        type: 1,
        components: [{ type: 3, custom_id: 'g', placeholder: 'A story', options: [], disabled: true }],
      },
      { type: 1, components: [{ type: 8, custom_id: 'h' }] },
    ],
  },
];

const said: Message = { author: NUTGRAF, time: '9:05 AM', content: '', components: COMPONENTS };
const asked: Message = { author: DORA, time: '9:04 AM', content: MARKDOWN };
const long =
  'when was the lamp of the lighthouse of Gull Point lit for the first time, and who lit it on that day?';

const SURFACES: readonly { readonly slug: string; readonly title: string; readonly surface: Surface }[] = [
  {
    slug: 'shapes',
    title: 'Components',
    surface: {
      kind: 'channel',
      title: 'quay',
      messages: [asked, { ...said, replyTo: { author: DORA, content: long } }],
    },
  },
  {
    slug: 'alone',
    title: 'For one person',
    surface: {
      kind: 'direct',
      other: NUTGRAF,
      messages: [{ ...said, command: { by: DORA, name: '/ask' }, ephemeral: true }],
    },
  },
  {
    slug: 'typing',
    title: 'A command that is typed',
    surface: {
      kind: 'typing',
      title: 'quay',
      typing: {
        app: NUTGRAF,
        command: 'ask',
        filled: [{ name: 'story', value: 'The lighthouse of Gull Point' }],
        option: { name: 'question', description: 'What do you want to know?', typed: long },
        others: 0,
        choices: [long, 'Who keeps the lamp?'],
      },
    },
  },
  {
    slug: 'menu',
    title: 'The menu of a message',
    surface: { kind: 'menu', title: 'quay', message: asked, entries: [{ app: NUTGRAF, name: 'Find this' }] },
  },
];

const KNOWN = { names: { 1: 'Ines Varga', 3: 'quay' }, now: Date.parse('2026-03-03T10:00:00Z') };

/** Every surface and every shape, whether a message of ours uses it today or not. */
export const DISCORD_SHAPES: readonly Sample[] = SURFACES.map((each) => discordSample(each, KNOWN));

/** One of a kind that is not drawn. */
export const STRANGE = { type: 99 } as unknown as Component;
