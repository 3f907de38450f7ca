import { describe, expect, it } from 'vitest';
import type { Json } from './json.ts';
import {
  button,
  container,
  display,
  field,
  gallery,
  label,
  link,
  modal,
  option,
  picture,
  quiet,
  rich,
  row,
  section,
  select,
  separator,
} from './samples.ts';
import { isSilent, pingsIn, seen } from './shown.ts';

describe('what a person sees', () => {
  it('of a message is every word, in order, with what can be pressed and chosen', () => {
    const message = rich(
      container(
        display(
          '> The count was **11** to 4.\n-# [Council votes](<https://courier.example/a>) · <t:1709467200:D>',
        ),
        separator(),
        section({ accessory: picture() }),
        gallery(1, { description: 'A ferry' }),
        row(button(), link({ disabled: true })),
        row(select({ options: [option(1), option(2, { default: true })] })),
      ),
    );
    expect(seen(message)).toEqual({
      text: [
        'The count was 11 to 4.',
        'Council votes · 3 March 2024',
        'who won',
        '(A map)',
        '(A ferry)',
        '[More context] [Read it]',
        '[o2 ▾]',
      ].join('\n'),
      bold: ['11'],
      links: ['https://courier.example/a'],
      quotes: ['The count was 11 to 4.'],
      timestamps: [1_709_467_200],
      surprises: [],
      buttons: [
        { label: 'More context', custom_id: 'more', url: null, style: 2, disabled: false },
        { label: 'Read it', custom_id: null, url: 'https://courier.example/a', style: 5, disabled: true },
      ],
      selects: [
        {
          label: 'Story',
          type: 3,
          custom_id: 'story',
          options: ['o1', 'o2'],
          chosen: ['o2'],
          disabled: false,
        },
      ],
      images: ['A map', 'A ferry'],
      title: null,
    });
  });

  it('of text and embeds', () => {
    const message = { content: '**a**', embeds: [{ title: 'b', fields: [{ name: 'c', value: '*d*' }] }] };
    expect(seen(message)).toMatchObject({ text: 'a\nb\nc\n*d*', bold: ['a'], surprises: ['*', '*'] });
  });

  it('of a modal', () => {
    const shown = seen(
      modal({ components: [label(field({ value: 'who won?' }), { description: 'Ask anything.' })] }),
    );
    expect(shown).toMatchObject({
      title: 'Ask',
      text: 'Ask\nQuestion [who won?]\nAsk anything.',
      selects: [{ label: 'Question', chosen: ['who won?'] }],
    });
  });

  it.each([
    ['<t:1709467200>', '3 March 2024 at 12:00'],
    ['<t:1709467200:f>', '3 March 2024 at 12:00'],
    ['<t:1709467200:d>', '03/03/2024'],
    ['<t:1709467200:t>', '12:00'],
    ['<t:1709467200:T>', '12:00:00'],
    ['<t:1709467200:F>', 'Sunday, 3 March 2024 at 12:00'],
    ['\\<t:1709467200>', '<t:1709467200>'],
    ['<t:soon>', '<t:soon>'],
  ])('of the time %s', (markdown, text) => {
    expect(seen({ content: markdown }).text).toBe(text);
  });

  it.each([
    '@everyone',
    '<@1>',
    '<@&1>',
    '<#1>',
    '</ask:1>',
    '<id:browse>',
    '# a',
    '||a||',
    'https://a.example',
  ])('Discord acts on %s', (content) => {
    expect(seen({ content }).surprises).not.toEqual([]);
  });
});

describe('pings', () => {
  const hostile = rich(
    display('@everyone'),
    container(display('\\<@1> <@&2>')),
    row(button({ label: '@here' })),
  );

  it('are whatever stands there and is not forbidden', () => {
    const mentions = ['@everyone', '<@1>', '<@&2>', '@here'];
    expect(pingsIn(quiet(hostile))).toEqual([]);
    expect(pingsIn(hostile)).toEqual([expect.stringContaining('no allowed_mentions'), ...mentions]);
    expect(pingsIn({ ...hostile, allowed_mentions: { parse: ['users'] } })).toEqual(['users', ...mentions]);
    expect(pingsIn({ ...hostile, allowed_mentions: {} })).toEqual(['no parse', ...mentions]);
  });

  it('come with a reply, unless it is said not to', () => {
    const reply = (allowed_mentions: Json): Json => ({
      content: 'a',
      allowed_mentions,
      message_reference: { message_id: '1' },
    });
    expect(pingsIn(reply({ parse: [] }))).toEqual(['replied_user']);
    expect(pingsIn(reply({ parse: [], replied_user: true }))).toEqual(['replied_user']);
    expect(pingsIn(reply({ parse: [], replied_user: false }))).toEqual([]);
  });

  it('are looked for in responses that say something', () => {
    expect(pingsIn({ type: 4, data: { content: 'a' } })).toHaveLength(1);
    expect(pingsIn({ type: 4, data: quiet({ content: 'a' }) })).toEqual([]);
    for (const silent of [
      { type: 5 },
      { type: 6 },
      { type: 9, data: modal() },
      { type: 8, data: { choices: [] } },
    ]) {
      expect(pingsIn(silent)).toEqual([]);
    }
  });

  it('may be without a sound', () => {
    expect(isSilent({ content: 'a', flags: 1 << 12 })).toBe(true);
    expect(isSilent({ type: 4, data: { content: 'a', flags: 1 << 2 } })).toBe(false);
  });
});
