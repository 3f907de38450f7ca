import { describe, expect, it } from 'vitest';
import { mistakesInResponse } from './callback-rules.ts';
import { FLAGS } from './flags.ts';
import type { Json } from './json.ts';
import { formRefusal } from './payload.ts';
import { display, field, label, many, modal, row, select, x } from './samples.ts';

describe('a response', () => {
  const answer = (type: number, body: Json, more: Json = {}) =>
    formRefusal(mistakesInResponse(body, { type, source: null, ...more }))?.why ?? null;
  const [COMMAND, COMPONENT, AUTOCOMPLETE, MODAL] = [2, 3, 4, 5] as const;
  const say = { type: 4, data: { content: 'a' } };

  it.each<[string, number, Json, boolean]>([
    ['a message to a command', COMMAND, say, true],
    ['a deferral to a command', COMMAND, { type: 5, data: { flags: FLAGS.ephemeral } }, true],
    ['an update to a command', COMMAND, { type: 7, data: { content: 'a' } }, false],
    ['an update to a button', COMPONENT, { type: 7, data: { content: 'a' } }, true],
    ['nothing new to a button', COMPONENT, { type: 6 }, true],
    ['a modal to a button', COMPONENT, { type: 9, data: modal() }, true],
    ['a modal to a modal', MODAL, { type: 9, data: modal() }, false],
    ['an update to a modal of a command', MODAL, { type: 7, data: { content: 'a' } }, false],
    ['choices to a command', COMMAND, { type: 8, data: { choices: [] } }, false],
    ['a deferral to who is typing', AUTOCOMPLETE, { type: 5 }, false],
    ['choices to who is typing', AUTOCOMPLETE, { type: 8, data: { choices: [] } }, true],
    ['an empty message', COMMAND, { type: 4, data: { content: ' ' } }, false],
    ['a message without data', COMMAND, { type: 4 }, false],
    ['other flags in a deferral', COMMAND, { type: 5, data: { flags: FLAGS.componentsV2 } }, false],
  ])('%s', (_, type, body, fine) => {
    expect(answer(type, body) === null).toBe(fine);
  });

  it('updates a message with the flags that it has', () => {
    const update = { type: 7, data: { content: 'a' } };
    expect(answer(MODAL, update, { source: 0 })).toBeNull();
    expect(answer(COMPONENT, update, { source: FLAGS.componentsV2 })).toContain('$.data.content');
  });

  it.each<[string, Json, Json, string]>([
    [
      '25 choices',
      { choices: many(25, (index) => ({ name: x(100), value: `${index}` })) },
      { choices: many(26, () => ({ name: 'a', value: 'a' })) },
      '$.data.choices',
    ],
    [
      'the name of a choice',
      { choices: [] },
      { choices: [{ name: x(101), value: 'a' }] },
      '$.data.choices[0].name',
    ],
    ['an empty name', { choices: [] }, { choices: [{ name: '', value: 'a' }] }, '$.data.choices[0].name'],
    [
      'the value of a choice',
      { choices: [{ name: 'a', value: x(100) }] },
      { choices: [{ name: 'a', value: x(101) }] },
      '$.data.choices[0].value',
    ],
  ])('%s', (_, good, bad, where) => {
    expect(answer(AUTOCOMPLETE, { type: 8, data: good }, { option: 3 })).toBeNull();
    expect(answer(AUTOCOMPLETE, { type: 8, data: bad }, { option: 3 })).toContain(where);
  });

  it('completes an option with values of its type', () => {
    const choose = (value: unknown) => ({ type: 8, data: { choices: [{ name: 'a', value }] } });
    expect(answer(AUTOCOMPLETE, choose(1.5), { option: 10 })).toBeNull();
    expect(answer(AUTOCOMPLETE, choose(1.5), { option: 4 })).toContain('is not int');
    expect(answer(AUTOCOMPLETE, choose('1'), { option: 10 })).toContain('is not float');
    expect(answer(AUTOCOMPLETE, choose(1), { option: 3 })).toContain('string');
  });

  it.each<[string, Json, Json, string]>([
    ['the title of a modal', modal({ title: x(45) }), modal({ title: x(46) }), '.title'],
    ['its custom_id', modal({ custom_id: x(100) }), modal({ custom_id: x(101) }), '.custom_id'],
    [
      'its components',
      modal({ components: many(5, (index) => label(field({ custom_id: `${index}` }))) }),
      modal({ components: many(6, () => label(field())) }),
      '.components',
    ],
    ['no components', modal(), modal({ components: [] }), '.components'],
    [
      'the label of a field',
      modal({ components: [label(field(), { label: x(45), description: x(100) })] }),
      modal({ components: [label(field(), { label: x(46) })] }),
      '.label',
    ],
    [
      'a label in a label',
      modal(),
      modal({ components: [label(field({ label: 'a' }))] }),
      '.component.label',
    ],
    [
      'a field in a row',
      modal({ components: [row(field({ label: 'a' }))] }),
      modal({ components: [row(field())] }),
      '.label: This field is required',
    ],
    [
      'two fields in a row',
      modal({ components: [row(field({ label: 'a' }))] }),
      modal({ components: [row(field({ label: 'a' }), field({ label: 'a', custom_id: 'b' }))] }),
      '.components',
    ],
    [
      'a menu',
      modal({ components: [label(select({ required: false }))] }),
      modal({ components: [label(select({ disabled: true }))] }),
      '.disabled',
    ],
    [
      'text',
      modal({ components: [display('a'), label(field())] }),
      modal({ components: [label(display('a'))] }),
      '.component.type',
    ],
    [
      'what is written at first',
      modal({ components: [label(field({ value: x(4_000) }))] }),
      modal({ components: [label(field({ value: x(4_001) }))] }),
      '.value',
    ],
    [
      'what fits',
      modal({ components: [label(field({ max_length: 4_000 }))] }),
      modal({ components: [label(field({ max_length: 4_001 }))] }),
      '.max_length',
    ],
    [
      'less than what is written',
      modal(),
      modal({ components: [label(field({ max_length: 2, value: 'abc' }))] }),
      '.value',
    ],
    [
      'the placeholder of a field',
      modal({ components: [label(field({ placeholder: x(100) }))] }),
      modal({ components: [label(field({ placeholder: x(101) }))] }),
      '.placeholder',
    ],
    [
      'two fields of one name',
      modal(),
      modal({ components: [label(field()), label(field())] }),
      'duplicated: question',
    ],
  ])('%s', (_, good, bad, where) => {
    expect(answer(COMMAND, { type: 9, data: good })).toBeNull();
    expect(answer(COMMAND, { type: 9, data: bad })).toContain('$.data');
    expect(answer(COMMAND, { type: 9, data: bad })).toContain(where);
  });
});
