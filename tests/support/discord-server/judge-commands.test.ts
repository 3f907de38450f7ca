import { describe, expect, it } from 'vitest';
import { commandsRule } from './command-rules.ts';
import type { Json } from './json.ts';
import { formRefusal } from './payload.ts';
import { command, many, textOption, x } from './samples.ts';

describe('commands', () => {
  const judged = (everywhere: boolean, ...commands: Json[]) =>
    formRefusal(commandsRule(everywhere)(commands, []))?.why ?? null;
  const asked = (...options: Json[]) => command({ options });
  const inside = (...options: Json[]) => ({ type: 1, name: 'set', description: 'Sets.', options });

  it.each<[string, Json, Json, string]>([
    ['a name', command({ name: 'preguntar-aquí' }), command({ name: 'Ask' }), '$[0].name'],
    ['a long name', command({ name: x(32) }), command({ name: x(33) }), '.name'],
    ['a name with a space', command(), command({ name: 'ask us' }), '.name'],
    ['a description', command({ description: x(100) }), command({ description: x(101) }), '.description'],
    ['no description', command(), command({ description: '' }), '.description: This field is required'],
    [
      'translations',
      command({ name_localizations: { fr: 'demander', de: null } }),
      command({ name_localizations: { fr: 'Demander' } }),
      '.name_localizations.fr',
    ],
    [
      'a language that Discord does not speak',
      command(),
      command({ description_localizations: { es: 'Pregunta.' } }),
      '.description_localizations.es',
    ],
    [
      'options',
      asked(textOption({ required: true }), textOption({ name: 'story', autocomplete: true })),
      asked(textOption(), textOption({ name: 'story', required: true })),
      'Required options',
    ],
    [
      'how many options',
      asked(...many(25, (index) => textOption({ name: `o${index}` }))),
      asked(...many(26, (index) => textOption({ name: `o${index}` }))),
      '.options',
    ],
    ['two options of one name', asked(textOption()), asked(textOption(), textOption()), 'stands twice'],
    [
      'choices',
      asked(textOption({ choices: [{ name: 'a', value: 'b' }] })),
      asked(textOption({ choices: many(26, () => ({ name: 'a', value: 'b' })) })),
      '.choices',
    ],
    [
      'choices that are completed',
      asked(textOption()),
      asked(textOption({ autocomplete: true, choices: [{ name: 'a', value: 'b' }] })),
      '.autocomplete',
    ],
    [
      'completion of a yes or no',
      asked(textOption({ type: 5 })),
      asked(textOption({ type: 5, autocomplete: true })),
      '.autocomplete',
    ],
    [
      'a longest text',
      asked(textOption({ max_length: 6_000 })),
      asked(textOption({ max_length: 6_001 })),
      '.max_length',
    ],
    ['subcommands', asked(inside(textOption())), asked(inside(), textOption()), 'mutually exclusive'],
    [
      'groups',
      asked({ ...inside(inside()), type: 2 }),
      asked({ ...inside({ ...inside(), type: 2 }), type: 2 }),
      '.options[0].options[0].type',
    ],
    ['a subcommand in a subcommand', asked(inside()), asked(inside(inside())), '.options[0].options[0].type'],
    [
      'permissions',
      command({ default_member_permissions: '32' }),
      command({ default_member_permissions: 32 }),
      '.default_member_permissions',
    ],
    [
      'places',
      command({ contexts: [0, 1, 2], integration_types: [0, 1] }),
      command({ contexts: [3] }),
      '.contexts[0]',
    ],
    [
      'a menu of messages',
      { type: 3, name: 'Find this in our stories' },
      { type: 3, name: 'Find', description: 'Finds.' },
      '.description',
    ],
    [
      'a field that is not known',
      command(),
      command({ defaultMemberPermissions: '0' }),
      '.defaultMemberPermissions',
    ],
    [
      'how much is read of it',
      asked(...many(20, (index) => textOption({ name: `o${index}`, description: x(100) }))),
      asked(
        ...many(25, (index) =>
          textOption({
            name: `o${index}`,
            choices: many(25, (at) => ({ name: `${at}${x(10)}`, value: `v${at}` })),
          }),
        ),
      ),
      'maximum size of 8000',
    ],
  ])('%s', (_, good, bad, where) => {
    expect(judged(true, good)).toBeNull();
    expect(judged(true, bad)).toContain(where);
  });

  it('of one place have names of their own', () => {
    expect(judged(true, command(), { type: 3, name: 'ask' })).toBeNull();
    expect(judged(true, command(), command())).toContain('must be unique');
  });

  it('of one server name no places', () => {
    expect(judged(false, command({ contexts: [0] }))).toContain('.contexts');
  });

  it('are 100 to type and 15 in a menu', () => {
    const menus = (count: number) => many(count, (index) => ({ type: 3, name: `Find ${index}` }));
    expect(judged(true, ...menus(15))).toBeNull();
    expect(judged(true, ...menus(16))).toContain('Maximum number');
    expect(judged(true, ...many(101, (index) => command({ name: `ask${index}` })))).toContain(
      'Maximum number',
    );
  });
});
