import { describe, expect, it } from 'vitest';
import {
  ASK,
  ASK_OPTIONS,
  FIND,
  SETTINGS,
  SETTINGS_OPTIONS,
} from '../../../src/bots/discord/commands/definitions/names.ts';
import {
  COMMANDS_EVERYWHERE,
  COMMANDS_OF_ONE_SERVER,
} from '../../../src/bots/discord/commands/definitions.ts';
import { listMistakes } from './doctor/command-limits.ts';

type Json = Readonly<Record<string, unknown>>;
const LANGUAGES = ['es-ES', 'es-419', 'fr', 'de'];
const everywhere = COMMANDS_EVERYWHERE.map((command): Json => ({ ...command }));
const ofOneServer = COMMANDS_OF_ONE_SERVER.map((command): Json => ({ ...command }));
const optionsOf = ({ options = [] }: Json) => options as readonly Json[];
const partsOf = (command: Json): readonly Json[] => [command, ...optionsOf(command)];

function named(name: string): Json {
  const command = everywhere.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no ${name}`);
  return command;
}

describe('the commands', () => {
  it('hold every limit of Discord, in every language', () => {
    expect(listMistakes(everywhere)).toEqual([]);
    expect(listMistakes(ofOneServer)).toEqual([]);
  });

  it('are told from what Discord would not take', () => {
    const ask = named(ASK);
    const { description: _, ...bare } = named(FIND);
    for (const wrong of [
      [{ ...ask, name: 'Ask' }],
      [{ ...ask, name_localizations: { fr: 'de mander' } }],
      [{ ...ask, name_localizations: { xx: 'demander' } }],
      [{ ...ask, description_localizations: { de: 'a'.repeat(101) } }],
      [{ ...ask, options: [...optionsOf(ask)].reverse() }],
      [{ ...bare, description: '' }],
      [{ ...bare, name_localizations: { de: 'a'.repeat(33) } }],
      [ask, { ...named(SETTINGS), name_localizations: { de: 'fragen' } }],
      [
        {
          ...ask,
          options: Array.from({ length: 80 }, (_, at) => ({ ...optionsOf(ask)[0], name: `o${at}` })),
        },
      ],
    ]) {
      expect(listMistakes(wrong)).not.toEqual([]);
    }
  });

  it('have the same words in one server as everywhere, without where they may be used', () => {
    const without = everywhere.map(({ integration_types: _, contexts: __, ...rest }) => rest);
    expect(ofOneServer).toEqual(without);
  });

  it.each(LANGUAGES)('say everything in %s', (locale) => {
    for (const part of everywhere.flatMap(partsOf)) {
      if (part.description === undefined) continue;
      expect(part.description_localizations).toHaveProperty(locale);
    }
    for (const name of [ASK, FIND]) expect(named(name).name_localizations).toHaveProperty(locale);
  });

  it('say the same to both Spanishes, and do not translate the name of the bot', () => {
    for (const part of everywhere.flatMap(partsOf)) {
      const names = part.name_localizations as Json;
      expect(names['es-ES']).toBe(names['es-419']);
    }
    expect(named(SETTINGS).name_localizations).toEqual({});
  });

  it('are plain', () => {
    const said = JSON.stringify(everywhere);
    expect(said).not.toMatch(/[!¡]/);
  });
});

describe('/ask', () => {
  it('takes a question of any length that Discord takes, a story, and whether only I see it', () => {
    expect(optionsOf(named(ASK))).toMatchObject([
      { name: ASK_OPTIONS.question, type: 3, required: true, autocomplete: true, max_length: 6000 },
      { name: ASK_OPTIONS.story, type: 3, autocomplete: true },
      { name: ASK_OPTIONS.private, type: 5 },
    ]);
  });

  it('can be used wherever somebody is, as the command of a message', () => {
    for (const name of [ASK, FIND]) {
      expect(named(name)).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
    expect(named(FIND).type).toBe(3);
  });
});

describe('/nutgraf', () => {
  it('is for those who manage a server, in it', () => {
    expect(named(SETTINGS)).toMatchObject({
      default_member_permissions: '32',
      integration_types: [0],
      contexts: [0],
    });
  });

  it('can be used without an option', () => {
    const options = optionsOf(named(SETTINGS));
    expect(options.map(({ name, type }) => [name, type])).toEqual([
      [SETTINGS_OPTIONS.story, 3],
      [SETTINGS_OPTIONS.answerHere, 5],
      [SETTINGS_OPTIONS.private, 5],
      [SETTINGS_OPTIONS.followUps, 5],
      [SETTINGS_OPTIONS.wholeServer, 5],
    ]);
    expect(options.some(({ required }) => required)).toBe(false);
  });
});
