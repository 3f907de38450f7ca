import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { ENGLISH } from './definitions/english.ts';
import { FRENCH } from './definitions/french.ts';
import { GERMAN } from './definitions/german.ts';
import { SPANISH } from './definitions/spanish.ts';
import type { CommandTexts, Shown } from './definitions/texts.ts';

/** A further language is a table beside {@link ENGLISH} and a line here. */
const TRANSLATIONS: Readonly<Partial<Record<Locale, CommandTexts>>> = {
  [Locale.SpanishES]: SPANISH,
  [Locale.SpanishLATAM]: SPANISH,
  [Locale.French]: FRENCH,
  [Locale.German]: GERMAN,
};

/**
 * Longest text of an option, which is the most that Discord takes: a question that is too long for us is told so
 * instead of being refused by a form.
 */
const LONGEST = 6_000;

/** A translation that says the same as the English is left out: Discord shows that anyway. */
function inAllLanguages(of: (texts: CommandTexts) => string): LocalizationMap {
  const english = of(ENGLISH);
  return Object.fromEntries(
    Object.entries(TRANSLATIONS)
      .map(([locale, texts]) => [locale, of(texts)])
      .filter(([, text]) => text !== english),
  );
}

function named(of: (texts: CommandTexts) => Pick<Shown, 'name'>) {
  return { name: of(ENGLISH).name, name_localizations: inAllLanguages((texts) => of(texts).name) };
}

function shown(of: (texts: CommandTexts) => Shown) {
  return {
    ...named(of),
    description: of(ENGLISH).description,
    description_localizations: inAllLanguages((texts) => of(texts).description),
  };
}

function text(of: (texts: CommandTexts) => Shown): APIApplicationCommandBasicOption {
  return { ...shown(of), type: ApplicationCommandOptionType.String, autocomplete: true };
}

function yesOrNo(of: (texts: CommandTexts) => Shown): APIApplicationCommandBasicOption {
  return { ...shown(of), type: ApplicationCommandOptionType.Boolean };
}

const ask = {
  ...shown((texts) => texts.ask),
  type: ApplicationCommandType.ChatInput,
  options: [
    {
      ...shown((texts) => texts.ask.options.question),
      type: ApplicationCommandOptionType.String,
      required: true,
      autocomplete: true,
      max_length: LONGEST,
    },
    text((texts) => texts.ask.options.story),
    yesOrNo((texts) => texts.ask.options.private),
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

const find = {
  ...named((texts) => texts.find),
  type: ApplicationCommandType.Message,
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

const settings = {
  ...shown((texts) => texts.settings),
  type: ApplicationCommandType.ChatInput,
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
  options: [
    text((texts) => texts.settings.options.story),
    yesOrNo((texts) => texts.settings.options.answerHere),
    yesOrNo((texts) => texts.settings.options.private),
    yesOrNo((texts) => texts.settings.options.followUps),
    yesOrNo((texts) => texts.settings.options.wholeServer),
  ],
} satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;

/** A command of ours, as Discord takes it. */
export type CommandDefinition =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** The commands for one server alone. Discord knows where a command may be used only for those that are up everywhere. */
export const COMMANDS_OF_ONE_SERVER: readonly CommandDefinition[] = [ask, find, settings];

/** In servers that have the bot, and wherever somebody goes who has installed it for themselves. */
const ANYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** The commands for everywhere, with where each may be used. */
export const COMMANDS_EVERYWHERE: readonly CommandDefinition[] = [
  { ...ask, ...ANYWHERE },
  { ...find, ...ANYWHERE },
  {
    ...settings,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
];
