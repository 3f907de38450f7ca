import { describe, expect, it } from 'vitest';
import { FLAGS } from './discord-server/flags.ts';
import type { Json } from './discord-server/json.ts';
import { mistakesIn } from './discord-server/message-rules.ts';
import { formRefusal, messageRefusal, refusalOf } from './discord-server/payload.ts';
import {
  button,
  container,
  display,
  many,
  picture,
  rich,
  row,
  section,
  separator,
  x,
} from './discord-server/samples.ts';

const embed = (more: Json): Json => ({ embeds: [{ title: 'a', ...more }] });
const mentions = (allowed_mentions: Json): Json => ({ content: 'a', allowed_mentions });

describe('a message', () => {
  it.each<[string, Json, Json, string]>([
    ['text', { content: x(2_000) }, { content: x(2_001) }, '$.content: Must be 2000 or fewer'],
    [
      'text of astral characters',
      { content: '😀'.repeat(2_000) },
      { content: '😀'.repeat(2_001) },
      '$.content',
    ],
    [
      'components in all',
      rich(...many(39, (index) => display(`${index}`)), separator()),
      rich(...many(20, () => section({ accessory: picture() }))),
      'no more than 40, not 60',
    ],
    [
      'text displays together',
      rich(display(x(2_000)), container(display(x(2_000)))),
      rich(display(x(2_000)), container(display(x(2_001)))),
      'no more than 4000, not 4001',
    ],
    [
      'custom_ids',
      rich(row(button({ custom_id: 'a' }), button({ custom_id: 'b' }))),
      rich(row(button()), section({ accessory: button() })),
      'custom id cannot be duplicated: more',
    ],
    [
      'ids',
      rich(display('a', { id: 0 }), display('b', { id: 0 })),
      rich(display('a', { id: 1 }), container(display('b', { id: 1 }))),
      'id cannot be duplicated: 1',
    ],
    [
      'text beside Components V2',
      { ...rich(display('a')), content: '', embeds: [] },
      { ...rich(display('a')), content: 'a' },
      "$.content: The 'content' field",
    ],
    [
      'embeds beside Components V2',
      rich(display('a')),
      { ...rich(display('a')), ...embed({}) },
      "$.embeds: The 'embeds' field",
    ],
    [
      'text displays without the flag',
      { content: 'a', components: [row(button())] },
      { components: [display('a')] },
      '$.components[0].type',
    ],
    [
      'rows without the flag',
      { content: 'a', components: many(5, (index) => row(button({ custom_id: `${index}` }))) },
      { content: 'a', components: many(6, (index) => row(button({ custom_id: `${index}` }))) },
      '$.components',
    ],
    ['Components V2 without any', rich(display('a')), rich(), '$.components: Must be between'],
    ['the title of an embed', embed({ title: x(256) }), embed({ title: x(257) }), '$.embeds[0].title'],
    [
      'the text of an embed',
      embed({ description: x(4_096) }),
      embed({ description: x(4_097) }),
      '$.embeds[0].description',
    ],
    [
      'the fields of an embed',
      embed({ fields: many(25, () => ({ name: 'a', value: 'b' })) }),
      embed({ fields: [{ name: 'a', value: x(1_025) }] }),
      '$.embeds[0].fields[0].value',
    ],
    [
      'the footer of an embed',
      embed({ footer: { text: x(2_048) } }),
      embed({ footer: { text: x(2_049) } }),
      '$.embeds[0].footer.text',
    ],
    [
      'embeds together',
      { embeds: [{ description: x(3_000) }, { description: x(3_000) }] },
      { embeds: [{ description: x(3_000) }, { description: x(3_001) }] },
      'maximum size of 6000',
    ],
    [
      'how many embeds',
      { embeds: many(10, () => ({ title: 'a' })) },
      { embeds: many(11, () => ({ title: 'a' })) },
      '$.embeds',
    ],
    ['nonce', { content: 'a', nonce: x(25), enforce_nonce: true }, { content: 'a', nonce: x(26) }, '$.nonce'],
    [
      'what may be mentioned',
      mentions({ parse: ['users'], roles: ['1'] }),
      mentions({ parse: ['people'] }),
      '$.allowed_mentions.parse[0]',
    ],
    [
      'mentions named twice',
      mentions({ parse: [], users: ['1'] }),
      mentions({ parse: ['users'], users: ['1'] }),
      'mutually exclusive',
    ],
    [
      'who may be mentioned',
      mentions({ users: many(100, (index) => `${index}`) }),
      mentions({ users: many(101, (index) => `${index}`) }),
      '$.allowed_mentions.users',
    ],
    [
      'whether a reply notifies',
      mentions({ replied_user: false }),
      mentions({ replied_user: null }),
      '$.allowed_mentions.replied_user',
    ],
    [
      'mentions in the words of discord.js',
      mentions({ parse: [], replied_user: false }),
      mentions({ parse: [], repliedUser: false }),
      '$.allowed_mentions.repliedUser',
    ],
    [
      'flags',
      { content: 'a', flags: FLAGS.suppressEmbeds },
      { content: 'a', flags: FLAGS.loading },
      '$.flags',
    ],
    ['a field that is not known', { content: 'a' }, { content: 'a', text: 'a' }, '$.text'],
  ])('%s', (_, good, bad, where) => {
    expect(refusalOf(good)).toBeNull();
    expect(refusalOf(bad)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(refusalOf(bad)?.why).toContain(where);
  });

  it('of nothing is refused', () => {
    for (const empty of [{}, { content: ' ' }, { embeds: [], components: [] }]) {
      expect(refusalOf(empty)?.body).toMatchObject({ code: 50006 });
    }
  });

  it('may be for one person only where it answers an interaction', () => {
    const message = { content: 'a', flags: FLAGS.ephemeral };
    expect(messageRefusal(message, 'response')).toBeNull();
    expect(messageRefusal(message, 'post')?.why).toContain('$.flags: The flags 64');
  });

  it('replies to a message, unless it answers an interaction', () => {
    const message = { content: 'a', message_reference: { message_id: '1', fail_if_not_exists: false } };
    expect(messageRefusal(message, 'post')).toBeNull();
    expect(messageRefusal(message, 'response')?.why).toContain('$.message_reference');
    expect(messageRefusal({ ...message, message_reference: {} }, 'post')?.why).toContain('.message_id');
  });

  it('keeps its flags when it is edited', () => {
    const { componentsV2, ephemeral } = FLAGS;
    const edit = (message: Json, already: number) => formRefusal(mistakesIn(message, 'edit', already))?.why;
    expect(edit({ components: [display('a')] }, componentsV2)).toBeUndefined();
    expect(edit({ content: 'a', flags: 0 }, componentsV2)).toContain('cannot be removed');
    expect(edit({ content: 'a' }, componentsV2)).toContain('$.content');
    expect(edit({ content: 'a', flags: ephemeral }, ephemeral)).toBeUndefined();
    expect(edit({ content: 'a', flags: ephemeral }, 0)).toContain('$.flags');
  });

  it('breaks Discord with more than 10,170 bytes of text, 12 a display', () => {
    const euros = (count: number) => '€'.repeat(count);
    expect(refusalOf(rich(display(euros(3_386))))).toBeNull();
    expect(refusalOf(rich(display(euros(3_387))))).toMatchObject({ status: 500 });
    expect(refusalOf(rich(display(euros(2_000)), display(euros(1_382))))).toBeNull();
    expect(refusalOf(rich(display(euros(2_000)), display(euros(1_383))))).toMatchObject({ status: 500 });
  });

  it('is refused with every mistake at its place', () => {
    const body = refusalOf({
      content: x(2_001),
      components: [row(button({ label: x(81), style: 9 }))],
    })?.body;
    const error = (code: string) => ({ _errors: [expect.objectContaining({ code })] });
    expect(body).toMatchObject({
      errors: {
        content: error('BASE_TYPE_MAX_LENGTH'),
        components: {
          0: { components: { 0: { label: error('BASE_TYPE_BAD_LENGTH'), style: error('NUMBER_TYPE_MAX') } } },
        },
      },
    });
  });
});
