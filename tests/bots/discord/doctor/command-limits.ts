/** Any JSON object. */
type Json = Readonly<Record<string, unknown>>;

/** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** https://discord.com/developers/docs/reference#locales */
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );
const CHAT_INPUT = 1;

/** Says what Discord would not take in a list of commands; nothing, if all is well. */
export function listMistakes(commands: readonly Json[]): string[] {
  const ofKind = (kind: unknown) => commands.filter(({ type }) => (type ?? CHAT_INPUT) === kind);
  const kinds = [1, 2, 3, 4];
  return [...commands.flatMap(mistakesIn), ...kinds.flatMap((kind) => duplicates(ofKind(kind)))];
}

function mistakesIn(command: Json): string[] {
  const type = command.type ?? CHAT_INPUT;
  const options = (command.options ?? []) as readonly Json[];
  const wrong: string[] = [];
  const check = (right: boolean, text: string) => {
    if (!right) wrong.push(`${command.name}: ${text}`);
  };
  for (const key of ['name', 'description']) {
    const said = Object.keys((command[`${key}_localizations`] ?? {}) as Json);
    check(
      said.every((locale) => LOCALES.includes(locale)),
      `${key}: unknown locale`,
    );
  }
  if (type === CHAT_INPUT) {
    for (const part of [command, ...options]) {
      check(texts(part, 'name').every(isSlashName), `name of ${part.name}`);
      check(
        texts(part, 'description').every((text) => isOf(text, 100)),
        `description of ${part.name}`,
      );
    }
    check(options.length <= 25, 'more than 25 options');
    check(counted([command, ...options]) <= 8_000, 'more than 8,000 characters');
    const firstOptional = options.findIndex(({ required }) => required !== true);
    const late = options.slice(firstOptional < 0 ? options.length : firstOptional);
    check(
      late.every(({ required }) => required !== true),
      'a required option after an optional one',
    );
    check(
      options.every(({ autocomplete, choices }) => autocomplete !== true || choices === undefined),
      'autocomplete with choices',
    );
  } else {
    check(
      texts(command, 'name').every((text) => isOf(text, 32)),
      'name',
    );
    check(command.description === undefined && command.options === undefined, 'a menu has a name only');
  }
  return [...wrong, ...duplicates(options)];
}

/** Within a list nothing may be called the same, in any language, be it by default. */
function duplicates(named: readonly Json[]): string[] {
  return LOCALES.flatMap((locale) => {
    const names = named.map((each) => nameIn(each, locale));
    return names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name} twice in ${locale}`);
  });
}

function nameIn(each: Json, locale: string): unknown {
  return ((each.name_localizations ?? {}) as Json)[locale] ?? each.name;
}

/** What counts of a command is the longest of each text's translations. */
function counted(parts: readonly Json[]): number {
  const longest = (part: Json, key: string) => Math.max(...texts(part, key).map((text) => [...text].length));
  return parts.reduce((sum, part) => sum + longest(part, 'name') + longest(part, 'description'), 0);
}

function texts(part: Json, key: string): string[] {
  return [part[key], ...Object.values((part[`${key}_localizations`] ?? {}) as Json)].map(String);
}

function isSlashName(name: string): boolean {
  return SLASH_NAME.test(name) && name === name.toLowerCase();
}

function isOf(text: string, most: number): boolean {
  return text.trim() !== '' && [...text].length <= most;
}
